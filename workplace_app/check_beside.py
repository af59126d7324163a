"""Runs the doctor beside the window: in a thread of its own, its news brought to the window's thread."""

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Qt, Signal

from workplace_app.domain.checkup import Checkup

Examine = Callable[[Callable[[int, int], None]], Checkup]


class _Run(QObject):
    """Lives until its news have been heard."""

    stepped = Signal(int, int)
    ended = Signal(object)


class CheckBeside(QObject):
    """A ``ComputerCheck``. ``examine`` takes who hears of each step; it is called on another thread."""

    def __init__(self, examine: Examine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._examine = examine

    def begin(self, stepped: Callable[[int, int], None], ended: Callable[[Checkup], None]) -> None:
        """Look at this computer; a receiver that has gone hears nothing."""
        run = _Run()
        queued = Qt.ConnectionType.QueuedConnection
        run.stepped.connect(stepped, queued)
        run.ended.connect(ended, queued)
        Thread(target=lambda: run.ended.emit(self._examine(run.stepped.emit)), name="doctor", daemon=True).start()
