"""Reads the user's reminders: what has rung, what waits, what is done."""

# ruff: noqa: S608  (put together from the store's own constants)

from datetime import datetime

from workplace_app.domain.reminder import Reminder
from workplace_app.store.connection_type import Connection
from workplace_app.store.moments import maybe_moment
from workplace_app.store.reminder_rows import REMINDER_COLUMNS, reminder_of

MOST_READ = 2_000
"""More reminders than this nobody sets; a bound keeps a list from growing without end."""
_SELECT = f"SELECT {REMINDER_COLUMNS} FROM mine.reminders WHERE"


def open_reminders(connection: Connection, limit: int = MOST_READ) -> tuple[Reminder, ...]:
    """What has rung first, the latest first; then what waits, the next first."""
    rows = connection.execute(
        f"{_SELECT} done_at IS NULL ORDER BY fired_at IS NULL, fired_at DESC, "
        'CASE WHEN fired_at IS NULL THEN "at" ELSE -"at" END, id LIMIT ?',
        (limit,),
    )
    return tuple(reminder_of(row) for row in rows)


def done_reminders(connection: Connection, limit: int = MOST_READ) -> tuple[Reminder, ...]:
    """What is done, the latest first."""
    rows = connection.execute(f"{_SELECT} done_at IS NOT NULL ORDER BY done_at DESC, id LIMIT ?", (limit,))
    return tuple(reminder_of(row) for row in rows)


def reminder(connection: Connection, reminder_id: str) -> Reminder | None:
    """One reminder."""
    row = connection.execute(f"{_SELECT} id = ?", (reminder_id,)).fetchone()
    return reminder_of(row) if row else None


def next_moment(connection: Connection) -> datetime | None:
    """When the next one is to ring, which may have passed; None when none waits."""
    row = connection.execute(
        'SELECT MIN("at") FROM mine.reminders WHERE fired_at IS NULL AND done_at IS NULL'
    ).fetchone()
    return maybe_moment(row[0]) if row else None


def count_rung(connection: Connection) -> int:
    """How many have rung and are not done."""
    row = connection.execute(
        "SELECT COUNT(*) FROM mine.reminders WHERE fired_at IS NOT NULL AND done_at IS NULL"
    ).fetchone()
    return int(row[0]) if row else 0
