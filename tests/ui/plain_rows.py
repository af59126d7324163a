"""A list as small as can be, for tests of what all lists share."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from ui.icons import paint_icon
from ui.look import look
from ui.models.row_model import GroupRow, RowModel
from ui.paint import box, broken_lines, write, write_lines
from ui.theme import ColourRole
from ui.widgets.row_delegate import Ink, RowAction, RowDelegate


@dataclass(frozen=True)
class PlainRow:
    """One row: words, the group that it belongs to, when, and how urgent."""

    id: str
    title: str
    group: str = ""
    plan: str = ""
    due: str = ""
    tone: ColourRole = "muted"
    done: bool = False


class PlainModel(RowModel[PlainRow]):
    def spoken(self, row: PlainRow) -> str:
        return ", ".join(word for word in (row.title, row.plan, row.due) if word)

    def title(self, row: PlainRow) -> str:
        return row.title

    def group(self, row: PlainRow) -> GroupRow | None:
        return GroupRow(row.group, tone="danger" if row.group == "Försenat" else "muted") if row.group else None


class PlainDelegate(RowDelegate):
    """A check box, a title, and under it when and where."""

    def __init__(self, *actions: RowAction) -> None:
        super().__init__()
        self._actions = actions

    def actions(self, _row: Any) -> tuple[RowAction, ...]:
        return self._actions

    def height(self, row: PlainRow, width: float) -> float:
        lines = broken_lines(row.title, look.font("body"), width - look.gap(44) - look.px(18), 2)
        return len(lines) * look.text_height() * 1.2 + look.text_height("caption") + look.gap(18)

    def _check_box(self, rect: QRectF) -> QRectF:
        side = look.px(18)
        return QRectF(rect.x(), rect.y() + look.gap(8) + look.px(2), side, side)

    def extra_part_at(self, rect: QRectF, _row: Any, pos: QPointF) -> str:
        return "tick" if self._check_box(rect).adjusted(-9, -9, 9, 9).contains(pos) else ""

    def paint_row(self, painter: QPainter, rect: QRectF, row: PlainRow, ink: Ink, *, active: bool) -> None:
        mark = self._check_box(rect)
        if row.done:
            box(painter, mark, 5, fill="accent")
            paint_icon(painter, "check", mark.adjusted(2, 2, -2, -2), "on_accent")
        else:
            box(painter, mark, 5, line=ink.text if ink.selected else "edge", width=1.5)
        left = mark.right() + look.gap(12)
        area = QRectF(left, rect.y() + look.gap(8), rect.right() - left, rect.height())
        font = look.font("body", struck=row.done)
        used = write_lines(painter, area, row.title, font, ink.muted if row.done else ink.text, most=2)
        below = QRectF(left, area.y() + used, area.width(), look.text_height("caption") + 4)
        tone = ink.muted if row.tone == "muted" else ink.tone(row.tone)
        for icon, words, colour in (
            ("warning" if row.tone != "muted" else "clock", row.due, tone),
            ("board", row.plan, ink.muted),
        ):
            if not words:
                continue
            side = look.px(16)
            paint_icon(painter, icon, QRectF(below.x(), below.center().y() - side / 2, side, side), colour)
            below.adjust(look.px(22), 0, 0, 0)
            below.adjust(write(painter, below, words, look.font("caption", digits=True), colour) + look.px(14), 0, 0, 0)
        if active:
            self.paint_actions(painter, rect, row)
