"""Commits what a feed has read: facts, removals, bookmark and search index in one transaction, page by page."""

# ruff: noqa: S608  (put together from the store's own constants)

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.page import Fact, Page
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.store.connection_type import Connection
from workplace_app.store.fact_removal import remove_ids, remove_numbers
from workplace_app.store.fact_table import FactTable
from workplace_app.store.fact_tables import FACT_TABLES, TABLE_OF
from workplace_app.store.fact_writing import write_facts
from workplace_app.store.listings import ListingRow, keep_bookmark, keep_refusal, listing_of, remember_tables
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.transaction import writing_cache

MANY_ROWS = 20
"""A listing may take away this many rows unquestioned."""
FEW_ROWS = 5
"""A listing that names nothing at all may take away this many."""


class SuspiciousEmptiness(ProblemRaised):
    """A whole listing named so little that the rows it left out were kept. Its facts have been committed (``changes``)
    and its bookmark forgotten, so that the next round lists again: if that says the same, it is believed."""

    def __init__(self, feed: str, left_out: int, changes: frozenset[ChangeKind]) -> None:
        super().__init__(
            Problem(ProblemKind.SUSPICIOUS_EMPTINESS, service=feed, detail=f"{left_out} rows would have gone")
        )
        self.changes = changes


class CacheWriter:
    """Writes ``cache.db``; one for each connection of sync."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._outbox = OutboxDelivery(connection)

    def store_page(self, feed: str, page: Page, now: datetime, confirmed: bool = False) -> frozenset[ChangeKind]:
        """Commit one page; answers the kinds whose rows say something else than before (none: nothing to repaint).

        ``confirmed`` believes a listing however empty. Raises ``SuspiciousEmptiness`` after the commit, and
        ``ProblemRaised`` with STORE_BUSY, DISK_FULL or STORE_DAMAGED without one.
        """
        changes: set[ChangeKind] = set()
        left_out = 0
        with writing_cache(self._connection):
            listing = listing_of(self._connection, feed, page.scope, page.begins_generation)
            if page.scope_is_gone:
                changes |= self._empty(listing)
            facts = _by_table(page.facts)
            for table in FACT_TABLES:
                if table.name in facts and write_facts(self._connection, table, facts[table.name], listing):
                    changes.add(table.changes)
            tables = remember_tables(self._connection, listing, facts)
            if page.removed:
                changes |= remove_ids(self._connection, feed, page.removed)
            if page.ends_generation:
                gone, left_out = self._sweep(listing, tables, confirmed)
                changes |= gone
            if left_out or page.scope_is_gone:
                keep_bookmark(self._connection, listing, None)
            elif page.bookmark is not None:
                keep_bookmark(self._connection, listing, page.bookmark)
        if self._outbox.settle(now):
            changes |= {ChangeKind.OUTBOX, ChangeKind.TASKS}
        if left_out:
            raise SuspiciousEmptiness(feed, left_out, frozenset(changes))
        return frozenset(changes)

    def bookmarks(self, feed: str) -> dict[str, str]:
        """A feed's bookmarks by scope; a scope without one is not there."""
        rows = self._connection.execute(
            "SELECT scope, bookmark FROM main.listings WHERE feed = ? AND bookmark IS NOT NULL", (feed,)
        )
        return {scope: bookmark for scope, bookmark in rows}  # noqa: C416  (rows are not typed as pairs)

    def forget_bookmarks(self, feed: str, scope: str | None = None) -> None:
        """Let a feed, or one of its scopes, be listed whole the next time; the rows stay until that has ended."""
        with writing_cache(self._connection):
            self._connection.execute(
                "UPDATE main.listings SET bookmark = NULL WHERE feed = ?1 AND (?2 IS NULL OR scope = ?2)", (feed, scope)
            )

    def _empty(self, listing: ListingRow) -> frozenset[ChangeKind]:
        """Take away all that a listing told: what it listed is no longer there to be listed."""
        changes: frozenset[ChangeKind] = frozenset()
        for table in FACT_TABLES:
            if _sweeps(table, listing.tables):
                rows = self._connection.execute(
                    f"SELECT number FROM main.{table.name} WHERE listing = ?", (listing.number,)
                )
                changes |= remove_numbers(self._connection, table, [row[0] for row in rows])
        return changes

    def _sweep(self, listing: ListingRow, tables: frozenset[str], confirmed: bool) -> tuple[frozenset[ChangeKind], int]:
        """Take away what the generation did not name, unless that is too much to be believed at first."""
        unnamed = {table.name: self._unnamed(table, listing) for table in FACT_TABLES if _sweeps(table, tables)}
        left_out = sum(map(len, unnamed.values()))
        named = sum(self._named(table, listing) for table in FACT_TABLES if _sweeps(table, tables))
        suspicious = (left_out > MANY_ROWS and left_out > named) or (left_out > FEW_ROWS and not named)
        refused = suspicious and not confirmed and not listing.refused
        keep_refusal(self._connection, listing, refused)
        if refused:
            return frozenset(), left_out
        changes: frozenset[ChangeKind] = frozenset()
        for table in FACT_TABLES:
            changes |= remove_numbers(self._connection, table, unnamed.get(table.name, []))
        return changes, 0

    def _unnamed(self, table: FactTable[Any], listing: ListingRow) -> list[int]:
        rows = self._connection.execute(
            f"SELECT number FROM main.{table.name} WHERE listing = ? AND generation < ?",
            (listing.number, listing.generation),
        )
        return [row[0] for row in rows]

    def _named(self, table: FactTable[Any], listing: ListingRow) -> int:
        row = self._connection.execute(
            f"SELECT COUNT(*) FROM main.{table.name} WHERE listing = ? AND generation >= ?",
            (listing.number, listing.generation),
        ).fetchone()
        return int(row[0]) if row else 0


def _by_table(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    by_table: dict[str, list[Fact]] = {}
    for fact in facts:
        by_table.setdefault(TABLE_OF[type(fact)].name, []).append(fact)
    return by_table


def _sweeps(table: FactTable[Any], tables: frozenset[str]) -> bool:
    return table.swept and table.name in tables
