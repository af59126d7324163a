"""A task that waits for the user, whichever of Planner, To Do and flagged mail it lives in."""

from datetime import date, datetime, timedelta
from enum import IntEnum, StrEnum

from workplace_app.domain.frozen import frozen


class TaskSource(StrEnum):
    """Where a task is kept."""

    PLANNER = "planner"
    TODO = "todo"
    FLAGGED_MAIL = "flagged_mail"


class Urgency(IntEnum):
    """The groups of the task list, in their order on the screen."""

    LATE = 0
    TODAY = 1
    THIS_WEEK = 2
    LATER = 3
    NO_DATE = 4


@frozen
class Task:
    """One task as its source last described it.

    ``id`` is "planner:…", "todo:<list>/<task>" or "mail:…". ``container_id`` and ``container_title`` are the plan or
    the To Do list ("Inkorgen" for flagged mail, worded by the screen when None). ``due`` is UTC; when
    ``due_is_a_day`` only its date counts (Planner and To Do know days, not times). ``etag`` is what Planner wants
    back in If-Match. ``important`` is Planner priority 0-4, or importance "high".
    """

    id: str
    source: TaskSource
    title: str
    container_id: str | None
    container_title: str | None
    due: datetime | None
    due_is_a_day: bool
    completed: bool
    completed_at: datetime | None = None
    bucket_title: str | None = None
    important: bool = False
    notes: str = ""
    checklist_done: int = 0
    checklist_total: int = 0
    created_at: datetime | None = None
    changed_at: datetime | None = None
    assigned_at: datetime | None = None
    assigned_by_id: str | None = None
    assigned_by_name: str | None = None
    etag: str | None = None
    address: str | None = None


def urgency(due: datetime | None, now: datetime) -> Urgency:
    """Group for a due moment; both arguments are aware and in the user's own time zone.

    A day that has begun is today until it ends; "this week" ends on Sunday, and on Saturday and Sunday it reaches
    through the week that follows, since nobody means a single day by it.
    """
    if due is None:
        return Urgency.NO_DATE
    day, today = due.date(), now.date()
    if day < today:
        return Urgency.LATE
    if day == today:
        return Urgency.TODAY
    return Urgency.THIS_WEEK if day <= last_day_of_this_week(today) else Urgency.LATER


def last_day_of_this_week(today: date) -> date:
    """The Sunday through which "this week" reaches: the next one on Saturdays and Sundays."""
    days_left = 6 - today.weekday()
    if days_left <= 1:
        days_left += 7
    return today + timedelta(days=days_left)
