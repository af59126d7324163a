"""Looks at an account's two files without changing a byte of what is in them, beside a window that has them open."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.store.connection import BUSY_MILLISECONDS, StoreFiles, opening, unlock
from workplace_app.store.schema_version import CACHE_VERSION, MINE_VERSION
from workplace_app.store.store_problems import SERVICE

CHECK_SECONDS = 30.0
"""A cache of 100,000 items (150 MB) takes two; a slow disk has time, and a hanging one does not hold the report up."""
_STEPS_BETWEEN_LOOKS = 1_000


@frozen
class FileLook:
    """One file. ``size`` is in bytes; ``version`` that of its schema, None for a file that could not be opened;
    ``damage`` counts what the two checks complain of; ``problem`` is why it could not be looked at, or not to the
    end."""

    name: str
    size: int
    version: int | None = None
    current_version: int = 0
    damage: int = 0
    problem: Problem | None = None


def look_at(files: StoreFiles, key: bytes, monotonic: Callable[[], float] = time.monotonic) -> tuple[FileLook, ...]:
    """Both files, the cache first: every page's seal (``cipher_integrity_check``) and the structure of tables and
    indexes (``quick_check``). Where the key opens neither, the problem of both is KEY_DOES_NOT_FIT."""
    return (
        _look(files, files.cache, key, CACHE_VERSION, monotonic),
        _look(files, files.mine, key, MINE_VERSION, monotonic),
    )


def kept_tokens(files: StoreFiles, key: bytes) -> str | None:
    """The token cache as it was saved last, None when there is none. Raises ``ProblemRaised``."""
    with opening(files, key):
        connection = _reading(files.mine)
        try:
            unlock(connection, key)
            row = connection.execute("SELECT text FROM token_cache").fetchone()
        except dbapi2.OperationalError as error:
            if "no such table" in str(error):  # an empty file, or one from before there were tokens
                return None
            raise
        finally:
            connection.close()
    return None if row is None else str(row[0])


def _reading(file: Path) -> Any:
    """``mode=ro`` never creates a file; the journal beside it is read along."""
    return dbapi2.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_MILLISECONDS / 1000)


def _look(files: StoreFiles, file: Path, key: bytes, current: int, monotonic: Callable[[], float]) -> FileLook:
    size = _size(file)
    version: int | None = None
    try:
        with opening(files, key):
            connection = _reading(file)
            try:
                unlock(connection, key)
                version = int(connection.execute("PRAGMA user_version").fetchone()[0])
                until = monotonic() + CHECK_SECONDS
                connection.set_progress_handler(lambda: int(monotonic() > until), _STEPS_BETWEEN_LOOKS)
                damage = len(connection.execute("PRAGMA cipher_integrity_check").fetchall())
                damage += sum(row != ("ok",) for row in connection.execute("PRAGMA quick_check(100)"))
            finally:
                connection.close()
    except ProblemRaised as raised:
        return FileLook(file.name, size, version, current, problem=_told(raised, file))
    return FileLook(file.name, size, version, current, damage)


def _told(raised: ProblemRaised, file: Path) -> Problem:
    """The look was ended by its time limit, or the key is not for these files, or another thing is wrong."""
    code = getattr(raised.__cause__, "sqlite_errorcode", None)
    if code == dbapi2.SQLITE_INTERRUPT:
        return Problem(ProblemKind.TIMED_OUT, SERVICE, detail=file.name)
    return raised.problem


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
