"""One moment to choose: its name at the left, its clock time at the right."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.look import look
from ui.paint import LEFT, RIGHT, box, focus_ring, text_width, write
from ui.theme import RADIUS_SMALL
from ui.widgets.buttons import PaintedButton

_SIDE, _BETWEEN = 10, 24


class MomentButton(PaintedButton):
    """A line of the popover; the arrows go from one to the next."""

    def __init__(self, name: str, when: str) -> None:
        super().__init__()
        self._when = when
        self.setText(name)
        self.setAccessibleName(f"{name}, {when}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as both need beside each other."""
        caption = look.font("caption", digits=True)
        wide = text_width(self.text(), look.font("body")) + text_width(self._when, caption)
        return QSize(round(wide) + look.px(2 * _SIDE + _BETWEEN), round(look.text_height() + look.gap(12)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move among the moments."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint plate, ring and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.underMouse() or self.isDown() or self.shows_focus:
            box(painter, rect, RADIUS_SMALL, fill="hover")
        if self.shows_focus:
            focus_ring(painter, rect, RADIUS_SMALL)
        area = rect.adjusted(look.px(_SIDE), 0, -look.px(_SIDE), 0)
        write(painter, area, self.text(), look.font("body"), "text", LEFT)
        write(painter, area, self._when, look.font("caption", digits=True), "muted", RIGHT)
