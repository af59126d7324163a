"""Lets go of what people have said in channels, chats and groups, where IT has turned off that it is read."""

# ruff: noqa: S608  (put together from the store's own constants)

import json

from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.configuration import SAYING_FEEDS
from workplace_app.store.connection_type import Connection
from workplace_app.store.fact_removal import remove_numbers
from workplace_app.store.fact_tables import FACT_TABLES, MESSAGES
from workplace_app.store.transaction import writing_cache

_AT_A_TIME = 2_000
_OF_THEIRS = "listing IN (SELECT number FROM main.listings WHERE feed IN (SELECT value FROM json_each(:feeds)))"
_FEEDS = {"feeds": json.dumps(sorted(SAYING_FEEDS))}


def something_said_is_kept(connection: Connection) -> bool:
    """True when anything is here that was read where people speak."""
    found = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM main.messages) OR EXISTS (SELECT 1 FROM main.place_states) "
        "OR EXISTS (SELECT 1 FROM main.listings WHERE feed IN (SELECT value FROM json_each(:feeds)))",
        _FEEDS,
    ).fetchone()
    return bool(found and found[0])


def forget_what_was_said(connection: Connection) -> frozenset[ChangeKind]:
    """Remove messages, chats, what was told of them, and how far they had been read; answers the kinds that changed.

    What the user has written (drafts, wishes in the outbox) is the user's own and stays.
    """
    changes: frozenset[ChangeKind] = frozenset()
    if not something_said_is_kept(connection):
        return changes
    for table in FACT_TABLES:
        where = "TRUE" if table is MESSAGES else _OF_THEIRS
        select = f"SELECT number FROM main.{table.name} WHERE {where} LIMIT {_AT_A_TIME}"
        left = True
        while left:
            with writing_cache(connection):
                numbers = [row[0] for row in connection.execute(select, _FEEDS)]
                changes |= remove_numbers(connection, table, numbers)
            left = len(numbers) == _AT_A_TIME
    with writing_cache(connection):
        connection.execute("DELETE FROM main.listings WHERE feed IN (SELECT value FROM json_each(:feeds))", _FEEDS)
        connection.execute("DELETE FROM main.feed_states WHERE feed IN (SELECT value FROM json_each(:feeds))", _FEEDS)
        connection.execute("DELETE FROM main.place_states")
    return changes | {ChangeKind.FEED_STATE}
