"""Takes facts away with all that hangs on them: their place in the index, their threads, what was in them."""

# ruff: noqa: S608  (put together from the store's own constants)

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from workplace_app.domain.changes import ChangeKind
from workplace_app.store.connection_type import Connection
from workplace_app.store.fact_table import FactTable
from workplace_app.store.fact_tables import (
    CHANNELS,
    FACT_TABLES,
    MESSAGES,
    NOTIFICATIONS,
    SITE_FILES,
    WORKSPACES,
)
from workplace_app.store.listings import count_facts
from workplace_app.store.message_threads import renew_threads
from workplace_app.store.search_index import drop
from workplace_app.store.search_texts import SEARCHED_OF

_INSIDE = {
    WORKSPACES.name: (
        (CHANNELS, "workspace_id"),
        (MESSAGES, "workspace_id"),
        (SITE_FILES, "workspace_id"),
        (NOTIFICATIONS, "workspace_id"),
    ),
    CHANNELS.name: ((MESSAGES, "place_id"),),
}
"""What is no longer to be seen when the place that it was in is gone."""
_PLACES = (WORKSPACES, CHANNELS)


def remove_ids(connection: Connection, feed: str, ids: Sequence[str]) -> frozenset[ChangeKind]:
    """Take away the facts of a feed that have these ids; unknown ids, and those of other feeds, are left alone."""
    changes: frozenset[ChangeKind] = frozenset()
    text = json.dumps(list(ids))
    for table in FACT_TABLES:
        rows = connection.execute(
            f'SELECT number FROM main.{table.name} WHERE "{table.key}" IN (SELECT value FROM json_each(?)) '
            "AND listing IN (SELECT number FROM main.listings WHERE feed = ?)",
            (text, feed),
        )
        changes |= remove_numbers(connection, table, [row[0] for row in rows])
    return changes


def remove_numbers(connection: Connection, table: FactTable[Any], numbers: Sequence[int]) -> frozenset[ChangeKind]:
    """Take away rows of a table; answers the kinds that changed, those of what was inside included."""
    if not numbers:
        return frozenset()
    chosen = (json.dumps(list(numbers)),)
    where = "WHERE number IN (SELECT value FROM json_each(?))"
    changes = _remove_inside(connection, table, where, chosen)
    threads = (
        {row[0] for row in connection.execute(f"SELECT thread_id FROM main.messages {where}", chosen)}
        if table is MESSAGES
        else set()
    )
    owners = Counter(row[0] for row in connection.execute(f"SELECT listing FROM main.{table.name} {where}", chosen))
    if table in _PLACES:  # what was said there goes too: it would not be as old as this says
        connection.execute(
            f"DELETE FROM main.place_states WHERE place_id IN (SELECT id FROM main.{table.name} {where})", chosen
        )
    connection.execute(f"DELETE FROM main.{table.name} {where}", chosen)
    count_facts(connection, {listing: -count for listing, count in owners.items()})
    if table.name in SEARCHED_OF:
        drop(connection, SEARCHED_OF[table.name], numbers)
    renew_threads(connection, threads)
    return changes | {table.changes}


def _remove_inside(
    connection: Connection, table: FactTable[Any], where: str, chosen: tuple[str]
) -> frozenset[ChangeKind]:
    changes: frozenset[ChangeKind] = frozenset()
    for inside, column in _INSIDE.get(table.name, ()):
        rows = connection.execute(
            f"SELECT number FROM main.{inside.name} WHERE {column} IN (SELECT id FROM main.{table.name} {where})",
            chosen,
        )
        changes |= remove_numbers(connection, inside, [row[0] for row in rows])
    return changes
