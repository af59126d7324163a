"""Paints a reminder: what it is about, when it rings or rang, and on hover and focus what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from ui.icons import paint_icon
from ui.look import look
from ui.paint import RIGHT, text_width, write
from ui.screens.reminders.reminder_rows import ReminderRow
from ui.theme import Weight
from ui.widgets.row_delegate import Ink, RowAction, RowDelegate

DONE, SNOOZE, MORE = "done", "snooze", "more"
translate = QCoreApplication.translate
_ICON = 20


class ReminderDelegate(RowDelegate):
    """``compact`` leaves out the second line and the actions, for a card."""

    def __init__(self, *, compact: bool = False) -> None:
        super().__init__()
        self._compact = compact
        self.separators = not compact

    def height(self, row: ReminderRow, width: float) -> float:
        """One line in a card, two in the list where there is a second."""
        del row, width
        if self._compact:
            return max(36, look.row_height)
        return look.text_height() + look.text_height("caption") + look.gap(20)

    def actions(self, row: ReminderRow) -> Sequence[RowAction]:
        """Done and snooze, and the rest in a menu."""
        if self._compact:
            return ()
        done = translate("reminders", "Not done (E)") if row.done else translate("reminders", "Done (E)")
        made = [RowAction(DONE, "undo" if row.done else "check", done)]
        if not row.done:
            made.append(RowAction(SNOOZE, "later", translate("reminders", "Snooze (S)")))
        return (*made, RowAction(MORE, "more", translate("reminders", "More")))

    def paint_row(self, painter: QPainter, rect: QRectF, row: ReminderRow, ink: Ink, *, active: bool) -> None:
        """Icon, title over what it is, then the time or the actions."""
        side = look.px(_ICON)
        tone = ink.tone("warning") if row.rung else ink.muted
        paint_icon(painter, row.icon, QRectF(rect.x(), rect.center().y() - side / 2, side, side), tone)
        end = self._paint_end(painter, rect, row, ink, active=active)
        area = rect.adjusted(side + look.px(12), 0, -end - look.px(12), 0)
        font = look.font("body", Weight.SEMIBOLD if row.rung else Weight.MEDIUM)
        colour = ink.muted if row.done else ink.text
        if self._compact or not row.under:
            write(painter, area, row.title, font, colour)
            return
        top = rect.y() + look.gap(8)
        write(painter, QRectF(area.x(), top, area.width(), look.text_height()), row.title, font, colour)
        below = QRectF(area.x(), top + look.text_height() + 2, area.width(), look.text_height("caption"))
        write(painter, below, row.under, look.font("caption"), ink.muted)

    def _paint_end(self, painter: QPainter, rect: QRectF, row: ReminderRow, ink: Ink, *, active: bool) -> float:
        if active and not self._compact:
            self.paint_actions(painter, rect, row)
            return self.actions_width(row)
        font = look.font("caption", digits=True)
        write(painter, rect, row.when, font, ink.tone("warning") if row.rung else ink.muted, RIGHT)
        return text_width(row.when, font)

    def tool_tip(self, row: ReminderRow, width: float) -> str:
        """The whole words."""
        del width
        return "\n".join(part for part in (row.title, row.when, row.under) if part)
