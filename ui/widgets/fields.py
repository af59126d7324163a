"""Fields to write in."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from ui.icons import paint_icon
from ui.look import look
from ui.theme import TypeRole

ICON = 18


class TextField(QLineEdit):
    """One line of text. ``name`` is what the screen reader says; it stays when the hint is gone."""

    def __init__(self, name: str, hint: str = "", *, role: TypeRole = "body") -> None:
        super().__init__()
        self._role: TypeRole = role
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.restyle()

    def restyle(self) -> None:
        """Take the font from the look."""
        self.setFont(look.font(self._role))


class SearchField(TextField):
    """A field with a magnifier that is painted and no target. Esc empties it, and leaves it when it is empty; Down goes
    on to what was found."""

    left = Signal()
    down_pressed = Signal()

    def restyle(self) -> None:
        """Take the font and the room for the magnifier from the look."""
        super().restyle()
        self.setTextMargins(look.px(26), 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle Esc and Down here, everything else as a field does."""
        if event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text():
            self.clear()
        else:
            self.left.emit()
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then the magnifier."""
        super().paintEvent(event)
        side = look.px(ICON)
        paint_icon(QPainter(self), "search", QRectF(look.px(10), (self.height() - side) / 2, side, side))
