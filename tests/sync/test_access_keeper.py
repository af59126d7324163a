"""What the identity provider says of an account is on record within a minute, by every road that it can come."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sync.access_keeper import LOOK_EVERY, SECONDS_TO_THE_SECOND_ASKING, AccessKeeper
from sync.attendant import Attendant
from sync.feed import Feed, FeedContext
from sync.identity.entra import Entra
from sync.settings import Settings
from tests.demo.town_thread import Town
from tests.sync.fakes import Listener
from workplace_app.demo.robot_browser import RobotBrowser
from workplace_app.domain.access import AccessRules
from workplace_app.domain.access_record import AccessRecord
from workplace_app.domain.access_standing import Access, standing
from workplace_app.domain.account import Account
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.configuration_reading import municipality_from_json
from workplace_app.domain.page import Page
from workplace_app.domain.person import Person
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.store.access_reader import access_record
from workplace_app.store.connection import StoreFiles, open_for_screen
from workplace_app.store.connection_type import Connection
from workplace_app.store.sync_connection import open_in_memory

ELIN = "elin.ekhamn@nacka.example"
MINUTE = timedelta(minutes=1)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class SkippingClock:
    """The true time, by which the town makes its tokens, and what was skipped. Waiting for some seconds takes none;
    who waits longer than a minute waits for somebody else, and for ever."""

    def __init__(self) -> None:
        self.skipped = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.skipped

    def monotonic(self) -> float:
        return self.now().timestamp()

    async def sleep(self, seconds: float) -> None:
        if seconds > MINUTE.total_seconds():
            await asyncio.Event().wait()
        self.skipped += timedelta(seconds=seconds)

    def chance(self) -> float:
        return 0.5


@dataclass(frozen=True)
class Opened:
    """A store's files and key."""

    files: StoreFiles
    key: bytes


async def me(context: FeedContext, _bookmarks: Mapping[str, str]) -> AsyncIterator[Page]:
    await context.graph.get("/me")
    yield Page((Person("person:me", "Me"),))


FEEDS = (Feed("profile", me, "directory", DAY, frozenset({ChangeKind.PEOPLE}), scopes=("User.Read",)),)


@dataclass
class House:
    """A computer at which Elin has signed in."""

    town: Town
    folder: Path
    clock: SkippingClock = field(default_factory=SkippingClock)
    listener: Listener = field(default_factory=Listener)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True)
        self.opened = Opened(StoreFiles.in_folder(self.folder), secrets.token_bytes(32))

    def _open(self, account: Account) -> Opened:
        del account
        return self.opened

    @property
    def settings(self) -> Settings:
        municipality = municipality_from_json(self.town.configuration)
        return Settings(municipality, self.listener, self._open, RobotBrowser(ELIN).open, FEEDS, clock=self.clock)

    def work(self, act: Callable[[Attendant], Awaitable[object]], *, signs_in: bool = True) -> None:
        """One run of sync; it signs in, or goes on with what an earlier run left."""

        async def run() -> None:
            async with Attendant(self.settings) as attendant:
                if signs_in:
                    self.listener.progress.clear()
                    await attendant.sign_in()
                    await _until(lambda: any(each.ended_at for each in self.listener.progress))
                else:
                    attendant.adopt(self.opened)
                await act(attendant)

        asyncio.run(run())

    @property
    def record(self) -> AccessRecord:
        with closing(open_for_screen(self.opened.files, self.opened.key)) as connection:
            return access_record(connection)

    @property
    def access(self) -> Access:
        return standing(self.record, AccessRules(), self.clock.now()).access


@pytest.fixture
def house(town: Town, tmp_path: Path) -> Iterator[House]:
    yield House(town, tmp_path / "account")
    for order, more in (("account", {"disabled": False}), ("network", {"online": True})):
        town.order(order, **({"user_name": ELIN} if order == "account" else {}), **more)
    town.order("tokens", access_token_seconds=0)


async def _ask(attendant: Attendant) -> None:
    """Graph has refused the token that is there: the provider itself is asked."""
    await attendant.entra.token(refused=await attendant.entra.token())


async def _until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not condition():  # noqa: ASYNC110  the record on the disk is what counts
            await asyncio.sleep(0.01)


async def _round(attendant: Attendant) -> None:
    await attendant.rounds.run(["profile"])


async def _nothing(_attendant: Attendant) -> None:
    pass


def test_signing_in_is_a_yes_and_so_is_each_renewal(house: House) -> None:
    async def renewed(attendant: Attendant) -> None:
        before = house.record.confirmed_at
        assert before is not None
        house.clock.skipped += 6 * HOUR
        await _ask(attendant)
        after = house.record.confirmed_at
        assert after is not None
        assert after - before >= 6 * HOUR

    house.work(renewed)
    record = house.record
    assert record.holds_until is not None
    assert record.provider_at is not None
    assert abs(record.provider_at - datetime.now(UTC)) < MINUTE, "the provider's own clock, which nobody here can set"
    assert house.access is Access.OPEN


def test_time_is_written_down_as_long_as_sync_attends(house: House) -> None:
    async def attended(attendant: Attendant) -> None:
        before = house.record.latest_at
        assert before is not None
        attending = asyncio.ensure_future(attendant.attend())
        await asyncio.sleep(0)
        house.clock.skipped += HOUR
        attendant.wake()
        await _until(lambda: (house.record.latest_at or before) >= before + HOUR)
        attending.cancel()
        await asyncio.wait({attending})
        await attendant.rounds.run([])

    house.work(attended)


def test_a_token_out_of_the_cache_is_no_yes(house: House) -> None:
    async def from_the_cache(attendant: Attendant) -> None:
        before = house.record.confirmed_at
        house.clock.skipped += 2 * DAY  # for us it is too old, for MSAL, which goes by the true time, it holds
        await attendant.entra.token()
        assert house.record.confirmed_at == before

    house.work(from_the_cache)


def _revoke(house: House) -> None:
    house.town.order("revoke", user_name=ELIN)


async def _by_graph(house: House, attendant: Attendant) -> None:
    """Graph takes the token no longer (401 with a claims challenge)."""
    _revoke(house)
    await attendant.rounds.run(["profile"])


async def _by_renewal(house: House, attendant: Attendant) -> None:
    """Nobody has asked Graph: the token has ended, and the next one is not given."""
    _revoke(house)
    house.clock.skipped += 2 * DAY
    with pytest.raises(ProblemRaised):
        await _ask(attendant)


@pytest.mark.parametrize("road", [_by_graph, _by_renewal], ids=["graph", "renewal"])
def test_who_was_revoked_is_locked_within_a_minute_of_the_first_knowledge(
    house: House, road: Callable[[House, Attendant], Awaitable[None]]
) -> None:
    async def taken_away(attendant: Attendant) -> None:
        await road(house, attendant)
        known = house.clock.now()
        revoked_at = house.record.revoked_at
        assert revoked_at is not None
        assert known - revoked_at < MINUTE
        assert frozenset({ChangeKind.ACCESS}) in house.listener.changes
        assert house.access is Access.LOCKED

    house.work(taken_away)


def test_who_was_revoked_while_the_program_was_closed_is_locked_by_the_first_round(house: House) -> None:
    house.work(_nothing)
    _revoke(house)
    began = house.clock.now()
    house.work(_round, signs_in=False)
    assert house.record.revoked_at is not None
    assert house.record.revoked_at - began < MINUTE


def test_a_new_sign_in_opens_what_was_revoked(house: House) -> None:
    async def revoked(attendant: Attendant) -> None:
        _revoke(house)
        await attendant.rounds.run(["profile"])

    house.work(revoked)
    assert house.record.revoked_at is not None
    house.work(_nothing)
    assert house.access is Access.OPEN


def test_who_is_blocked_is_removed_by_the_second_answer_within_a_minute(house: House) -> None:
    async def blocked(attendant: Attendant) -> None:
        house.town.order("account", user_name=ELIN, disabled=True)
        began = house.clock.now()
        with pytest.raises(ProblemRaised):
            await _ask(attendant)
        await _until(lambda: house.access is Access.TO_BE_WIPED)
        assert house.clock.now() - began < MINUTE

    house.work(blocked)
    assert house.record.disabled_at is not None


def test_who_is_blocked_and_then_without_a_network_is_locked(house: House) -> None:
    async def blocked(attendant: Attendant) -> None:
        house.town.order("account", user_name=ELIN, disabled=True)
        with pytest.raises(ProblemRaised):
            await _ask(attendant)
        house.town.order("network", online=False)
        await _until(lambda: house.access is Access.LOCKED)

    house.work(blocked)
    assert house.record.disabled_at is None


def test_one_odd_answer_removes_nothing(house: House) -> None:
    async def blocked_for_a_moment(attendant: Attendant) -> None:
        house.town.order("account", user_name=ELIN, disabled=True)
        with pytest.raises(ProblemRaised):
            await _ask(attendant)
        house.town.order("account", user_name=ELIN, disabled=False)
        await _until(lambda: house.access is Access.OPEN)

    house.work(blocked_for_a_moment)
    assert house.record.disabled_at is None


def test_without_a_network_nothing_is_heard_and_nothing_held_against_anybody(house: House) -> None:
    house.work(_nothing)
    before = house.record
    house.town.order("account", user_name=ELIN, disabled=True)
    house.town.order("network", online=False)
    house.work(_round, signs_in=False)
    record = house.record
    assert (record.revoked_at, record.disabled_at, record.confirmed_at) == (None, None, before.confirmed_at)


# The keeper alone


class _Provider:
    """What the keeper asks of ``Entra``."""

    def __init__(self, clock: SkippingClock) -> None:
        self.clock, self.asked, self.tells_time = clock, 0, True
        self.vault = self

    def account(self) -> Account:
        return Account("tenant", "elin", "", "", "")

    def holds_until(self) -> None:
        """A token that the system's broker keeps to itself."""

    def ask_anew(self) -> None:
        """Nothing has been refused yet."""

    def provider_told(self) -> datetime | None:
        return self.clock.now() if self.tells_time else None

    async def token(self, *, refused: str) -> str:
        del refused
        self.asked += 1
        return "token"


@pytest.fixture
def clock() -> SkippingClock:
    return SkippingClock()


@pytest.fixture
def connection() -> Iterator[Connection]:
    with closing(open_in_memory()) as opened:
        yield opened


def _keeper(clock: SkippingClock, *, tells_time: bool = True) -> AccessKeeper:
    stands_in = _Provider(clock)
    stands_in.tells_time = tells_time
    provider: Entra = stands_in  # type: ignore[assignment]
    return AccessKeeper(provider, clock, Listener())


@pytest.mark.parametrize(
    "kind", [ProblemKind.SIGN_IN_NEEDED, ProblemKind.CLAIMS_CHALLENGE, ProblemKind.CONDITIONAL_ACCESS]
)
def test_a_sign_in_that_has_run_out_leaves_it_open_for_the_grace(
    clock: SkippingClock, connection: Connection, kind: ProblemKind
) -> None:
    keeper = _keeper(clock)
    keeper.open(connection)
    keeper.answered(None)
    clock.skipped += 20 * DAY
    keeper.answered(Problem(kind))
    now = standing(access_record(connection), AccessRules(), clock.now())
    assert (now.access, now.days_left) == (Access.IN_GRACE, 10)
    clock.skipped += 71 * DAY
    keeper.answered(Problem(kind))
    now = standing(access_record(connection), AccessRules(), clock.now())
    assert now.access is Access.TO_BE_WIPED, "by the provider's own clock"


def test_a_refusal_that_tells_no_time_gives_none_back_to_whoever_sets_the_clock(
    clock: SkippingClock, connection: Connection
) -> None:
    """One that MSAL repeats, or one of the system's broker: no clock but ours has been heard."""
    keeper = _keeper(clock, tells_time=False)
    keeper.open(connection)
    keeper.answered(None)
    for _ in range(29):
        clock.skipped += DAY
        keeper.look()
    before = access_record(connection).latest_at
    clock.skipped -= 28 * DAY
    keeper.answered(Problem(ProblemKind.SIGN_IN_NEEDED))
    after = access_record(connection).latest_at
    assert before is not None
    assert after is not None
    assert after >= before


def test_time_is_written_down_every_ten_minutes_and_at_the_end(clock: SkippingClock, connection: Connection) -> None:
    keeper = _keeper(clock)
    keeper.open(connection)
    first = access_record(connection).latest_at
    clock.skipped += LOOK_EVERY / 2
    keeper.look()
    assert access_record(connection).latest_at == first
    clock.skipped += LOOK_EVERY / 2
    keeper.look()
    second = access_record(connection).latest_at
    assert second is not None
    assert first is not None
    assert second - first >= LOOK_EVERY
    clock.skipped += MINUTE
    keeper.close()
    third = access_record(connection).latest_at
    assert third is not None
    assert third - second >= MINUTE


def test_what_the_disk_refuses_is_kept_and_written_with_the_next(clock: SkippingClock, connection: Connection) -> None:
    keeper = _keeper(clock)
    keeper.open(connection)
    keeper.answered(None)
    connection.execute("ALTER TABLE mine.access RENAME TO refused")
    keeper.answered(Problem(ProblemKind.ACCESS_REVOKED))
    connection.execute("ALTER TABLE mine.refused RENAME TO access")
    assert access_record(connection).revoked_at is None
    keeper.look()
    clock.skipped += LOOK_EVERY
    keeper.look()
    assert access_record(connection).revoked_at is not None


def test_what_feeds_are_told_meanwhile_is_not_the_second_answer(clock: SkippingClock, connection: Connection) -> None:
    """They are read side by side, and MSAL repeats a refusal for a minute without asking anybody."""
    blocked = Problem(ProblemKind.ACCOUNT_DISABLED)

    async def told() -> None:
        keeper = _keeper(clock)
        keeper.open(connection)
        keeper.answered(None)
        for _ in range(5):
            keeper.answered(blocked)
            clock.skipped += MINUTE / 6
        assert access_record(connection).disabled_at is None
        keeper.close()
        assert access_record(connection).revoked_at is not None, "who ends the program meanwhile finds it locked"

    asyncio.run(told())


def test_an_answer_when_nothing_is_open_is_nobodys(clock: SkippingClock) -> None:
    _keeper(clock).answered(Problem(ProblemKind.ACCESS_REVOKED))


def test_the_second_asking_comes_within_the_minute() -> None:
    assert 5 <= SECONDS_TO_THE_SECOND_ASKING <= 50


def test_a_yes_that_tells_no_time_has_none_of_the_providers(clock: SkippingClock, connection: Connection) -> None:
    """The system's broker; our clock, which may have leapt, would else remove what others have not used."""
    provider = _Provider(clock)
    provider.provider_told = lambda: None  # type: ignore[method-assign]
    keeper = AccessKeeper(provider, clock, Listener())  # type: ignore[arg-type]
    keeper.open(connection)
    keeper.answered(None)
    assert access_record(connection).provider_at is None
