"""Tells when nobody has used the window for a while."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_USE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)
LOOKS_EVERY_MS = 5_000


class Idleness(QObject):
    """``expired`` comes once after so many minutes without a key, a movement or a touch in the program's windows, and
    again after the next ones.

    Two clocks, in seconds: ``monotonic`` is never set back, ``wall`` goes on while the computer sleeps; whichever has
    gone further counts. It listens to windows that have the keyboard and not to the application, whose filter would be
    asked about every event there is.
    """

    expired = Signal()

    def __init__(
        self, app: QGuiApplication, minutes: int, monotonic: Callable[[], float], wall: Callable[[], float]
    ) -> None:
        super().__init__()
        self._allowed = minutes * 60.0
        self._monotonic, self._wall = monotonic, wall
        self._told = False
        self._used()
        app.focusWindowChanged.connect(self._listen_to)
        self._listen_to(app.focusWindow())
        self._timer = QTimer(self, interval=LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Tell it when it is so."""
        if self._is_over() and not self._told:
            self._told = True
            self.expired.emit()

    def _is_over(self) -> bool:
        idle = max(self._monotonic() - self._since_monotonic, self._wall() - self._since_wall)
        return idle >= self._allowed

    def somebody_came(self) -> None:
        """An account has been opened: the time begins anew, also where no window of ours was touched for it."""
        self._used()

    def _used(self) -> None:
        self._since_monotonic, self._since_wall = self._monotonic(), self._wall()
        self._told = False

    def _listen_to(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there. Whoever wakes a computer that has slept is there before the next look, and it is
        locked all the same."""
        if event.type() in _USE:
            late = self._is_over() and not self._told
            self._used()
            if late:
                QTimer.singleShot(0, self, self.expired.emit)  # not while the event is on its way
        return super().eventFilter(watched, event)
