"""The only place that understands the database's own exceptions: they become the domain's problems here.

a broken page, not a database    STORE_DAMAGED (KEY_DOES_NOT_FIT when it was the key, see ``connection.opening``)
no room                          DISK_FULL
the disk would not, or memory     DISK_REFUSED: nothing is wrong with the files, so none may be set aside for it
another writer is too slow       STORE_BUSY
any other                        UNEXPECTED
"""

import errno

from sqlcipher3 import dbapi2

from workplace_app.domain.problem import Problem, ProblemKind

SERVICE = "store"
"""What a problem of the store names as its service."""
GONE = "the files are gone"
"""The detail of a problem: they have been taken away while somebody had them open."""
_PRIMARY_CODE = 0xFF
"""SQLite keeps the family of an error in the lowest byte of its extended code."""

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)

_KINDS = {
    dbapi2.SQLITE_BUSY: ProblemKind.STORE_BUSY,
    dbapi2.SQLITE_LOCKED: ProblemKind.STORE_BUSY,
    dbapi2.SQLITE_PROTOCOL: ProblemKind.STORE_BUSY,  # another's lock on the log's index was waited for in vain
    dbapi2.SQLITE_FULL: ProblemKind.DISK_FULL,
    dbapi2.SQLITE_CORRUPT: ProblemKind.STORE_DAMAGED,
    dbapi2.SQLITE_NOTADB: ProblemKind.STORE_DAMAGED,
    dbapi2.SQLITE_FORMAT: ProblemKind.STORE_DAMAGED,
    dbapi2.SQLITE_IOERR: ProblemKind.DISK_REFUSED,
    dbapi2.SQLITE_CANTOPEN: ProblemKind.DISK_REFUSED,
    dbapi2.SQLITE_READONLY: ProblemKind.DISK_REFUSED,
}


def store_problem(error: dbapi2.Error | UnicodeEncodeError | MemoryError) -> Problem:
    """The problem that a database error is. That a wrong key looks like a damaged file is sorted out by whoever opens
    the files (``connection.opening``). Text with half a character in it (a lone surrogate) cannot be stored."""
    if isinstance(error, MemoryError):
        return disk_refused(type(error).__name__)
    if isinstance(error, UnicodeEncodeError):
        return Problem(ProblemKind.UNREADABLE_ITEM, service=SERVICE, detail=type(error).__name__)
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return Problem(ProblemKind.UNEXPECTED, service=SERVICE, detail=type(error).__name__)
    kind = _KINDS.get(code & _PRIMARY_CODE, ProblemKind.UNEXPECTED)
    return Problem(kind, service=SERVICE, detail=getattr(error, "sqlite_errorname", None))


def file_problem(error: OSError) -> Problem:
    """What it means that the system did not do something with a file or a folder. The detail is the error's name."""
    detail = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return Problem(ProblemKind.DISK_FULL, SERVICE, detail=detail) if error.errno in _NO_ROOM else disk_refused(detail)


def disk_refused(detail: str) -> Problem:
    """The disk would not, and nothing is wrong with the files as far as anybody knows."""
    return Problem(ProblemKind.DISK_REFUSED, service=SERVICE, detail=detail)
