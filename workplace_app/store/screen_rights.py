"""What the screen's connection may do, told to SQLite itself: a wall that holds when every other is missed.

It reads everything but the tokens, and writes the outbox and the user's own things. All else is refused when the
statement is prepared: other tables, schema changes, attaching files, pragmas, and functions that reach outside.
"""

from sqlcipher3 import dbapi2

_FREE = frozenset({dbapi2.SQLITE_SELECT, dbapi2.SQLITE_TRANSACTION, dbapi2.SQLITE_SAVEPOINT, dbapi2.SQLITE_RECURSIVE})
_WRITES = frozenset({dbapi2.SQLITE_INSERT, dbapi2.SQLITE_UPDATE, dbapi2.SQLITE_DELETE})
_UNREADABLE = frozenset({"token_cache", "content_tokens"})
_FORBIDDEN_FUNCTIONS = frozenset(
    {"load_extension", "sqlcipher_export", "fts3_tokenizer", "writefile", "readfile", "edit"}
)

SCREEN_WRITES = frozenset(
    {
        "outbox",
        "outbox_history",
        "notification_marks",
        "mutes",
        "article_marks",
        "pins",
        "card_layout",
        "drafts",
        "remark_marks",
        "settings",
        "visits",
        "reminders",
    }
)
"""The tables of ``mine.db`` that the screen may write."""


def screen_may(action: int, first: str | None, second: str | None, database: str | None, _source: str | None) -> int:
    """SQLite's authorizer callback (sqlite.org/c3ref/set_authorizer.html)."""
    if action in _FREE:
        allowed = True
    elif action == dbapi2.SQLITE_READ:
        allowed = first not in _UNREADABLE
    elif action == dbapi2.SQLITE_FUNCTION:
        allowed = second not in _FORBIDDEN_FUNCTIONS
    elif action in _WRITES:
        allowed = database == "mine" and first in SCREEN_WRITES
    elif action == dbapi2.SQLITE_PRAGMA:
        # FTS5 asks for it when a prepared statement must be made again after another connection's commit.
        allowed = first == "data_version" and second is None
    else:
        allowed = False
    return int(dbapi2.SQLITE_OK if allowed else dbapi2.SQLITE_DENY)
