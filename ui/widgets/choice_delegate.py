"""Paints a row of a filter pane: icon, name, number."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.icons import paint_icon
from ui.look import look
from ui.models.choice_model import ChoiceRow
from ui.paint import RIGHT, text_width, write
from ui.theme import Weight
from ui.widgets.row_delegate import Ink, RowDelegate

_ICON = 18


class ChoiceDelegate(RowDelegate):
    """One line per choice; a muted workspace has a bell that is crossed out in place of its number."""

    def paint_row(self, painter: QPainter, rect: QRectF, row: ChoiceRow, ink: Ink, *, active: bool) -> None:
        """Paint the line."""
        del active
        side = look.px(_ICON)
        top = rect.center().y() - side / 2
        paint_icon(painter, row.icon, QRectF(rect.x(), top, side, side), ink.accent if ink.selected else ink.muted)
        font = look.font("caption", digits=True)
        count = "" if row.count is None else str(row.count)
        end = text_width(count, font) + look.px(10) if count else 0.0
        if row.muted:
            end = side + look.px(8)
            paint_icon(painter, "bell-off", QRectF(rect.right() - side, top, side, side), ink.muted)
        else:
            write(painter, rect, count, font, ink.muted, RIGHT)
        title = look.font("body", Weight.SEMIBOLD if row.strong else Weight.NORMAL)
        write(painter, rect.adjusted(side + look.gap(12), 0, -end, 0), row.title, title, ink.text)

    def tool_tip(self, row: ChoiceRow, width: float) -> str:
        """The whole name."""
        del width
        return row.title
