"""Paints a reminder: what it is about, when it rings or rang, and on hover and focus what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QFont, QPainter

from ui.icons import paint_icon
from ui.look import look
from ui.paint import RIGHT, broken_lines, text_width, write, write_lines
from ui.screens.reminders.reminder_rows import ReminderRow
from ui.theme import Weight
from ui.widgets.row_delegate import Ink, RowAction, RowDelegate

DONE, SNOOZE, MORE = "done", "snooze", "more"
translate = QCoreApplication.translate
_ICON = 20
_MOST_LINES = 2
_LEADING = 1.2


class ReminderDelegate(RowDelegate):
    """``compact`` leaves out the second line and the actions, for a card."""

    def __init__(self, *, compact: bool = False) -> None:
        super().__init__()
        self._compact = compact
        self.separators = not compact

    def height(self, row: ReminderRow, width: float) -> float:
        """One line in a card; in the list room for a second, and for words that one line has no room for."""
        if self._compact:
            return max(36, look.row_height)
        more = (self._title_lines(row, width - look.gap(32)) - 1) * look.text_height() * _LEADING
        return look.text_height() + more + look.text_height("caption") + look.gap(20)

    def _title_lines(self, row: ReminderRow, width: float) -> int:
        """Beside the actions, also while these are not shown: nothing may move under the pointer."""
        room = width - look.px(_ICON) - look.px(24) - max(self.actions_width(row), text_width(row.when, self._small()))
        return max(1, len(broken_lines(row.title, self._bold(row), room, _MOST_LINES)))

    @staticmethod
    def _bold(row: ReminderRow) -> QFont:
        return look.font("body", Weight.SEMIBOLD if row.rung else Weight.MEDIUM)

    @staticmethod
    def _small() -> QFont:
        return look.font("caption", digits=True)

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
        font = self._bold(row)
        colour = ink.muted if row.done else ink.text
        lines = 1 if self._compact else self._title_lines(row, rect.width())
        if lines == 1 and (self._compact or not row.under):
            write(painter, area, row.title, font, colour)
            return
        top = rect.y() + look.gap(8)
        used = look.text_height()
        if lines == 1:
            write(painter, QRectF(area.x(), top, area.width(), used), row.title, font, colour)
        else:
            end = max(self.actions_width(row), text_width(row.when, self._small()))
            area.setRight(rect.right() - end - look.px(12))
            # Words with nothing below them stand in the middle.
            air = look.gap(8) if row.under else (rect.height() - lines * look.text_height() * _LEADING) / 2
            used = write_lines(painter, area.adjusted(0, air, 0, 0), row.title, font, colour, most=_MOST_LINES)
        below = QRectF(area.x(), top + used + 2, area.width(), look.text_height("caption"))
        write(painter, below, row.under, look.font("caption"), ink.muted)

    def _paint_end(self, painter: QPainter, rect: QRectF, row: ReminderRow, ink: Ink, *, active: bool) -> float:
        if active and not self._compact:
            self.paint_actions(painter, rect, row)
            return self.actions_width(row)
        font = self._small()
        write(painter, rect, row.when, font, ink.tone("warning") if row.rung else ink.muted, RIGHT)
        return text_width(row.when, font)

    def tool_tip(self, row: ReminderRow, width: float) -> str:
        """The whole words."""
        del width
        return "\n".join(part for part in (row.title, row.when, row.under) if part)
