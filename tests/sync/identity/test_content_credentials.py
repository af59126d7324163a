"""A renewal ends by itself, is asked for once by many, and what can never hold again is not kept."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TypeVar, cast

import pytest

from sync.identity.content_credentials import ContentCredentials
from sync.identity.content_vault import ContentVault
from sync.identity.openid_client import OpenIdClient, TokenAnswer
from sync.identity.openid_problems import sign_in_needed
from sync.identity.process_lock import LONGEST_WAIT_SECONDS, ProcessLock
from tests.sync.fakes import FakeClock
from workplace_app.domain.content_identity import ContentIdentity
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.store.connection_type import Connection
from workplace_app.store.content_token_store import load_content_tokens, save_content_tokens
from workplace_app.store.sync_connection import open_in_memory

IDENTITY = ContentIdentity("https://tenant.eu.issuer.example/", "the-workplace", "api")
Result = TypeVar("Result")


class Issuer:
    """Counts renewals, and answers when it is let."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.spent: list[str] = []
        self.was_asked = asyncio.Event()
        self.may_answer = asyncio.Event()
        self.refuses: ProblemRaised | None = None

    async def renew(self, refresh_token: str, subject: str) -> TokenAnswer:
        assert subject == "person"
        self.spent.append(refresh_token)
        self.was_asked.set()
        await self.may_answer.wait()
        if self.refuses is not None:
            raise self.refuses
        number = len(self.spent)
        return TokenAnswer(f"access-{number}", self.clock.now() + timedelta(hours=1), f"refresh-{number}", {})


class Place:
    """Credentials over a store."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.clock = FakeClock()
        self.issuer = Issuer(self.clock)
        self.vault = ContentVault(connection, IDENTITY)
        client = cast(OpenIdClient, self.issuer)
        self.credentials = ContentCredentials(IDENTITY, client, self.vault, ProcessLock(None, self.clock), self.clock)

    def sign_in(self, *, life: timedelta = timedelta(hours=1), refresh_token: str | None = "refresh-0") -> None:
        answer = TokenAnswer("access-0", self.clock.now() + life, refresh_token, {"sub": "person"})
        self.credentials.adopt(answer)

    def kept(self) -> str:
        return load_content_tokens(self.connection) or ""


@pytest.fixture
def connection() -> Iterator[Connection]:
    opened = open_in_memory()
    yield opened
    opened.close()


def at(connection: Connection, use: Callable[[Place], Awaitable[Result]]) -> Result:
    async def run() -> Result:
        async with asyncio.timeout(20):
            return await use(Place(connection))

    return asyncio.run(run())


async def kind_of(place: Place, refused: str | None = None) -> ProblemKind:
    with pytest.raises(ProblemRaised) as raised:
        await place.credentials.token(refused=refused)
    return raised.value.problem.kind


def test_a_token_is_used_until_some_minutes_before_its_end(connection: Connection) -> None:
    async def use(place: Place) -> None:
        place.issuer.may_answer.set()
        place.sign_in()
        place.clock.moment += timedelta(minutes=54)
        assert await place.credentials.token() == "access-0"
        place.clock.moment += timedelta(minutes=2)
        assert await place.credentials.token() == "access-1"

    at(connection, use)


def test_a_token_that_lives_shortly_is_used_for_half_its_life(connection: Connection) -> None:
    async def use(place: Place) -> None:
        place.issuer.may_answer.set()
        place.sign_in(life=timedelta(seconds=60))
        place.clock.moment += timedelta(seconds=29)
        assert await place.credentials.token() == "access-0"
        place.clock.moment += timedelta(seconds=2)
        assert await place.credentials.token() == "access-1"

    at(connection, use)


def test_who_asks_at_the_same_time_gets_the_same(connection: Connection) -> None:
    async def use(place: Place) -> None:
        place.sign_in()
        asking = [asyncio.ensure_future(place.credentials.token(refused="access-0")) for _ in range(5)]
        await asyncio.sleep(0)
        place.issuer.may_answer.set()
        assert await asyncio.gather(*asking) == ["access-1"] * 5
        assert place.issuer.spent == ["refresh-0"]

    at(connection, use)


def test_a_round_that_is_cancelled_does_not_break_a_renewal_off(connection: Connection) -> None:
    async def use(place: Place) -> None:
        place.sign_in()
        asking = asyncio.ensure_future(place.credentials.token(refused="access-0"))
        await place.issuer.was_asked.wait()
        asking.cancel()
        await asyncio.wait({asking})
        place.issuer.may_answer.set()
        await place.credentials.settle()
        assert "refresh-1" in place.kept(), "the next refresh token would be lost, and the sign-in with it"
        assert await place.credentials.token() == "access-1"
        assert place.issuer.spent == ["refresh-0"]

    at(connection, use)


def test_what_another_process_has_renewed_is_taken(connection: Connection) -> None:
    async def use(place: Place) -> None:
        place.sign_in()
        save_content_tokens(
            connection, place.kept().replace("access-0", "access-other").replace("refresh-0", "refresh-other")
        )
        assert await place.credentials.token(refused="access-0") == "access-other"
        assert place.issuer.spent == []

    at(connection, use)


def test_what_never_holds_again_is_not_kept_and_what_may_is(connection: Connection) -> None:
    async def use(place: Place) -> None:
        place.issuer.may_answer.set()
        place.sign_in()
        place.issuer.refuses = ProblemRaised(Problem(ProblemKind.OFFLINE, service="identity"))
        assert await kind_of(place, "access-0") is ProblemKind.OFFLINE
        assert "refresh-0" in place.kept()
        place.issuer.refuses = sign_in_needed()
        assert await kind_of(place, "access-0") is ProblemKind.SIGN_IN_NEEDED
        assert place.kept() == ""
        assert await kind_of(place) is ProblemKind.SIGN_IN_NEEDED
        assert place.issuer.spent == ["refresh-0", "refresh-0"]

    at(connection, use)


def test_without_a_refresh_token_the_sign_in_lasts_as_long_as_the_access_token(connection: Connection) -> None:
    async def use(place: Place) -> None:
        place.sign_in(refresh_token=None)
        assert await place.credentials.token() == "access-0"
        assert await kind_of(place, "access-0") is ProblemKind.SIGN_IN_NEEDED
        assert place.kept() == ""

    at(connection, use)


@pytest.mark.parametrize("text", ["", "{broken", "[]", '{"issuer": 1}'])
def test_tokens_that_cannot_be_read_are_none(connection: Connection, text: str) -> None:
    async def use(place: Place) -> None:
        save_content_tokens(connection, text)
        assert not place.credentials.has_tokens()
        assert await kind_of(place) is ProblemKind.SIGN_IN_NEEDED
        assert place.kept() == ""

    at(connection, use)


@pytest.mark.parametrize("mine", ["tenant.eu", "the-workplace", '"api"'])
def test_tokens_of_another_configuration_are_not_used(connection: Connection, mine: str) -> None:
    async def use(place: Place) -> None:
        place.sign_in()
        save_content_tokens(connection, place.kept().replace(mine, mine.replace("e", "x").replace("api", "other")))
        again = Place(connection)
        assert not again.credentials.has_tokens()

    at(connection, use)


def test_a_lock_that_nobody_lets_go_of_is_told_and_not_waited_for_without_end(tmp_path: Path) -> None:
    async def run() -> None:
        clock = FakeClock()
        file = tmp_path / "lock"
        async with ProcessLock(file, clock).held():
            with pytest.raises(ProblemRaised) as raised:
                async with ProcessLock(file, clock).held():
                    pytest.fail("two hold it")
            assert raised.value.problem.kind is ProblemKind.TIMED_OUT
            assert sum(clock.waits) >= LONGEST_WAIT_SECONDS
        async with ProcessLock(file, clock).held():
            assert file.read_bytes() == b""
            assert os.name == "nt" or file.stat().st_mode & 0o077 == 0

    asyncio.run(run())


def test_a_folder_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    async def run() -> ProblemKind:
        with pytest.raises(ProblemRaised) as raised:
            async with ProcessLock(tmp_path / "gone" / "lock", FakeClock()).held():
                pytest.fail("there is no such folder")
        return raised.value.problem.kind

    assert asyncio.run(run()) is ProblemKind.DISK_REFUSED
