"""Remembers which answers the user has seen."""

from collections.abc import Iterable
from datetime import datetime

from workplace_app.store.connection_type import Connection
from workplace_app.store.moments import to_milliseconds
from workplace_app.store.transaction import writing_mine


def mark_seen(connection: Connection, remark_ids: Iterable[str], answered: datetime) -> None:
    """Their answers up to this moment (the latest answer's own: the clocks of two computers differ) have been seen."""
    moment = to_milliseconds(answered)
    with writing_mine(connection):
        connection.executemany(
            "INSERT INTO mine.remark_marks (remark_id, seen_at) VALUES (?, ?) "
            "ON CONFLICT (remark_id) DO UPDATE SET seen_at = MAX(seen_at, excluded.seen_at)",
            [(each, moment) for each in remark_ids],
        )
