"""Signing in with real MSAL against the demo's identity provider, by a robot that does what a person does."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TypeVar

import httpx
import pytest

from sync.clock import Clock, SystemClock
from sync.granted_scopes import is_granted
from sync.http_client import open_blocking_client, trust
from sync.identity import entra as entra_module
from sync.identity.entra import SIGN_IN_TIME, Entra
from sync.identity.redirect_receiver import ReturnPages
from sync.identity.token_vault import TokenVault, claims_of
from tests.demo.town_thread import Town
from tests.sync.fakes import FakeClock, Listener, PatientClock
from workplace_app.demo.robot_browser import RobotBrowser
from workplace_app.domain.account import Account
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.configuration_reading import municipality_from_json
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.sign_in import SignInStep
from workplace_app.store.sync_connection import open_in_memory

ELIN = "elin.ekhamn@nacka.example"
JONAS = "jonas.tallmo@nacka.example"
CLAIMS = '{"access_token": {"nbf": {"essential": true, "value": "1"}}}'
Result = TypeVar("Result")


@dataclass
class Door:
    """Everything around one ``Entra``."""

    town: Town
    browser: Callable[[str], bool]
    clock: Clock = field(default_factory=SystemClock)
    listener: Listener = field(default_factory=Listener)
    changed: dict[str, object] = field(default_factory=dict)

    @property
    def municipality(self) -> Municipality:
        return replace(municipality_from_json(self.town.configuration), **self.changed)  # type: ignore[arg-type]

    @contextmanager
    def entra(self) -> Iterator[Entra]:
        client = open_blocking_client(trust(self.town.configuration["ca_file"]), httpx.Timeout(5.0))
        tell = self.listener.sign_in_changed
        entra = Entra(self.municipality, client, self.clock, self.browser, tell, ReturnPages())
        try:
            yield entra
        finally:
            entra.close()

    def ask(self, question: Callable[[Entra], Awaitable[Result]]) -> Result:
        async def run() -> Result:
            with self.entra() as entra:
                return await question(entra)

        return asyncio.run(run())


def door(town: Town, user_name: str = ELIN, clock: Clock | None = None, **changed: object) -> Door:
    """A door that a robot opens; the configuration may differ from the true one."""
    return Door(town, RobotBrowser(user_name).open, clock or SystemClock(), changed=changed)


def problem_of(place: Door, question: Callable[[Entra], Awaitable[object]]) -> Problem:
    with pytest.raises(ProblemRaised) as raised:
        place.ask(question)
    return raised.value.problem


async def sign_in(entra: Entra) -> Account:
    return await entra.sign_in()


async def sign_in_and_get(entra: Entra) -> str:
    await entra.sign_in()
    return await entra.token()


def graph_status(town: Town, token: str) -> int:
    return town.web.get(f"{town.graph}/me", headers={"Authorization": f"Bearer {token}"}).status_code


def test_signing_in_through_the_browser_tells_who_it_is_and_each_step(town: Town) -> None:
    place = door(town)
    account = place.ask(sign_in)
    elin = next(each for each in town.configuration["people"] if each["user_name"] == ELIN)
    assert account.object_id == elin["object_id"]
    assert account.tenant_id == town.configuration["tenant_id"]
    assert (account.user_name, account.display_name) == (ELIN, "Elin Ekhamn")
    assert account.home_account_id == f"{account.object_id}.{account.tenant_id}"
    assert place.listener.steps == [SignInStep.STARTING, SignInStep.WAITING_FOR_BROWSER, SignInStep.FINISHING]
    waiting = place.listener.sign_in[1]
    assert waiting.address is not None
    assert "code_challenge_method=S256" in waiting.address
    assert "response_mode=form_post" in waiting.address
    assert waiting.expires_at is not None


def test_graph_takes_the_token_and_asking_again_costs_no_request(town: Town) -> None:
    async def twice(entra: Entra) -> tuple[str, str, int]:
        first = await sign_in_and_get(entra)
        town.order("requests/reset")
        second = await entra.token()
        return first, second, town.look("requests")["total"]

    first, second, requests = door(town).ask(twice)
    assert first == second
    assert requests == 0
    assert graph_status(town, first) == 200
    assert claims_of(first)["xms_cc"] == ["cp1"], "the app says that it understands claims challenges"


def test_cancelling_in_the_browser_is_told_as_cancelled(town: Town) -> None:
    place = Door(town, RobotBrowser(ELIN, cancels=True).open)
    assert problem_of(place, sign_in).kind is ProblemKind.SIGN_IN_CANCELLED


def test_cancelling_in_the_window_ends_the_waiting_and_frees_the_port(town: Town) -> None:
    async def cancelled(entra: Entra) -> bool:
        asked = asyncio.Event()
        loop = asyncio.get_running_loop()

        def note(_address: str) -> bool:
            loop.call_soon_threadsafe(asked.set)
            return True

        entra._open_browser = note
        task = asyncio.ensure_future(entra.sign_in())
        await asked.wait()
        task.cancel()
        await asyncio.wait({task})
        return task.cancelled()

    assert Door(town, lambda _address: True).ask(cancelled)


def test_nobody_answers_within_five_minutes(town: Town) -> None:
    clock = FakeClock(now=SystemClock().now())
    assert problem_of(Door(town, lambda _address: True, clock), sign_in).kind is ProblemKind.SIGN_IN_TIMED_OUT
    assert clock.waits == [SIGN_IN_TIME.total_seconds()]


def test_a_computer_without_a_browser_says_so(town: Town) -> None:
    assert problem_of(Door(town, lambda _address: False, PatientClock(SystemClock().now())), sign_in).kind is (
        ProblemKind.NO_BROWSER
    )


def test_without_a_network_it_is_offline(town: Town) -> None:
    town.order("network", origin="identity", online=False)
    assert problem_of(door(town), sign_in).kind is ProblemKind.OFFLINE


def test_a_certificate_that_does_not_hold_is_told(town: Town) -> None:
    town.order("certificate", origin="identity", kind="unknown_authority")
    assert problem_of(door(town), sign_in).kind is ProblemKind.TLS_UNTRUSTED


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_clock_that_is_an_hour_off_is_told_before_anybody_is_sent_anywhere(town: Town, hours: int) -> None:
    town.order("clock", shift_seconds=hours * 3600)
    place = door(town)
    problem = problem_of(place, sign_in)
    assert problem.kind is ProblemKind.CLOCK_WRONG
    assert problem.detail == f"{hours * 60:+d} min"
    assert place.listener.steps == [SignInStep.STARTING]


def test_a_clock_that_is_some_minutes_off_harms_nobody(town: Town) -> None:
    town.order("clock", shift_seconds=-600)
    assert door(town).ask(sign_in).user_name == ELIN


def test_a_tenant_that_does_not_exist_is_a_wrong_configuration(town: Town) -> None:
    problem = problem_of(door(town, tenant_id="11111111-0000-0000-0000-000000000000"), sign_in)
    assert problem.kind is ProblemKind.CONFIGURATION_WRONG
    assert problem.detail == "AADSTS90002"


def test_a_client_that_is_not_known_is_a_wrong_configuration(town: Town) -> None:
    place = door(town, client_id="00000000-0000-0000-0000-000000000000")
    problem = problem_of(place, lambda entra: entra.sign_in_with_device_code())
    assert problem.kind is ProblemKind.CONFIGURATION_WRONG
    assert problem.detail == "AADSTS700016"


def test_an_account_of_another_tenant_is_not_let_in(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = Account("22222222-0000-0000-0000-000000000000", "o", "h", "guest@elsewhere.example", "Guest")
    monkeypatch.setattr(entra_module, "account_from_claims", lambda _claims, _home: elsewhere)
    assert problem_of(door(town), sign_in).kind is ProblemKind.WRONG_TENANT


def test_consent_that_is_missing_is_told(town: Town) -> None:
    town.order("consent", scope="Chat.Read", granted=False)
    town.order("tokens", strict_consent=True)
    assert problem_of(door(town), sign_in).kind is ProblemKind.CONSENT_MISSING


def test_a_closed_account_is_told_at_renewal(town: Town) -> None:
    async def renewed(entra: Entra) -> None:
        token = await sign_in_and_get(entra)
        town.order("account", user_name=ELIN, disabled=True)
        await entra.token(refused=token)

    assert problem_of(door(town), renewed).kind is ProblemKind.ACCOUNT_DISABLED


def test_a_refused_token_is_renewed_and_rotated_tokens_are_kept(town: Town) -> None:
    town.order("tokens", strict_rotation=True)

    async def renewed(entra: Entra) -> list[str]:
        tokens = [await sign_in_and_get(entra)]
        for _ in range(3):
            tokens.append(await entra.token(refused=tokens[-1]))
        return tokens

    tokens = door(town).ask(renewed)
    assert len(set(tokens)) == 4
    assert graph_status(town, tokens[-1]) == 200


def test_many_who_were_refused_together_cause_one_renewal(town: Town) -> None:
    async def crowd(entra: Entra) -> tuple[set[str], int]:
        stale = await sign_in_and_get(entra)
        town.order("requests/reset")
        tokens = await asyncio.gather(*(entra.token(refused=stale) for _ in range(8)))
        return set(tokens), town.look("requests")["total"]

    tokens, requests = door(town).ask(crowd)
    assert len(tokens) == 1
    assert requests == 1


def test_after_revocation_a_sign_in_is_needed_and_helps(town: Town) -> None:
    async def revoked(entra: Entra) -> tuple[ProblemKind, int]:
        token = await sign_in_and_get(entra)
        town.order("revoke", user_name=ELIN)
        with pytest.raises(ProblemRaised) as raised:
            await entra.token(refused=token)
        return raised.value.problem.kind, graph_status(town, await sign_in_and_get(entra))

    assert door(town).ask(revoked) == (ProblemKind.SIGN_IN_NEEDED, 200)


def test_a_claims_challenge_is_met_in_silence_where_that_is_enough(town: Town) -> None:
    async def challenged(entra: Entra) -> str:
        await entra.sign_in()
        town.order("challenge", user_name=ELIN)
        return await entra.token(claims=CLAIMS)

    assert graph_status(town, door(town).ask(challenged)) == 200


def test_a_strong_challenge_is_carried_to_the_next_sign_in(town: Town) -> None:
    async def challenged(entra: Entra) -> tuple[ProblemKind, str]:
        token = await sign_in_and_get(entra)
        town.order("challenge", user_name=ELIN, strong=True)
        with pytest.raises(ProblemRaised) as raised:
            await entra.token(refused=token, claims=CLAIMS)
        return raised.value.problem.kind, await sign_in_and_get(entra)

    kind, token = door(town).ask(challenged)
    assert kind is ProblemKind.CONDITIONAL_ACCESS
    assert graph_status(town, token) == 200


def test_somebody_else_does_not_get_into_an_account_that_is_open(town: Town) -> None:
    async def change_person(entra: Entra) -> tuple[ProblemKind, str]:
        await entra.sign_in()
        entra._open_browser = RobotBrowser(JONAS).open
        with pytest.raises(ProblemRaised) as raised:
            await entra.sign_in()
        known = entra.vault.account()
        assert known is not None
        return raised.value.problem.kind, known.user_name

    assert door(town).ask(change_person) == (ProblemKind.WRONG_ACCOUNT, ELIN)


def test_another_device_can_sign_in_with_a_code(town: Town) -> None:
    place = door(town, clock=SystemClock())

    async def with_code(entra: Entra) -> Account:
        told = place.listener.sign_in_changed

        def enter(state: object) -> None:
            told(state)  # type: ignore[arg-type]
            shown = place.listener.sign_in[-1]
            if shown.user_code is not None and shown.address is not None:
                robot = RobotBrowser(JONAS)
                robot.enter_code(shown.address, shown.user_code)
                assert robot.wait()

        entra._tell = enter
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


def test_tokens_survive_in_the_store_and_nowhere_else(town: Town) -> None:
    connection = open_in_memory()
    place = door(town)

    async def first_run(entra: Entra) -> None:
        await entra.sign_in()
        entra.vault.keep_in(connection)

    async def second_run(entra: Entra) -> tuple[Account | None, str]:
        entra.use(TokenVault.opened(connection))
        return entra.vault.account(), await entra.token()

    async def third_run(entra: Entra) -> None:
        entra.use(TokenVault.opened(connection))
        await entra.token()

    place.ask(first_run)
    account, token = place.ask(second_run)
    assert account is not None
    assert account.user_name == ELIN
    assert graph_status(town, token) == 200

    async def leave(entra: Entra) -> None:
        entra.use(TokenVault.opened(connection))
        entra.sign_out()

    place.ask(leave)
    assert problem_of(place, third_run).kind is ProblemKind.SIGN_IN_NEEDED
    connection.close()


def test_a_renewed_token_is_written_down_before_it_is_used(town: Town) -> None:
    connection = open_in_memory()

    def kept() -> str:
        row = connection.execute("SELECT text FROM mine.token_cache").fetchone()
        assert row is not None
        return str(row[0])

    async def renewed(entra: Entra) -> tuple[str, str]:
        token = await sign_in_and_get(entra)
        entra.vault.keep_in(connection)
        before = kept()
        assert await entra.token(refused=token) in kept()
        return before, kept()

    before, after = door(town).ask(renewed)
    assert list(json.loads(before)["RefreshToken"].values()) != list(json.loads(after)["RefreshToken"].values())
    connection.close()


def test_an_unreadable_token_cache_is_an_empty_one() -> None:
    connection = open_in_memory()
    connection.execute("INSERT INTO mine.token_cache (only, text) VALUES (1, '{broken')")
    assert TokenVault.opened(connection).account() is None
    connection.close()


@pytest.mark.parametrize("token", ["", "a.b", "a.!.c", "a.bm90IGpzb24.c", "a.WzFd.c"])
def test_what_is_no_token_has_no_claims(token: str) -> None:
    assert claims_of(token) == {}


@pytest.mark.parametrize("granted", [True, False])
def test_which_scopes_were_granted_is_known_after_a_new_start_too(town: Town, *, granted: bool) -> None:
    town.order("consent", scope="Mail.ReadBasic", granted=granted)
    connection = open_in_memory()
    place = door(town)

    async def first_run(entra: Entra) -> frozenset[str] | None:
        assert entra.granted_scopes() is None
        await entra.sign_in()
        entra.vault.keep_in(connection)
        return entra.granted_scopes()

    async def second_run(entra: Entra) -> frozenset[str] | None:
        entra.use(TokenVault.opened(connection))
        await entra.token()
        return entra.granted_scopes()

    for known in (place.ask(first_run), place.ask(second_run)):
        assert known is not None
        assert is_granted("Tasks.ReadWrite", known)
        assert is_granted("Mail.ReadBasic", known) is granted
    connection.close()


def test_a_token_that_cannot_be_read_tells_nothing_of_its_scopes() -> None:
    assert TokenVault().scopes_of("opaque") is None
    assert TokenVault().scopes_of("not.even.json") is None


def test_a_consent_that_is_given_later_is_noticed_within_the_hour(town: Town) -> None:
    town.order("consent", scope="Mail.ReadBasic", granted=False)
    clock = PatientClock(now=SystemClock().now())

    async def later(entra: Entra) -> list[bool]:
        await entra.sign_in()
        town.order("consent", scope="Mail.ReadBasic", granted=True)
        known = []
        for minutes in (0, 55, 10):
            clock.moment += timedelta(minutes=minutes)
            await entra.token()
            known.append(is_granted("Mail.ReadBasic", entra.granted_scopes() or frozenset()))
        return known

    assert door(town, clock=clock).ask(later) == [False, False, True]
