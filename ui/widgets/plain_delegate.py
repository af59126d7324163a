"""Paints a plain row: an icon, a title, a remark at the end."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.icons import paint_icon
from ui.look import look
from ui.models.link_model import LinkRow
from ui.paint import RIGHT, text_width, write
from ui.widgets.row_delegate import Ink, RowDelegate

_ICON = 18


class PlainDelegate(RowDelegate):
    """One line per row."""

    def paint_row(self, painter: QPainter, rect: QRectF, row: LinkRow, ink: Ink, *, active: bool) -> None:
        """Paint the line."""
        del active
        side = look.px(_ICON)
        paint_icon(painter, row.icon, QRectF(rect.x(), rect.center().y() - side / 2, side, side), ink.muted)
        font = look.font("caption", digits=True)
        end = text_width(row.end, font) + look.px(10) if row.end else 0
        line = rect.adjusted(side + look.gap(10), 0, -end, 0)
        write(painter, line, row.title, look.font("body"), ink.text)
        write(painter, rect, row.end, font, ink.muted, RIGHT)

    def tool_tip(self, row: LinkRow, width: float) -> str:
        """The whole title."""
        del width
        return row.title
