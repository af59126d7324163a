"""Makes a stretch of a list from one row more than was asked for, which tells whether there is a next stretch."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from workplace_app.domain.listing import Cursor, Listing
from workplace_app.store.connection_type import Row

T = TypeVar("T")


def listed(rows: Sequence[Row], limit: int, read: Callable[[Row], T], keys: int) -> Listing[T]:
    """``rows`` holds at most ``limit + 1``, each ending with its ``keys`` sort values, which make the cursor."""
    shown = rows[:limit]
    more = len(rows) > limit
    return Listing(tuple(read(row) for row in shown), Cursor(tuple(shown[-1][-keys:])) if more and shown else None)
