"""A theme of the public services as a tile: icon, name, number of services."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.icons import paint_icon
from ui.look import look
from ui.paint import RIGHT, box, focus_ring, text_width, write
from ui.theme import RADIUS_CARD, Weight
from ui.widgets.buttons import PaintedButton
from ui.widgets.tool_tips import plain_tip

_HEIGHT = 56
_ICON = 22
_AIR = 16
_RADIUS = RADIUS_CARD - 2


class ThemeTile(PaintedButton):
    """Pressing it shows the theme's services."""

    def __init__(self, icon: str, name: str, count: int) -> None:
        super().__init__()
        self._icon, self._count = icon, count
        self.setText(name)
        services = self.tr("%n service(s)", "", count)
        self.setAccessibleName(f"{name}, {services}")
        self.setToolTip(plain_tip(f"{name}: {services}"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for one line."""
        return QSize(look.px(260), max(look.px(_HEIGHT), round(look.text_height() + look.gap(24))))

    def minimumSizeHint(self) -> QSize:
        """A long name may be cut; the tool tip has it whole."""
        return QSize(look.px(150), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tile."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        lit = self.underMouse() or self.isDown()
        box(painter, rect, _RADIUS, fill="hover" if lit else "surface", line="line")
        if self.shows_focus:
            focus_ring(painter, rect, _RADIUS)
        inner = rect.adjusted(look.gap(_AIR), 0, -look.gap(_AIR), 0)
        side = look.px(_ICON)
        paint_icon(painter, self._icon, QRectF(inner.x(), inner.center().y() - side / 2, side, side), "accent")
        number, digits = str(self._count), look.font("caption", digits=True)
        end = text_width(number, digits) + look.gap(8)
        words = inner.adjusted(side + look.gap(14), 0, -end, 0)
        write(painter, words, self.text(), look.font("body", Weight.MEDIUM), "text")
        write(painter, inner, number, digits, "muted", RIGHT)
