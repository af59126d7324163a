"""Paints a row of the outbox: what, where, when, and how it stands."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from ui.icons import paint_icon
from ui.look import look
from ui.paint import RIGHT, text_width, write
from ui.screens.outbox.intent_rows import IntentRow
from ui.theme import Weight
from ui.widgets.row_delegate import Ink, RowAction, RowDelegate
from workplace_app.domain.intent import IntentState

WITHDRAW, TRY_AGAIN = "withdraw", "try_again"
translate = QCoreApplication.translate


class IntentDelegate(RowDelegate):
    """Two lines; on hover and focus what can be done stands in place of the state."""

    separators = True

    def height(self, row: IntentRow, width: float) -> float:
        """Two lines and air."""
        del row, width
        return look.text_height() + look.text_height("caption") + look.gap(20)

    def actions(self, row: IntentRow) -> Sequence[RowAction]:
        """Taking back while it waits, trying again when it needs the user."""
        made = []
        if row.state is IntentState.NEEDS_YOU:
            made.append(RowAction(TRY_AGAIN, "refresh", translate("outbox", "Try again")))
        if row.can_be_withdrawn:
            made.append(RowAction(WITHDRAW, "undo", translate("outbox", "Take back (Delete)")))
        return made

    def paint_row(self, painter: QPainter, rect: QRectF, row: IntentRow, ink: Ink, *, active: bool) -> None:
        """Icon, title over words, then time and state or the actions."""
        side = look.px(20)
        paint_icon(painter, row.icon, QRectF(rect.x(), rect.center().y() - side / 2, side, side), ink.muted)
        end = self._paint_end(painter, rect, row, ink, active=active)
        area = rect.adjusted(side + look.px(14), look.gap(8), -end - look.px(12), 0)
        title = QRectF(area.x(), area.y(), area.width(), look.text_height())
        write(painter, title, row.title, look.font("body", Weight.MEDIUM), ink.text)
        words = QRectF(area.x(), title.bottom() + 2, area.width(), look.text_height("caption"))
        write(painter, words, row.words, look.font("caption"), ink.muted)

    def _paint_end(self, painter: QPainter, rect: QRectF, row: IntentRow, ink: Ink, *, active: bool) -> float:
        if active and self.actions(row):
            self.paint_actions(painter, rect, row)
            return self.actions_width(row)
        font = look.font("body", digits=True)
        state = text_width(row.state_words, font)
        write(painter, rect, row.state_words, font, ink.tone(row.tone) if row.tone != "muted" else ink.muted, RIGHT)
        side = look.px(16)
        x = rect.right() - state - look.px(22)
        tone = ink.tone(row.tone) if row.tone != "muted" else ink.muted
        paint_icon(painter, row.state_icon, QRectF(x, rect.center().y() - side / 2, side, side), tone)
        time = QRectF(rect.x(), rect.y(), x - rect.x() - look.px(20), rect.height())
        write(painter, time, row.when, font, ink.muted, RIGHT)
        return rect.right() - x + look.px(20) + text_width(row.when, font)

    def tool_tip(self, row: IntentRow, width: float) -> str:
        """All of it."""
        del width
        return f"{row.title}\n{row.words}".strip()
