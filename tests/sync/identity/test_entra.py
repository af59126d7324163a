"""Signing in with real MSAL against the demo's identity provider, by a robot that does what a person does."""

import asyncio
import json
from urllib.parse import quote

import pytest

from sync.clock import SystemClock
from sync.identity import id_token
from sync.identity.browser_sign_in import SIGN_IN_TIME
from sync.identity.entra import Entra
from sync.identity.token_vault import TokenVault, claims_of
from tests.demo.town_thread import Town
from tests.sync.fakes import FakeClock, PatientClock
from tests.sync.identity.door import ELIN, JONAS, Door, door, graph_status, problem_of, sign_in, sign_in_and_get
from workplace_app.demo.robot_browser import RobotBrowser
from workplace_app.domain.account import Account
from workplace_app.domain.problem import ProblemKind, ProblemRaised
from workplace_app.domain.sign_in import ANYBODY, SignInStep, SignInWish
from workplace_app.store.sync_connection import open_in_memory


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


def test_a_wish_says_who_is_to_sign_in_and_how(town: Town) -> None:
    def address(wish: SignInWish) -> str:
        place = door(town)
        place.ask(lambda entra: entra.sign_in(wish))
        return place.listener.sign_in[1].address or ""

    proof = address(SignInWish(user_name=ELIN, proof=True))
    assert "prompt=login" in proof
    assert f"login_hint={quote(ELIN)}" in proof
    assert "prompt=select_account" in address(SignInWish(choose=True))
    assert "prompt" not in address(ANYBODY)


def test_nobody_but_the_one_who_is_wished_for_is_let_in(town: Town) -> None:
    async def somebody_else(entra: Entra) -> tuple[ProblemKind, Account | None]:
        with pytest.raises(ProblemRaised) as raised:
            await entra.sign_in(SignInWish(account_key="another"))
        return raised.value.problem.kind, entra.vault.account()

    assert door(town).ask(somebody_else) == (ProblemKind.WRONG_ACCOUNT, None)
    account = door(town).ask(sign_in)
    assert door(town).ask(lambda entra: entra.sign_in(SignInWish(account_key=account.key))) == account


def test_after_leaving_somebody_else_may_sign_in(town: Town) -> None:
    async def one_after_the_other(entra: Entra) -> Account | None:
        await entra.sign_in()
        entra.leave()
        return entra.vault.account()

    assert door(town).ask(one_after_the_other) is None


def test_cancelling_in_the_browser_is_told_as_cancelled(town: Town) -> None:
    place = Door(town, RobotBrowser(ELIN, cancels=True).open)
    assert problem_of(place, sign_in).kind is ProblemKind.SIGN_IN_CANCELLED


def test_cancelling_in_the_window_ends_the_waiting_and_frees_the_port(town: Town) -> None:
    place = door(town)

    async def cancelled(entra: Entra) -> bool:
        asked = asyncio.Event()
        loop = asyncio.get_running_loop()

        def note(_address: str) -> bool:
            loop.call_soon_threadsafe(asked.set)
            return True

        place.browser = note
        task = asyncio.ensure_future(entra.sign_in())
        await asked.wait()
        task.cancel()
        await asyncio.wait({task})
        return task.cancelled()

    assert place.ask(cancelled)


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
    monkeypatch.setattr(id_token, "account_from_claims", lambda _claims, _home: elsewhere)
    assert problem_of(door(town), sign_in).kind is ProblemKind.WRONG_TENANT


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


def test_somebody_else_does_not_get_into_an_account_that_is_open(town: Town) -> None:
    place = door(town)

    async def change_person(entra: Entra) -> tuple[ProblemKind, str]:
        await entra.sign_in()
        place.browser = RobotBrowser(JONAS).open
        with pytest.raises(ProblemRaised) as raised:
            await entra.sign_in()
        known = entra.vault.account()
        assert known is not None
        return raised.value.problem.kind, known.user_name

    assert place.ask(change_person) == (ProblemKind.WRONG_ACCOUNT, ELIN)


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
        await entra.sign_out()

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
