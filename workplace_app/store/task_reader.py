"""Reads tasks as the user sees them: open ones by urgency, and those completed lately."""

# ruff: noqa: S608  (put together from the store's own constants)

import json
from collections.abc import Callable, Collection
from datetime import date, datetime

from workplace_app.domain.as_seen import PendingWish, TaskAsSeen, TaskCounts
from workplace_app.domain.intent import IntentKind, IntentState
from workplace_app.domain.listing import PAGE_SIZE, Cursor, Listing
from workplace_app.domain.task import Task, Urgency, last_day_of_this_week
from workplace_app.store.connection_type import Connection, Row
from workplace_app.store.fact_tables import TASKS
from workplace_app.store.keyset import listed
from workplace_app.store.moments import NO_DAY, to_milliseconds

_COLUMNS = f"{TASKS.selected()}, intent_id, wishes, made, due_day, place_in_day, number"
_FIELDS = len(TASKS.fields)


def open_tasks(
    connection: Connection,
    now: datetime,
    after: Cursor | None = None,
    limit: int = PAGE_SIZE,
    group: Urgency | None = None,
) -> Listing[TaskAsSeen]:
    """Open tasks by urgency and due day, the important first within a day; ``group`` keeps to one urgency.

    ``now`` is aware and in the user's zone.
    """
    first, last = _days(now)[group] if group is not None else (0, NO_DAY)
    start = after.keys if after else (first, -1, -1)
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM tasks_as_seen WHERE completed = 0 AND due_day BETWEEN ? AND ? "
        "AND (due_day, place_in_day, number) > (?, ?, ?) ORDER BY due_day, place_in_day, number LIMIT ?",
        (start[0], last, *start, limit + 1),
    ).fetchall()
    return listed(rows, limit, _as_seen_at(now), keys=3)


def completed_tasks(connection: Connection, since: datetime, limit: int = PAGE_SIZE) -> tuple[TaskAsSeen, ...]:
    """Tasks completed (or ticked here) since a moment, the latest first; their urgency is as of that moment."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM tasks_as_seen WHERE completed = 1 AND completed_at >= ? "
        "ORDER BY completed_at DESC, number DESC LIMIT ?",
        (to_milliseconds(since), limit),
    ).fetchall()
    return tuple(map(_as_seen_at(since), rows))


def count_open(connection: Connection, now: datetime) -> TaskCounts:
    """How many open tasks each urgency has; ``now`` is aware and in the user's zone."""
    today, week = now.date().toordinal(), last_day_of_this_week(now.date()).toordinal()
    row = connection.execute(
        "SELECT COUNT(*) FILTER (WHERE due_day < :today), COUNT(*) FILTER (WHERE due_day = :today), "
        "COUNT(*) FILTER (WHERE due_day > :today AND due_day <= :week), "
        "COUNT(*) FILTER (WHERE due_day > :week AND due_day < :none), COUNT(*) FILTER (WHERE due_day = :none) "
        "FROM tasks_as_seen WHERE completed = 0",
        {"today": today, "week": week, "none": NO_DAY},
    ).fetchone()
    return TaskCounts(*row) if row else TaskCounts()


def task(connection: Connection, task_id: str, now: datetime) -> TaskAsSeen | None:
    """One task as seen."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM tasks_as_seen WHERE id = ?", (task_id,)).fetchone()
    return None if row is None else _as_seen_at(now)(row)


def tasks_named(connection: Connection, ids: Collection[str], now: datetime) -> dict[str, TaskAsSeen]:
    """Those of these tasks that there are, by id: one walk over the user's wishes, however many are asked for."""
    read = _as_seen_at(now)
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM tasks_as_seen WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
    )
    return {found.task.id: found for found in map(read, rows)}


def cached_task(connection: Connection, task_id: str) -> Task | None:
    """One task as its source last described it, whatever the user has asked for since: what a delivery builds on."""
    row = connection.execute(f"SELECT {TASKS.selected()} FROM main.tasks WHERE id = ?", (task_id,)).fetchone()
    return None if row is None else TASKS.fact(row)


def _days(now: datetime) -> dict[Urgency, tuple[int, int]]:
    """The first and the last day of each urgency; the same rule as ``domain.task.urgency``, told as ranges."""
    today, week = now.date().toordinal(), last_day_of_this_week(now.date()).toordinal()
    return {
        Urgency.LATE: (0, today - 1),
        Urgency.TODAY: (today, today),
        Urgency.THIS_WEEK: (today + 1, week),
        Urgency.LATER: (week + 1, NO_DAY - 1),
        Urgency.NO_DATE: (NO_DAY, NO_DAY),
    }


def _as_seen_at(now: datetime) -> Callable[[Row], TaskAsSeen]:
    today: date = now.date()
    week = last_day_of_this_week(today).toordinal()
    day = today.toordinal()

    def group(due_day: int) -> Urgency:
        if due_day < day:
            return Urgency.LATE
        if due_day == day:
            return Urgency.TODAY
        if due_day == NO_DAY:
            return Urgency.NO_DATE
        return Urgency.THIS_WEEK if due_day <= week else Urgency.LATER

    def read(row: Row) -> TaskAsSeen:
        intent_id, wished, made, due_day = row[_FIELDS : _FIELDS + 4]
        wishes = _wishes(wished, made) if wished or made else ()
        return TaskAsSeen(TASKS.fact(row), group(due_day), intent_id, _state_of(wishes), wishes)

    return read


def _wishes(wished: str | None, made: str | None) -> tuple[PendingWish, ...]:
    listed = [*(json.loads(wished) if wished else ()), *([json.loads(made)] if made else ())]
    return tuple(PendingWish(each, IntentKind(kind), IntentState(state)) for each, kind, state in sorted(listed))


def _state_of(wishes: tuple[PendingWish, ...]) -> IntentState | None:
    """What the user is told of them together: one that needs them before all others, else the latest."""
    if any(wish.state is IntentState.NEEDS_YOU for wish in wishes):
        return IntentState.NEEDS_YOU
    return wishes[-1].state if wishes else None
