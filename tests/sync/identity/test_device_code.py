"""Signing in with a code on another device: shown, polled, expired, declined, forbidden."""

import pytest

from sync.clock import SystemClock
from sync.identity.entra import Entra
from tests.demo.town_thread import Town
from tests.sync.fakes import FakeClock
from tests.sync.identity.door import JONAS, door, problem_of
from workplace_app.demo.robot_browser import RobotBrowser
from workplace_app.domain.access import AccessRules
from workplace_app.domain.account import Account
from workplace_app.domain.problem import ProblemKind
from workplace_app.domain.sign_in import SignInState, SignInStep


def test_another_device_can_sign_in_with_a_code(town: Town) -> None:
    place = door(town, clock=SystemClock())

    async def with_code(entra: Entra) -> Account:
        def enter(state: SignInState) -> None:
            place.listener.sign_in_changed(state)
            shown = place.listener.sign_in[-1]
            if shown.user_code is not None and shown.address is not None:
                robot = RobotBrowser(JONAS)
                robot.enter_code(shown.address, shown.user_code)
                assert robot.wait()

        place.tell = enter  # type: ignore[method-assign]
        return await entra.sign_in_with_device_code()

    assert place.ask(with_code).user_name == JONAS
    assert SignInStep.WAITING_FOR_DEVICE_CODE in place.listener.steps


class LeapingClock(FakeClock):
    """Five minutes pass whenever somebody waits."""

    async def sleep(self, seconds: float) -> None:
        await super().sleep(max(seconds, 300.0))


@pytest.mark.filterwarnings("ignore:Attempted too soon")  # MSAL looks at the machine's clock, ours does not wait
def test_a_code_that_nobody_enters_expires(town: Town) -> None:
    clock = LeapingClock(now=SystemClock().now())
    place = door(town, clock=clock)
    problem = problem_of(place, lambda entra: entra.sign_in_with_device_code())
    assert problem.kind is ProblemKind.SIGN_IN_TIMED_OUT
    assert clock.waits == [300.0, 300.0, 300.0]


def test_whoever_declines_on_the_other_device_has_cancelled(town: Town) -> None:
    place = door(town)

    def decline(state: SignInState) -> None:
        place.listener.sign_in_changed(state)
        if state.user_code is not None and state.address is not None:
            robot = RobotBrowser(JONAS, cancels=True)
            robot.enter_code(state.address, state.user_code)
            assert robot.wait()

    place.tell = decline  # type: ignore[method-assign]
    problem = problem_of(place, lambda entra: entra.sign_in_with_device_code())
    assert problem.kind is ProblemKind.SIGN_IN_CANCELLED


def test_it_can_forbid_codes_and_then_the_provider_is_not_even_asked(town: Town) -> None:
    place = door(town, access=AccessRules(device_code=False))
    town.order("requests/reset")
    problem = problem_of(place, lambda entra: entra.sign_in_with_device_code())
    assert problem.kind is ProblemKind.CONDITIONAL_ACCESS
    assert problem.detail == "access.device_code"
    assert town.look("requests")["total"] == 0
    assert place.listener.steps == []


@pytest.mark.parametrize(("codes", "kind"), [(True, ProblemKind.NO_BROWSER), (False, ProblemKind.BROWSER_NEEDED)])
def test_without_a_browser_a_code_is_proposed_only_where_it_would_help(
    town: Town, codes: bool, kind: ProblemKind
) -> None:
    place = door(town, access=AccessRules(device_code=codes))
    place.browser = lambda _address: False
    assert problem_of(place, lambda entra: entra.sign_in()).kind is kind
