"""Marks articles as read, saved and acknowledged; all can be undone."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from workplace_app.domain.intent import Intent, IntentKind
from workplace_app.domain.own_things import ArticleMark
from workplace_app.domain.wishes import Acknowledgement
from workplace_app.store.connection_type import Connection
from workplace_app.store.moments import maybe_moment, to_milliseconds
from workplace_app.store.outbox_filing import insert_intent
from workplace_app.store.transaction import writing_mine

_KEEP = (
    "INSERT INTO mine.article_marks (article_id, read_at, saved_at, acknowledged_at) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (article_id) DO UPDATE SET read_at = excluded.read_at, saved_at = excluded.saved_at, "
    "acknowledged_at = excluded.acknowledged_at"
)


def mark_read(connection: Connection, ids: Iterable[str], now: datetime) -> tuple[ArticleMark, ...]:
    """They have been opened; the first time counts."""
    return _change(connection, ids, lambda mark: replace(mark, read_at=mark.read_at or now))


def mark_unread(connection: Connection, ids: Iterable[str]) -> tuple[ArticleMark, ...]:
    """They are to stand as unread again."""
    return _change(connection, ids, lambda mark: replace(mark, read_at=None))


def save(connection: Connection, ids: Iterable[str], now: datetime) -> tuple[ArticleMark, ...]:
    """Keep them among the saved ones, beyond the time that articles are kept."""
    return _change(connection, ids, lambda mark: replace(mark, saved_at=mark.saved_at or now))


def unsave(connection: Connection, ids: Iterable[str]) -> tuple[ArticleMark, ...]:
    """Take them from the saved ones."""
    return _change(connection, ids, lambda mark: replace(mark, saved_at=None))


def acknowledge(connection: Connection, ids: Iterable[str], now: datetime) -> tuple[ArticleMark, ...]:
    """The user states having read them at this moment; the first statement counts."""
    return _change(
        connection,
        ids,
        lambda mark: replace(mark, acknowledged_at=mark.acknowledged_at or now, read_at=mark.read_at or now),
    )


def acknowledge_and_tell(connection: Connection, article_id: str, title: str, now: datetime, hold: timedelta) -> Intent:
    """The same, told to the municipality: the mark and the wish are on the disk together, or neither is. It is not sent
    before ``hold`` has passed; ``outbox_filing.withdraw`` undoes both."""
    with writing_mine(connection):
        mark = _current(connection, article_id)
        at = mark.acknowledged_at or now
        _keep(connection, [replace(mark, acknowledged_at=at, read_at=mark.read_at or now)])
        kind = IntentKind.ACKNOWLEDGE_ARTICLE
        return insert_intent(connection, kind, article_id, now, Acknowledgement(at), title, now + hold)


def restore(connection: Connection, marks: Iterable[ArticleMark]) -> None:
    """Undo: put the marks back that a marking function answered."""
    with writing_mine(connection):
        _keep(connection, marks)


def _change(
    connection: Connection, ids: Iterable[str], change: Callable[[ArticleMark], ArticleMark]
) -> tuple[ArticleMark, ...]:
    with writing_mine(connection):
        before = tuple(_current(connection, article_id) for article_id in ids)
        _keep(connection, [change(mark) for mark in before])
    return before


def _keep(connection: Connection, marks: Iterable[ArticleMark]) -> None:
    rows = [(mark.article_id, *map(_kept, (mark.read_at, mark.saved_at, mark.acknowledged_at))) for mark in marks]
    connection.executemany(_KEEP, [row for row in rows if any(row[1:])])
    connection.executemany(
        "DELETE FROM mine.article_marks WHERE article_id = ?", [row[:1] for row in rows if not any(row[1:])]
    )


def _kept(moment: datetime | None) -> int | None:
    return None if moment is None else to_milliseconds(moment)


def _current(connection: Connection, article_id: str) -> ArticleMark:
    row = connection.execute(
        "SELECT read_at, saved_at, acknowledged_at FROM mine.article_marks WHERE article_id = ?", (article_id,)
    ).fetchone()
    return ArticleMark(article_id, *(map(maybe_moment, row) if row else ()))
