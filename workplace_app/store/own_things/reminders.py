"""Keeps reminders: set, rung, put off, moved, done, deleted; each can be undone.

Ringing is written before anything rings (``ring_due``), in one transaction that takes the lock first: of two windows,
two starts or two processes exactly one gets a reminder to show, and one that dies before it has shown it leaves the
reminder among those that have rung, where the user finds it.
"""

# ruff: noqa: S608  (put together from the store's own constants)

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from workplace_app.domain.reminder import (
    Reminder,
    ReminderSubject,
    done,
    moved,
    new_reminder,
    put_off,
    retitled,
    taken_up,
)
from workplace_app.store.connection_type import Connection
from workplace_app.store.moments import to_milliseconds
from workplace_app.store.reminder_rows import REMINDER_COLUMNS, reminder_of, row_of
from workplace_app.store.transaction import writing_mine

_KEEP = (
    f"INSERT INTO mine.reminders ({REMINDER_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title, target_id = excluded.target_id, "
    'address = excluded.address, last_day = excluded.last_day, "at" = excluded."at", '
    "created_at = excluded.created_at, fired_at = excluded.fired_at, done_at = excluded.done_at, "
    "snoozed = excluded.snoozed"
)
_ONE = f"SELECT {REMINDER_COLUMNS} FROM mine.reminders WHERE id = ?"
_DUE = (
    f"SELECT {REMINDER_COLUMNS} FROM mine.reminders WHERE fired_at IS NULL AND done_at IS NULL "
    'AND "at" <= ? ORDER BY "at", id'
)


def remind(connection: Connection, subject: ReminderSubject, at: datetime, now: datetime) -> Reminder:
    """Set a reminder; it is on the disk when this returns. Raises ``ValueError`` for a subject without words."""
    made = new_reminder(subject, at, now)
    restore(connection, made)
    return made


def ring_due(connection: Connection, now: datetime) -> tuple[Reminder, ...]:
    """Those whose moment has come and that nobody has rung for: from now on they have rung, and whoever called shows
    them. The earliest first. Nothing is written when nothing is due."""
    moment = to_milliseconds(now)
    if connection.execute(_DUE + " LIMIT 1", (moment,)).fetchone() is None:
        return ()
    with writing_mine(connection):
        found = [reminder_of(row) for row in connection.execute(_DUE, (moment,)).fetchall()]
        connection.executemany(
            "UPDATE mine.reminders SET fired_at = ? WHERE id = ?", [(moment, each.id) for each in found]
        )
    return tuple(replace(each, fired_at=now) for each in found)


def snooze(connection: Connection, reminder_id: str, until: datetime) -> Reminder | None:
    """Let it ring again at ``until``; answers it as it was, for ``restore``, None when it is gone."""
    return _change(connection, reminder_id, lambda each: put_off(each, until))


def rewrite(connection: Connection, reminder_id: str, text: str, at: datetime) -> Reminder | None:
    """Let it say something else, or ring at another moment, or both; answers as ``snooze`` does. One that keeps its
    moment does not ring for it again. Raises ``ValueError`` for text without words."""

    def change(each: Reminder) -> Reminder:
        named = retitled(each, text)
        return named if at == each.at else moved(named, at)

    return _change(connection, reminder_id, change)


def mark_done(connection: Connection, reminder_id: str, now: datetime) -> Reminder | None:
    """Nothing more is to be said of it; answers as ``snooze`` does."""
    return _change(connection, reminder_id, lambda each: done(each, now))


def take_up(connection: Connection, reminder_id: str, now: datetime) -> Reminder | None:
    """It is not done after all; answers as ``snooze`` does."""
    return _change(connection, reminder_id, lambda each: taken_up(each, now))


def delete(connection: Connection, reminder_id: str) -> Reminder | None:
    """Take it away; answers as ``snooze`` does."""
    with writing_mine(connection):
        before = _current(connection, reminder_id)
        connection.execute("DELETE FROM mine.reminders WHERE id = ?", (reminder_id,))
    return before


def restore(connection: Connection, reminder: Reminder) -> None:
    """Undo: keep it exactly as it was. One that had rung does not ring again."""
    with writing_mine(connection):
        connection.execute(_KEEP, row_of(reminder))


def _change(connection: Connection, reminder_id: str, change: Callable[[Reminder], Reminder]) -> Reminder | None:
    with writing_mine(connection):
        before = _current(connection, reminder_id)
        if before is not None:
            connection.execute(_KEEP, row_of(change(before)))
    return before


def _current(connection: Connection, reminder_id: str) -> Reminder | None:
    row = connection.execute(_ONE, (reminder_id,)).fetchone()
    return reminder_of(row) if row else None
