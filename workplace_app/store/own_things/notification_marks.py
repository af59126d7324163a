"""Marks notifications as handled or put off, and mutes what the user does not want to hear of; all can be undone."""

from collections.abc import Iterable
from datetime import datetime

from workplace_app.domain.notification import NotificationState
from workplace_app.domain.own_things import Mute, MuteScope, NotificationMark
from workplace_app.store.connection_type import Connection
from workplace_app.store.moments import maybe_moment, to_milliseconds
from workplace_app.store.transaction import writing_mine

_MARK = (
    "INSERT INTO mine.notification_marks (notification_id, state, until, marked_at) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (notification_id) DO UPDATE SET state = excluded.state, until = excluded.until, "
    "marked_at = excluded.marked_at"
)
_UNMARK = "DELETE FROM mine.notification_marks WHERE notification_id = ?"


def mark_handled(connection: Connection, ids: Iterable[str], now: datetime) -> tuple[NotificationMark, ...]:
    """Nothing more is to be done about these."""
    return _mark(connection, [NotificationMark(each, NotificationState.HANDLED) for each in ids], now)


def mark_later(
    connection: Connection, ids: Iterable[str], until: datetime, now: datetime
) -> tuple[NotificationMark, ...]:
    """Put these off: they are open again when ``until`` has come."""
    return _mark(connection, [NotificationMark(each, NotificationState.LATER, until) for each in ids], now)


def mark_open(connection: Connection, ids: Iterable[str], now: datetime) -> tuple[NotificationMark, ...]:
    """Take these up again."""
    return _mark(connection, [NotificationMark(each, NotificationState.OPEN) for each in ids], now)


def mark_workspace_handled(
    connection: Connection, workspace_id: str | None, now: datetime
) -> tuple[NotificationMark, ...]:
    """Nothing more is to be done about any open notification of a workspace (None: those without one)."""
    rows = connection.execute(
        "SELECT id FROM notifications_as_seen WHERE workspace_id IS ? AND NOT muted "
        "AND (mark IS NULL OR (mark = 'later' AND until <= ?))",
        (workspace_id, to_milliseconds(now)),
    )
    return mark_handled(connection, [row[0] for row in rows], now)


def restore(connection: Connection, marks: Iterable[NotificationMark], now: datetime) -> None:
    """Undo: put the marks back that a marking function answered."""
    _mark(connection, list(marks), now)


def mute(connection: Connection, what: Mute, now: datetime) -> bool:
    """Stop hearing of it. False when it was muted already, so that an undo leaves it so."""
    with writing_mine(connection):
        added = connection.execute(
            "INSERT INTO mine.mutes (scope, value, muted_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (what.scope.value, what.value, to_milliseconds(now)),
        )
    return added.rowcount > 0


def unmute(connection: Connection, what: Mute) -> bool:
    """Hear of it again. False when it was not muted."""
    with writing_mine(connection):
        gone = connection.execute(
            "DELETE FROM mine.mutes WHERE scope = ? AND value = ?", (what.scope.value, what.value)
        )
    return gone.rowcount > 0


def mutes(connection: Connection) -> tuple[Mute, ...]:
    """Everything that is muted, the latest first."""
    rows = connection.execute("SELECT scope, value FROM mine.mutes ORDER BY muted_at DESC, scope, value")
    return tuple(Mute(MuteScope(scope), value) for scope, value in rows)


def _mark(connection: Connection, marks: list[NotificationMark], now: datetime) -> tuple[NotificationMark, ...]:
    moment = to_milliseconds(now)
    with writing_mine(connection):
        before = tuple(_current(connection, mark.notification_id) for mark in marks)
        connection.executemany(
            _MARK,
            [
                (mark.notification_id, mark.state.value, to_milliseconds(mark.until) if mark.until else None, moment)
                for mark in marks
                if mark.state is not NotificationState.OPEN
            ],
        )
        connection.executemany(
            _UNMARK, [(mark.notification_id,) for mark in marks if mark.state is NotificationState.OPEN]
        )
    return before


def _current(connection: Connection, notification_id: str) -> NotificationMark:
    row = connection.execute(
        "SELECT state, until FROM mine.notification_marks WHERE notification_id = ?", (notification_id,)
    ).fetchone()
    if row is None:
        return NotificationMark(notification_id, NotificationState.OPEN)
    return NotificationMark(notification_id, NotificationState(row[0]), maybe_moment(row[1]))
