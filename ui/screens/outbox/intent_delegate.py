"""Paints a row of the outbox: what, where, when, and how it stands; narrow lists put the last below."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from ui.icons import paint_icon
from ui.look import look
from ui.paint import RIGHT, broken_lines, text_width, write, write_lines
from ui.screens.outbox.intent_rows import IntentRow
from ui.theme import ColourRole, Weight
from ui.widgets.marks_in_rows import icon_with_words, width_with_icon
from ui.widgets.row_delegate import ACTION_SIDE, Ink, RowAction, RowDelegate

CHOOSE, TRY_AGAIN, COPY, WITHDRAW, UNDO = "choose", "try_again", "copy", "withdraw", "undo"
translate = QCoreApplication.translate
WIDE_FROM = 880
"""Pixels at 100 % from which time and state stand in columns of their own."""
_STATE_WIDTH, _TIME_WIDTH, _COLUMN_GAP = 204, 96, 22
_TEXT_LEFT = 42
_MOST_LINES = 3


class IntentDelegate(RowDelegate):
    """Two lines; on hover and focus what can be done stands in place of the state."""

    separators = True

    @staticmethod
    def _narrow(width: float) -> bool:
        return width / look.text_scale < WIDE_FROM

    def height(self, row: IntentRow, width: float) -> float:
        """Two lines and air; in a narrow list as many as the words need."""
        small = look.text_height("caption")
        if not self._narrow(width):
            return look.text_height() + small + look.gap(24)
        room = width - look.gap(32) - look.px(_TEXT_LEFT)
        title = len(broken_lines(row.title, look.font("body", Weight.MEDIUM), room, _MOST_LINES))
        words = len(broken_lines(row.words, look.font("caption"), room, _MOST_LINES))
        return title * look.text_height() * 1.2 + (words * 1.2 + 1) * small + look.gap(24)

    def actions(self, row: IntentRow) -> Sequence[RowAction]:
        """Choosing, trying again, copying the words, taking back: what there is for this row."""
        made = []
        if row.conflict is not None:
            made.append(RowAction(CHOOSE, "warning", translate("outbox", "Choose a version … (Enter)")))
        if row.can_be_tried:
            made.append(RowAction(TRY_AGAIN, "refresh", translate("outbox", "Try again")))
        if row.has_words:
            made.append(RowAction(COPY, "copy", translate("outbox", "Copy the text (Ctrl+C)")))
        if row.can_be_withdrawn:
            made.append(RowAction(WITHDRAW, "undo", translate("outbox", "Take back (Delete)")))
        if row.can_be_undone:
            made.append(RowAction(UNDO, "undo", translate("outbox", "Undo (Delete)")))
        return made

    def action_rects(self, rect: QRectF, row: IntentRow) -> list[tuple[RowAction, QRectF]]:
        """In a narrow list beside the last line, where the words seldom reach."""
        if not self._narrow(rect.width() + look.gap(32)):
            return super().action_rects(rect, row)
        side = look.px(ACTION_SIDE)
        return super().action_rects(QRectF(rect.x(), rect.bottom() - side - look.gap(5), rect.width(), side), row)

    def paint_row(self, painter: QPainter, rect: QRectF, row: IntentRow, ink: Ink, *, active: bool) -> None:
        """Icon, title over words, then time and state or the actions."""
        side = look.px(20)
        narrow = self._narrow(rect.width() + look.gap(32))
        middle = rect.y() + look.gap(10) + look.text_height() * 0.6 if narrow else rect.center().y()
        paint_icon(painter, row.icon, QRectF(rect.x() + 4, middle - side / 2, side, side), ink.muted)
        area = rect.adjusted(look.px(_TEXT_LEFT), look.gap(10), 0, 0)
        if narrow:
            self._paint_below_each_other(painter, area, row, ink)
            if active and self.actions(row):
                self.paint_actions(painter, rect, row)
            return
        end = self._paint_end(painter, rect, row, ink, active=active)
        area.setRight(rect.right() - end - look.px(16))
        title = QRectF(area.x(), area.y(), area.width(), look.text_height())
        write(painter, title, row.title, look.font("body", Weight.MEDIUM), ink.text)
        words = QRectF(area.x(), title.bottom() + 3, area.width(), look.text_height("caption"))
        write(painter, words, row.words, look.font("caption"), ink.muted)

    @staticmethod
    def _tone(row: IntentRow, ink: Ink) -> ColourRole:
        return ink.muted if row.standing.tone == "muted" else ink.tone(row.standing.tone)

    def _paint_below_each_other(self, painter: QPainter, area: QRectF, row: IntentRow, ink: Ink) -> None:
        bold = look.font("body", Weight.MEDIUM)
        small = look.font("caption", digits=True)
        used = write_lines(painter, area, row.title, bold, ink.text, most=_MOST_LINES)
        below = area.adjusted(0, used, 0, 0)
        used += write_lines(painter, below, row.words, look.font("caption"), ink.muted, most=_MOST_LINES)
        line = QRectF(area.x(), area.y() + used + 2, area.width(), look.text_height("caption") + 2)
        # When it was done, then how it stands, as in the columns: "22:30 Framme 22:41"; or that alone for want of room.
        when = text_width(row.when, small) + look.px(12)
        if when + width_with_icon(row.standing.words, small) > line.width():
            when = 0.0
        else:
            write(painter, line, row.when, small, ink.muted)
        state = line.adjusted(when, 0, 0, 0)
        icon_with_words(painter, state, row.standing.icon, row.standing.words, small, self._tone(row, ink))

    def _paint_end(self, painter: QPainter, rect: QRectF, row: IntentRow, ink: Ink, *, active: bool) -> float:
        """Time and state, or the actions; how much room they take from the right."""
        columns = look.px(_STATE_WIDTH + _COLUMN_GAP + _TIME_WIDTH)
        if active and self.actions(row):
            self.paint_actions(painter, rect, row)
            return max(columns, self.actions_width(row))
        font = look.font("body", Weight.MEDIUM if row.standing.tone == "warning" else None, digits=True)
        state = QRectF(rect.right() - look.px(_STATE_WIDTH), rect.y(), look.px(_STATE_WIDTH), rect.height())
        icon_with_words(painter, state, row.standing.icon, row.standing.words, font, self._tone(row, ink), side=18)
        time = QRectF(rect.x(), rect.y(), state.x() - look.px(_COLUMN_GAP) - rect.x(), rect.height())
        write(painter, time, row.when, look.font("body", digits=True), ink.muted, RIGHT)
        return columns

    def tool_tip(self, row: IntentRow, width: float) -> str:
        """All of it."""
        del width
        return "\n".join(part for part in (row.title, row.words, row.when, row.standing.words) if part)
