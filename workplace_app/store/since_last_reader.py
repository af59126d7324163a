"""Reads what has come since the user was last here."""

# ruff: noqa: S608  (put together from the store's own constants)

from datetime import datetime
from typing import Any

from workplace_app.domain.as_seen import Recipient, SinceLast
from workplace_app.store.connection_type import Connection
from workplace_app.store.moments import to_milliseconds
from workplace_app.store.news_conditions import FOR_ME, SHOWN, TO_ACKNOWLEDGE, parameters
from workplace_app.store.notification_reader import OPEN

_TASKS = "SELECT COUNT(*) FROM tasks_as_seen WHERE completed = 0 AND arrived >= :since"
_NEWS = (
    f"SELECT COUNT(*), COUNT(*) FILTER (WHERE {TO_ACKNOWLEDGE}) FROM articles_as_seen "
    f"WHERE published >= :since AND {SHOWN} AND {FOR_ME}"
)
_NOTIFICATIONS = f'SELECT COUNT(*) FROM notifications_as_seen WHERE "at" >= :since AND {OPEN} AND NOT muted'


def since_last(connection: Connection, recipient: Recipient, since: datetime, now: datetime) -> SinceLast:
    """How much is new since a moment, by the facts' own times: open tasks that were assigned or created, news for
    the user and how much of it is to be acknowledged, open notifications."""
    values: dict[str, Any] = {**parameters(recipient, now), "since": to_milliseconds(since)}

    def count(sql: str) -> tuple[int, ...]:
        row = connection.execute(sql, values).fetchone()
        return row or (0, 0)

    news = count(_NEWS)
    return SinceLast(
        since=since,
        tasks=count(_TASKS)[0],
        news=news[0],
        to_acknowledge=news[1],
        notifications=count(_NOTIFICATIONS)[0],
    )
