"""Paints a calendar event: times, a bar, what and where. A past event keeps its place and loses its weight."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.icons import paint_icon
from ui.look import look
from ui.models.event_model import EventRow
from ui.paint import RIGHT, box, text_width, write
from ui.theme import ColourRole, Weight
from ui.widgets.row_delegate import Ink, RowDelegate

_BETWEEN_LINES = 3
_PLACE_ICON = 14


class EventDelegate(RowDelegate):
    """Two lines per event; the next one has an accent bar and says how soon it is."""

    def height(self, row: EventRow, width: float) -> float:
        """Two lines and air."""
        del row, width
        least = 64 if look.field else 0
        return max(look.text_height() + look.text_height("caption") + look.gap(14), least)

    def paint_row(self, painter: QPainter, rect: QRectF, row: EventRow, ink: Ink, *, active: bool) -> None:
        """Paint the times, the bar and the words."""
        del active
        body, small = look.text_height(), look.text_height("caption")
        top = rect.y() + (rect.height() - body - small - _BETWEEN_LINES) / 2
        strong: ColourRole = ink.muted if row.past else ink.text
        digits = look.font("body", digits=True)
        times = text_width("00:00", digits)
        first = QRectF(rect.x(), top, times, body)
        second = QRectF(rect.x(), top + body + _BETWEEN_LINES, times, small)
        write(painter, first, row.start, digits if row.end else look.font("caption"), strong)
        write(painter, second, row.end, look.font("caption", digits=True), ink.muted)
        bar = QRectF(rect.x() + times + look.gap(12), top + 1, 3, body + small + 1)
        box(painter, bar, 1.5, fill=ink.tone("accent") if row.next else ink.tone("edge"))
        x = bar.right() + look.gap(12)
        right = rect.right()
        if row.soon:
            font = look.font("caption", Weight.SEMIBOLD)
            right -= text_width(row.soon, font) + look.px(8)
            write(painter, QRectF(right, top, rect.right() - right, body), row.soon, font, ink.tone("accent"), RIGHT)
        title = look.font("body", Weight.NORMAL if row.past else Weight.MEDIUM, struck=row.event.cancelled)
        write(painter, QRectF(x, top, right - x, body), row.event.title, title, strong)
        place = QRectF(x, top + body + _BETWEEN_LINES, rect.right() - x, small)
        if row.icon:
            side = look.px(_PLACE_ICON)
            paint_icon(painter, row.icon, QRectF(x, place.center().y() - side / 2, side, side), ink.muted)
            place.adjust(look.px(19), 0, 0, 0)
        write(painter, place, row.place, look.font("caption"), ink.muted)

    def tool_tip(self, row: EventRow, width: float) -> str:
        """The whole title and place."""
        del width
        return f"{row.event.title}\n{row.place}" if row.place else row.event.title
