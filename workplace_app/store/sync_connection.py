"""Opens the store for sync: with all rights, after creating what is missing and migrating what is old."""

import re
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from workplace_app.domain.problem import ProblemRaised
from workplace_app.store.as_seen import create_views
from workplace_app.store.connection import SYNC_KIBIBYTES, StoreConnection, StoreFiles, is_outdated, open_files
from workplace_app.store.connection_type import Connection
from workplace_app.store.content_token_store import REFRESH_LOCK
from workplace_app.store.migrations import migrate_cache, migrate_files, migrate_mine
from workplace_app.store.renewed_connection import RenewableConnection, RenewedConnection
from workplace_app.store.store_problems import GONE, disk_refused

_OWN_SCHEMA = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND substr(tbl_name, 1, 1) != '_'"
_CHECKPOINT_PAGES = 4_000
_JOURNAL_BYTES = 4 * 1024 * 1024
"""A first sync writes the same pages of the index again and again: they are folded in every 16 MB, four times as seldom
as SQLite would by itself, and the log is cut back afterwards."""
_CREATE = re.compile(r"^(CREATE (?:UNIQUE )?(?:TABLE|INDEX) )")


def open_for_sync(files: StoreFiles, key: bytes) -> Connection:
    """Sync's connection; the folder of the files exists. It goes on after the disk has refused it something
    (``renewed_connection.py``).

    Raises ``ProblemRaised`` with KEY_DOES_NOT_FIT, STORE_DAMAGED, STORE_FROM_THE_FUTURE, STORE_BUSY or DISK_FULL.
    """
    migrate_files(files, key)
    for file in (files.cache, files.mine):
        file.chmod(0o600)  # journals take over the rights of their file
    return RenewedConnection(_open_migrated(files, key), lambda: _open_migrated(files, key))


def _open_migrated(files: StoreFiles, key: bytes) -> RenewableConnection:
    if not files.exist:  # to open would be to create: they are gone while somebody has them open
        raise ProblemRaised(disk_refused(GONE))
    connection = open_files(files, key, SYNC_KIBIBYTES)
    try:
        if is_outdated(connection):  # an empty file opens with any key: whoever took it would stay with it for good
            raise ProblemRaised(disk_refused("not the files of before"))
        connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}")
        connection.execute(f"PRAGMA main.journal_size_limit = {_JOURNAL_BYTES}")
        create_views(connection)
    except BaseException:
        connection.close()
        raise
    opened: RenewableConnection = connection
    return opened


def open_in_memory() -> Connection:
    """A store of the same schema that lives as long as its connection: for searching without an account."""
    connection = dbapi2.connect(":memory:", isolation_level=None, factory=StoreConnection)
    migrate_cache(connection)
    connection.execute("ATTACH DATABASE ':memory:' AS mine")
    blueprint = dbapi2.connect(":memory:", isolation_level=None)
    migrate_mine(blueprint)
    for (statement,) in blueprint.execute(_OWN_SCHEMA):
        connection.execute(_CREATE.sub(r"\1mine.", statement, count=1))
    blueprint.close()
    connection.execute("PRAGMA foreign_keys = ON")
    create_views(connection)
    return _typed(connection)


def _typed(connection: Any) -> Connection:
    opened: Connection = connection
    return opened


def release_memory(connection: Connection) -> None:
    """Give back the memory that pages of the files take, between two rounds."""
    connection.execute("PRAGMA shrink_memory")


def delete_files(files: StoreFiles) -> None:
    """Remove both files with their journals (sign-out, revocation); the key has been forgotten first, so that what a
    disk still holds of them cannot be read."""
    delete_cache(files)
    _delete(files.mine)
    Path(f"{files.mine}{REFRESH_LOCK}").unlink(missing_ok=True)


def delete_cache(files: StoreFiles) -> None:
    """Remove a damaged ``cache.db``: it is fetched again, and the user's own things stay."""
    _delete(files.cache)


def _delete(file: Path) -> None:
    for journal in ("", "-wal", "-shm", "-journal"):
        Path(f"{file}{journal}").unlink(missing_ok=True)
