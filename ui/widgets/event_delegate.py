"""Paints a calendar event: times, a bar, what and where. A past event keeps its place and loses its weight.

An invitation shows its answers where its place stands, when it is chosen.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.icons import paint_icon
from ui.invitation_words import ANSWERS, act_words
from ui.look import look
from ui.models.event_model import EventRow
from ui.paint import CENTRE, RIGHT, box, text_width, write
from ui.theme import RADIUS_SMALL, ColourRole, Weight
from ui.widgets.row_delegate import Ink, RowAction, RowDelegate
from workplace_app.domain.event import Response

_BETWEEN_LINES = 3
_PLACE_ICON = 14
_ANSWER_HEIGHT = 24
_ANSWER_AIR = 8


class EventDelegate(RowDelegate):
    """Two lines per event; the next one has an accent bar and says how soon it is."""

    def height(self, row: EventRow, width: float) -> float:
        """Two lines and air; an invitation keeps room for its answers, so that nothing jumps when it is chosen."""
        del width
        least = 64 if look.field else 0
        second = look.px(_ANSWER_HEIGHT) if row.asks else look.text_height("caption")
        return max(look.text_height() + second + look.gap(14), least)

    def actions(self, row: Any) -> Sequence[RowAction]:
        """Accept, maybe, decline."""
        return tuple(RowAction(each.value, "", act_words(each)) for each in ANSWERS) if row.asks else ()

    def action_rects(self, rect: QRectF, row: Any) -> list[tuple[RowAction, QRectF]]:
        """Beside each other in the second line, as wide as their words."""
        x, found = self._words_left(rect), []
        height = look.px(_ANSWER_HEIGHT)
        top = rect.bottom() - look.gap(5) - height
        for action in self.actions(row):
            width = text_width(action.text, look.font("caption", Weight.MEDIUM)) + look.px(_ANSWER_AIR) * 2
            found.append((action, QRectF(x, top, width, height)))
            x += width + look.px(4)
        return found

    def paint_actions(self, painter: QPainter, rect: QRectF, row: Any) -> None:
        """As words: which of three answers a sign stands for would have to be guessed."""
        for action, plate in self.action_rects(rect, row):
            box(painter, plate, RADIUS_SMALL, fill="surface", line="outline")
            role: ColourRole = "muted" if action.id == row.event.response else "text"
            write(painter, plate, action.text, look.font("caption", Weight.MEDIUM), role, CENTRE)

    @staticmethod
    def _words_left(rect: QRectF) -> float:
        """Where the words begin: after the times and the bar."""
        return rect.x() + text_width("00:00", look.font("body", digits=True)) + look.gap(12) + 3 + look.gap(12)

    def paint_row(self, painter: QPainter, rect: QRectF, row: EventRow, ink: Ink, *, active: bool) -> None:
        """Paint the times, the bar and the words."""
        body, small = look.text_height(), look.text_height("caption")
        top = rect.y() + (rect.height() - body - small - _BETWEEN_LINES) / 2
        asked = row.asks and (active or ink.selected)
        if asked:
            top = rect.y() + look.gap(5)
        strong: ColourRole = ink.muted if row.past else ink.text
        digits = look.font("body", digits=True)
        times = text_width("00:00", digits)
        first = QRectF(rect.x(), top, times, body)
        second = QRectF(rect.x(), top + body + _BETWEEN_LINES, times, small)
        write(painter, first, row.start, digits if row.end else look.font("caption"), strong)
        write(painter, second, row.end, look.font("caption", digits=True), ink.muted)
        bar = QRectF(rect.x() + times + look.gap(12), top + 1, 3, body + small + 1)
        box(painter, bar, 1.5, fill=ink.tone("accent") if row.next else ink.tone("edge"))
        x = self._words_left(rect)
        right = rect.right()
        if row.soon:
            font = look.font("caption", Weight.SEMIBOLD)
            right -= text_width(row.soon, font) + look.px(8)
            write(painter, QRectF(right, top, rect.right() - right, body), row.soon, font, ink.tone("accent"), RIGHT)
        struck = row.event.cancelled or row.event.response is Response.DECLINED
        title = look.font("body", Weight.NORMAL if row.past else Weight.MEDIUM, struck=struck)
        write(painter, QRectF(x, top, right - x, body), row.event.title, title, strong)
        if asked:
            self.paint_actions(painter, rect, row)
            return
        place = QRectF(x, top + body + _BETWEEN_LINES, rect.right() - x, small)
        if row.answer:
            font = look.font("caption", Weight.MEDIUM if row.asks else Weight.NORMAL)
            tone: ColourRole = ink.tone("accent") if row.unanswered and not row.past else ink.muted
            write(painter, place, row.answer, font, tone, RIGHT)
            place.setRight(place.right() - text_width(row.answer, font) - look.px(8))
        if row.icon:
            side = look.px(_PLACE_ICON)
            paint_icon(painter, row.icon, QRectF(x, place.center().y() - side / 2, side, side), ink.muted)
            place.adjust(look.px(19), 0, 0, 0)
        write(painter, place, row.place, look.font("caption"), ink.muted)

    def tool_tip(self, row: EventRow, width: float) -> str:
        """The whole title, place and answer."""
        del width
        return "\n".join(filter(None, (row.event.title, row.place, row.answer)))
