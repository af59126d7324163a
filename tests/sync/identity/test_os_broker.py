"""The operating system's own sign-in: MSAL's broker code over a stand-in for it, and every way back to the browser."""

import asyncio
import logging
import sys
import threading
from collections.abc import Iterator

import msal
import pytest

from sync.identity.entra import Entra
from sync.identity.os_broker import OsBroker, os_broker_for, problem_from_broker
from sync.identity.token_vault import TokenVault
from tests.demo.town_thread import Town
from tests.sync.identity.door import CLAIMS, ELIN, JONAS, Door, door, graph_status, problem_of, sign_in, sign_in_and_get
from tests.sync.identity.wam import Error, Status, SystemBroker
from workplace_app.domain.access import AccessRules
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.sign_in import SignInStep, SignInWish
from workplace_app.store.sync_connection import open_in_memory

WINDOW = 4711
ON_LINUX = OsBroker("enable_broker_on_linux", lambda: WINDOW)
BROKER, BROWSER = SignInStep.WAITING_FOR_SYSTEM, SignInStep.WAITING_FOR_BROWSER


@pytest.fixture
def fresh_msal(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """MSAL imports its broker when the first application wants it, and keeps what it then found."""
    monkeypatch.delitem(sys.modules, "msal.broker", raising=False)
    monkeypatch.delattr(msal, "broker", raising=False)
    yield
    sys.modules.pop("msal.broker", None)
    vars(msal).pop("broker", None)


@pytest.fixture
def system(town: Town, fresh_msal: None, monkeypatch: pytest.MonkeyPatch) -> SystemBroker:
    """An operating system in which Elin works."""
    system = SystemBroker(town, ELIN)
    monkeypatch.setitem(sys.modules, "pymsalruntime", system.module())
    return system


def broker_door(town: Town) -> Door:
    place = door(town)
    place.broker = ON_LINUX
    return place


def test_it_is_used_on_windows_alone_and_only_where_it_wants_it() -> None:
    def window() -> int:
        return WINDOW

    wanted = Municipality("m", access=AccessRules(os_broker=True))
    assert os_broker_for(wanted, window, "win32") == OsBroker("enable_broker_on_windows", window)
    assert os_broker_for(wanted, window, "linux") is None
    assert os_broker_for(wanted, window, "darwin") is None
    assert os_broker_for(wanted, None, "win32") is None
    assert os_broker_for(Municipality("m"), window, "win32") is None


def test_the_system_signs_in_over_the_window_and_no_browser_is_opened(town: Town, system: SystemBroker) -> None:
    place = broker_door(town)
    place.browser = lambda _address: pytest.fail("no browser is needed")
    assert graph_status(town, place.ask(sign_in_and_get)) == 200
    assert place.listener.steps == [SignInStep.STARTING, BROKER]
    name, parameters, window = system.asked[-1]
    assert (name, window) == ("signin_interactively", WINDOW)
    assert parameters is not None
    assert parameters.scopes == ["https://graph.microsoft.com/.default"]
    assert "cp1" in parameters.claims


def test_in_silence_the_system_is_asked_and_in_a_later_run_too(town: Town, system: SystemBroker) -> None:
    connection = open_in_memory()
    place = broker_door(town)
    said: list[Problem | None] = []

    async def first(entra: Entra) -> str:
        await entra.sign_in()
        entra.vault.keep_in(connection)
        return await entra.token()

    async def second(entra: Entra) -> str:
        entra.account_answered = said.append
        entra.use(TokenVault.opened(connection))
        token = await entra.token()
        said.clear()
        return await entra.token(refused=token, claims=CLAIMS)

    old = place.ask(first)
    system.asked.clear()
    new = place.ask(second)
    assert old != new
    assert graph_status(town, new) == 200
    assert set(system.names) == {"acquire_token_silently"}
    _, parameters, _ = system.asked[-1]
    assert parameters is not None
    assert "nbf" in parameters.claims
    assert said == [None]
    connection.close()


def test_signing_out_makes_the_system_forget_too(town: Town, system: SystemBroker) -> None:
    async def in_and_out(entra: Entra) -> None:
        await entra.sign_in()
        await entra.sign_out()
        with pytest.raises(ProblemRaised) as raised:
            await entra.token()
        assert raised.value.problem.kind is ProblemKind.SIGN_IN_NEEDED

    broker_door(town).ask(in_and_out)
    assert "signout_silently" in system.names
    assert system.person is None


def test_signing_out_without_a_network_is_done_here_all_the_same(
    town: Town, system: SystemBroker, caplog: pytest.LogCaptureFixture
) -> None:
    connection = open_in_memory()
    place = broker_door(town)

    async def first(entra: Entra) -> None:
        await entra.sign_in()
        entra.vault.keep_in(connection)

    async def out(entra: Entra) -> None:
        entra.use(TokenVault.opened(connection))
        town.order("network", origin="identity", online=False)
        await entra.sign_out()

    place.ask(first)
    place.ask(out)
    assert connection.execute("SELECT count(*) FROM mine.token_cache").fetchone() == (0,)
    assert "still knows the account" in caplog.text
    connection.close()


def test_the_persons_own_cancel_opens_no_browser(town: Town, system: SystemBroker) -> None:
    system.refuses = Error(Status.Status_UserCanceled)
    place = broker_door(town)
    assert problem_of(place, sign_in).kind is ProblemKind.SIGN_IN_CANCELLED
    assert place.listener.steps == [SignInStep.STARTING, BROKER]


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (Error(Status.Status_NoNetwork), ProblemKind.OFFLINE),
        (Error(Status.Status_Unexpected, "AADSTS53000: not compliant"), ProblemKind.DEVICE_NOT_APPROVED),
        (Error(Status.Status_AccountUnusable, "AADSTS50053: locked"), ProblemKind.ACCOUNT_LOCKED),
    ],
)
def test_what_the_browser_would_not_better_is_told(
    town: Town, system: SystemBroker, error: Error, kind: ProblemKind
) -> None:
    system.refuses = error
    place = broker_door(town)
    assert problem_of(place, sign_in).kind is kind
    assert BROWSER not in place.listener.steps


@pytest.mark.parametrize(
    "error",
    [
        Error(Status.Status_Unexpected),
        Error(Status.Status_AccountUnusable),
        Error(Status.Status_Unexpected, "AADSTS50011: the redirect address of the broker is not registered"),
    ],
    ids=["unexpected", "account_unusable", "redirect_not_registered"],
)
def test_what_fails_in_the_system_goes_on_in_the_browser_and_is_in_the_log(
    town: Town, system: SystemBroker, error: Error, caplog: pytest.LogCaptureFixture
) -> None:
    system.refuses = error
    place = broker_door(town)
    with caplog.at_level(logging.WARNING):
        assert graph_status(town, place.ask(sign_in_and_get)) == 200
    assert place.listener.steps == [SignInStep.STARTING, BROKER, BROWSER, SignInStep.FINISHING]
    assert "the browser is asked" in caplog.text


def test_tokens_of_the_browser_are_renewed_without_the_system(town: Town, system: SystemBroker) -> None:
    system.refuses = Error(Status.Status_Unexpected)

    async def renewed(entra: Entra) -> str:
        token = await sign_in_and_get(entra)
        system.asked.clear()
        return await entra.token(refused=token)

    assert graph_status(town, broker_door(town).ask(renewed)) == 200
    assert system.asked == []


class Broken:
    """A library that is not there, or cannot be loaded, or is an empty folder."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> None:
        if name == "pymsalruntime":
            raise self._error


@pytest.mark.parametrize("error", [ImportError("none"), OSError("libwebkit2gtk-4.1.so.0"), RuntimeError("old Windows")])
def test_without_the_library_the_browser_signs_in_and_the_log_says_why(
    town: Town,
    fresh_msal: None,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    error: Exception,
) -> None:
    monkeypatch.delitem(sys.modules, "pymsalruntime", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Broken(error), *sys.meta_path])
    place = broker_door(town)
    with caplog.at_level(logging.WARNING):
        assert graph_status(town, place.ask(sign_in_and_get)) == 200
    assert BROWSER in place.listener.steps
    assert BROKER not in place.listener.steps, "nobody is told of a window that does not come"
    assert f"the system's own sign-in cannot be used ({type(error).__name__})" in caplog.text


def test_who_has_to_prove_it_does_so_in_the_browser(town: Town, system: SystemBroker) -> None:
    place = broker_door(town)
    place.ask(lambda entra: entra.sign_in(SignInWish(proof=True)))
    assert system.asked == [], "MSAL hands no such wish to the system, which would let anybody in"
    assert BROWSER in place.listener.steps


def test_msal_never_opens_a_browser_by_itself(
    town: Town, system: SystemBroker, caplog: pytest.LogCaptureFixture
) -> None:
    place = broker_door(town)
    place.broker = OsBroker("enable_broker_on_mac", lambda: WINDOW)  # which MSAL passes over here without a word
    with caplog.at_level(logging.WARNING):
        assert graph_status(town, place.ask(sign_in_and_get)) == 200
    assert system.asked == []
    assert "the browser is asked" in caplog.text


def test_without_a_network_the_broker_is_not_given_up(town: Town, system: SystemBroker) -> None:
    place = broker_door(town)

    async def later(entra: Entra) -> None:
        town.order("network", origin="identity", online=False)
        with pytest.raises(ProblemRaised) as raised:
            await entra.sign_in()
        assert raised.value.problem.kind is ProblemKind.OFFLINE
        town.order("network", origin="identity", online=True)
        await entra.sign_in()

    place.ask(later)
    assert "signin_interactively" in system.names


def test_cancelling_in_our_window_does_not_wait_for_the_systems_dialogue(town: Town, system: SystemBroker) -> None:
    system.waits_for = threading.Event()
    place = broker_door(town)

    async def cancelled(entra: Entra) -> bool:
        asked = asyncio.Event()
        loop = asyncio.get_running_loop()
        place.tell = lambda state: (  # type: ignore[method-assign, assignment]
            loop.call_soon(asked.set) if state.step is BROKER else None
        )
        task = asyncio.ensure_future(entra.sign_in())
        await asked.wait()
        task.cancel()
        await asyncio.wait({task})
        return task.cancelled()

    assert place.ask(cancelled)
    system.waits_for.set()


def test_somebody_else_in_the_system_does_not_get_into_an_open_account(town: Town, system: SystemBroker) -> None:
    async def change(entra: Entra) -> ProblemKind:
        await entra.sign_in()
        system.user_name = JONAS
        system.person = None
        with pytest.raises(ProblemRaised) as raised:
            await entra.sign_in(SignInWish(choose=True))
        return raised.value.problem.kind

    assert broker_door(town).ask(change) is ProblemKind.WRONG_ACCOUNT


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Context. Status: Response_Status.Status_InteractionRequired, Error code: 1, Tag: 2", "sign_in_needed"),
        ("Context. Status: Status_UserCanceled, Error code: 1, Tag: 2", "sign_in_cancelled"),
        ("nothing of the sort", "request_refused"),
    ],
)
def test_a_status_is_understood_as_it_is_written(words: str, kind: str) -> None:
    assert problem_from_broker({"error": "broker_error", "error_description": words}).kind.value == kind
