"""Paints a row of the palette: the letters that match are bold and underlined."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from ui.icons import paint_icon
from ui.look import look
from ui.paint import RIGHT, as_colour, pill, pill_width, text_width, write
from ui.screens.search.hit_rows import HitRow
from ui.screens.search.matching import matches
from ui.theme import Weight
from ui.widgets.row_delegate import Ink, RowDelegate

GAP = 10


class HitDelegate(RowDelegate):
    """``typed`` is what the marks answer."""

    typed = ""

    def height(self, row: HitRow, width: float) -> float:
        """A little higher than a plain row: this list is read in haste."""
        del row, width
        return max(38, look.row_height + 2)

    def paint_row(self, painter: QPainter, rect: QRectF, row: HitRow, ink: Ink, *, active: bool) -> None:
        """Icon, title, words, and at the right the kind or the key."""
        del active
        side = look.px(18)
        paint_icon(painter, row.icon, QRectF(rect.x(), rect.center().y() - side / 2, side, side), ink.muted)
        area = rect.adjusted(side + look.px(12), 0, 0, 0)
        area.setRight(rect.right() - self._paint_end(painter, rect, row, ink) - look.px(GAP))
        used = self._paint_title(painter, area, row.title, ink)
        if row.words:
            rest = area.adjusted(used + look.px(GAP), 0, 0, 0)
            if rest.width() > look.px(40):
                write(painter, rest, row.words, look.font("body", digits=True), ink.muted)

    @staticmethod
    def _paint_end(painter: QPainter, rect: QRectF, row: HitRow, ink: Ink) -> float:
        font = look.font("caption")
        if not row.end:
            return 0
        if not row.is_key:
            write(painter, rect, row.end, font, ink.muted, RIGHT)
            return text_width(row.end, font)
        width = pill_width(row.end, font)
        line = ink.text if ink.selected else "outline"
        pill(painter, rect.right() - width, rect.center().y(), row.end, font, ink.muted, line=line)
        return width

    def _paint_title(self, painter: QPainter, area: QRectF, title: str, ink: Ink) -> float:
        plain, bold = look.font("body"), look.font("body", Weight.SEMIBOLD)
        marked = matches(title, self.typed)
        if not marked or QFontMetricsF(bold).horizontalAdvance(title) > area.width():
            return write(painter, area, title, bold if marked and not marked[0][0] else plain, ink.text)
        x, place = area.x(), 0
        for start, end in [*marked, (len(title), len(title))]:
            for text, hit in ((title[place:start], False), (title[start:end], True)):
                if text:
                    x += self._paint_stretch(painter, QRectF(x, area.y(), area.width(), area.height()), text, hit, ink)
            place = end
        return x - area.x()

    @staticmethod
    def _paint_stretch(painter: QPainter, at: QRectF, text: str, hit: bool, ink: Ink) -> float:
        font = look.font("body", Weight.SEMIBOLD) if hit else look.font("body")
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(text)
        painter.setFont(font)
        painter.setPen(as_colour(ink.text))
        painter.drawText(at, int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine), text)
        if hit:
            y = at.center().y() + metrics.ascent() / 2 + 2
            painter.setPen(QPen(as_colour(ink.accent), 1.5))
            painter.drawLine(QLineF(at.x(), y, at.x() + width, y))
        return width
