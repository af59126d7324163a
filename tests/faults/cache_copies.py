"""What a cache holds, to be compared with another, and how a fresh one is made an old one."""

from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from workplace_app.domain.page import Page
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection_type import Connection
from workplace_app.store.fact_tables import FACT_TABLES, NOTIFICATIONS

Facts = dict[tuple[str, str], tuple[Any, ...]]
"""Each row by its table and key, without what the store notes for itself."""
GHOST = "ghost-of-another-day"


def facts_of(connection: Connection) -> Facts:
    """All facts of the cache."""
    found: Facts = {}
    for table in FACT_TABLES:
        columns = ", ".join(f'"{column}"' for column in table.columns)
        for row in connection.execute(f"SELECT {columns} FROM main.{table.name}"):
            found[table.name, str(row[table.key_position])] = tuple(row)
    return found


def outbox_of(connection: Connection) -> list[tuple[Any, ...]]:
    """The outbox and its history, whole."""
    rows = list(connection.execute("SELECT * FROM mine.outbox ORDER BY id"))
    return [*rows, *connection.execute("SELECT * FROM mine.outbox_history ORDER BY number")]


def make_old(connection: Connection, feed: str, now: datetime, scope: str | None, *, ghosts: bool) -> None:
    """Each listing of the feed, or that of one place, lacks its last row, tells another title of its first, and
    (``ghosts``) has one that its source has not: where a listing is whole, the next one puts all three right."""
    writer = CacheWriter(connection)
    listings = list(connection.execute("SELECT number, scope FROM main.listings WHERE feed = ?", (feed,)))
    for number, each in listings:
        if scope not in (None, each):
            continue
        for table in FACT_TABLES:
            if table is NOTIFICATIONS or table.key != "id" or "id" in table.derived:
                continue
            rows = list(
                connection.execute(f"SELECT {table.selected()} FROM main.{table.name} WHERE listing = ?", (number,))
            )
            if len(rows) < 2:
                continue
            known = table.facts(rows)
            changed: list[Any] = []
            if any(one.name == "title" for one in fields(known[0])):
                changed.append(replace(known[0], title=f"Förr: {known[0].title}"))
            if ghosts:
                changed.append(replace(known[0], id=f"{known[0].id}-{GHOST}"))
            writer.store_page(feed, Page(tuple(changed), removed=(known[-1].id,), scope=each), now)
    connection.execute("UPDATE main.listings SET bookmark = NULL WHERE feed = ?", (feed,))
