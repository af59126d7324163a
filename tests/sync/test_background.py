"""Sync's thread as the composition root uses it: real sockets, real tokens, a real store on the disk."""

import asyncio
import gc
import json
import secrets
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import groupby
from pathlib import Path

import pytest

from sync.attendant import Attendant
from sync.background import Background
from sync.feed import Feed, FeedContext
from sync.once import run_once
from sync.rounds import Rounds
from sync.settings import Settings
from tests.demo.town_thread import Town
from tests.sync.fakes import Listener
from workplace_app.demo.robot_browser import RobotBrowser
from workplace_app.domain.account import Account
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.configuration import CmsSource
from workplace_app.domain.configuration_reading import municipality_from_json
from workplace_app.domain.feed_state import FeedState
from workplace_app.domain.page import Page
from workplace_app.domain.person import Person
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.sign_in import SignInState, SignInStep
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection import StoreFiles, open_for_screen
from workplace_app.store.feed_ledger import FeedLedger
from workplace_app.store.sync_connection import open_for_sync

ELIN = "elin.ekhamn@nacka.example"
PATIENCE_SECONDS = 20
OFFLINE = SyncProgress(False, offline=True)


class WaitingListener(Listener):
    """Lets the test's thread wait until something has been told."""

    def __init__(self) -> None:
        super().__init__()
        self._told = threading.Condition()

    def changed(self, kinds: frozenset[ChangeKind]) -> None:
        with self._told:
            super().changed(kinds)
            self._told.notify_all()

    def progress_changed(self, progress: SyncProgress) -> None:
        with self._told:
            super().progress_changed(progress)
            self._told.notify_all()

    def sign_in_changed(self, state: SignInState) -> None:
        with self._told:
            super().sign_in_changed(state)
            self._told.notify_all()

    def wait_for(self, condition: Callable[[], bool]) -> None:
        with self._told:
            assert self._told.wait_for(condition, PATIENCE_SECONDS), self.steps

    def wait_for_step(self, step: SignInStep) -> SignInState:
        self.wait_for(lambda: step in self.steps)
        return next(state for state in self.sign_in if state.step is step)

    def wait_for_rounds(self, number: int) -> None:
        self.wait_for(lambda: sum(each.ended_at is not None for each in self.progress) >= number)


@dataclass(frozen=True)
class Opened:
    """A store's files and key."""

    files: StoreFiles
    key: bytes


async def me(context: FeedContext, _bookmarks: Mapping[str, str]) -> AsyncIterator[Page]:
    await context.graph.get("/me")
    yield Page((Person("person:me", f"I am {context.me[:4]}"),), begins_generation=True, ends_generation=True)


async def news(context: FeedContext, _bookmarks: Mapping[str, str]) -> AsyncIterator[Page]:
    assert context.cms is not None
    yield Page((Person("person:public", "Public"),))


async def said(context: FeedContext, _bookmarks: Mapping[str, str]) -> AsyncIterator[Page]:
    yield Page((Person(f"person:{context.target}", f"Said in {context.target}"),), scope=context.target or "")


DAY = timedelta(days=1)
KINDS = frozenset({ChangeKind.PEOPLE})
FEEDS = (
    Feed("profile", me, "directory", DAY, KINDS, scopes=("User.Read",)),
    Feed("public_news", news, "public", DAY, KINDS, needs_sign_in=False),
    Feed("chats", said, "teams", DAY, KINDS, on_demand=True),
)


@dataclass
class House:
    """A computer with a folder, a browser and sync."""

    town: Town
    folder: Path
    browser: Callable[[str], bool]
    listener: WaitingListener = field(default_factory=WaitingListener)
    accounts: list[Account] = field(default_factory=list)
    background: Background | None = None

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.opened = Opened(StoreFiles.in_folder(self.folder), secrets.token_bytes(32))

    def open_account(self, account: Account) -> Opened:
        self.accounts.append(account)
        return self.opened

    @property
    def settings(self) -> Settings:
        municipality = municipality_from_json(self.town.configuration)
        return Settings(municipality, self.listener, self.open_account, self.browser, FEEDS)

    def start(
        self, opened: Opened | None = None, *, open_account: Callable[[Account], Opened] | None = None
    ) -> Background:
        self.listener = WaitingListener()
        settings = self.settings
        self.background = Background(settings if open_account is None else replace(settings, open_account=open_account))
        self.background.start(opened)
        return self.background

    def stop(self) -> None:
        if self.background is not None:
            self.background.stop()
            self.background = None

    def names(self) -> set[str]:
        connection = open_for_screen(self.opened.files, self.opened.key)
        try:
            return {row[0] for row in connection.execute("SELECT name FROM main.people")}
        finally:
            connection.close()


@pytest.fixture
def house(town: Town, tmp_path: Path) -> Iterator[House]:
    lived_in = House(town, tmp_path / "account", RobotBrowser(ELIN).open)
    yield lived_in
    lived_in.stop()
    assert not [thread for thread in threading.enumerate() if thread.name == "sync"]


def test_signing_in_opens_the_store_and_reads_everything_that_is_due(house: House) -> None:
    background = house.start()
    house.listener.wait_for_step(SignInStep.SIGNED_OUT)
    background.sign_in()
    state = house.listener.wait_for_step(SignInStep.SIGNED_IN)
    assert state.account is not None
    assert state.account.user_name == ELIN
    house.listener.wait_for_rounds(1)
    assert house.names() == {f"I am {state.account.object_id[:4]}", "Public"}
    assert house.accounts == [state.account]


def test_the_next_start_knows_who_it_is_without_asking_anybody(house: House) -> None:
    background = house.start()
    background.sign_in()
    house.listener.wait_for_rounds(1)
    house.stop()
    house.town.order("network", online=False)
    house.start(house.opened)
    state = house.listener.wait_for_step(SignInStep.SIGNED_IN)
    assert state.account is not None
    assert state.account.user_name == ELIN
    assert "Public" in house.names()


def test_a_round_that_is_not_due_is_read_when_it_is_asked_for(house: House) -> None:
    background = house.start()
    background.sign_in()
    house.listener.wait_for_rounds(1)
    house.town.order("requests/reset")
    background.refresh(frozenset({"profile"}))
    house.listener.wait_for_rounds(2)
    assert house.town.look("requests", path="/v1.0/me")["total"] == 1


def test_a_conversation_is_read_when_it_is_opened_and_not_before(house: House) -> None:
    background = house.start()
    background.sign_in()
    house.listener.wait_for_rounds(1)
    assert not any(name.startswith("Said") for name in house.names())
    background.open_conversation("chat:19")
    house.listener.wait_for(lambda: "Said in chat:19" in house.names())
    background.open_conversation("site:1")  # there is nothing to read there


def test_what_a_source_no_longer_names_stays_until_the_user_says_that_it_is_gone(house: House) -> None:
    background = house.start()
    background.sign_in()
    house.listener.wait_for_rounds(1)
    house.stop()
    connection = open_for_sync(house.opened.files, house.opened.key)
    everyone = tuple(Person(f"person:{number}", f"Person {number}") for number in range(30))
    page = Page(everyone, begins_generation=True, ends_generation=True)
    CacheWriter(connection).store_page("profile", page, datetime.now(UTC), confirmed=True)
    connection.close()
    background = house.start(house.opened)
    house.listener.wait_for_step(SignInStep.SIGNED_IN)
    background.refresh(frozenset({"profile"}))
    house.listener.wait_for_rounds(1)
    assert "Person 29" in house.names()
    background.believe("profile")
    house.listener.wait_for(lambda: "Person 29" not in house.names())
    background.believe("profile")  # nothing is in doubt: nothing happens


def test_cancelling_in_the_window_is_told_as_cancelled(house: House) -> None:
    house.browser = lambda _address: True
    background = house.start()
    background.sign_in()
    house.listener.wait_for_step(SignInStep.WAITING_FOR_BROWSER)
    background.cancel_sign_in()
    state = house.listener.wait_for_step(SignInStep.FAILED)
    assert state.problem is not None
    assert state.problem.kind is ProblemKind.SIGN_IN_CANCELLED
    assert house.accounts == []


def test_trying_again_ends_the_first_try(house: House) -> None:
    asked = threading.Event()

    def first_nothing_then_robot(address: str) -> bool:
        if asked.is_set():
            return RobotBrowser(ELIN).open(address)
        asked.set()
        return True

    house.browser = first_nothing_then_robot
    background = house.start()
    background.sign_in()
    assert asked.wait(PATIENCE_SECONDS)
    background.sign_in()
    house.listener.wait_for_step(SignInStep.SIGNED_IN)
    assert house.listener.steps.count(SignInStep.FAILED) == 1


def test_signing_out_closes_the_store_and_leaves_no_token_in_it(house: House) -> None:
    background = house.start()
    background.sign_in()
    house.listener.wait_for_rounds(1)
    background.sign_out()
    assert house.listener.steps[-1] is SignInStep.SIGNED_OUT
    house.stop()
    house.start(house.opened)
    house.listener.wait_for_step(SignInStep.SIGNED_OUT)


def test_leaving_an_account_closes_its_store_and_keeps_its_tokens_in_it(house: House, tmp_path: Path) -> None:
    background = house.start()
    background.sign_in()
    house.listener.wait_for_rounds(1)
    background.leave_account()
    assert house.listener.steps[-1] is SignInStep.SIGNED_OUT
    folder = tmp_path / "public"
    folder.mkdir()
    background.take_up(Opened(StoreFiles.in_folder(folder), secrets.token_bytes(32)))
    house.listener.wait_for_rounds(2)
    house.town.order("requests/reset")
    background.refresh(frozenset({"profile", "public_news"}))
    house.listener.wait_for_rounds(3)
    assert house.town.look("requests", path="/v1.0/me")["total"] == 0, "nobody is there any more"
    house.listener.sign_in.clear()
    background.take_up(house.opened)
    state = house.listener.wait_for_step(SignInStep.SIGNED_IN)
    assert state.account is not None
    assert state.account.user_name == ELIN
    background.refresh(frozenset({"profile"}))
    house.listener.wait_for(lambda: house.town.look("requests", path="/v1.0/me")["total"] > 0)


def test_leaving_holds_the_key_no_longer(house: House) -> None:
    background = house.start(house.opened)
    background.sign_in()
    house.listener.wait_for_rounds(1)
    background.leave_account()
    files, house.opened = house.opened.files, Opened(house.opened.files, b"another")
    gc.collect()
    holders = [each for each in gc.get_objects() if isinstance(each, Opened) and each.files is files]
    assert holders == [house.opened], "sync has let go of what it was given"


def test_who_locks_while_the_account_is_still_being_taken_up_leaves_nobody_signed_in(house: House) -> None:
    """Unlocked, and locked again at once: sync was still closing what is open to all."""
    house.start().sign_in()
    house.listener.wait_for_rounds(1)
    house.stop()

    async def unlocks_and_locks() -> None:
        async with Attendant(house.settings) as attendant:
            attendant.take_up(house.opened)
            attendant.take_up(house.opened)
            await attendant.leave_account()
            assert not attendant.signed_in

    house.listener.sign_in.clear()
    asyncio.run(unlocks_and_locks())
    assert house.listener.steps == [SignInStep.SIGNED_IN, SignInStep.SIGNED_OUT]


def test_a_store_that_cannot_be_opened_after_signing_in_leaves_the_one_before_going_on(house: House) -> None:
    def refuses(account: Account) -> Opened:
        raise ProblemRaised(Problem(ProblemKind.LOCKED_HERE))

    background = house.start(house.opened, open_account=refuses)
    house.listener.wait_for_step(SignInStep.SIGNED_OUT)
    background.sign_in()
    state = house.listener.wait_for_step(SignInStep.FAILED)
    assert state.problem == Problem(ProblemKind.LOCKED_HERE)
    house.town.order("requests/reset")
    rounds = len(house.listener.progress)
    background.refresh(frozenset({"public_news", "profile"}))
    house.listener.wait_for(lambda: len(house.listener.progress) >= rounds + 2)
    assert house.town.look("requests", path="/v1.0/me")["total"] == 0, "nobody is signed in"


def test_after_signing_out_the_public_store_is_taken_up_and_read(house: House, tmp_path: Path) -> None:
    background = house.start()
    background.sign_in()
    house.listener.wait_for_rounds(1)
    background.sign_out()
    folder = tmp_path / "public"
    folder.mkdir()
    public = Opened(StoreFiles.in_folder(folder), secrets.token_bytes(32))
    background.take_up(public)
    house.listener.wait_for_rounds(2)
    connection = open_for_screen(public.files, public.key)
    assert connection.execute("SELECT name FROM main.people").fetchall() == [("Public",)]
    connection.close()


def test_an_account_whose_key_could_not_be_had_before_is_taken_up_in_place_of_the_public_store(
    house: House, tmp_path: Path
) -> None:
    background = house.start()
    background.sign_in()
    house.listener.wait_for_rounds(1)
    house.stop()
    folder = tmp_path / "public"
    folder.mkdir()
    background = house.start(Opened(StoreFiles.in_folder(folder), secrets.token_bytes(32)))
    house.listener.wait_for_step(SignInStep.SIGNED_OUT)
    house.listener.wait_for_rounds(1)
    house.town.order("requests/reset")
    background.take_up(house.opened)
    state = house.listener.wait_for_step(SignInStep.SIGNED_IN)
    assert state.account is not None
    assert state.account.user_name == ELIN
    background.refresh(frozenset({"profile"}))
    house.listener.wait_for(lambda: house.town.look("requests", path="/v1.0/me")["total"] > 0)


def test_another_device_signs_in_with_a_code(house: House) -> None:
    background = house.start()
    background.sign_in_with_device_code()
    shown = house.listener.wait_for_step(SignInStep.WAITING_FOR_DEVICE_CODE)
    assert shown.address is not None
    assert shown.user_code is not None
    RobotBrowser(ELIN).enter_code(shown.address, shown.user_code)
    house.listener.wait_for_step(SignInStep.SIGNED_IN)


def test_a_store_that_cannot_be_opened_is_told_and_sync_goes_on_listening(house: House) -> None:
    background = house.start()
    background.sign_in()
    house.listener.wait_for_rounds(1)
    house.stop()
    background = house.start(Opened(house.opened.files, secrets.token_bytes(32)))
    state = house.listener.wait_for_step(SignInStep.FAILED)
    assert state.problem is not None
    assert state.problem.kind is ProblemKind.KEY_DOES_NOT_FIT
    background.sign_in()
    house.listener.wait_for_step(SignInStep.SIGNED_IN)


def test_when_the_network_is_back_what_failed_is_tried_at_once(house: House) -> None:
    background = house.start()
    background.sign_in()
    house.listener.wait_for_rounds(1)
    house.town.order("network", origin="graph", online=False)
    background.network_changed(False)
    background.refresh(frozenset({"profile"}))
    house.listener.wait_for_rounds(2)
    house.town.order("network", origin="graph", online=True)
    background.network_changed(True)
    house.listener.wait_for_rounds(3)
    assert not house.listener.progress[-1].offline


def test_a_network_that_was_not_there_at_the_start_is_used_as_soon_as_there_is_one(house: House) -> None:
    background = house.start()
    background.sign_in()
    house.listener.wait_for_rounds(1)
    house.town.order("network", origin="graph", online=False)
    background.refresh(frozenset({"profile"}))
    house.listener.wait_for_rounds(2)
    house.town.order("network", origin="graph", online=True)
    background.network_changed(True)  # nobody has ever said that it was gone
    house.listener.wait_for_rounds(3)
    assert not house.listener.progress[-1].offline


def test_a_network_that_goes_and_comes_is_told_at_once_though_nothing_is_due(house: House) -> None:
    background = house.start()
    background.sign_in()
    house.listener.wait_for_rounds(1)
    background.network_changed(True)  # as it was
    background.network_changed(False)
    house.listener.wait_for(lambda: OFFLINE in house.listener.progress)
    background.network_changed(False)
    background.network_changed(True)
    house.listener.wait_for(lambda: SyncProgress(False) in house.listener.progress)
    # A round that is under way tells its own steps between these, and may end while there is no network.
    told = [each.offline for each in house.listener.progress if each in (SyncProgress(False), OFFLINE)]
    assert [offline for offline, _ in groupby(told)] == [True, False]


def test_a_round_that_ends_after_the_network_has_gone_does_not_say_that_it_is_there(house: House) -> None:
    may_end = threading.Event()

    async def slow(_context: FeedContext, _bookmarks: Mapping[str, str]) -> AsyncIterator[Page]:
        yield Page((Person("person:slow", "Slow"),))
        await asyncio.to_thread(may_end.wait, PATIENCE_SECONDS)

    feed = Feed("public_news", slow, "public", DAY, KINDS, needs_sign_in=False)
    house.background = Background(replace(house.settings, feeds=(feed,)))
    house.background.start(house.opened)
    house.listener.wait_for(lambda: any(each.running for each in house.listener.progress))
    house.background.network_changed(False)
    house.listener.wait_for(lambda: any(each.offline for each in house.listener.progress))
    may_end.set()
    house.listener.wait_for_rounds(1)
    house.listener.wait_for(lambda: house.listener.progress[-1].offline)
    house.background.network_changed(True)
    house.listener.wait_for(lambda: not house.listener.progress[-1].offline)


def test_a_municipality_without_a_tenant_reads_what_is_public(house: House) -> None:
    house.start(house.opened)
    house.listener.wait_for_step(SignInStep.SIGNED_OUT)
    house.listener.wait_for_rounds(1)
    assert house.names() == {"Public"}


def test_what_was_never_started_can_be_stopped(house: House) -> None:
    background = Background(house.settings)
    background.refresh(frozenset())
    background.stop()


def test_orders_after_the_end_are_dropped(house: House) -> None:
    background = house.start()
    house.listener.wait_for_step(SignInStep.SIGNED_OUT)
    house.stop()
    background.refresh(frozenset())
    background.cancel_sign_in()


def test_one_round_without_a_window_signs_in_once_and_then_goes_on_by_itself(house: House) -> None:
    first = run_once(house.settings)
    assert [feed.name for feed in first.feeds] == ["profile", "public_news"]
    assert not first.failed
    house.browser = lambda _address: pytest.fail("nobody should be asked again")
    second = run_once(house.settings, house.opened)
    assert second.feeds[0].requests == 1


def revoke(house: House) -> None:
    """All of Elin's tokens are dead."""
    house.town.order("revoke", user_name=ELIN)


def test_a_sign_in_that_no_longer_holds_is_told_by_the_round_and_nobody_is_asked(house: House) -> None:
    run_once(house.settings)
    revoke(house)
    house.browser = lambda _address: pytest.fail("nobody is there to be asked")
    report = run_once(house.settings, house.opened)
    assert report.needs_sign_in
    assert report.failed


def test_a_sign_in_that_no_longer_holds_is_renewed_once_where_that_is_wanted(house: House) -> None:
    run_once(house.settings)
    revoke(house)
    asked: list[str] = []

    def browser(address: str) -> bool:
        asked.append(address)
        return RobotBrowser(ELIN).open(address)

    house.browser = browser
    report = run_once(house.settings, house.opened, renew_sign_in=True)
    assert [feed.name for feed in report.feeds] == ["profile", "public_news"]
    assert not report.failed
    assert len(asked) == 1


def test_one_round_without_a_window_says_why_nobody_could_sign_in(house: House) -> None:
    house.browser = RobotBrowser(ELIN, cancels=True).open
    with pytest.raises(ProblemRaised) as raised:
        run_once(house.settings)
    assert raised.value.problem.kind is ProblemKind.SIGN_IN_CANCELLED


@pytest.mark.parametrize(("scope", "reader"), [("api://cms.nacka.example/Content.Read", "Elin Ekhamn"), ("", None)])
def test_the_cms_gets_a_token_of_its_own_where_it_asks_for_one(house: House, scope: str, reader: str | None) -> None:
    answers: list[bytes] = []

    async def staff_news(context: FeedContext, _bookmarks: Mapping[str, str]) -> AsyncIterator[Page]:
        assert context.cms is not None
        answers.append((await context.cms.get("/nyheter")).content)
        yield Page()

    feed = Feed("intranet_news", staff_news, "cms", DAY, frozenset({ChangeKind.NEWS}))
    municipality = replace(
        house.settings.municipality, cms=CmsSource(house.town.cms_origin, "news", "disruptions", scope=scope)
    )
    assert not run_once(replace(house.settings, municipality=municipality, feeds=(feed,))).failed
    assert json.loads(answers[0])["reader"] == reader


def test_a_retry_after_is_obeyed_across_a_restart(house: House) -> None:
    assert not run_once(house.settings).failed
    house.town.order("faults", origin="graph", kind="throttled", retry_after="3600", times=1)
    throttled = run_once(house.settings, house.opened).feeds[0].problem
    assert throttled is not None
    assert throttled.kind is ProblemKind.THROTTLED
    house.town.order("requests/reset")
    again = run_once(house.settings, house.opened).feeds[0]
    assert again.problem is not None
    assert throttled.retry_at is not None
    assert again.problem.retry_at is not None
    assert abs(again.problem.retry_at - throttled.retry_at) <= timedelta(milliseconds=1)  # what the store keeps
    assert house.town.look("requests", path="/v1.0/me")["total"] == 0


def test_a_certificate_file_that_is_not_there_is_told_and_the_thread_ends(house: House, tmp_path: Path) -> None:
    municipality = replace(house.settings.municipality, ca_file=str(tmp_path / "nothing.pem"))
    house.background = Background(replace(house.settings, municipality=municipality))
    house.background.start()
    state = house.listener.wait_for_step(SignInStep.FAILED)
    assert state.problem is not None
    assert state.problem.kind is ProblemKind.CONFIGURATION_WRONG
    assert house.listener.progress[-1].stopped_by == state.problem


@pytest.mark.parametrize(
    "ask",
    [
        lambda background: background.sign_in(),
        lambda background: background.sign_in_with_device_code(),
        lambda background: background.refresh(frozenset()),
        lambda background: background.open_conversation("chat:19"),
    ],
)
def test_when_sync_could_not_begin_whoever_asks_is_told_each_time(
    house: House, tmp_path: Path, ask: Callable[[Background], None]
) -> None:
    municipality = replace(house.settings.municipality, ca_file=str(tmp_path / "nothing.pem"))
    house.background = Background(replace(house.settings, municipality=municipality))
    ask(house.background)  # before it has begun
    house.background.start()
    house.listener.wait_for(lambda: len(house.listener.steps) == 2)
    ask(house.background)
    house.listener.wait_for(lambda: len(house.listener.steps) == 3)
    house.background.network_changed(False)  # nobody has asked for that
    house.background.sign_out()
    assert house.listener.steps == [SignInStep.FAILED] * 3 + [SignInStep.SIGNED_OUT]


def test_a_store_that_is_busy_for_a_moment_does_not_end_the_schedule(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy = [Problem(ProblemKind.STORE_BUSY, service="store")]
    really = FeedLedger.states

    def states(ledger: FeedLedger) -> dict[str, FeedState]:
        if busy:
            raise ProblemRaised(busy.pop())
        return really(ledger)

    monkeypatch.setattr(FeedLedger, "states", states)
    background = house.start(house.opened)
    house.listener.wait_for_step(SignInStep.SIGNED_OUT)
    background.refresh(frozenset())
    background.refresh(frozenset())
    house.listener.wait_for_rounds(1)
    assert not busy


def test_a_round_that_is_asked_for_while_somebody_signs_out_finds_no_store(house: House) -> None:
    background = house.start()
    background.sign_in()
    house.listener.wait_for_rounds(1)
    house.town.order("faults", origin="graph", kind="silent", path="/v1.0/me", times=5, seconds=30)
    background.refresh(frozenset({"profile"}))
    house.listener.wait_for(lambda: sum(each.running for each in house.listener.progress) >= 3)
    for _ in range(20):
        background.refresh(frozenset({"public_news"}))
    background.sign_out()
    ended = len(house.listener.changes)
    background.refresh(frozenset({"public_news"}))
    house.stop()
    assert len(house.listener.changes) == ended
    assert house.listener.steps[-1] is SignInStep.SIGNED_OUT


def test_the_public_store_does_not_push_out_who_has_signed_in_meanwhile(house: House, tmp_path: Path) -> None:
    background = house.start()
    background.sign_in()
    house.listener.wait_for_rounds(1)
    background.take_up(Opened(StoreFiles.in_folder(tmp_path), secrets.token_bytes(32)))
    background.refresh(frozenset({"profile"}))
    house.listener.wait_for_rounds(2)
    assert house.listener.steps[-1] is SignInStep.SIGNED_IN
    assert not house.listener.progress[-1].offline


def test_what_nobody_foresaw_ends_sync_and_is_told(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def moments(_rounds: Rounds, _now: datetime) -> dict[str, datetime | None]:
        raise ZeroDivisionError

    monkeypatch.setattr(Rounds, "_moments", moments)
    background = house.start(house.opened)
    state = house.listener.wait_for_step(SignInStep.FAILED)
    assert state.problem == Problem(ProblemKind.UNEXPECTED, detail="ZeroDivisionError")
    background.sign_in()
    house.listener.wait_for(lambda: house.listener.steps.count(SignInStep.FAILED) == 2)
    background.sign_out()
    assert house.listener.steps[-1] is SignInStep.SIGNED_OUT
    assert "ZeroDivisionError" in caplog.text
