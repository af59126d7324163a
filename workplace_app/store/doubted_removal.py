"""Takes away what a source says is gone, unless that is more than is believed at once (``doubt.py``)."""

# ruff: noqa: S608  (put together from the store's own constants)

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.store.connection_type import Connection
from workplace_app.store.doubt import believed
from workplace_app.store.fact_removal import remove_ids, remove_numbers
from workplace_app.store.fact_table import FactTable
from workplace_app.store.fact_tables import FACT_TABLES
from workplace_app.store.listings import ListingRow, keep_doubt
from workplace_app.store.reading_rounds import ReadingRounds


@dataclass
class Removal:
    """What one page takes away from one listing. ``left_out`` counts the rows that were kept in doubt."""

    connection: Connection
    feed: str
    listing: ListingRow
    now: datetime
    confirmed: bool
    rounds: ReadingRounds
    left_out: int = 0

    def of_scope(self, *, on_its_word: bool) -> frozenset[ChangeKind]:
        """All that the listing told: what it listed is no longer there to be listed. ``on_its_word`` weighs it against
        what the feed has besides."""
        rows = {table.name: self._rows(table) for table in FACT_TABLES if _sweeps(table, self.listing.tables)}
        gone = sum(map(len, rows.values()))
        if on_its_word and not self._believed(self.rounds.gone(self.feed, "", gone), self._left_in_feed(gone), gone):
            return frozenset()
        return self._remove(rows)

    def of_ids(self, ids: Sequence[str]) -> frozenset[ChangeKind]:
        """What a delta has named as gone; unknown ids, and those of other feeds, are left alone."""
        gone = sum(len(self._named_so(table, ids)) for table in FACT_TABLES if table.swept)
        if gone:
            left = sum(len(self._rows(table)) for table in FACT_TABLES if table.swept) - gone
            if not self._believed(self.rounds.gone(self.feed, self.listing.scope, gone), max(left, 0), gone):
                return frozenset()
        return remove_ids(self.connection, self.feed, ids)

    def of_unnamed(self, tables: frozenset[str]) -> frozenset[ChangeKind]:
        """What the generation that ends here did not name."""
        swept = [table for table in FACT_TABLES if _sweeps(table, tables)]
        unnamed = {table.name: self._rows(table, "generation <") for table in swept}
        gone = sum(map(len, unnamed.values()))
        left = sum(len(self._rows(table, "generation >=")) for table in swept)
        if not self._believed(gone, left, gone):
            return frozenset()
        keep_doubt(self.connection, self.listing, None)
        return self._remove(unnamed)

    def _believed(self, gone: int, left: int, rows: int) -> bool:
        feed, scope = self.feed, self.listing.scope
        said_before = None if self.rounds.doubts(feed, scope) else self.listing.doubted_at
        if self.confirmed or believed(gone, left, said_before, self.now):
            return True
        self.left_out += rows
        self.rounds.doubt(feed, scope)
        keep_doubt(self.connection, self.listing, self.listing.doubted_at or self.now)
        return False

    def _remove(self, rows: dict[str, list[int]]) -> frozenset[ChangeKind]:
        changes: frozenset[ChangeKind] = frozenset()
        for table in FACT_TABLES:
            changes |= remove_numbers(self.connection, table, rows.get(table.name, []))
        return changes

    def _rows(self, table: FactTable[Any], generation: str = "") -> list[int]:
        which = f" AND {generation} ?2" if generation else " AND ?2 IS NOT NULL"
        found = self.connection.execute(
            f"SELECT number FROM main.{table.name} WHERE listing = ?1{which}",
            (self.listing.number, self.listing.generation),
        )
        return [row[0] for row in found]

    def _named_so(self, table: FactTable[Any], ids: Sequence[str]) -> list[int]:
        found = self.connection.execute(
            f'SELECT number FROM main.{table.name} WHERE "{table.key}" IN (SELECT value FROM json_each(?)) '
            "AND listing IN (SELECT number FROM main.listings WHERE feed = ?)",
            (json.dumps(list(ids)), self.feed),
        )
        return [row[0] for row in found]

    def _left_in_feed(self, gone: int) -> int:
        rows = 0
        for table in FACT_TABLES:
            if _sweeps(table, self.listing.tables):
                found = self.connection.execute(
                    f"SELECT COUNT(*) FROM main.{table.name} "
                    "WHERE listing IN (SELECT number FROM main.listings WHERE feed = ?)",
                    (self.feed,),
                ).fetchone()
                rows += int(found[0]) if found else 0
        return rows - gone


def spare_unreadable(connection: Connection, listing: ListingRow, problems: Iterable[Problem]) -> None:
    """Count the rows of items that could not be read as named: they are still there. An item that does not even say
    which it is may be any of the listing's, so then all of them are."""
    for problem in problems:
        if problem.kind is not ProblemKind.UNREADABLE_ITEM:
            continue
        for table in FACT_TABLES:
            if not _sweeps(table, listing.tables):
                continue
            connection.execute(
                f"UPDATE main.{table.name} SET generation = ?1 WHERE listing = ?2 AND generation < ?1 "
                f'AND (?3 IS NULL OR substr("{table.key}", -length(?3)) = ?3)',
                (listing.generation, listing.number, problem.item_id),
            )


def _sweeps(table: FactTable[Any], tables: frozenset[str]) -> bool:
    return table.swept and table.name in tables
