"""Moving a task's last day, from the outbox to Planner and To Do, with everything that can come between."""

from datetime import date, timedelta
from typing import Any

import pytest

from sync.delivery.task_version import due_day
from sync.wire.dates import moment, zoned_moment
from tests.sync.delivery.town_desk import ELIN, TownDesk
from workplace_app.domain.conflict import ComparedField
from workplace_app.domain.intent import IntentKind, IntentState
from workplace_app.domain.problem import ProblemKind
from workplace_app.domain.wishes import DueChange
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_filing import keep_mine, keep_theirs

SOURCES = ["planner", "todo"]
FRIDAY = date(2026, 10, 30)


def due_of(desk: TownDesk, task_id: str) -> date | None:
    document = desk.document(task_id)
    assert document is not None
    value = document.get("dueDateTime")
    if isinstance(value, dict):
        return due_day(zoned_moment(value["dateTime"], value["timeZone"]))
    return due_day(moment(value))


def move(desk: TownDesk, task_id: str, due: date | None = FRIDAY) -> str:
    return desk.file(IntentKind.CHANGE_DUE, task_id, DueChange(due, desk.seen(task_id)))


@pytest.mark.parametrize("source", SOURCES)
def test_the_day_is_moved(desk: TownDesk, source: str) -> None:
    task = desk.take(source)
    assert desk.deliver(move(desk, task)).state is IntentState.CONFIRMED
    assert due_of(desk, task) == FRIDAY


@pytest.mark.parametrize("source", SOURCES)
def test_the_day_is_taken_away_and_given_back(desk: TownDesk, source: str) -> None:
    task = desk.take(source)
    assert desk.deliver(move(desk, task, None)).state is IntentState.CONFIRMED
    assert due_of(desk, task) is None
    desk.cache(task)
    assert desk.deliver(move(desk, task)).state is IntentState.CONFIRMED
    assert due_of(desk, task) == FRIDAY


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25), date(2027, 1, 1), date(2028, 2, 29)])
def test_a_day_is_the_same_day_when_it_is_read_again(desk: TownDesk, source: str, day: date) -> None:
    task = desk.take(source)
    desk.deliver(move(desk, task, day))
    desk.cache(task)
    assert desk.seen(task) == day


def test_planner_is_asked_once_when_the_cache_knows_the_etag(desk: TownDesk) -> None:
    desk.deliver(move(desk, desk.take("planner")))
    assert [exchange.method for exchange in desk.exchanges] == ["PATCH"]


def test_to_do_is_read_right_before_since_it_may_heed_no_etag(desk: TownDesk) -> None:
    desk.deliver(move(desk, desk.take("todo")))
    assert [exchange.method for exchange in desk.exchanges] == ["GET", "PATCH"]


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("order", ["rename", "complete", "comment"])
def test_what_others_changed_elsewhere_in_the_task_stays_and_the_day_is_moved(
    desk: TownDesk, source: str, order: str
) -> None:
    task = desk.take(source)
    wish = move(desk, task)
    desk.colleague(order, task, title=f"{task[-8:]} omdöpt", text="Jag har ringt.")
    changed = desk.document(task) or {}
    assert desk.deliver(wish).state is IntentState.CONFIRMED
    now = desk.document(task) or {}
    assert due_of(desk, task) == FRIDAY
    touched = {"dueDateTime", "@odata.etag", "lastModifiedDateTime"}
    assert {name for name in now if now[name] != changed.get(name)} <= touched


@pytest.mark.parametrize("source", SOURCES)
def test_two_days_are_the_users_to_compare(desk: TownDesk, source: str) -> None:
    task = desk.take(source)
    seen = desk.seen(task)
    wish = move(desk, task)
    desk.colleague("move", task, days=2)
    delivered = desk.deliver(wish)
    assert delivered.state is IntentState.NEEDS_YOU
    assert delivered.problem is not None
    assert delivered.problem.kind is ProblemKind.CHANGED_MEANWHILE
    assert seen is not None
    theirs = seen + timedelta(days=2)
    assert due_of(desk, task) == theirs, "nothing was overwritten"
    conflict = delivered.conflict
    assert conflict is not None
    compared = {each.field: (each.mine, each.theirs) for each in conflict.fields}
    assert compared[ComparedField.DUE] == (FRIDAY.isoformat(), theirs.isoformat())
    assert [each.field for each in conflict.fields if each.differs] == [ComparedField.DUE]
    assert compared[ComparedField.STATE] == ("open", "open")
    assert compared[ComparedField.ASSIGNED] == ((ELIN.name, ELIN.name) if source == "planner" else (None, None))


@pytest.mark.parametrize("source", SOURCES)
def test_keeping_mine_moves_the_day_and_keeping_theirs_leaves_it(desk: TownDesk, source: str) -> None:
    mine, theirs = desk.take(source), desk.take(source)
    wishes = {task: move(desk, task) for task in (mine, theirs)}
    for task in wishes:
        desk.colleague("move", task, days=2)
    desk.deliver(wishes[mine])
    assert all(desk.intent(wish).conflict is not None for wish in wishes.values())
    others = due_of(desk, theirs)
    assert keep_mine(desk.connection, desk.intent(wishes[mine]), desk.clock.now())
    assert keep_theirs(desk.connection, desk.intent(wishes[theirs]), desk.clock.now())
    assert desk.deliver(wishes[mine]).state is IntentState.CONFIRMED
    assert (due_of(desk, mine), due_of(desk, theirs)) == (FRIDAY, others)


@pytest.mark.parametrize("source", SOURCES)
def test_insisting_is_asked_about_again_when_the_other_day_has_changed_once_more(desk: TownDesk, source: str) -> None:
    task = desk.take(source)
    wish = move(desk, task)
    desk.colleague("move", task, days=2)
    desk.deliver(wish)
    keep_mine(desk.connection, desk.intent(wish), desk.clock.now())
    desk.colleague("move", task, days=3)
    assert desk.deliver(wish).state is IntentState.NEEDS_YOU
    assert due_of(desk, task) != FRIDAY


@pytest.mark.parametrize("source", SOURCES)
def test_somebody_else_has_moved_it_to_the_same_day(desk: TownDesk, source: str) -> None:
    task = desk.take(source)
    wish = move(desk, task)
    desk.colleague("move", task, due=FRIDAY.isoformat())
    assert desk.deliver(wish).state is IntentState.CONFIRMED
    assert {exchange.method for exchange in desk.exchanges if exchange.before == exchange.after} >= {"GET"}


@pytest.mark.parametrize("source", SOURCES)
def test_a_task_that_is_gone_comes_back_with_the_users_version(desk: TownDesk, source: str) -> None:
    task = desk.take(source)
    wish = move(desk, task)
    desk.colleague("remove", task)
    delivered = desk.deliver(wish)
    assert delivered.state is IntentState.NEEDS_YOU
    assert delivered.problem is not None
    assert delivered.problem.kind is ProblemKind.NOT_FOUND
    assert delivered.conflict is not None
    assert delivered.conflict.gone
    mine = {each.field: each.mine for each in delivered.conflict.fields}
    assert mine[ComparedField.DUE] == FRIDAY.isoformat()
    assert mine[ComparedField.TITLE]


@pytest.mark.parametrize("source", SOURCES)
def test_an_answer_that_was_lost_is_settled_by_looking(desk: TownDesk, source: str) -> None:
    task = desk.take(source)
    desk.fault(kind="answer_lost", method="PATCH", times=1)
    wish = move(desk, task)
    assert desk.deliver(wish).state is IntentState.UNKNOWN
    assert due_of(desk, task) == FRIDAY
    assert desk.deliver(wish).state is IntentState.CONFIRMED
    assert [exchange.method for exchange in desk.exchanges] == ["GET"]


@pytest.mark.parametrize("source", SOURCES)
def test_a_lost_answer_does_not_let_a_late_repetition_undo_what_a_colleague_did_next(
    desk: TownDesk, source: str
) -> None:
    task = desk.take(source)
    desk.fault(kind="answer_lost", method="PATCH", times=1)
    wish = move(desk, task)
    desk.deliver(wish)
    desk.colleague("move", task, due="2026-11-11")
    assert desk.deliver(wish).state is IntentState.NEEDS_YOU
    assert due_of(desk, task) == date(2026, 11, 11)


@pytest.mark.parametrize("source", SOURCES)
def test_a_program_that_was_killed_while_sending_looks_first(desk: TownDesk, source: str) -> None:
    task = desk.take(source)
    wish = move(desk, task)
    OutboxDelivery(desk.connection).sending(wish, desk.clock.now())
    assert desk.deliver(wish).state is IntentState.CONFIRMED
    assert [exchange.method for exchange in desk.exchanges] == ["GET", "PATCH"]
    assert due_of(desk, task) == FRIDAY


@pytest.mark.parametrize(
    ("fault", "state"),
    [
        ({"kind": "throttled", "retry_after": "600"}, IntentState.WAITING),
        ({"kind": "status", "status": 403}, IntentState.NEEDS_YOU),
        ({"kind": "status", "status": 500}, IntentState.UNKNOWN),
        ({"kind": "reset"}, IntentState.UNKNOWN),
        ({"kind": "status", "status": 412}, IntentState.WAITING),
    ],
    ids=["throttled", "refused", "broken", "cut", "always-stale"],
)
@pytest.mark.parametrize("source", SOURCES)
def test_each_answer_has_one_outcome_and_the_day_stands(
    desk: TownDesk, source: str, fault: dict[str, Any], state: IntentState
) -> None:
    task = desk.take(source)
    seen = desk.seen(task)
    desk.fault(method="PATCH", times=9, **fault)
    assert desk.deliver(move(desk, task)).state is state
    assert due_of(desk, task) == seen


def test_a_wish_built_on_one_that_waits_arrives_after_it(desk: TownDesk) -> None:
    task = desk.take("planner")
    move(desk, task)
    second = desk.file(IntentKind.CHANGE_DUE, task, DueChange(None, FRIDAY))
    assert desk.deliver(second).state is IntentState.CONFIRMED
    assert due_of(desk, task) is None
