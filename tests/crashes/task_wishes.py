"""What may be wished of tasks: ticks, another last day, comments, and new ones."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from tests.crashes.town_log import TownLog
from tests.crashes.wish import (
    Wish,
    filed,
    last_part,
    mark_of,
    marks_in,
    new_mark,
    not_shown,
    one,
    without_repetition,
)
from workplace_app.domain.intent import Intent, IntentKind
from workplace_app.domain.wishes import Comment, DueChange, NewTask, wish_as
from workplace_app.store.connection_type import Connection
from workplace_app.store.moments import LOCAL_ZONE
from workplace_app.store.task_reader import task as task_seen

DONE, OPEN = "done", "open"
_TICKS = frozenset({IntentKind.COMPLETE_TASK, IntentKind.REOPEN_TASK})
_DUES = frozenset({IntentKind.CHANGE_DUE})
_FIRST_DAY = date(2031, 1, 1)
"""Colleagues move last days too, but none so far."""


def _tasks(prefix: str, skip: int) -> Callable[[Connection, int], Sequence[str]]:
    """Open tasks of a source, beginning with so many times as many: each kind of wish has targets of its own."""

    def find(connection: Connection, count: int) -> Sequence[str]:
        rows = connection.execute(
            "SELECT id FROM tasks WHERE completed = 0 AND id LIKE ? ORDER BY id LIMIT ? OFFSET ?",
            (f"{prefix}:%", count, count * skip),
        ).fetchall()
        return [row[0] for row in rows]

    return find


def _one_task(prefix: str, skip: int) -> Callable[[Connection, int], Sequence[str]]:
    """A single one, where the town's log does not tell to which task an effect belongs."""
    find = _tasks(prefix, skip)
    return lambda connection, count: find(connection, count)[:1]


def _tick(connection: Connection, target_id: str, now: datetime) -> Intent | None:
    """The opposite of what the screen shows."""
    seen = task_seen(connection, target_id, now)
    if seen is None:
        return None
    kind = IntentKind.REOPEN_TASK if seen.task.completed else IntentKind.COMPLETE_TASK
    return filed(connection, kind, target_id, now)


def _complete_only(connection: Connection, target_id: str, now: datetime) -> Intent | None:
    """A flagged message that is done leaves the list, so nobody can reopen it there."""
    seen = task_seen(connection, target_id, now)
    if seen is None or seen.task.completed:
        return None
    return filed(connection, IntentKind.COMPLETE_TASK, target_id, now)


def _later(connection: Connection, target_id: str, now: datetime) -> Intent | None:
    """A day later than the screen shows, in a year that nobody else uses."""
    seen = task_seen(connection, target_id, now)
    if seen is None:
        return None
    day = None if seen.task.due is None else seen.task.due.astimezone(LOCAL_ZONE).date()
    wished = _FIRST_DAY if day is None or day < _FIRST_DAY else day + timedelta(days=1)
    return filed(connection, IntentKind.CHANGE_DUE, target_id, now, DueChange(wished, day))


def _comment(connection: Connection, target_id: str, now: datetime) -> Intent | None:
    return filed(connection, IntentKind.COMMENT_TASK, target_id, now, Comment(new_mark()))


def _new_task(connection: Connection, target_id: str, now: datetime) -> Intent | None:
    return filed(connection, IntentKind.CREATE_TASK, target_id, now, NewTask(new_mark()))


def _completion(intent: Intent) -> str:
    return DONE if intent.kind is IntentKind.COMPLETE_TASK else OPEN


def _wished_day(intent: Intent) -> str:
    return str(wish_as(DueChange, intent.kind, intent.payload).due)


def _planner_ticks(log: TownLog, target_id: str) -> list[str]:
    """Colleagues change other fields of a task, so what repeats the percentage is no second effect. Planner would
    refuse a repetition by its etag in any case."""

    def state(document: dict[str, Any]) -> str:
        return DONE if document["percentComplete"] == 100 else OPEN

    return without_repetition([OPEN, *(state(each) for each in log.documents("planner/", last_part(target_id)))])[1:]


def _todo_ticks(log: TownLog, target_id: str) -> list[str]:
    """Every change that arrived, also one that repeats: To Do would not refuse it, so the program must look first."""
    states = [each["status"] for each in log.documents("todo/", last_part(target_id))]
    return [DONE if state == "completed" else OPEN for state in states]


def _mail_ticks(log: TownLog, target_id: str) -> list[str]:
    """A flag that is set twice is set once."""
    states = [each["flag"]["flagStatus"] for each in log.documents("mail/", last_part(target_id))]
    return without_repetition([OPEN, *(DONE if each == "complete" else OPEN for each in states)])[1:]


def _planner_days(log: TownLog, target_id: str) -> list[str]:
    """Planner refuses a repetition by its etag; colleagues change other fields, and set other days."""
    days = [_day(each["dueDateTime"]) for each in log.documents("planner/", last_part(target_id))]
    return without_repetition([day for day in days if day >= str(_FIRST_DAY)])


def _todo_days(log: TownLog, target_id: str) -> list[str]:
    """Every change that arrived, also one that repeats."""
    return [_day((each["dueDateTime"] or {}).get("dateTime")) for each in log.documents("todo/", last_part(target_id))]


def _day(text: str | None) -> str:
    """The day of a moment as the town keeps it, which is in UTC, where the municipality is; "" for none."""
    if not text:
        return ""
    moment = datetime.fromisoformat(f"{text[:19]}+00:00")
    return str(moment.astimezone(LOCAL_ZONE).date())


def _lines_in_notes(log: TownLog, target_id: str) -> list[str]:
    """The notes as they stand at last: each comment is a line of its own, below those of an earlier test."""
    before, documents = (find("todo/", last_part(target_id)) for find in (log.documents_before, log.documents))
    known = marks_in(before[-1]["body"]["content"]) if before else []
    return [mark for mark in marks_in(documents[-1]["body"]["content"]) if mark not in known] if documents else []


def _new_titles(log: TownLog, _target_id: str) -> list[str]:
    """One for each task that was made."""
    return [mark for document in log.first_documents("todo/") for mark in marks_in(document["title"])]


def _posts(log: TownLog, _target_id: str) -> list[str]:
    """One for each post that was made, in whichever group."""
    return [mark for each in log.first_documents("posts/") for mark in marks_in(each["body"]["content"])]


def _completed(connection: Connection, target_id: str) -> str | None:
    row = connection.execute("SELECT completed FROM tasks WHERE id = ?", (target_id,)).fetchone()
    return None if row is None else DONE if row[0] else OPEN


_COMMENTS, _NEW = frozenset({IntentKind.COMMENT_TASK}), frozenset({IntentKind.CREATE_TASK})
TASK_WISHES: tuple[Wish, ...] = (
    Wish("tick in Planner", _TICKS, _tasks("planner", 0), _tick, _completion, _planner_ticks, _completed),
    Wish("tick in To Do", _TICKS, _tasks("todo", 0), _tick, _completion, _todo_ticks, _completed),
    Wish("tick in mail", _TICKS, _tasks("mail", 0), _complete_only, _completion, _mail_ticks, _completed),
    Wish("last day in Planner", _DUES, _tasks("planner", 2), _later, _wished_day, _planner_days, not_shown),
    Wish("last day in To Do", _DUES, _tasks("todo", 2), _later, _wished_day, _todo_days, not_shown),
    Wish("comment in Planner", _COMMENTS, _one_task("planner", 1), _comment, mark_of, _posts, not_shown),
    Wish("comment in To Do", _COMMENTS, _tasks("todo", 1), _comment, mark_of, _lines_in_notes, not_shown),
    Wish("new task", _NEW, one("todo:"), _new_task, mark_of, _new_titles, not_shown),
)
