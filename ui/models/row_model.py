"""The base of every list's item model: rows read by pages, headings between groups, changes in place."""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence
from itertools import islice
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ui.theme import ColourRole
from workplace_app.domain.frozen import frozen
from workplace_app.domain.listing import Cursor, Listing

RowType = TypeVar("RowType")
Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
NO_INDEX = QModelIndex()


@frozen
class GroupRow:
    """A heading between rows. ``note`` stands at the right, ``icon`` and ``kind`` are drawn by delegates that know."""

    title: str
    count: int | None = None
    tone: ColourRole = "muted"
    note: str = ""
    icon: str = ""
    kind: str = ""


Fetch = Callable[[Cursor | None], Listing[RowType]]
"""Reads the stretch after a cursor; None is the first."""


class RowModel(QAbstractListModel, Generic[RowType]):
    """A list of frozen rows.

    A subclass says ``key`` (what makes two rows the same thing), ``spoken`` (all that the row shows, in words, for the
    screen reader), ``title`` (what typing searches) and, when the list has headings, ``group``.
    """

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[RowType | GroupRow] = []
        self._cursor: Cursor | None = None
        self._fetch: Fetch[RowType] | None = None
        self._pages = 0

    # What a subclass says

    def key(self, row: RowType) -> Hashable:
        """What identifies the row: its ``id`` unless a subclass knows better."""
        found: Hashable = getattr(row, "id")  # noqa: B009 - rows have no common base
        return found

    def spoken(self, row: RowType) -> str:
        """Everything the row shows, as one sentence."""
        raise NotImplementedError

    def title(self, row: RowType) -> str:
        """The words that typing in the list searches."""
        return self.spoken(row)

    def group(self, _row: RowType) -> GroupRow | None:
        """The heading that the row stands under; the same value for all rows of the group."""
        return None

    # Reading

    def set_source(self, fetch: Fetch[RowType]) -> None:
        """Read from here, from the first page."""
        self._fetch = fetch
        self.reload()

    def set_rows(self, rows: Sequence[RowType]) -> None:
        """Show these and no more."""
        self._fetch, self._cursor = None, None
        self._replace(self._with_headings(rows, None))

    def reload(self) -> None:
        """Read again as many pages as are shown; rows that are still there keep their place and their selection."""
        if self._fetch is None:
            return
        wanted = max(1, self._pages)
        rows: list[RowType] = []
        cursor: Cursor | None = None
        pages = 0
        while pages < wanted:
            listing = self._fetch(cursor)
            rows.extend(listing.rows)
            cursor = listing.after
            pages += 1
            if cursor is None:
                break
        self._cursor, self._pages = cursor, pages
        self._replace(self._with_headings(rows, None))

    def read_until(self, key: Hashable, most: int) -> bool:
        """Read on until the row with this key is there, at most so many rows in all; False when it is not found."""
        looked = 0
        while not any(
            not isinstance(row, GroupRow) and self.key(row) == key for row in islice(self._rows, looked, None)
        ):
            looked = len(self._rows)
            if not self.canFetchMore() or looked >= most:
                return False
            self.fetchMore()
        return True

    def canFetchMore(self, parent: Index = NO_INDEX) -> bool:
        """True while there is another page."""
        return not parent.isValid() and self._cursor is not None

    def fetchMore(self, parent: Index = NO_INDEX) -> None:
        """Read one more page."""
        if parent.isValid() or self._fetch is None or self._cursor is None:
            return
        listing = self._fetch(self._cursor)
        self._cursor = listing.after
        self._pages += 1
        last = self._rows[-1] if self._rows else None
        added = self._with_headings(listing.rows, last if not isinstance(last, GroupRow) else None)
        if added:
            self.beginInsertRows(NO_INDEX, len(self._rows), len(self._rows) + len(added) - 1)
            self._rows.extend(added)
            self.endInsertRows()

    def _with_headings(self, rows: Sequence[RowType], before: RowType | None) -> list[RowType | GroupRow]:
        made: list[RowType | GroupRow] = []
        current = self.group(before) if before is not None else None
        for row in rows:
            heading = self.group(row)
            if heading is not None and heading != current:
                made.append(heading)
            current = heading
            made.append(row)
        return made

    def _key_of(self, row: RowType | GroupRow) -> Hashable:
        return ("group", row.title) if isinstance(row, GroupRow) else self.key(row)

    def _replace(self, rows: list[RowType | GroupRow]) -> None:
        """Change as little as is needed: rows that keep their order among each other stay where they are."""
        old_keys = _numbered([self._key_of(row) for row in self._rows])
        new_keys = _numbered([self._key_of(row) for row in rows])
        place = {key: number for number, key in enumerate(new_keys)}
        staying = {new_keys[number] for number in _longest_rising([place[key] for key in old_keys if key in place])}
        for start, end in reversed(_runs([key not in staying for key in old_keys])):
            self.beginRemoveRows(NO_INDEX, start, end - 1)
            del self._rows[start:end]
            self.endRemoveRows()
        for start, end in _runs([key not in staying for key in new_keys]):
            self.beginInsertRows(NO_INDEX, start, end - 1)
            self._rows[start:start] = rows[start:end]
            self.endInsertRows()
        for number, row in enumerate(rows):
            if self._rows[number] != row:
                self._rows[number] = row
                index = self.index(number)
                self.dataChanged.emit(index, index)

    def replace(self, row: RowType) -> None:
        """Show what has become of one row, in its place."""
        index = self.index_of(self.key(row))
        if index.isValid():
            self._rows[index.row()] = row
            self.dataChanged.emit(index, index)

    # What is shown

    @property
    def rows(self) -> Sequence[RowType | GroupRow]:
        """Rows and headings in their order."""
        return self._rows

    def row_at(self, index: Index) -> RowType | None:
        """The row behind an index; None for a heading or no index."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        return None if isinstance(row, GroupRow) else row

    def index_of(self, key: Hashable) -> QModelIndex:
        """Where the row with this key is; an invalid index when it is not shown."""
        for number, row in enumerate(self._rows):
            if not isinstance(row, GroupRow) and self.key(row) == key:
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """How many rows and headings are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself for delegates, words for typing and for the screen reader."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if isinstance(row, GroupRow):
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                return row.title if row.count is None else f"{row.title}, {row.count}"
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row)
        return self.title(row) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if self.row_at(index) is None:
            return Qt.ItemFlag.NoItemFlags  # an enabled heading would stop the arrows
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def _numbered(keys: Sequence[Hashable]) -> list[Hashable]:
    """Keys that come again (a heading that stands twice) told apart by how often they have come before."""
    seen: dict[Hashable, int] = {}
    made: list[Hashable] = []
    for key in keys:
        times = seen[key] = seen.get(key, 0) + 1
        made.append(key if times == 1 else (key, times))
    return made


def _runs(marks: Sequence[bool]) -> list[tuple[int, int]]:
    """Stretches (from, to) of marks that are set."""
    found = []
    start: int | None = None
    for number, mark in enumerate([*marks, False]):
        if mark and start is None:
            start = number
        elif not mark and start is not None:
            found.append((start, number))
            start = None
    return found


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """A longest rising subsequence (patience sorting)."""
    tops: list[int] = []
    top_at: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        pile = bisect_left(tops, number)
        before.append(top_at[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(number)
            top_at.append(at)
        else:
            tops[pile], top_at[pile] = number, at
    found = []
    at = top_at[-1] if top_at else -1
    while at >= 0:
        found.append(numbers[at])
        at = before[at]
    return found[::-1]
