"""Commits what a feed has read: facts, removals, bookmark and search index in one transaction, page by page."""

from collections.abc import Iterable
from datetime import datetime

from workplace_app.domain.changes import LAID_OVER, ChangeKind
from workplace_app.domain.page import Fact, Page
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.store.connection_type import Connection
from workplace_app.store.doubted_removal import Removal, spare_unreadable
from workplace_app.store.fact_tables import FACT_TABLES, TABLE_OF
from workplace_app.store.fact_writing import write_facts
from workplace_app.store.listings import ListingRow, believe_doubted, keep_bookmark, listing_of, remember_tables
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.reading_rounds import ReadingRounds
from workplace_app.store.transaction import writing_cache


class SuspiciousEmptiness(ProblemRaised):
    """So much was said to be gone that it was kept. What else the page said has been committed (``changes``) and the
    bookmark forgotten, so that the next round lists again; ``doubt.py`` says when that is believed."""

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
        self._rounds = ReadingRounds()

    def begin_round(self, feed: str) -> None:
        """A feed begins to be read: what its pages say from here on belongs together."""
        self._rounds.begin(feed)

    def store_page(self, feed: str, page: Page, now: datetime, confirmed: bool = False) -> frozenset[ChangeKind]:
        """Commit one page; answers the kinds whose rows say something else than before (none: nothing to repaint).

        ``confirmed`` believes whatever it says. Raises ``SuspiciousEmptiness`` after the commit, and
        ``ProblemRaised`` with STORE_BUSY, DISK_FULL or STORE_DAMAGED without one.
        """
        changes: set[ChangeKind] = set()
        if page.begins_generation:
            self._rounds.begin(feed, page.scope)
        with writing_cache(self._connection):
            listing = listing_of(self._connection, feed, page.scope, page.begins_generation)
            removal = Removal(self._connection, feed, listing, now, confirmed, self._rounds)
            if page.scope_is_gone or page.scope_was_deleted:
                changes |= removal.of_scope(on_its_word=page.scope_was_deleted)
            facts = _by_table(page.facts)
            for table in FACT_TABLES:
                if table.name in facts and write_facts(self._connection, table, facts[table.name], listing):
                    changes.add(table.changes)
            tables = remember_tables(self._connection, listing, facts)
            spare_unreadable(self._connection, listing, page.problems)
            if page.removed:
                changes |= removal.of_ids(page.removed)
            if page.ends_generation:
                changes |= removal.of_unnamed(tables)
            self._keep_bookmark(feed, page, listing, removal)
        changes |= self.settle(now)
        if removal.left_out:
            raise SuspiciousEmptiness(feed, removal.left_out, frozenset(changes))
        return frozenset(changes)

    def settle(self, now: datetime) -> frozenset[ChangeKind]:
        """Let go of the wishes that the cache shows by itself, or that a source has contradicted for long enough."""
        return LAID_OVER if self._outbox.settle(now) else frozenset()

    def believe(self, feed: str) -> bool:
        """The user says that what a feed's source no longer names is really gone: the next listing is believed. False
        when nothing of the feed is in doubt."""
        with writing_cache(self._connection):
            return believe_doubted(self._connection, feed)

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

    def _keep_bookmark(self, feed: str, page: Page, listing: ListingRow, removal: Removal) -> None:
        """A bookmark does not pass what was not believed, nor, the first time, what could not be read: the next round
        lists whole. An empty bookmark leads nowhere, and says that there is a scope to ask for."""
        if removal.left_out:
            if not page.scope_was_deleted:  # its bookmark is what says next time that there is a scope to ask for
                keep_bookmark(self._connection, listing, None)
        elif page.scope_is_gone or page.scope_was_deleted:
            keep_bookmark(self._connection, listing, None)
        elif not self._rounds.may_move_on(feed, page):
            keep_bookmark(self._connection, listing, None if self._rounds.doubts(feed, page.scope) else "")
        elif page.bookmark is not None:
            keep_bookmark(self._connection, listing, page.bookmark)


def _by_table(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    by_table: dict[str, list[Fact]] = {}
    for fact in facts:
        by_table.setdefault(TABLE_OF[type(fact)].name, []).append(fact)
    return by_table
