"""Asks again and again whether the open account may still be open: when its record changes, and as time passes."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from ui.cache_watcher import CacheWatcher
from workplace_app.domain.access import AccessRules
from workplace_app.domain.access_standing import Standing, standing
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.problem import ProblemRaised
from workplace_app.store.access_reader import access_record
from workplace_app.store.connection_type import Connection

SECONDS_BETWEEN = 30
"""A window that stays open passes the end of its time too, and is to be locked within a minute. One row is read."""


class Opened(Protocol):
    """Which account is open in the window, as far as its access goes."""

    @property
    def connection(self) -> Connection | None:
        """The screen's connection to what is shown."""

    @property
    def somebody_is_here(self) -> bool:
        """An account is open, and not what is open to all."""

    def turn_out(self, now: Standing) -> None:
        """Lock it, or wipe it."""


class AccessWatch(QObject):
    """Belongs to the window's thread; ends with its parent."""

    def __init__(self, rules: AccessRules, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rules = rules
        self._clock = clock
        self._opened: Opened | None = None

    def standing(self, connection: Connection) -> Standing:
        """How the account stands whose store this is. Raises ``ProblemRaised``."""
        return standing(access_record(connection), self._rules, self._clock())

    def begin(self, opened: Opened, watcher: CacheWatcher) -> None:
        """Ask from now on."""
        self._opened = opened
        watcher.changes.connect(self._changed)
        timer = QTimer(self, interval=SECONDS_BETWEEN * 1000)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Ask now."""
        opened = self._opened
        if opened is None or opened.connection is None or not opened.somebody_is_here:
            return
        try:
            now = self.standing(opened.connection)
        except ProblemRaised:  # a store that is busy is asked again; one that is broken shows nothing either
            return
        if not now.is_open:
            opened.turn_out(now)

    def _changed(self, kinds: frozenset[ChangeKind]) -> None:
        if ChangeKind.ACCESS in kinds:
            self.look()
