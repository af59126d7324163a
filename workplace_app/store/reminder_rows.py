"""How a row of the reminders becomes a reminder, and back."""

from datetime import date
from typing import Any

from workplace_app.domain.reminder import Reminder, ReminderKind, ReminderSubject
from workplace_app.store.moments import maybe_moment, to_milliseconds, to_moment

REMINDER_COLUMNS = 'id, kind, title, target_id, address, last_day, "at", created_at, fired_at, done_at, snoozed'
_KINDS = {kind.value: kind for kind in ReminderKind}


def reminder_of(row: tuple[Any, ...]) -> Reminder:
    """The reminder in a row of ``REMINDER_COLUMNS``; one of a kind that this version does not know is the user's own
    words, so that nothing is lost by it."""
    reminder_id, kind, title, target_id, address, last_day, at, created_at, fired_at, done_at, snoozed = row
    subject = ReminderSubject(
        _KINDS.get(kind, ReminderKind.TEXT),
        title,
        target_id,
        address,
        date.fromisoformat(last_day) if last_day else None,
    )
    return Reminder(
        reminder_id,
        subject,
        to_moment(at),
        to_moment(created_at),
        maybe_moment(fired_at),
        maybe_moment(done_at),
        snoozed,
    )


def row_of(reminder: Reminder) -> tuple[Any, ...]:
    """The values of ``REMINDER_COLUMNS``."""
    about = reminder.subject
    return (
        reminder.id,
        about.kind.value,
        about.title,
        about.target_id,
        about.address,
        about.last_day.isoformat() if about.last_day else None,
        to_milliseconds(reminder.at),
        to_milliseconds(reminder.created_at),
        None if reminder.fired_at is None else to_milliseconds(reminder.fired_at),
        None if reminder.done_at is None else to_milliseconds(reminder.done_at),
        reminder.snoozed,
    )
