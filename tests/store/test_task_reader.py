"""Tasks as seen: by urgency, with the user's wishes laid over what the source says."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tests.store.many_facts import tasks
from tests.store.stored import NOW, ago, ahead, all_pages, keep
from workplace_app.domain.as_seen import TaskCounts
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.intent import IntentKind, IntentState
from workplace_app.domain.page import Page
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.task import Task, TaskSource, Urgency, urgency
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection_type import Connection
from workplace_app.store.feed_ledger import FeedLedger
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_filing import file_intent, withdraw
from workplace_app.store.task_reader import cached_task, completed_tasks, count_open, open_tasks, task

HERE = ZoneInfo("Europe/Stockholm")
TODAY = NOW.astimezone(HERE)


def _task(name: str, due: datetime | None = None, day: bool = True, important: bool = False) -> Task:
    return Task(f"planner:{name}", TaskSource.PLANNER, name, None, None, due, day, completed=False, important=important)


def _day(days: int) -> datetime:
    """Local midnight so many days from today, in UTC, as To Do tells it."""
    return TODAY.replace(hour=0, minute=0) + timedelta(days=days)


def _titles(connection: Connection, group: Urgency | None = None) -> list[str]:
    return [seen.task.title for seen in open_tasks(connection, TODAY, group=group).rows]


def test_open_tasks_come_by_urgency_and_day_the_important_first(writer: CacheWriter, screen: Connection) -> None:
    keep(
        writer,
        _task("later", _day(20)),
        _task("no date"),
        _task("today at noon", TODAY.replace(hour=12), day=False),
        _task("today", _day(0)),
        _task("today, important", _day(0), important=True),
        _task("late", _day(-3)),
        _task("sunday", _day(4)),
    )
    assert _titles(screen) == ["late", "today, important", "today at noon", "today", "sunday", "later", "no date"]
    assert [seen.urgency for seen in open_tasks(screen, TODAY).rows] == [
        Urgency.LATE,
        Urgency.TODAY,
        Urgency.TODAY,
        Urgency.TODAY,
        Urgency.THIS_WEEK,
        Urgency.LATER,
        Urgency.NO_DATE,
    ]
    assert count_open(screen, TODAY) == TaskCounts(late=1, today=3, this_week=1, later=1, no_date=1)
    assert count_open(screen, TODAY).open == 7


def test_the_store_groups_as_the_domain_does(writer: CacheWriter, screen: Connection) -> None:
    due = [_day(0) + timedelta(hours=hours) for hours in range(-400, 800, 5)]
    keep(writer, *(_task(str(n), moment, day=False) for n, moment in enumerate(due)))
    for now in (TODAY, TODAY + timedelta(days=3), TODAY + timedelta(days=4)):
        found = {seen.task.title: seen.urgency for seen in open_tasks(screen, now, limit=1_000).rows}
        assert found == {str(n): urgency(moment.astimezone(HERE), now) for n, moment in enumerate(due)}
        counts = count_open(screen, now)
        for group in Urgency:
            assert counts.of(group) == len(open_tasks(screen, now, limit=1_000, group=group).rows)


def test_a_task_due_at_midnight_in_stockholm_is_due_that_day_not_the_day_before(
    writer: CacheWriter, screen: Connection
) -> None:
    keep(writer, _task("today", datetime.fromisoformat("2026-10-13T22:00:00+00:00")))
    assert _titles(screen, Urgency.TODAY) == ["today"]


def test_all_pages_together_are_all_tasks_in_the_same_order(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, *tasks(500))
    together = open_tasks(screen, TODAY, limit=1_000).rows
    paged = all_pages(lambda after: open_tasks(screen, TODAY, after, limit=37))
    assert paged == together
    assert len(together) == 400


def test_a_last_page_that_is_full_has_nothing_after_it(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, _task("a"), _task("b"))
    assert open_tasks(screen, TODAY, limit=2).after is None
    assert open_tasks(screen, TODAY, limit=1).after is not None


def test_a_wish_is_seen_at_once_and_taken_back_at_once(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, _task("a", _day(0)), _task("b", _day(0)))
    intent = file_intent(screen, IntentKind.COMPLETE_TASK, "planner:a", NOW)
    assert _titles(screen) == ["b"]
    assert count_open(screen, TODAY).today == 1
    (done,) = completed_tasks(screen, ago(hours=1))
    assert done.task.completed
    assert done.task.completed_at == NOW
    assert (done.pending, done.pending_intent_id, done.pending_state) == (True, intent.id, IntentState.WAITING)
    cached = cached_task(screen, "planner:a")
    assert cached is not None
    assert not cached.completed
    assert withdraw(screen, intent.id, NOW)
    assert _titles(screen) == ["a", "b"]
    seen = task(screen, "planner:a", TODAY)
    assert seen is not None
    assert not seen.pending


def test_the_latest_wish_holds(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, _task("a"))
    file_intent(screen, IntentKind.COMPLETE_TASK, "planner:a", NOW)
    file_intent(screen, IntentKind.REOPEN_TASK, "planner:a", ahead(seconds=5))
    assert _titles(screen) == ["a"]
    assert open_tasks(screen, TODAY).rows[0].pending


def test_a_confirmed_wish_stays_until_the_source_shows_it(
    writer: CacheWriter, sync: Connection, screen: Connection
) -> None:
    open_task = _task("a")
    keep(writer, open_task)
    delivery = OutboxDelivery(sync)
    intent = file_intent(screen, IntentKind.COMPLETE_TASK, "planner:a", NOW)
    delivery.sending(intent.id, NOW)
    delivery.confirmed(intent.id, NOW)
    keep(writer, open_task)
    assert _titles(screen) == [], "Planner may still list it as it was"
    told = keep(writer, replace(open_task, completed=True, completed_at=NOW))
    assert told >= {ChangeKind.TASKS, ChangeKind.OUTBOX}
    seen = task(screen, "planner:a", TODAY)
    assert seen is not None
    assert seen.task.completed
    assert not seen.pending
    keep(writer, open_task)
    assert _titles(screen) == ["a"], "somebody else has opened it again"


def test_a_source_that_says_otherwise_for_long_is_believed(
    writer: CacheWriter, sync: Connection, screen: Connection
) -> None:
    keep(writer, _task("a"))
    intent = file_intent(screen, IntentKind.COMPLETE_TASK, "planner:a", NOW)
    OutboxDelivery(sync).confirmed(intent.id, NOW)
    FeedLedger(sync).succeed("planner", ahead(minutes=9))
    assert writer.store_page("planner", Page(), ahead(minutes=9)) == frozenset()
    assert _titles(screen) == []
    FeedLedger(sync).succeed("planner", ahead(minutes=11))
    writer.store_page("planner", Page(), ahead(minutes=11))
    assert _titles(screen) == ["a"]


def test_a_refused_wish_shows_the_sources_truth_and_says_so(
    writer: CacheWriter, sync: Connection, screen: Connection
) -> None:
    keep(writer, _task("a"))
    intent = file_intent(screen, IntentKind.COMPLETE_TASK, "planner:a", NOW)
    OutboxDelivery(sync).needs_you(intent.id, Problem(ProblemKind.REQUEST_REFUSED), NOW)
    (seen,) = open_tasks(screen, TODAY).rows
    assert seen.pending_state is IntentState.NEEDS_YOU
    assert not seen.task.completed


def test_a_task_of_100_000_is_read_without_reading_the_others(writer: CacheWriter, screen: Connection) -> None:
    plan = screen.execute(
        "EXPLAIN QUERY PLAN SELECT id, due_day, place_in_day, number FROM tasks_as_seen WHERE completed = 0 "
        "AND due_day BETWEEN 1 AND 9999999 AND (due_day, place_in_day, number) > (1, 1, 1) "
        "ORDER BY due_day, place_in_day, number LIMIT 200"
    ).fetchall()
    steps = " | ".join(row[3] for row in plan)
    assert "tasks_open" in steps
    assert "SCAN main.tasks" not in steps
