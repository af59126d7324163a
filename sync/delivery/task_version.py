"""A task as its service has it at this moment, and what differs between that and what the user wanted."""

from dataclasses import field
from datetime import date, datetime

from workplace_app.domain.conflict import ComparedField, Comparison, Conflict
from workplace_app.domain.frozen import frozen
from workplace_app.domain.task import Task
from workplace_app.store.moments import LOCAL_ZONE

DONE, OPEN = "done", "open"


@frozen
class TaskVersion:
    """What a wish may touch, and what the user compares when two versions collide. ``assigned`` are names;
    ``changed_by`` and ``changed_at`` say whose version it is, as far as the service tells."""

    etag: str | None
    title: str
    due: date | None
    done: bool
    assigned: tuple[str, ...] = field(default_factory=tuple)
    changed_by: str | None = None
    changed_at: datetime | None = None


def due_day(due: datetime | None) -> date | None:
    """The day in the municipality on which a moment falls: tasks know days, not times."""
    return None if due is None else due.astimezone(LOCAL_ZONE).date()


def version_from_cache(task: Task) -> TaskVersion:
    """The version that the cache knows."""
    return TaskVersion(task.etag, task.title, due_day(task.due), task.completed)


def conflict_between(mine: TaskVersion, theirs: TaskVersion | None) -> Conflict:
    """Both versions side by side; ``theirs`` is None for a task that is gone."""
    return Conflict(
        (
            Comparison(ComparedField.DUE, _day(mine), _day(theirs)),
            Comparison(ComparedField.TITLE, mine.title, None if theirs is None else theirs.title),
            Comparison(ComparedField.STATE, _state(mine), _state(theirs)),
            Comparison(ComparedField.ASSIGNED, _names(mine), _names(theirs)),
        ),
        changed_by=None if theirs is None else theirs.changed_by,
        changed_at=None if theirs is None else theirs.changed_at,
        gone=theirs is None,
    )


def _day(version: TaskVersion | None) -> str | None:
    return None if version is None or version.due is None else version.due.isoformat()


def _state(version: TaskVersion | None) -> str | None:
    if version is None:
        return None
    return DONE if version.done else OPEN


def _names(version: TaskVersion | None) -> str | None:
    return None if version is None or not version.assigned else ", ".join(version.assigned)
