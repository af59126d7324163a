"""Keeps what is known of each listing (a feed's scope): its bookmark, its generation, the tables that it fills."""

import json
from collections.abc import Iterable
from datetime import datetime

from workplace_app.domain.frozen import frozen
from workplace_app.store.connection_type import Connection
from workplace_app.store.moments import to_milliseconds, to_moment

_LONG_AGO = 1
"""A doubt of 1970: what the user has said is so is believed as what has been said for ever."""


@frozen
class ListingRow:
    """One listing. ``generation`` counts the whole listings that have begun; ``doubted_at`` is when its source first
    said that more is gone than is believed at once, None when nothing is in doubt."""

    number: int
    scope: str
    generation: int
    doubted_at: datetime | None
    tables: frozenset[str]


def listing_of(connection: Connection, feed: str, scope: str, begins_generation: bool) -> ListingRow:
    """The listing of a feed and scope, made when it is new; a page that begins a generation begins it here."""
    row = connection.execute(
        "SELECT number, generation, refused, tables FROM main.listings WHERE feed = ? AND scope = ?", (feed, scope)
    ).fetchone()
    if row is None:
        connection.execute("INSERT INTO main.listings (feed, scope) VALUES (?, ?)", (feed, scope))
        return listing_of(connection, feed, scope, begins_generation)
    number, generation, doubted, tables = row
    if begins_generation:
        generation += 1
        connection.execute("UPDATE main.listings SET generation = ? WHERE number = ?", (generation, number))
    return ListingRow(number, scope, generation, to_moment(doubted) if doubted else None, frozenset(json.loads(tables)))


def remember_tables(connection: Connection, listing: ListingRow, tables: Iterable[str]) -> frozenset[str]:
    """Note which tables a listing has rows in, so that only those are looked through when it ends."""
    together = listing.tables | frozenset(tables)
    if together != listing.tables:
        connection.execute(
            "UPDATE main.listings SET tables = ? WHERE number = ?", (json.dumps(sorted(together)), listing.number)
        )
    return together


def keep_bookmark(connection: Connection, listing: ListingRow, bookmark: str | None) -> None:
    """Keep a bookmark whole; None forgets it."""
    connection.execute("UPDATE main.listings SET bookmark = ? WHERE number = ?", (bookmark, listing.number))


def keep_doubt(connection: Connection, listing: ListingRow, since: datetime | None) -> None:
    """Note since when the listing's source is doubted; None when it has been believed. (The column is called
    ``refused``; before it held a moment it held 1, which counts as long ago.)"""
    if since != listing.doubted_at:
        moment = 0 if since is None else to_milliseconds(since)
        connection.execute("UPDATE main.listings SET refused = ? WHERE number = ?", (moment, listing.number))


def believe_doubted(connection: Connection, feed: str) -> bool:
    """The user says that it is so: what a feed's doubted listings say next is believed. True when any was doubted."""
    changed = connection.execute(
        "UPDATE main.listings SET refused = ?, bookmark = CASE WHEN generation > 0 THEN NULL ELSE bookmark END "
        "WHERE feed = ? AND refused > 0",
        (_LONG_AGO, feed),
    )
    return changed.rowcount > 0


def count_facts(connection: Connection, changes: dict[int, int]) -> None:
    """Add to the number of facts that listings have; the keys are listings' numbers."""
    connection.executemany(
        "UPDATE main.listings SET facts = MAX(facts + ?, 0) WHERE number = ?",
        [(change, number) for number, change in changes.items() if change],
    )
