"""Small words for tests of the store: a key, moments, a page in one line."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.listing import Cursor, Listing
from workplace_app.domain.page import Fact, Page
from workplace_app.store.cache_writer import CacheWriter

T = TypeVar("T")
KEY = bytes(range(32))
OTHER_KEY = bytes(32)
NOW = datetime(2026, 10, 14, 8, 12, tzinfo=UTC)
"""A Wednesday; 10:12 in Stockholm."""


def ago(**units: float) -> datetime:
    """A moment before ``NOW``."""
    return NOW - timedelta(**units)


def ahead(**units: float) -> datetime:
    """A moment after ``NOW``."""
    return NOW + timedelta(**units)


def keep(writer: CacheWriter, *facts: Fact, feed: str = "feed", scope: str = "") -> frozenset[ChangeKind]:
    """Store facts as one page of a delta."""
    return writer.store_page(feed, Page(facts=facts, scope=scope), NOW)


def whole(*facts: Fact, bookmark: str | None = None, scope: str = "") -> Page:
    """A whole listing on one page."""
    return Page(facts=facts, scope=scope, bookmark=bookmark, begins_generation=True, ends_generation=True)


def all_pages(read: Callable[[Cursor | None], Listing[T]]) -> tuple[T, ...]:
    """All rows of a list that is read a page at a time."""
    rows: list[T] = []
    after: Cursor | None = None
    while True:
        page = read(after)
        rows.extend(page.rows)
        after = page.after
        if after is None:
            return tuple(rows)
