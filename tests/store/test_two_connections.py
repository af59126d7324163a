"""Sync writes and the screen reads and files wishes at the same time; neither waits for the other."""

import threading
from dataclasses import replace

import pytest

from tests.store.many_facts import tasks
from tests.store.stored import KEY, NOW, keep
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.own_things import PinKind
from workplace_app.domain.page import Page
from workplace_app.domain.problem import ProblemKind, ProblemRaised
from workplace_app.store import token_store
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection import StoreFiles, open_for_screen
from workplace_app.store.connection_type import Connection
from workplace_app.store.outbox_filing import file_intent
from workplace_app.store.outbox_reader import pending_intents
from workplace_app.store.own_things import pins
from workplace_app.store.own_things.choices import Choices
from workplace_app.store.sync_connection import open_for_sync
from workplace_app.store.task_reader import count_open
from workplace_app.store.transaction import writing_cache, writing_mine

PAGES = 60
PAGE = 100


def _hurry(connection: Connection) -> None:
    """Whoever would have to wait fails at once instead."""
    connection.execute("PRAGMA busy_timeout = 0")


def test_the_screen_sees_whole_pages_and_never_waits(files: StoreFiles, sync: Connection) -> None:
    problems: list[Exception] = []
    done = threading.Event()

    def write() -> None:
        try:
            connection = open_for_sync(files, KEY)
            writer = CacheWriter(connection)
            for number in range(PAGES):
                facts = (replace(task, completed=False) for task in tasks(PAGE, start=number * PAGE))
                writer.store_page("planner", Page(facts=tuple(facts), bookmark=str(number)), NOW)
            connection.close()
        except ProblemRaised as problem:
            problems.append(problem)
        finally:
            done.set()

    screen = open_for_screen(files, KEY)
    thread = threading.Thread(target=write)
    thread.start()
    filed = 0
    counts: set[int] = set()
    while not done.is_set() or not counts:
        counts.add(count_open(screen, NOW).open)
        file_intent(screen, IntentKind.REOPEN_TASK, f"planner:{filed}", NOW)
        filed += 1
    thread.join()
    counts.add(count_open(screen, NOW).open)
    assert not problems
    assert all(count % PAGE == 0 for count in counts), "half a page was seen"
    assert max(counts) == PAGES * PAGE
    assert len(pending_intents(screen)) == filed
    screen.close()


def test_filing_does_not_wait_for_a_page_that_is_being_written(
    writer: CacheWriter, sync: Connection, files: StoreFiles
) -> None:
    keep(writer, *tasks(3))
    screen = open_for_screen(files, KEY)
    with writing_cache(sync):
        sync.execute("UPDATE tasks SET title = 'half written'")
        sync.execute("SELECT COUNT(*) FROM tasks_as_seen").fetchone()
        file_intent(screen, IntentKind.COMPLETE_TASK, "planner:00000000", NOW)
        Choices(screen).set_setting("density", "airy")
        assert count_open(screen, NOW).open == 2
        assert screen.execute("SELECT title FROM tasks LIMIT 1").fetchone() != ("half written",)
    screen.close()


def test_a_page_does_not_wait_for_the_screen(writer: CacheWriter, sync: Connection, screen: Connection) -> None:
    with writing_mine(screen):
        screen.execute("INSERT INTO mine.settings VALUES ('a', 'b')")
        keep(writer, *tasks(3))
    assert Choices(sync).setting("a") == "b"


def test_an_undo_that_read_before_it_wrote_is_not_refused(files: StoreFiles, sync: Connection) -> None:
    """Who reads first in a transaction is refused when somebody has written since; ours takes its lock first."""
    screen = open_for_screen(files, KEY)
    screen.execute("SELECT * FROM mine.pins").fetchall()
    token_store.save(sync, "written in between")
    pins.pin(screen, PinKind.SERVICE, "a")
    assert pins.pinned(sync, PinKind.SERVICE) == ("a",)
    screen.close()


def test_two_who_write_the_same_file_wait_and_then_say_so(sync: Connection, files: StoreFiles) -> None:
    other = open_for_sync(files, KEY)
    _hurry(other)
    with writing_mine(sync), pytest.raises(ProblemRaised) as raised:
        Choices(other).set_setting("density", "airy")
    assert raised.value.problem.kind is ProblemKind.STORE_BUSY
    assert not other.in_transaction
    Choices(other).set_setting("density", "airy")
    other.close()


def test_a_full_disk_is_told_and_nothing_half_is_left(writer: CacheWriter, sync: Connection) -> None:
    keep(writer, *tasks(3))
    row = sync.execute("PRAGMA main.page_count").fetchone()
    assert row is not None
    sync.execute(f"PRAGMA main.max_page_count = {row[0]}")
    with pytest.raises(ProblemRaised) as raised:
        keep(writer, *tasks(500))
    assert raised.value.problem.kind is ProblemKind.DISK_FULL
    assert count_open(sync, NOW).open == 3
    sync.execute("PRAGMA main.max_page_count = 1000000")
    keep(writer, *tasks(500))
    assert count_open(sync, NOW).open == 400
