"""Transactions that lock only the file they write, so that the screen and sync never wait for each other's file.

BEGIN IMMEDIATE would lock every attached file. A plain BEGIN followed by a write that touches no row locks one, and
locks it before anything is read, which spares the read-then-write refusal that WAL gives to whoever reads first.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from workplace_app.store.connection_type import Connection


@contextmanager
def writing_cache(connection: Connection) -> Iterator[None]:
    """Everything inside is committed to ``cache.db`` together, or not at all; committed when the block has ended."""
    with _writing(connection, "UPDATE main.listings SET bookmark = bookmark WHERE 0"):
        yield


@contextmanager
def writing_mine(connection: Connection) -> Iterator[None]:
    """Everything inside is on the disk in ``mine.db`` when the block has ended, or nothing is."""
    with _writing(connection, "UPDATE mine.settings SET text = text WHERE 0"):
        yield


@contextmanager
def _writing(connection: Connection, lock: str) -> Iterator[None]:
    connection.execute("BEGIN")
    try:
        connection.execute(lock)
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
