"""The alarm: one timer to the next reminder, which trusts no timer.

It looks at the clock at least once a minute while a reminder waits, since a timer stands still while the computer
sleeps and knows nothing of a clock that is set; and whenever the user comes back to the program. What came due
meanwhile rings then. That something rings is written before it is told.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from workplace_app.domain.problem import Problem, ProblemRaised
from workplace_app.store.connection_type import Connection
from workplace_app.store.own_things.reminders import ring_due
from workplace_app.store.reminder_reader import next_moment

_LOG = logging.getLogger(__name__)
LONGEST_WAIT = timedelta(minutes=1)
_MILLISECOND = timedelta(milliseconds=1)


class Alarm(QObject):
    """``rang`` carries the reminders (a tuple, the earliest first) that nobody else will be told of. ``failed`` carries
    the problem that keeps them from ringing: it comes once, and the alarm tries again every minute."""

    rang = Signal(tuple)
    failed = Signal(object)

    def __init__(self, connection: Connection, clock: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._connection: Connection | None = connection
        self._clock = clock
        self._problem: Problem | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.applicationStateChanged.connect(self._state_changed)

    @property
    def wait(self) -> timedelta | None:
        """How long until it looks at the clock again; None while no reminder waits."""
        return timedelta(milliseconds=self._timer.interval()) if self._timer.isActive() else None

    def look(self) -> None:
        """Look at the clock: ring what is due, then wait for what comes next. Called by the timer, when the account
        opens, when a reminder has changed, and when the user comes back."""
        if self._connection is None:
            return
        rung = self._ring(self._connection)
        self._wait_for_next(self._connection)
        if rung:
            self.rang.emit(rung)

    def leave(self) -> None:
        """Ring no more: the connection is about to be closed."""
        self._connection = None
        self._timer.stop()

    def _ring(self, connection: Connection) -> tuple[object, ...]:
        try:
            rung = ring_due(connection, self._clock())
        except ProblemRaised as raised:
            if raised.problem != self._problem:
                self._problem = raised.problem
                _LOG.warning("reminders cannot ring: %s", raised.problem.kind)
                self.failed.emit(raised.problem)
            return ()
        self._problem = None
        return rung

    def _wait_for_next(self, connection: Connection) -> None:
        try:
            following = next_moment(connection)
        except ProblemRaised as raised:  # a disk that will not be read now may be in a minute
            _LOG.warning("the next reminder cannot be read: %s", raised.problem.kind)
            self._timer.start(LONGEST_WAIT // _MILLISECOND)
            return
        if following is None:
            self._timer.stop()
            return
        left = following - self._clock()
        # What is due and could not be written is tried again in a minute, not at once and for ever.
        wait = LONGEST_WAIT if left <= timedelta(0) else min(left, LONGEST_WAIT)
        self._timer.start(max(1, -(-wait // _MILLISECOND)))

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()
