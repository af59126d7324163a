"""The way to the end of a list of which only the first pages have been read."""

from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QListView

from ui.models.row_model import RowModel
from ui.widgets.kept_place import KeptPlace

MOST_ROWS = 20_000
"""Read at one press of End: more than any municipality has colleagues or a reader has news. Qt lays out a list as a
whole, some 10 µs a row, so that without a bound a list of 100,000 rows would hold the window up for seconds; there the
next press goes on."""


class WayToEnd(QObject):
    """Reads what is missing in steps, between which the window is alive, and chooses the last row.

    A step doubles the list: Qt lays all of it out after each, which costs as much in all as laying out the end twice.
    Asking the readers for their last page would be quicker, and leave a hole in the list that Up would fall into.
    """

    def __init__(self, view: QListView, rows: RowModel[Any], place: KeptPlace) -> None:
        super().__init__(view)
        self._view = view
        self._rows = rows
        self._place = place
        self._most = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Go to the end, from the next turn on."""
        self._most = self._rows.rowCount() + MOST_ROWS
        self._timer.start(0)

    def stop(self) -> None:
        """The user has gone elsewhere."""
        self._timer.stop()

    def _step(self) -> None:
        enough = min(self._most, 2 * self._rows.rowCount())
        while self._rows.canFetchMore() and self._rows.rowCount() < enough:
            self._rows.fetchMore()
        if self._rows.canFetchMore() and self._rows.rowCount() < self._most:
            self._timer.start(0)
        else:
            self._arrive()

    def _arrive(self) -> None:
        last = self._rows.index(self._rows.rowCount() - 1)  # never a heading: those stand above their rows
        if last.isValid():
            self._place.forget()
            self._view.setCurrentIndex(last)
            self._view.scrollTo(last)
