"""Keeps what is known of each listing (a feed's scope): its bookmark, its generation, the tables that it fills."""

import json
from collections.abc import Iterable

from workplace_app.domain.frozen import frozen
from workplace_app.store.connection_type import Connection


@frozen
class ListingRow:
    """One listing. ``generation`` counts the whole listings that have begun; ``refused`` is True when the last one
    to end would have emptied too much and was not believed."""

    number: int
    generation: int
    refused: bool
    tables: frozenset[str]


def listing_of(connection: Connection, feed: str, scope: str, begins_generation: bool) -> ListingRow:
    """The listing of a feed and scope, made when it is new; a page that begins a generation begins it here."""
    row = connection.execute(
        "SELECT number, generation, refused, tables FROM main.listings WHERE feed = ? AND scope = ?", (feed, scope)
    ).fetchone()
    if row is None:
        connection.execute("INSERT INTO main.listings (feed, scope) VALUES (?, ?)", (feed, scope))
        return listing_of(connection, feed, scope, begins_generation)
    number, generation, refused, tables = row
    if begins_generation:
        generation += 1
        connection.execute("UPDATE main.listings SET generation = ? WHERE number = ?", (generation, number))
    return ListingRow(number, generation, bool(refused), frozenset(json.loads(tables)))


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


def keep_refusal(connection: Connection, listing: ListingRow, refused: bool) -> None:
    """Note whether the generation that has just ended was believed."""
    if refused != listing.refused:
        connection.execute("UPDATE main.listings SET refused = ? WHERE number = ?", (int(refused), listing.number))


def count_facts(connection: Connection, changes: dict[int, int]) -> None:
    """Add to the number of facts that listings have; the keys are listings' numbers."""
    connection.executemany(
        "UPDATE main.listings SET facts = MAX(facts + ?, 0) WHERE number = ?",
        [(change, number) for number, change in changes.items() if change],
    )
