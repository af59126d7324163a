"""A stretch of a long list, and the place where the next stretch begins (keyset paging)."""

from typing import Generic, TypeVar

from workplace_app.domain.frozen import frozen

Row = TypeVar("Row")

PAGE_SIZE = 200
"""How many rows a list asks for at a time: laying out more makes the window wait."""


@frozen
class Cursor:
    """The sort values of the last row that was read; opaque outside the reader that made it."""

    keys: tuple[int | str | None, ...]


@frozen
class Listing(Generic[Row]):
    """Rows in order; ``after`` is given back to the reader for the next ones, None when there are no more."""

    rows: tuple[Row, ...]
    after: Cursor | None = None
