"""Paints a service: its name, one line of what it is, its channels as equal words."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.icons import paint_icon
from ui.look import look
from ui.models.service_model import ServiceRow
from ui.paint import write
from ui.theme import Weight
from ui.widgets.marks_in_rows import icon_with_words
from ui.widgets.row_delegate import Ink, RowDelegate

_AIR, _BETWEEN = 11, 4
_STAR = 16
_CHANNEL_ICON = 14


class ServiceDelegate(RowDelegate):
    """Three lines."""

    separators = True

    def height(self, row: ServiceRow, width: float) -> float:
        """Name, summary, channels."""
        del row, width
        return look.text_height() * 2 + look.text_height("caption") + look.gap(_AIR * 2 + _BETWEEN * 2)

    def paint_row(self, painter: QPainter, rect: QRectF, row: ServiceRow, ink: Ink, *, active: bool) -> None:
        """Paint the three lines, and the star of what is pinned."""
        del active
        y = rect.y() + look.gap(_AIR)
        room = rect.width()
        if row.pinned:
            side = look.px(_STAR)
            room -= side + look.px(8)
            star = QRectF(rect.right() - side, y + (look.text_height() - side) / 2, side, side)
            paint_icon(painter, "star-filled", star, ink.accent)
        line = QRectF(rect.x(), y, room, look.text_height())
        write(painter, line, row.title, look.font("body", Weight.SEMIBOLD), ink.text)
        line = QRectF(rect.x(), line.bottom() + look.gap(_BETWEEN), rect.width(), look.text_height())
        write(painter, line, row.summary, look.font("body"), ink.muted)
        line = QRectF(rect.x(), line.bottom() + look.gap(_BETWEEN), rect.width(), look.text_height("caption"))
        for icon, words in row.channels:
            used = icon_with_words(painter, line, icon, words, look.font("caption"), ink.muted, _CHANNEL_ICON)
            line.setLeft(line.x() + used + look.gap(16))

    def tool_tip(self, row: ServiceRow, width: float) -> str:
        """The whole name and summary."""
        del width
        return f"{row.title}\n{row.summary}"
