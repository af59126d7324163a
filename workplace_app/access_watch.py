"""Asks again and again whether the open account may still be open: when its record changes, and as time passes."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from ui.cache_watcher import CacheWatcher
from workplace_app.domain.changes import ChangeKind

SECONDS_BETWEEN = 30
"""A window that stays open passes the end of its time too, and is to be locked within a minute. One row is read."""


class AccessWatch(QObject):
    """Belongs to the window's thread; ends with its parent. ``check`` reads the record and does what follows."""

    def __init__(self, check: Callable[[], None], watcher: CacheWatcher, parent: QObject) -> None:
        super().__init__(parent)
        self._check = check
        watcher.changes.connect(self._changed)
        timer = QTimer(self, interval=SECONDS_BETWEEN * 1000)
        timer.timeout.connect(check)
        timer.start()

    def _changed(self, kinds: frozenset[ChangeKind]) -> None:
        if ChangeKind.ACCESS in kinds:
            self._check()
