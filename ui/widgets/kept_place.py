"""Keeps what is in sight where it is while rows come and go above it."""

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QListView

from ui.models.row_model import RowModel


class KeptPlace(QObject):
    """For one list, which must call ``remember`` before its rows change and ``restore_soon`` afterwards."""

    def __init__(self, view: QListView, rows: RowModel[Any]) -> None:
        super().__init__(view)
        self._view = view
        self._rows = rows
        self._kept: tuple[Hashable, int] | None = None

    def remember(self) -> None:
        """The uppermost row in sight, and how far it stands from the top. Asked last, since to know the row Qt lays
        out all of them."""
        if self._kept is not None or self._view.verticalScrollBar().value() <= 0:
            return
        index = self._view.indexAt(QPoint(self._view.viewport().width() // 2, 1))
        row = self._rows.row_at(index)
        if row is not None:
            self._kept = (self._rows.key(row), self._view.visualRect(index).top())

    def restore_soon(self) -> None:
        """When the rows have been laid out."""
        if self._kept is not None:
            QTimer.singleShot(0, self, self._restore)

    def forget(self) -> None:
        """The user has gone elsewhere in the list."""
        self._kept = None

    def _restore(self) -> None:
        if self._kept is None:
            return
        key, top = self._kept
        self._kept = None
        index = self._rows.index_of(key)
        if index.isValid():
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() + self._view.visualRect(index).top() - top)
