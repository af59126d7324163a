"""Asks again and again whether the open account may still be open: when its record changes, and as time passes."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from ui.cache_watcher import CacheWatcher
from workplace_app.domain.access import AccessRules
from workplace_app.domain.access_standing import Standing, standing
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.problem import ProblemRaised
from workplace_app.store.access_reader import access_record
from workplace_app.store.connection_type import Connection

SECONDS_BETWEEN = 30
"""A window that stays open passes the end of its time too, and is to be locked within a minute. One row is read."""


class AccessWatch(QObject):
    """Belongs to the window's thread. It has a timer only between ``watch`` and ``rest``: what is thrown away after the
    end may be collected on another thread, where no timer can be stopped."""

    refused = Signal(object)
    """The ``Standing`` of the open account: it may be open no longer."""
    confirmed = Signal(object)
    """The moment, by its own clock, at which the identity provider said yes to the open account just now."""

    def __init__(self, rules: AccessRules, clock: Callable[[], datetime], watcher: CacheWatcher) -> None:
        super().__init__(watcher)
        self._rules = rules
        self._clock = clock
        self._connection: Connection | None = None
        self._provider_at: datetime | None = None
        self._timer = QTimer(self, interval=SECONDS_BETWEEN * 1000)
        self._timer.timeout.connect(self.look)
        watcher.changes.connect(self._changed)

    def watch(self, connection: Connection) -> Standing:
        """An account has been opened: this is the screen's connection to it, and so it stands. Raises
        ``ProblemRaised``."""
        record = access_record(connection)
        self._connection, self._provider_at = connection, record.provider_at
        self._timer.start()
        return standing(record, self._rules, self._clock())

    def rest(self) -> None:
        """No account is open, or only what is open to all."""
        self._connection = None
        self._timer.stop()

    def look(self) -> None:
        """Ask now."""
        if self._connection is None:
            return
        try:
            record = access_record(self._connection)
        except ProblemRaised:  # a store that is busy is asked again; one that is broken shows nothing either
            return
        now = standing(record, self._rules, self._clock())
        if not now.is_open:
            self.refused.emit(now)
        elif record.provider_at is not None and record.provider_at != self._provider_at:
            self._provider_at = record.provider_at
            self.confirmed.emit(record.provider_at)

    def _changed(self, kinds: frozenset[ChangeKind]) -> None:
        if ChangeKind.ACCESS in kinds:
            self.look()
