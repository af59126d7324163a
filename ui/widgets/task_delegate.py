"""Paints a task: check box, title, where it is kept, when it is due; narrow lists put the rest under the title."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter

from ui.icons import paint_icon
from ui.look import look
from ui.models.task_model import TaskRow
from ui.paint import RIGHT, box, broken_lines, text_width, write, write_lines
from ui.theme import ColourRole
from ui.widgets.marks_in_rows import icon_with_words, width_with_icon
from ui.widgets.row_delegate import Ink, RowDelegate

WIDE_FROM = 640
"""Pixels at 100 % from which a task fits on one line."""
CHECK_BOX = "check"
"""The name of the part that ticks the task."""
_PLACE_FROM_RIGHT, _PLACE_WIDTH, _DUE_WIDTH = 298, 190, 100
_HIT_SIDE = 36


class TaskDelegate(RowDelegate):
    """One row per task; the box is hit anywhere in 36 by 36 pixels."""

    def _narrow(self, width: float) -> bool:
        return width / look.text_scale < WIDE_FROM

    def _side(self) -> int:
        return 28 if look.field else look.px(18)

    def _text_left(self) -> float:
        return self._side() + look.gap(12)

    def height(self, row: TaskRow, width: float) -> float:
        """One line, or up to three in a narrow list."""
        if not self._narrow(width):
            return look.row_height
        room = width - look.gap(32) - self._text_left()
        lines = broken_lines(row.task.title, look.font("body"), room, 2)
        return len(lines) * look.text_height() * 1.2 + look.text_height("caption") + look.gap(18)

    def paint_row(self, painter: QPainter, rect: QRectF, row: TaskRow, ink: Ink, *, active: bool) -> None:
        """Paint box, title and the rest."""
        del active
        due_colour: ColourRole = ink.tone("danger") if row.late else ink.muted
        self._paint_box(painter, self._box(rect, narrow=self._narrow_content(rect)), row, ink)
        area = rect.adjusted(self._text_left(), 0, 0, 0)
        if self._narrow_content(rect):
            self._paint_two_lines(painter, area, row, ink, due_colour)
        else:
            self._paint_one_line(painter, area, row, ink, due_colour)

    def _narrow_content(self, rect: QRectF) -> bool:
        return self._narrow(rect.width() + look.gap(32))

    def _box(self, rect: QRectF, *, narrow: bool) -> QRectF:
        side = self._side()
        middle = rect.y() + look.gap(8) + look.text_height() * 0.6 if narrow else rect.center().y()
        return QRectF(rect.x(), middle - side / 2, side, side)

    @staticmethod
    def _paint_box(painter: QPainter, mark: QRectF, row: TaskRow, ink: Ink) -> None:
        if not row.can_tick:
            paint_icon(painter, row.source_icon, mark, ink.muted)
        elif row.done:
            box(painter, mark, 5, fill="accent")
            paint_icon(painter, "check", mark.adjusted(2, 2, -2, -2), "on_accent")
        else:
            box(painter, mark, 5, line=ink.text if ink.selected else "edge", width=1.5)

    @staticmethod
    def _paint_one_line(painter: QPainter, area: QRectF, row: TaskRow, ink: Ink, due_colour: ColourRole) -> None:
        right = area.right()
        place = QRectF(right - look.px(_PLACE_FROM_RIGHT), area.y(), look.px(_PLACE_WIDTH), area.height())
        title = QRectF(area.x(), area.y(), place.x() - look.px(12) - area.x(), area.height())
        small, air = look.font("caption"), look.px(10)
        # The title gives way, of which the tool tip has all: how far it has come is told nowhere else.
        told = width_with_icon(row.pending_words, small) + air if row.pending_words else 0
        words = title.adjusted(0, 0, -told, 0)
        used = write(painter, words, row.task.title, _title_font(row), ink.muted if row.done else ink.text)
        if row.pending_words:
            waiting = title.adjusted(used + air, 0, 0, 0)
            icon_with_words(painter, waiting, "outbox", row.pending_words, small, ink.muted)
        icon_with_words(painter, place, row.source_icon, row.place, look.font("body"), ink.muted)
        if not row.due_words:
            return
        font = look.font("body", digits=True)
        due = QRectF(right - look.px(_DUE_WIDTH), area.y(), look.px(_DUE_WIDTH), area.height())
        write(painter, due, row.due_words, font, due_colour, RIGHT)
        if row.late:
            x = right - text_width(row.due_words, font) - look.px(21)
            side = look.px(16)
            paint_icon(painter, "warning", QRectF(x, area.center().y() - side / 2, side, side), due_colour)

    @staticmethod
    def _paint_two_lines(painter: QPainter, area: QRectF, row: TaskRow, ink: Ink, due_colour: ColourRole) -> None:
        top = area.adjusted(0, look.gap(8), 0, 0)
        used = write_lines(painter, top, row.task.title, _title_font(row), ink.muted if row.done else ink.text)
        line = QRectF(area.x(), top.y() + used, area.width(), look.text_height("caption") + 4)
        small = look.font("caption", digits=True)
        if row.pending_words:
            line.setLeft(line.x() + icon_with_words(painter, line, "outbox", row.pending_words, small, ink.muted) + 14)
        if row.due_words:
            mark = "warning" if row.late else "clock"
            line.setLeft(line.x() + icon_with_words(painter, line, mark, row.due_words, small, due_colour) + 14)
        icon_with_words(painter, line, row.source_icon, row.place, small, ink.muted)

    def extra_part_at(self, rect: QRectF, row: TaskRow, pos: QPointF) -> str:
        """The check box, with room around it."""
        del row
        mark = self._box(rect, narrow=self._narrow_content(rect))
        more = max(0.0, (look.px(_HIT_SIDE) - mark.width()) / 2)
        return CHECK_BOX if mark.adjusted(-more, -more, more, more).contains(pos) else ""

    def tool_tip(self, row: TaskRow, width: float) -> str:
        """The whole title with where it is kept."""
        del width
        return f"{row.task.title}\n{row.place}" if row.place else row.task.title


def _title_font(row: TaskRow) -> QFont:
    return look.font("body", struck=row.done)
