"""Wishes laid over tasks: days that have been moved, tasks of one's own that no service has made yet, and undoing."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.many_facts import tasks
from tests.store.stored import NOW, ago, ahead, all_pages, keep
from workplace_app.domain.as_seen import Recipient, TaskCounts
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.task import Task, TaskSource, Urgency
from workplace_app.domain.wishes import Comment, DueChange, NewTask, wish_of
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection_type import Connection
from workplace_app.store.fact_tables import TASKS
from workplace_app.store.feed_ledger import FeedLedger
from workplace_app.store.moments import local_day
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_filing import file_intent, keep_mine, withdraw
from workplace_app.store.outbox_reader import intent as read_intent
from workplace_app.store.outbox_reader import pending_intents
from workplace_app.store.outbox_undo import Undone, undo
from workplace_app.store.since_last_reader import since_last
from workplace_app.store.sync_connection import open_in_memory
from workplace_app.store.task_reader import completed_tasks, count_open, open_tasks, task

HERE = ZoneInfo("Europe/Stockholm")
TODAY = NOW.astimezone(HERE)
WEDNESDAY, FRIDAY, NEXT_YEAR = date(2026, 10, 14), date(2026, 10, 16), date(2027, 2, 28)


def _task(name: str, due: date | None = WEDNESDAY, important: bool = False) -> Task:
    at = None if due is None else datetime(due.year, due.month, due.day, 10, tzinfo=UTC)
    return Task(f"planner:{name}", TaskSource.PLANNER, name, None, None, at, True, completed=False, important=important)


def _move(connection: Connection, name: str, due: date | None, seen: date | None = WEDNESDAY) -> Intent:
    return file_intent(connection, IntentKind.CHANGE_DUE, f"planner:{name}", ahead(), DueChange(due, seen))


def _titles(connection: Connection, group: Urgency | None = None) -> list[str]:
    return [seen.task.title for seen in open_tasks(connection, TODAY, group=group).rows]


def _due(connection: Connection, task_id: str) -> date | None:
    seen = task(connection, task_id, TODAY)
    assert seen is not None
    return None if seen.task.due is None else seen.task.due.astimezone(HERE).date()


def test_a_moved_day_is_seen_and_sorted_by_at_once(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, _task("a"), _task("b"), _task("c", date(2026, 10, 15), important=True), _task("d", None))
    moved = _move(screen, "a", FRIDAY)
    _move(screen, "d", WEDNESDAY, None)
    _move(screen, "c", None, date(2026, 10, 15))
    assert _titles(screen) == ["b", "d", "a", "c"]
    assert count_open(screen, TODAY) == TaskCounts(today=2, this_week=1, no_date=1)
    assert [_due(screen, f"planner:{name}") for name in "abcd"] == [FRIDAY, WEDNESDAY, None, WEDNESDAY]
    assert withdraw(screen, moved.id, ahead(seconds=1))
    assert _due(screen, "planner:a") == WEDNESDAY


@settings(max_examples=60, deadline=None)
@given(day=st.dates(date(1980, 1, 1), date(2120, 12, 31)), important=st.booleans())
def test_a_wished_day_lies_where_the_same_day_from_the_source_does(day: date, important: bool) -> None:
    connection = open_in_memory()
    keep(CacheWriter(connection), _task("wished", important=important), _task("given", day, important=important))
    _move(connection, "wished", day)
    rows = connection.execute("SELECT due_day, place_in_day, due FROM tasks_as_seen ORDER BY title").fetchall()
    assert rows[0] == rows[1]
    assert rows[0][0] == day.toordinal()
    connection.close()


def test_a_source_that_has_another_day_is_shown_when_the_wish_needs_the_user(
    writer: CacheWriter, sync: Connection, screen: Connection
) -> None:
    keep(writer, _task("a"))
    moved = _move(screen, "a", FRIDAY)
    OutboxDelivery(sync).needs_you(moved.id, Problem(ProblemKind.CHANGED_MEANWHILE), NOW)
    assert _due(screen, "planner:a") == WEDNESDAY
    seen = task(screen, "planner:a", TODAY)
    assert seen is not None
    assert seen.pending_state is IntentState.NEEDS_YOU
    assert [wish.intent_id for wish in seen.wishes] == [moved.id]
    (waiting,) = (read_intent(screen, moved.id),)
    assert waiting is not None
    assert keep_mine(screen, waiting, NOW)
    assert _due(screen, "planner:a") == FRIDAY


def test_every_wish_for_a_task_is_told_and_the_tick_by_itself(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, _task("a"))
    moved = _move(screen, "a", FRIDAY)
    ticked = file_intent(screen, IntentKind.COMPLETE_TASK, "planner:a", ahead(seconds=1))
    said = file_intent(screen, IntentKind.COMMENT_TASK, "planner:a", ahead(seconds=2), Comment("Klart"))
    (seen,) = completed_tasks(screen, ago(hours=1))
    assert [wish.intent_id for wish in seen.wishes] == [moved.id, ticked.id, said.id]
    assert seen.pending_intent_id == ticked.id, "what the tick box takes back is the tick, not the words"
    assert seen.pending_state is IntentState.WAITING
    assert seen.task.due is not None
    assert seen.task.due.astimezone(HERE).date() == FRIDAY


def test_a_sent_day_stays_until_the_source_shows_it(writer: CacheWriter, sync: Connection, screen: Connection) -> None:
    keep(writer, _task("a"))
    moved = _move(screen, "a", FRIDAY)
    OutboxDelivery(sync).confirmed(moved.id, NOW)
    keep(writer, _task("a"))
    assert _due(screen, "planner:a") == FRIDAY, "Planner may still list it as it was"
    keep(writer, _task("a", FRIDAY))
    keep(writer, _task("a"))
    assert _due(screen, "planner:a") == WEDNESDAY, "somebody else has moved it back"


def test_what_was_sent_first_is_not_seen_again_when_the_source_shows_what_was_sent_last(
    writer: CacheWriter, sync: Connection, screen: Connection
) -> None:
    keep(writer, _task("a"), _task("b"))
    delivery = OutboxDelivery(sync)
    for intent in (
        _move(screen, "a", FRIDAY),
        _move(screen, "a", NEXT_YEAR, FRIDAY),
        file_intent(screen, IntentKind.COMPLETE_TASK, "planner:b", NOW),
        file_intent(screen, IntentKind.REOPEN_TASK, "planner:b", NOW),
    ):
        delivery.confirmed(intent.id, NOW)
    keep(writer, _task("a", NEXT_YEAR), _task("b"))
    assert _due(screen, "planner:a") == NEXT_YEAR
    assert _titles(screen, Urgency.TODAY) == ["b"]


def test_a_source_with_another_day_is_believed_after_a_while(
    writer: CacheWriter, sync: Connection, screen: Connection
) -> None:
    keep(writer, _task("a"))
    moved = _move(screen, "a", FRIDAY)
    OutboxDelivery(sync).confirmed(moved.id, NOW)
    FeedLedger(sync).succeed("planner", ahead(minutes=9))
    OutboxDelivery(sync).settle(ahead(minutes=9))
    assert _due(screen, "planner:a") == FRIDAY
    FeedLedger(sync).succeed("planner", ahead(minutes=11))
    OutboxDelivery(sync).settle(ahead(minutes=11))
    assert _due(screen, "planner:a") == WEDNESDAY


def test_what_has_been_done_stays_done_while_its_source_cannot_be_read(
    writer: CacheWriter, sync: Connection, screen: Connection
) -> None:
    """The tick, the day and the new task have arrived; then the network goes, or the service is down, for hours."""
    keep(writer, _task("a"), _task("b"))
    moved, delivery = _move(screen, "a", FRIDAY), OutboxDelivery(sync)
    ticked = file_intent(screen, IntentKind.COMPLETE_TASK, "planner:b", NOW)
    made = file_intent(screen, IntentKind.CREATE_TASK, "todo:", NOW, NewTask("c"))
    for each, answer in ((moved, None), (ticked, None), (made, "todo:list/c")):
        delivery.confirmed(each.id, NOW, answer)
    FeedLedger(sync).succeed("planner", ahead(minutes=1))
    FeedLedger(sync).succeed("mail", ahead(hours=5))
    assert not delivery.settle(ahead(hours=5))
    assert _due(screen, "planner:a") == FRIDAY
    assert _titles(screen) == ["a", "c"]


def test_a_new_task_is_with_the_others_from_the_first_moment(
    writer: CacheWriter, sync: Connection, screen: Connection
) -> None:
    keep(writer, _task("a"), _task("later", FRIDAY))
    made = file_intent(screen, IntentKind.CREATE_TASK, "todo:list", NOW, NewTask("Ring", WEDNESDAY))
    undated = file_intent(screen, IntentKind.CREATE_TASK, "todo:", NOW, NewTask("Någon gång"))
    assert _titles(screen) == ["a", "Ring", "later", "Någon gång"]
    assert count_open(screen, TODAY) == TaskCounts(today=2, this_week=1, no_date=1)
    assert since_last(screen, Recipient(), ago(minutes=1), NOW).tasks == 2
    seen = task(screen, f"new:{made.id}", TODAY)
    assert seen is not None
    assert (seen.task.source, seen.task.container_id, seen.task.due_is_a_day) == (TaskSource.TODO, "list", True)
    assert seen.making is not None
    assert (seen.making.intent_id, seen.making.state) == (made.id, IntentState.WAITING)
    OutboxDelivery(sync).confirmed(made.id, NOW, "todo:list/t1")
    assert task(screen, "todo:list/t1", TODAY) is not None
    file_intent(screen, IntentKind.COMPLETE_TASK, "todo:list/t1", ahead(seconds=1))
    assert _titles(screen) == ["a", "later", "Någon gång"], "what is made can be ticked before the source shows it"
    assert withdraw(screen, undated.id, ahead(seconds=2))
    assert _titles(screen) == ["a", "later"]


def test_a_new_task_is_there_once_when_its_source_shows_it(
    writer: CacheWriter, sync: Connection, screen: Connection
) -> None:
    made = file_intent(screen, IntentKind.CREATE_TASK, "todo:", NOW, NewTask("Ring", FRIDAY))
    OutboxDelivery(sync).confirmed(made.id, NOW, "todo:list/t1")
    keep(writer, replace(_task("Ring", FRIDAY), id="todo:list/t1", source=TaskSource.TODO))
    assert _titles(screen) == ["Ring"]
    seen = task(screen, "todo:list/t1", TODAY)
    assert seen is not None
    assert not seen.pending


def test_a_task_that_its_source_showed_before_the_answer_was_known_is_there_once(
    writer: CacheWriter, sync: Connection, screen: Connection
) -> None:
    made = file_intent(screen, IntentKind.CREATE_TASK, "todo:", NOW, NewTask("Ring", FRIDAY))
    keep(writer, replace(_task("Ring", FRIDAY), id="todo:list/t1", source=TaskSource.TODO))
    OutboxDelivery(sync).confirmed(made.id, NOW, "todo:list/t1")
    assert _titles(screen) == ["Ring"]


def test_a_new_task_that_was_refused_waits_in_the_outbox_alone(
    writer: CacheWriter, sync: Connection, screen: Connection
) -> None:
    made = file_intent(screen, IntentKind.CREATE_TASK, "todo:", NOW, NewTask("Ring"))
    OutboxDelivery(sync).needs_you(made.id, Problem(ProblemKind.NOT_FOUND), NOW)
    assert _titles(screen) == []


def test_what_is_wished_for_a_task_that_is_not_made_yet_goes_after_it_to_where_it_was_made(
    writer: CacheWriter, sync: Connection, screen: Connection
) -> None:
    made = file_intent(screen, IntentKind.CREATE_TASK, "todo:", NOW, NewTask("Ring", FRIDAY))
    new = f"new:{made.id}"
    moved = file_intent(screen, IntentKind.CHANGE_DUE, new, NOW, DueChange(WEDNESDAY, FRIDAY))
    ticked = file_intent(screen, IntentKind.COMPLETE_TASK, new, NOW)
    assert [seen.task.title for seen in completed_tasks(screen, ago(hours=1))] == ["Ring"]
    delivery = OutboxDelivery(sync)
    assert [each.id for each in delivery.deliverable(NOW)] == [made.id]
    delivery.confirmed(made.id, NOW, "todo:list/t1")
    assert [(each.id, each.target_id) for each in delivery.deliverable(NOW)] == [(moved.id, "todo:list/t1")]
    delivery.confirmed(moved.id, NOW)
    late = file_intent(screen, IntentKind.COMMENT_TASK, new, NOW, Comment("Klart"))
    assert late.target_id == "todo:list/t1", "the screen did not know yet that it has been made"
    delivery.confirmed(ticked.id, NOW)
    delivery.settle(ahead(minutes=1))
    assert open_tasks(screen, TODAY).rows == (), "it does not come back before its source shows it"
    done = replace(_task("Ring"), id="todo:list/t1", source=TaskSource.TODO, completed=True, completed_at=NOW)
    keep(writer, done)
    (seen,) = completed_tasks(screen, ago(hours=1))
    assert [wish.intent_id for wish in seen.wishes] == [late.id]


def test_what_was_wished_for_a_task_that_will_not_be_made_goes_with_it(sync: Connection, screen: Connection) -> None:
    made = file_intent(screen, IntentKind.CREATE_TASK, "todo:", NOW, NewTask("Ring"))
    ticked = file_intent(screen, IntentKind.COMPLETE_TASK, f"new:{made.id}", NOW)
    assert withdraw(screen, made.id, ahead(seconds=1))
    found = read_intent(screen, ticked.id)
    assert found is not None
    assert found.state is IntentState.WITHDRAWN
    assert OutboxDelivery(sync).next_moment(NOW) is None


def test_all_pages_are_all_tasks_while_wishes_of_every_kind_are_under_way(
    writer: CacheWriter, screen: Connection
) -> None:
    facts = list(tasks(300))
    keep(writer, *facts)
    for number, each in enumerate(facts[:60]):
        moment = ahead(milliseconds=number)
        file_intent(
            screen, IntentKind.CREATE_TASK, "todo:", NOW, NewTask(f"Ny {number}", FRIDAY if number % 2 else None)
        )
        if number % 3 == 0:
            file_intent(screen, IntentKind.COMPLETE_TASK, each.id, moment)
        else:
            due = DueChange(WEDNESDAY + timedelta(days=number % 5), None)
            file_intent(screen, IntentKind.CHANGE_DUE, each.id, moment, due)
    together = open_tasks(screen, TODAY, limit=1_000).rows
    assert all_pages(lambda after: open_tasks(screen, TODAY, after, limit=7)) == together
    counts = count_open(screen, TODAY)
    assert counts.open == len(together)
    assert [counts.of(group) for group in Urgency] == [
        sum(seen.urgency is group for seen in together) for group in Urgency
    ]


def test_the_view_has_every_field_of_a_task_with_the_tables_own_types() -> None:
    connection = open_in_memory()
    kinds = {row[1]: row[2] for row in connection.execute("PRAGMA main.table_info(tasks)")}
    view = {row[1]: row[2] for row in connection.execute("PRAGMA temp.table_info(tasks_as_seen)")}
    connection.close()
    assert set(TASKS.columns) <= set(view)
    assert {name: view[name] for name in TASKS.columns} == {name: kinds[name] for name in TASKS.columns}


@pytest.mark.parametrize(
    "query",
    [
        (
            "SELECT id, due_day, place_in_day, number FROM tasks_as_seen WHERE completed = 0 "
            "AND due_day BETWEEN 1 AND 9 AND (due_day, place_in_day, number) > (1, 1, 1) "
            "ORDER BY due_day, place_in_day, number LIMIT 200"
        ),
        (
            "SELECT completed_at, number FROM tasks_as_seen WHERE completed = 1 AND completed_at >= 5 "
            "ORDER BY completed_at DESC, number DESC LIMIT 20"
        ),
        "SELECT COUNT(*) FROM tasks_as_seen WHERE completed = 0 AND arrived >= 5",
        "SELECT * FROM tasks_as_seen WHERE id = 'planner:a'",
    ],
    ids=["open", "completed", "arrived", "one"],
)
def test_no_query_reads_all_tasks(screen: Connection, query: str) -> None:
    steps = [str(row[3]) for row in screen.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert any(step.startswith("SEARCH main.tasks") for step in steps)
    assert not any(step.startswith("SCAN main.tasks") for step in steps)


def test_what_has_been_taken_back_elsewhere_has_no_opposite(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, _task("a"))
    moved = _move(screen, "a", FRIDAY)
    withdraw(screen, moved.id, ahead(seconds=1))
    assert undo(screen, moved.id, ahead(seconds=2)) is Undone.WITHDRAWN
    assert pending_intents(screen) == ()


def test_a_wish_that_waits_is_undone_by_withdrawing_it(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, _task("a"))
    assert undo(screen, _move(screen, "a", FRIDAY).id, ahead(seconds=1)) is Undone.WITHDRAWN
    assert _due(screen, "planner:a") == WEDNESDAY


@pytest.mark.parametrize("state", ["sending", "unknown", "confirmed"])
def test_a_wish_that_has_left_is_undone_by_the_opposite_behind_it(
    writer: CacheWriter, sync: Connection, screen: Connection, state: str
) -> None:
    keep(writer, _task("a"), _task("b"))
    moved, ticked = _move(screen, "a", FRIDAY), file_intent(screen, IntentKind.COMPLETE_TASK, "planner:b", NOW)
    for intent in (moved, ticked):
        delivery = OutboxDelivery(sync)
        delivery.sending(intent.id, NOW)
        if state == "unknown":
            delivery.unknown(intent.id, None, NOW)
        elif state == "confirmed":
            delivery.confirmed(intent.id, NOW)
        assert undo(screen, intent.id, ahead(seconds=1)) is Undone.OPPOSITE_FILED
    assert _due(screen, "planner:a") == WEDNESDAY
    assert _titles(screen, Urgency.TODAY) == ["a", "b"]
    back = screen.execute("SELECT kind, payload FROM mine.outbox WHERE id > ? ORDER BY id", (ticked.id,)).fetchall()
    assert next(wish_of(IntentKind(kind), payload) for kind, payload in back) == DueChange(WEDNESDAY, FRIDAY)


def test_a_task_that_was_made_is_undone_by_ticking_it_off_and_words_cannot_be(
    sync: Connection, screen: Connection
) -> None:
    made = file_intent(screen, IntentKind.CREATE_TASK, "todo:", NOW, NewTask("Ring"))
    said = file_intent(screen, IntentKind.COMMENT_TASK, "planner:a", NOW, Comment("Klart"))
    delivery = OutboxDelivery(sync)
    for intent in (made, said):
        delivery.sending(intent.id, NOW)
    assert undo(screen, made.id, NOW) is Undone.TOO_LATE, "nobody knows yet what it is called"
    delivery.confirmed(made.id, NOW, "todo:list/t1")
    delivery.confirmed(said.id, NOW)
    assert undo(screen, made.id, ahead(seconds=1)) is Undone.OPPOSITE_FILED
    assert undo(screen, said.id, ahead(seconds=1)) is Undone.TOO_LATE
    assert _titles(screen) == []


def test_a_day_built_on_one_that_was_withdrawn_is_built_on_the_sources(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, _task("a"))
    first = _move(screen, "a", FRIDAY)
    second = _move(screen, "a", NEXT_YEAR, FRIDAY)
    third = _move(screen, "a", None, NEXT_YEAR)
    assert withdraw(screen, first.id, ahead(seconds=1))
    assert _wish(screen, second) == DueChange(NEXT_YEAR, WEDNESDAY)
    assert _wish(screen, third) == DueChange(None, NEXT_YEAR)


def test_a_day_that_was_moved_there_and_back_is_no_change_without_the_first(
    writer: CacheWriter, screen: Connection
) -> None:
    keep(writer, _task("a"))
    there = _move(screen, "a", FRIDAY)
    back = _move(screen, "a", WEDNESDAY, FRIDAY)
    assert withdraw(screen, there.id, ahead(seconds=1))
    found = read_intent(screen, back.id)
    assert found is not None
    assert found.state is IntentState.WITHDRAWN
    assert local_day(NOW) == WEDNESDAY.toordinal()


def _wish(connection: Connection, intent: Intent) -> object:
    found = read_intent(connection, intent.id)
    assert found is not None
    return wish_of(found.kind, found.payload)


def test_a_tick_from_before_the_clock_was_set_back_hides_its_source_no_longer(
    writer: CacheWriter, sync: Connection, screen: Connection
) -> None:
    """It was confirmed in 2036, as the computer believed; since then somebody else has opened the task again."""
    later = NOW + timedelta(days=3650)
    keep(writer, _task("a"))
    ticked = file_intent(screen, IntentKind.COMPLETE_TASK, "planner:a", later)
    delivery = OutboxDelivery(sync)
    delivery.confirmed(ticked.id, later)
    assert _titles(screen) == []
    delivery.settle(NOW)
    assert _titles(screen) == ["a"]
