"""Writes what is known of the account's access; for sync alone, since the screen's connection may not."""

from datetime import timedelta

from workplace_app.domain.access_record import AccessRecord
from workplace_app.store.access_reader import COLUMNS
from workplace_app.store.connection_type import Connection
from workplace_app.store.moments import to_milliseconds
from workplace_app.store.transaction import writing_mine

_MILLISECOND = timedelta(milliseconds=1)


def save_access(connection: Connection, record: AccessRecord) -> None:
    """Keep the record; it is on the disk when this returns (``mine.db`` is written with ``synchronous=FULL``)."""
    moments = [getattr(record, name) for name in COLUMNS[:-1]]
    values = [None if moment is None else to_milliseconds(moment) for moment in moments]
    names, places = ", ".join(COLUMNS), ", ".join("?" for _ in COLUMNS)
    with writing_mine(connection):
        connection.execute(
            f"INSERT OR REPLACE INTO mine.access (only, {names}) VALUES (1, {places})",  # noqa: S608  our own names
            (*values, record.counted // _MILLISECOND),
        )
