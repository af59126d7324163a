"""The initials of the person whose page it is, large."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.look import look
from ui.paint import CENTRE, box, write
from ui.widgets.marks import initials

_SIDE = 64


class LargeAvatar(QWidget):
    """The name stands beside it, so it has no name of its own."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._initials = initials(name)
        self.restyle()

    def restyle(self) -> None:
        """Take the size from the look."""
        self.setFixedSize(look.px(_SIDE), look.px(_SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the disc and the letters."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        box(painter, rect, rect.width() / 2, fill="selected")
        write(painter, rect, self._initials, look.font("title"), "on_selected", CENTRE)
