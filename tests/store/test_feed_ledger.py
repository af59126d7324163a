"""How each feed and each place fared, and pauses that services asked for; both survive a restart."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from tests.store.many_facts import tasks, workspaces
from tests.store.stored import KEY, NOW, ago, ahead, keep
from workplace_app.domain.feed_state import FeedState, PlaceState
from workplace_app.domain.page import Page
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection import StoreFiles, unlock
from workplace_app.store.connection_type import Connection
from workplace_app.store.feed_ledger import FeedLedger
from workplace_app.store.feed_state_reader import feed_state, feed_states, place_state
from workplace_app.store.migrations import cache_migrations
from workplace_app.store.moments import to_milliseconds
from workplace_app.store.sync_connection import open_for_sync

THROTTLED = Problem(ProblemKind.THROTTLED, service="planner", retry_at=ahead(minutes=8), scope="a", detail="429")


def test_a_feed_nobody_has_tried_is_unknown(sync: Connection, screen: Connection) -> None:
    assert feed_states(screen) == {}
    assert feed_state(screen, "planner") == FeedState("planner")


def test_the_age_of_facts_survives_a_failure_and_the_failure_does_not_survive_a_success(
    writer: CacheWriter, sync: Connection, screen: Connection
) -> None:
    ledger = FeedLedger(sync)
    keep(writer, *tasks(3), feed="planner")
    ledger.begin("planner", ago(minutes=10))
    assert ledger.states()["planner"] == FeedState("planner", None, ago(minutes=10), None, 3)
    ledger.succeed("planner", ago(minutes=9))
    ledger.begin("planner", NOW)
    ledger.fail("planner", THROTTLED, NOW)
    assert feed_state(screen, "planner") == FeedState("planner", ago(minutes=9), NOW, THROTTLED, 3, ago(minutes=9))
    ledger.succeed("planner", ahead(minutes=1))
    assert feed_state(screen, "planner") == FeedState("planner", ahead(minutes=1), NOW, None, 3, ahead(minutes=1))


def test_a_feed_that_rested_ends_well_and_its_source_has_not_answered(sync: Connection, screen: Connection) -> None:
    ledger = FeedLedger(sync)
    ledger.begin("pictures", ago(minutes=20))
    ledger.rest("pictures", ago(minutes=20))
    assert feed_state(screen, "pictures") == FeedState("pictures", ago(minutes=20), ago(minutes=20))
    ledger.succeed("pictures", ago(minutes=10))
    ledger.fail("pictures", THROTTLED, ago(minutes=5))
    ledger.rest("pictures", NOW)
    assert feed_state(screen, "pictures") == FeedState("pictures", NOW, ago(minutes=20), answered_at=ago(minutes=10))


def test_a_place_that_is_read_has_an_age_of_its_own_and_its_feed_none(sync: Connection, screen: Connection) -> None:
    ledger = FeedLedger(sync)
    ledger.begin("channel_messages", ago(minutes=40), "channel:a")
    assert place_state(screen, "channel:a") == PlaceState("channel:a", None, ago(minutes=40))
    ledger.succeed("channel_messages", ago(minutes=40), "channel:a")
    ledger.begin("channel_messages", NOW, "channel:b")
    ledger.fail("channel_messages", THROTTLED, NOW, "channel:b")
    assert place_state(screen, "channel:a") == PlaceState("channel:a", ago(minutes=40), ago(minutes=40))
    assert place_state(screen, "channel:b") == PlaceState("channel:b", None, NOW, THROTTLED)
    assert place_state(screen, "channel:c") == PlaceState("channel:c")
    assert feed_states(screen) == {}


def test_the_age_of_a_place_goes_with_the_place(writer: CacheWriter, sync: Connection, screen: Connection) -> None:
    ledger = FeedLedger(sync)
    kept, gone = workspaces(2)
    keep(writer, kept, gone, feed="chats")
    for place in (kept, gone):
        ledger.succeed("chats", NOW, place.id)
    writer.store_page("chats", Page((), removed=(gone.id,)), NOW)
    assert place_state(screen, kept.id).fetched_at == NOW
    assert place_state(screen, gone.id) == PlaceState(gone.id)


def test_a_pause_is_obeyed_after_a_restart_and_never_shortened(files: StoreFiles, sync: Connection) -> None:
    ledger = FeedLedger(sync)
    assert ledger.paused_until("planner") is None
    ledger.pause("planner", ahead(minutes=10))
    ledger.pause("planner", ahead(minutes=5))
    sync.close()
    again = open_for_sync(files, KEY)
    assert FeedLedger(again).paused_until("planner") == ahead(minutes=10)
    again.close()


def test_a_problem_of_a_later_version_is_told_as_unexpected(sync: Connection, screen: Connection) -> None:
    FeedLedger(sync).fail("planner", THROTTLED, NOW)
    sync.execute("UPDATE feed_states SET problem = replace(problem, 'throttled', 'not yet invented')")
    problem = feed_state(screen, "planner").problem
    assert problem is not None
    assert problem.kind is ProblemKind.UNEXPECTED


def test_of_what_an_earlier_version_kept_only_feeds_that_always_ask_are_known_to_have_been_answered(
    files: StoreFiles,
) -> None:
    connection = dbapi2.connect(files.cache, isolation_level=None)
    unlock(connection, KEY)
    cache_migrations.apply(Database(connection), stop_before="add_answers_of_sources")
    for feed in ("planner", "pictures", "remarks"):
        connection.execute("INSERT INTO feed_states (feed, fetched_at) VALUES (?, ?)", (feed, to_milliseconds(NOW)))
    connection.execute("PRAGMA user_version = 5")
    connection.close()
    opened = open_for_sync(files, KEY)
    answered = {name: state.answered_at for name, state in feed_states(opened).items()}
    assert answered == {"planner": NOW, "pictures": None, "remarks": None}
    opened.close()
