"""One round over feeds that the test writes itself, with a real store."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

import httpx
import pytest

from sync.answer import BookmarkExpired
from sync.clients import Clients
from sync.engine import Engine
from sync.feed import Feed, FeedContext, FeedFunction
from sync.known_facts import StoredFacts
from sync.round_report import RoundReport
from sync.service_gates import ServiceGates
from tests.sync.fakes import MORNING, FakeClock, GivenTokens, Listener, MemoryLedger
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.page import Page
from workplace_app.domain.person import Person
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.feed_ledger import FeedLedger
from workplace_app.store.feed_state_reader import place_state
from workplace_app.store.sync_connection import open_in_memory

Bookmarks = Mapping[str, str]


def person(number: int) -> Person:
    return Person(f"person:{number}", f"Person {number}")


def whole(*numbers: int, bookmark: str | None = None) -> Page:
    facts = tuple(map(person, numbers))
    return Page(facts, bookmark=bookmark, begins_generation=True, ends_generation=True)


def feed(name: str, function: FeedFunction, *, after: tuple[str, ...] = ()) -> Feed:
    return Feed(name, function, "directory", timedelta(hours=1), frozenset({ChangeKind.PEOPLE}), after=after)


def giving(*pages: Page | Exception) -> FeedFunction:
    async def function(_context: FeedContext, _bookmarks: Bookmarks) -> AsyncIterator[Page]:
        for page in pages:
            if isinstance(page, Exception):
                raise page
            yield page

    return function


async def nothing_to_deliver(_patient: bool) -> frozenset[str]:
    return frozenset()


@dataclass
class Workshop:
    """An engine with everything around it, open while the block lasts."""

    feeds: tuple[Feed, ...]
    deliver: Callable[[bool], Coroutine[None, None, frozenset[str]]] = nothing_to_deliver
    me: str = "elin"
    listener: Listener = field(default_factory=Listener)
    clock: FakeClock = field(default_factory=FakeClock)

    def __post_init__(self) -> None:
        self.connection = open_in_memory()
        self.writer = CacheWriter(self.connection)
        self.ledger = FeedLedger(self.connection)

    def names(self) -> set[str]:
        return {row[0] for row in self.connection.execute("SELECT name FROM main.people")}

    def run(self, work: Callable[[Engine], Coroutine[None, None, RoundReport]]) -> RoundReport:
        async def inside() -> RoundReport:
            async with httpx.AsyncClient() as http:
                gates = ServiceGates(MemoryLedger(), self.clock)
                engine = Engine(
                    feeds={each.name: each for each in self.feeds},
                    clients=Clients(Municipality("Nacka"), http, gates, GivenTokens(), self.clock),
                    writer=self.writer,
                    ledger=self.ledger,
                    known=StoredFacts(self.connection, self.clock.now),
                    listener=self.listener,
                    me=self.me,
                    deliver=self.deliver,
                )
                return await work(engine)

        return asyncio.run(inside())

    def round(self, *names: str, target: str | None = None) -> RoundReport:
        chosen = names or tuple(each.name for each in self.feeds)
        return self.run(lambda engine: engine.round(chosen, target))


def test_pages_are_stored_as_they_come_and_their_kinds_announced() -> None:
    shop = Workshop((feed("people", giving(Page((person(1),), begins_generation=True), Page((person(2),)))),))
    report = shop.round()
    assert shop.names() == {"Person 1", "Person 2"}
    assert report.feeds[0].items == 2
    assert shop.listener.changes.count(frozenset({ChangeKind.PEOPLE})) == 2
    assert ChangeKind.FEED_STATE in shop.listener.kinds
    shop.connection.close()


def test_the_first_page_can_be_seen_before_the_second_has_come() -> None:
    seen: list[set[str]] = []

    async def slowly(_context: FeedContext, _bookmarks: Bookmarks) -> AsyncIterator[Page]:
        yield Page((person(1),))
        seen.append(shop.names())
        yield Page((person(2),))

    shop = Workshop((feed("people", slowly),))
    shop.round()
    assert seen == [{"Person 1"}]
    shop.connection.close()


def test_one_feeds_failure_is_its_own() -> None:
    offline = ProblemRaised(Problem(ProblemKind.OFFLINE, service="directory"))
    shop = Workshop((feed("a", giving(whole(1), offline)), feed("b", giving(whole(2))), feed("c", giving(whole(3)))))
    report = shop.round()
    assert [each.problem.kind if each.problem else None for each in report.feeds] == [ProblemKind.OFFLINE, None, None]
    assert shop.names() == {"Person 1", "Person 2", "Person 3"}
    assert report.failed
    assert not report.offline
    state = shop.ledger.states()["a"]
    assert state.problem == offline.problem
    assert state.fetched_at is None
    assert shop.ledger.states()["b"].fetched_at == MORNING
    shop.connection.close()


def test_a_feed_that_found_nothing_to_ask_has_heard_nothing() -> None:
    """It ends well without a network too."""

    async def asking(context: FeedContext, _bookmarks: Bookmarks) -> AsyncIterator[Page]:
        context.web.exchange.usage.requests += 1
        yield whole(1)

    shop = Workshop((feed("resting", giving(whole(2))), feed("asking", asking)))
    shop.round("resting", "asking")
    states = shop.ledger.states()
    assert {name: state.fetched_at for name, state in states.items()} == {"resting": MORNING, "asking": MORNING}
    assert {name: state.answered_at for name, state in states.items()} == {"resting": None, "asking": MORNING}


def test_a_bug_in_one_feed_is_named_and_logged_and_ends_nothing_else(caplog: pytest.LogCaptureFixture) -> None:
    shop = Workshop((feed("a", giving(ZeroDivisionError("secret"))), feed("b", giving(whole(2)))))
    report = shop.round()
    assert report.feeds[0].problem == Problem(ProblemKind.UNEXPECTED, detail="ZeroDivisionError")
    assert report.feeds[1].problem is None
    assert "ZeroDivisionError" in caplog.text
    shop.connection.close()


def test_bookmarks_are_given_back_at_the_next_round() -> None:
    given: list[dict[str, str]] = []

    async def function(_context: FeedContext, bookmarks: Bookmarks) -> AsyncIterator[Page]:
        given.append(dict(bookmarks))
        yield whole(1, bookmark="token")

    shop = Workshop((feed("people", function),))
    shop.round()
    shop.round()
    assert given == [{}, {"": "token"}]
    shop.connection.close()


def test_an_expired_bookmark_that_the_feed_lets_through_is_forgotten_and_the_feed_read_again() -> None:
    given: list[dict[str, str]] = []

    async def function(_context: FeedContext, bookmarks: Bookmarks) -> AsyncIterator[Page]:
        given.append(dict(bookmarks))
        if bookmarks:
            raise BookmarkExpired
        yield whole(1, 2, bookmark="fresh")

    shop = Workshop((feed("people", function),))
    shop.writer.store_page("people", whole(1, 3, bookmark="old"), MORNING)
    assert not shop.round().failed
    assert given == [{"": "old"}, {}]
    assert shop.names() == {"Person 1", "Person 2"}
    shop.connection.close()


def test_a_feed_whose_bookmarks_always_expire_is_a_fault_and_no_loop() -> None:
    shop = Workshop((feed("people", giving(BookmarkExpired())),))
    (report,) = shop.round().feeds
    assert report.problem is not None
    assert report.problem.kind is ProblemKind.UNREADABLE_ANSWER
    shop.connection.close()


def test_a_listing_that_would_empty_the_screen_is_a_problem_until_the_user_says_that_it_is_so() -> None:
    shop = Workshop((feed("people", giving(whole())),))
    shop.writer.store_page("people", whole(*range(50)), MORNING)
    (report,) = shop.round().feeds
    assert report.problem is not None
    assert report.problem.kind is ProblemKind.SUSPICIOUS_EMPTINESS
    assert len(shop.names()) == 50
    (again,) = shop.round().feeds
    assert again.problem == report.problem
    assert len(shop.names()) == 50
    assert shop.writer.believe("people")
    assert not shop.round().failed
    assert shop.names() == set()
    shop.connection.close()


def test_a_list_that_is_doubted_keeps_none_of_the_others_from_being_read() -> None:
    empty = Page(scope="a", begins_generation=True, ends_generation=True)
    shop = Workshop((feed("people", giving(empty, replace(whole(90, 91), scope="b"))),))
    shop.writer.store_page("people", replace(whole(*range(50)), scope="a"), MORNING)
    (report,) = shop.round().feeds
    assert report.problem is not None
    assert report.problem.kind is ProblemKind.SUSPICIOUS_EMPTINESS
    assert len(shop.names()) == 52
    shop.connection.close()


def test_a_feed_that_builds_on_another_waits_for_it_even_when_that_one_fails() -> None:
    order: list[str] = []

    def noting(name: str, *, fails: bool = False) -> FeedFunction:
        async def function(_context: FeedContext, _bookmarks: Bookmarks) -> AsyncIterator[Page]:
            await asyncio.sleep(0)
            order.append(name)
            if fails:
                raise ProblemRaised(Problem(ProblemKind.TIMED_OUT))
            yield Page()

        return function

    files = feed("files", noting("files"), after=("sites", "not in this round"))
    shop = Workshop((files, feed("sites", noting("sites", fails=True))))
    report = shop.round()
    assert order == ["sites", "files"]
    assert [each.name for each in report.feeds] == ["files", "sites"]
    shop.connection.close()


def test_the_outbox_is_delivered_first_and_the_feed_that_shows_it_is_read() -> None:
    order: list[str] = []

    async def deliver(_patient: bool) -> frozenset[str]:
        order.append("outbox")
        return frozenset({"planner:1"})

    async def planner(_context: FeedContext, _bookmarks: Bookmarks) -> AsyncIterator[Page]:
        order.append("planner")
        yield Page()

    shop = Workshop((feed("planner", planner), feed("people", giving(whole(1)))), deliver)
    report = shop.round("people")
    assert order == ["outbox", "planner"]
    assert [each.name for each in report.feeds] == ["people", "planner"]
    shop.connection.close()


def test_nobody_signed_in_means_nothing_to_deliver() -> None:
    async def deliver(_patient: bool) -> frozenset[str]:
        raise AssertionError("there is no outbox of nobody")

    shop = Workshop((feed("people", giving(whole(1))),), deliver, me="")
    assert not shop.round().failed
    shop.connection.close()


def test_an_outbox_that_fails_does_not_keep_the_feeds_from_being_read(caplog: pytest.LogCaptureFixture) -> None:
    async def deliver(_patient: bool) -> frozenset[str]:
        raise ProblemRaised(Problem(ProblemKind.STORE_BUSY))

    shop = Workshop((feed("people", giving(whole(1))),), deliver)
    assert not shop.round().failed
    assert "store_busy" in caplog.text
    shop.connection.close()


def test_progress_counts_feeds_and_items_and_ends() -> None:
    shop = Workshop((feed("a", giving(whole(1, 2))), feed("b", giving(whole(3)))))
    shop.round()
    last = shop.listener.progress[-1]
    assert (last.running, last.feeds_done, last.feeds_total, last.items) == (False, 2, 2, 3)
    assert last.first_round
    assert last.ended_at == MORNING
    assert shop.listener.progress[0].running
    shop.round()
    assert not shop.listener.progress[-1].first_round
    shop.connection.close()


def test_a_round_without_a_network_says_so() -> None:
    offline = ProblemRaised(Problem(ProblemKind.OFFLINE))
    shop = Workshop((feed("a", giving(offline)), feed("b", giving(offline))))
    assert shop.round().offline
    assert shop.listener.progress[-1].offline
    shop.connection.close()


def test_opening_a_conversation_is_told_to_the_feed_and_makes_no_noise_in_the_progress_line() -> None:
    targets: list[str | None] = []

    async def function(context: FeedContext, _bookmarks: Bookmarks) -> AsyncIterator[Page]:
        targets.append(context.target)
        yield Page()

    shop = Workshop((feed("chats", function),))
    shop.round("chats", target="chat:1")
    assert targets == ["chat:1"]
    assert shop.listener.progress == []
    shop.connection.close()


def test_a_conversation_that_is_opened_says_nothing_of_the_feeds_age_or_of_another_conversations() -> None:
    async def function(context: FeedContext, _bookmarks: Bookmarks) -> AsyncIterator[Page]:
        if context.target == "chat:2":
            raise ProblemRaised(Problem(ProblemKind.CONSENT_MISSING, scope="Chat.Read"))
        yield Page()

    shop = Workshop((feed("chats", function),))
    shop.round("chats", target="chat:1")
    shop.clock.moment += timedelta(minutes=40)
    shop.round("chats", target="chat:2")
    shop.round("chats")
    assert place_state(shop.connection, "chat:1").fetched_at == MORNING
    second = place_state(shop.connection, "chat:2")
    assert (second.fetched_at, second.problem) == (None, Problem(ProblemKind.CONSENT_MISSING, scope="Chat.Read"))
    assert shop.ledger.states()["chats"].fetched_at == MORNING + timedelta(minutes=40)
    assert shop.ledger.states()["chats"].problem is None
    shop.connection.close()


def test_what_was_delivered_beside_an_opened_conversation_is_read_whole() -> None:
    targets: dict[str, str | None] = {}

    def noting(name: str) -> FeedFunction:
        async def function(context: FeedContext, _bookmarks: Bookmarks) -> AsyncIterator[Page]:
            targets[name] = context.target
            yield Page()

        return function

    async def deliver(_patient: bool) -> frozenset[str]:
        return frozenset({"planner:1"})

    shop = Workshop((feed("chats", noting("chats")), feed("planner", noting("planner"))), deliver)
    shop.round("chats", target="chat:1")
    assert targets == {"chats": "chat:1", "planner": None}
    assert set(shop.ledger.states()) == {"planner"}
    shop.connection.close()


def test_the_places_in_which_something_was_said_are_read_each_by_itself() -> None:
    targets: list[str | None] = []

    async def function(context: FeedContext, _bookmarks: Bookmarks) -> AsyncIterator[Page]:
        targets.append(context.target)
        yield Page()

    async def deliver(_patient: bool) -> frozenset[str]:
        return frozenset({"channel:1/1", "channel:1/2", "chat:1"})

    shop = Workshop((feed("chats", function), feed("channel_messages", function)), deliver)
    report = shop.round("chats")  # the list of chats, which shows nobody's words
    assert sorted(map(str, targets)) == ["None", "channel:1/1", "channel:1/2", "chat:1"]
    assert len(report.feeds) == 4
    assert place_state(shop.connection, "channel:1/2").fetched_at is not None
    shop.connection.close()


def test_a_feed_that_is_being_read_is_not_read_twice_at_once() -> None:
    calls = 0

    async def function(_context: FeedContext, _bookmarks: Bookmarks) -> AsyncIterator[Page]:
        nonlocal calls
        calls += 1
        for _ in range(5):
            await asyncio.sleep(0)
        yield Page()

    async def twice(engine: Engine) -> RoundReport:
        first, second = await asyncio.gather(engine.round(["people"]), engine.round(["people"]))
        assert len(first.feeds) + len(second.feeds) == 1
        return first

    shop = Workshop((feed("people", function),))
    shop.run(twice)
    assert calls == 1
    shop.connection.close()


def test_a_cancelled_round_keeps_whole_pages_and_leaves_the_feed_interrupted() -> None:
    reached = asyncio.Event()

    async def function(_context: FeedContext, _bookmarks: Bookmarks) -> AsyncIterator[Page]:
        yield Page((person(1),), bookmark="after 1")
        reached.set()
        await asyncio.Event().wait()

    async def cancel(engine: Engine) -> RoundReport:
        task = asyncio.ensure_future(engine.round(["people"]))
        await reached.wait()
        task.cancel()
        await asyncio.wait({task})
        assert task.cancelled()
        assert not engine.is_reading("people")
        return RoundReport()

    shop = Workshop((feed("people", function),))
    shop.run(cancel)
    assert shop.writer.bookmarks("people") == {"": "after 1"}
    state = shop.ledger.states()["people"]
    assert (state.attempted_at, state.fetched_at, state.problem) == (MORNING, None, None)
    shop.connection.close()


def test_the_report_is_what_the_command_line_promises() -> None:
    unreadable = Problem(ProblemKind.UNREADABLE_ITEM, service="directory", item_id="7")
    missing = ProblemRaised(Problem(ProblemKind.CONSENT_MISSING, scope="User.Read.All"))
    page = Page((person(1),), problems=(unreadable,))
    shop = Workshop((feed("people", giving(page)), feed("teams", giving(missing))))
    assert shop.round().as_json() == {
        "feeds": [
            {
                "name": "people",
                "requests": 0,
                "items": 1,
                "bytes": 0,
                "ms": 0,
                "problems": [{"kind": "unreadable_item", "service": "directory", "item": "7"}],
            },
            {
                "name": "teams",
                "requests": 0,
                "items": 0,
                "bytes": 0,
                "ms": 0,
                "problems": [{"kind": "consent_missing", "scope": "User.Read.All"}],
            },
        ]
    }
    shop.connection.close()
