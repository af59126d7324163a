"""Paints a notification: what happened, its words and why it came; grouped by workspace in the full list."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from ui.icons import paint_icon
from ui.look import look
from ui.models.notification_model import NotificationRow
from ui.models.row_model import GroupRow
from ui.paint import RIGHT, box, text_width, write
from ui.theme import RADIUS_SMALL, Weight
from ui.widgets.marks_in_rows import unread_dot
from ui.widgets.row_delegate import Ink, RowAction, RowDelegate

HANDLED, LATER, MORE = "handled", "later", "more"
_ICON = 18
_TILE = 24


class NotificationDelegate(RowDelegate):
    """``compact`` leaves out the reason and the actions, for a card."""

    def __init__(self, *, compact: bool = False) -> None:
        super().__init__()
        self._compact = compact

    def height(self, row: NotificationRow, width: float) -> float:
        """Two lines, and a third for the reason."""
        del row, width
        if self._compact:
            return look.text_height() * 2 + look.gap(16)
        return look.text_height() * 2 + look.text_height("caption") + 4 + look.gap(18)

    def group_height(self, group: GroupRow) -> float:
        """Room for the workspace's tile."""
        return super().group_height(group) if self._compact else look.px(44)

    def actions(self, _row: Any) -> Sequence[RowAction]:
        """Done, later, more."""
        if self._compact:
            return ()
        return (
            RowAction(HANDLED, "check", QCoreApplication.translate("NotificationModel", "Done (E)")),
            RowAction(LATER, "later", QCoreApplication.translate("NotificationModel", "Later (S)")),
            RowAction(MORE, "more", QCoreApplication.translate("NotificationModel", "More")),
        )

    def paint_group(self, painter: QPainter, rect: QRectF, group: GroupRow) -> None:
        """The workspace: its tile, its name, its kind, how much is unread."""
        if self._compact:
            super().paint_group(painter, rect, group)
            return
        middle, half = rect.center().y() + look.px(3), look.px(_TILE) / 2
        tile = QRectF(rect.x() + look.gap(16), middle - half, half * 2, half * 2)
        box(painter, tile, RADIUS_SMALL + 1, fill="selected")
        paint_icon(painter, group.icon, tile.adjusted(4, 4, -4, -4), "on_selected")
        x = tile.right() + look.px(10)
        line = QRectF(x, middle - half, rect.right() - x - look.gap(16), half * 2)
        caption = look.font("caption")
        room = line.adjusted(0, 0, -text_width(group.note, caption) - look.px(12), 0)
        used = write(painter, room, group.title, look.font("strong"), "text")
        write(painter, room.adjusted(used + look.px(8), 0, 0, 0), group.kind, caption, "muted")
        write(painter, line, group.note, caption, "muted", RIGHT)

    def paint_row(self, painter: QPainter, rect: QRectF, row: NotificationRow, ink: Ink, *, active: bool) -> None:
        """Paint dot, icon and words; hover and focus show the actions in place of the time."""
        line = look.text_height()
        top = rect.y() + look.gap(9)
        middle = top + line / 2
        if row.open:
            unread_dot(painter, rect.x() - look.px(1), middle, ink.tone("accent"))
        x = rect.x() + look.px(7) + look.gap(7)
        side = look.px(_ICON)
        paint_icon(painter, row.icon, QRectF(x, middle - side / 2, side, side), ink.muted)
        x += side + look.gap(10)
        first_right = second_right = rect.right()
        if active and not self._compact:
            self.paint_actions(painter, rect, row)
            first_right = second_right = rect.right() - self.actions_width(row) - look.px(8)
        else:
            font = look.font("caption", digits=True)
            write(painter, QRectF(x, top, rect.right() - x, line), row.when, font, ink.muted, RIGHT)
            first_right -= text_width(row.when, font) + look.px(12)
        weight = Weight.SEMIBOLD if row.open else Weight.NORMAL
        write(painter, QRectF(x, top, first_right - x, line), row.headline, look.font("body", weight), ink.text)
        second = QRectF(x, top + line + 2, second_right - x, line)
        write(painter, second, row.words, look.font("body"), ink.muted)
        if not self._compact:
            third = QRectF(x, top + line * 2 + 5, second_right - x, look.text_height("caption"))
            write(painter, third, row.why, look.font("caption"), ink.muted)

    def tool_tip(self, row: NotificationRow, width: float) -> str:
        """The whole words."""
        del width
        return f"{row.headline}\n{row.words}\n{row.why}"
