"""Tells when a widget has been painted the next time, for what may only begin once something is on the screen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class _NextPaint(QObject):
    def __init__(self, widget: QWidget, act: Callable[[], None]) -> None:
        super().__init__(widget)
        self._act = act
        widget.installEventFilter(self)
        widget.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._painted)
        return False

    def _painted(self) -> None:
        self._act()
        self.deleteLater()


def after_next_paint(widget: QWidget, act: Callable[[], None]) -> None:
    """Call ``act`` from the event loop once ``widget`` and what stands in it have been painted."""
    _NextPaint(widget, act)
