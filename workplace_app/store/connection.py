"""Opens the two encrypted files of an account, for the screen with few rights (for sync: ``sync_connection.py``).

``cache.db`` can be fetched again and is written with ``synchronous=NORMAL``; ``mine.db`` (outbox, marks, choices)
cannot and is written with ``FULL``, so that what was called saved survives a power cut. One connection sees both: the
cache as ``main``, the other as ``mine``. The way in from here is short: it neither migrates nor imports sqlite-utils.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.store.as_seen import create_views
from workplace_app.store.connection_type import Connection
from workplace_app.store.renewed_connection import RenewableConnection, RenewedConnection
from workplace_app.store.schema_version import CACHE_VERSION, MINE_VERSION
from workplace_app.store.screen_rights import screen_may
from workplace_app.store.store_problems import GONE, SERVICE, disk_refused, store_problem

KEY_BYTES = 32
BUSY_MILLISECONDS = 5_000
_SCREEN_KIBIBYTES = 4_096
SYNC_KIBIBYTES = 16_384
"""Pages of the cache kept in memory. The screen searches 100,000 items within 16 ms with 2 MiB too; sync writes faster
with more, and gives it back after a round."""
_STATEMENTS_KEPT = 256
_FIRST_PAGE_BYTES = 4_096
_ERRORS = (dbapi2.Error, UnicodeEncodeError, MemoryError)
"""What the driver raises. SQLCipher says that memory is short, too, when the disk has given a page that it cannot
decrypt, and goes on saying so on that connection."""
_MAY_LAST = frozenset({ProblemKind.DISK_REFUSED, ProblemKind.STORE_DAMAGED})


@frozen
class StoreFiles:
    """The two files of one account."""

    cache: Path
    mine: Path

    @classmethod
    def in_folder(cls, folder: Path) -> "StoreFiles":
        """The files under their usual names."""
        return cls(folder / "cache.db", folder / "mine.db")

    @property
    def exist(self) -> bool:
        """True when both are there. Raises ``ProblemRaised`` when the disk does not say."""
        try:
            return self.cache.exists() and self.mine.exists()
        except OSError as error:
            raise ProblemRaised(disk_refused(type(error).__name__)) from error


class SchemaOutdated(Exception):
    """The files are missing or older than this program: ``open_for_sync`` mends that, the screen's connection never."""


class StoreCursor(dbapi2.Cursor):  # type: ignore[misc]  # the driver has no types
    """A cursor whose errors are the domain's problems; its connection keeps the one that may have made it unusable."""

    def execute(self, sql: str, *parameters: Any) -> Any:
        """Run one statement."""
        try:
            return super().execute(sql, *parameters)
        except _ERRORS as error:
            raise self._told(error) from error

    def executemany(self, sql: str, parameters: Any) -> Any:
        """Run one statement for each set of parameters."""
        try:
            return super().executemany(sql, parameters)
        except _ERRORS as error:
            raise self._told(error) from error

    def fetchone(self) -> Any:
        """The next row."""
        try:
            return super().fetchone()
        except _ERRORS as error:
            raise self._told(error) from error

    def fetchall(self) -> Any:
        """All rows that are left."""
        try:
            return super().fetchall()
        except _ERRORS as error:
            raise self._told(error) from error

    def __iter__(self) -> Any:
        return iter(self.fetchall())

    def _told(self, error: dbapi2.Error | UnicodeEncodeError | MemoryError) -> ProblemRaised:
        problem = store_problem(error)
        if problem.kind in _MAY_LAST:
            self.connection.failed = True
        return ProblemRaised(problem)


class StoreConnection(dbapi2.Connection):  # type: ignore[misc]  # the driver has no types
    """A connection whose errors are the domain's problems."""

    failed = False
    """The disk has refused it something: it may go on refusing (``renewed_connection.py``)."""

    def cursor(self, factory: type[dbapi2.Cursor] = StoreCursor) -> Any:
        """A cursor."""
        return super().cursor(factory)


def open_for_screen(files: StoreFiles, key: bytes) -> Connection:
    """The window's connection: reads all but the token cache, writes the outbox and the user's own things. It goes on
    after the disk has refused it something (``renewed_connection.py``).

    It never creates and never migrates. Raises ``SchemaOutdated``, or ``ProblemRaised`` with KEY_DOES_NOT_FIT,
    STORE_DAMAGED or STORE_FROM_THE_FUTURE.
    """
    return RenewedConnection(_open_screen(files, key), lambda: _open_screen_again(files, key))


def _open_screen(files: StoreFiles, key: bytes) -> RenewableConnection:
    if not files.exist:
        raise SchemaOutdated
    connection = open_files(files, key)
    try:
        if is_outdated(connection):
            raise SchemaOutdated
        create_views(connection)
        connection.set_authorizer(screen_may)
    except BaseException:
        connection.close()
        raise
    opened: RenewableConnection = connection
    return opened


def _open_screen_again(files: StoreFiles, key: bytes) -> RenewableConnection:
    try:
        return _open_screen(files, key)
    except SchemaOutdated as outdated:  # the files have gone while they were open
        raise ProblemRaised(disk_refused(GONE)) from outdated


def needs_migration(files: StoreFiles, key: bytes) -> bool:
    """True when ``open_for_sync`` must come first: files are missing or older than the program.

    Raises ``ProblemRaised`` as ``open_for_screen`` does.
    """
    if not files.exist:
        return True
    connection = open_files(files, key)
    try:
        return is_outdated(connection)
    finally:
        connection.close()


def open_files(files: StoreFiles, key: bytes, kibibytes: int = _SCREEN_KIBIBYTES) -> Any:
    """Both files on one connection, with neither views nor a look at their schema; for this package only.

    SQLite opens for reading what the system does not open for writing, and such a connection would refuse to write long
    after a disk has come to itself: so it is opened once more.
    """
    connection = _open_once(files, key, kibibytes)
    try:
        with opening(files, key):
            only_reads = _only_reads(connection)
    except BaseException:
        connection.close()
        raise
    if not only_reads:
        return connection
    connection.close()
    return _open_once(files, key, kibibytes)


def _only_reads(connection: Any) -> bool:
    """Whether one of the two files was opened for reading only; nothing is written, and nobody is waited for."""
    plain = connection.cursor(dbapi2.Cursor)
    plain.execute("PRAGMA busy_timeout = 0")
    try:
        plain.execute("BEGIN")
        for schema in ("main", "mine"):
            (version,) = plain.execute(f"PRAGMA {schema}.user_version").fetchone()
            plain.execute(f"PRAGMA {schema}.user_version = {int(version)}")
    except _ERRORS as error:
        # Whatever else it is (busy, another refusal), the first use of the connection tells it in its own words.
        return bool(getattr(error, "sqlite_errorcode", None) == dbapi2.SQLITE_READONLY)
    else:
        return False
    finally:
        if connection.in_transaction:
            plain.execute("ROLLBACK")
        plain.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")


def _open_once(files: StoreFiles, key: bytes, kibibytes: int) -> Any:
    with opening(files, key):
        connection = dbapi2.connect(
            files.cache,
            timeout=BUSY_MILLISECONDS / 1000,
            isolation_level=None,
            cached_statements=_STATEMENTS_KEPT,
            factory=StoreConnection,
        )
        try:
            unlock(connection, key)
            plain = connection.cursor(dbapi2.Cursor)
            plain.execute("PRAGMA main.synchronous = NORMAL")
            plain.execute(f"PRAGMA main.cache_size = -{kibibytes}")
            plain.execute("ATTACH DATABASE ? AS mine KEY ?", (str(files.mine), _key_text(key)))
            plain.execute("PRAGMA mine.user_version")
            plain.execute("PRAGMA mine.synchronous = FULL")
            plain.execute("PRAGMA foreign_keys = ON")
        except BaseException:
            connection.close()
            raise
    return connection


def unlock(connection: Any, key: bytes) -> None:
    """Give a fresh connection its key and read the file once, which tells whether it was the right one."""
    plain = connection.cursor(dbapi2.Cursor)
    plain.execute("PRAGMA cipher_log_level = NONE")
    plain.execute(f'PRAGMA key = "{_key_text(key)}"')
    plain.execute("PRAGMA user_version")


@contextmanager
def opening(files: StoreFiles, key: bytes) -> Iterator[None]:
    """Inside, the driver's errors become problems. SQLCipher says the same of a wrong key and of a damaged first page;
    a key that opens one of the two files is right, so then the other file is damaged and ``detail`` names it. It says
    it, too, of a first page that the disk did not give: who finds nothing wrong at a second look blames the disk."""
    try:
        yield
    except _ERRORS as error:
        problem = store_problem(error)
        if getattr(error, "sqlite_errorcode", None) == dbapi2.SQLITE_NOTADB:
            problem = _second_look(files, key)
        raise ProblemRaised(problem) from error


def _second_look(files: StoreFiles, key: bytes) -> Problem:
    try:
        unreadable = [file for file in (files.cache, files.mine) if not _readable(file, key)]
    except (*_ERRORS, OSError) as error:
        return disk_refused(type(error).__name__)
    if not unreadable:
        return disk_refused("SQLITE_NOTADB once")
    kind = ProblemKind.STORE_DAMAGED if len(unreadable) == 1 else ProblemKind.KEY_DOES_NOT_FIT
    return Problem(kind, service=SERVICE, detail=unreadable[0].name)


def _readable(file: Path, key: bytes) -> bool:
    """Whether the key opens the file. Raises ``OSError`` or the driver's error when the disk does not give it."""
    if not file.exists():
        return False
    with file.open("rb") as raw:
        raw.read(_FIRST_PAGE_BYTES)
    connection = dbapi2.connect(file, timeout=BUSY_MILLISECONDS / 1000)
    try:
        unlock(connection, key)
    except dbapi2.DatabaseError as error:
        # Whoever is busy, or whose disk refuses, may well be readable: nothing is set aside for that.
        return bool(error.sqlite_errorcode != dbapi2.SQLITE_NOTADB)
    finally:
        connection.close()
    return True


def _key_text(key: bytes) -> str:
    if len(key) != KEY_BYTES:
        raise ValueError(f"the key of a store has {KEY_BYTES} bytes")
    return f"x'{key.hex()}'"


def is_outdated(connection: Connection) -> bool:
    """True for files that are older than the program, an empty one too. Raises STORE_FROM_THE_FUTURE."""
    versions = (_version(connection, "main"), _version(connection, "mine"))
    if versions[0] > CACHE_VERSION or versions[1] > MINE_VERSION:
        raise ProblemRaised(Problem(ProblemKind.STORE_FROM_THE_FUTURE, service=SERVICE))
    return versions != (CACHE_VERSION, MINE_VERSION)


def _version(connection: Connection, schema: str) -> int:
    row = connection.execute(f"PRAGMA {schema}.user_version").fetchone()
    return int(row[0]) if row else 0
