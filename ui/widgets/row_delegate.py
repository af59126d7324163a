"""The base of every row painter: selection, hover, focus, headings and hover actions are painted here, once."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from ui.icons import paint_icon
from ui.look import look
from ui.models.row_model import ROW_ROLE, GroupRow
from ui.paint import RIGHT, box, focus_ring, selection_bar, write
from ui.theme import RADIUS_CONTROL, RADIUS_SMALL, ColourRole, Weight
from ui.widgets.tool_tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
PLATE_INSET: Final = 6
"""How far the plate of a chosen row stands off from the edge of the list."""
ACTION_SIDE: Final = 30
MOST_HEIGHTS: Final = 50_000


class RowAction(NamedTuple):
    """Something that can be done with a row, shown on hover and focus; menu and key reach it too."""

    id: str
    icon: str
    text: str


class Ink(NamedTuple):
    """The colours inside one row: a chosen row repaints all of its text."""

    text: ColourRole
    muted: ColourRole
    accent: ColourRole
    selected: bool

    def tone(self, role: ColourRole) -> ColourRole:
        """A coloured word, which the contrast themes write like the rest of a chosen row."""
        return "on_selected" if self.selected and look.strong else role


PLAIN_INK: Final = Ink("text", "muted", "accent", selected=False)
SELECTED_INK: Final = Ink("on_selected", "on_selected", "on_selected", selected=True)


class RowDelegate(QStyledItemDelegate):
    """A subclass says ``height`` and paints its row in ``paint_row``; both get the row itself.

    ``actions`` are painted by ``paint_actions`` where the subclass wants them, usually at the right when
    ``active`` (hovered, or focused by key). ``part_at`` names what lies under the pointer; the list emits it.
    """

    separators = False

    def __init__(self) -> None:
        super().__init__()
        # By identity, with the row so that no other can take its place: hashing a row costs more than painting it.
        self._heights: dict[int, tuple[Any, int, QSize]] = {}

    def height(self, row: Any, width: float) -> float:
        """Height in pixels of a row in a list ``width`` pixels wide."""
        del row, width
        return look.row_height

    def group_height(self, _group: GroupRow) -> float:
        """Height in pixels of a heading."""
        return look.text_height("caption") + look.gap(16)

    def paint_row(self, painter: QPainter, rect: QRectF, row: Any, ink: Ink, *, active: bool) -> None:
        """Paint the content; ``rect`` begins at the line on which the words of the list's heading begin."""
        raise NotImplementedError

    def actions(self, _row: Any) -> Sequence[RowAction]:
        """What can be done with the row, from left to right."""
        return ()

    def extra_part_at(self, _rect: QRectF, _row: Any, _pos: QPointF) -> str:
        """The name of another thing in the row that can be pressed (a check box), "" for none."""
        return ""

    # Sizes

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask the subclass once for each row and width: Qt lays out the whole list whenever a page is added."""
        row = index.data(ROW_ROLE)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        known = self._heights.get(id(row))
        if known is not None and known[1] == width:
            return known[2]
        size = QSize(0, round(self.group_height(row) if isinstance(row, GroupRow) else self.height(row, width)))
        if len(self._heights) > MOST_HEIGHTS:
            self._heights.clear()
        self._heights[id(row)] = (row, width, size)
        return size

    def forget_heights(self) -> None:
        """The look has changed."""
        self._heights.clear()

    @staticmethod
    def content(rect: QRectF) -> QRectF:
        """The room for the words of a row."""
        return rect.adjusted(look.gap(16), 0, -look.gap(16), 0)

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint plate, bar, ring, then the row or the heading."""
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if isinstance(row, GroupRow):
            self.paint_group(painter, rect, row)
        else:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
            ring = bool(option.state & QStyle.StateFlag.State_HasFocus) and shows_focus(option)
            self._paint_plate(painter, rect, option, index, selected=selected, hover=hover)
            if ring:
                focus_ring(painter, rect.adjusted(PLATE_INSET, 1, -PLATE_INSET, -1), RADIUS_CONTROL)
            ink = SELECTED_INK if selected else PLAIN_INK
            self.paint_row(painter, self.content(rect), row, ink, active=hover or ring)
        painter.restore()

    def _paint_plate(
        self,
        painter: QPainter,
        rect: QRectF,
        option: QStyleOptionViewItem,
        index: Index,
        *,
        selected: bool,
        hover: bool,
    ) -> None:
        plate = rect.adjusted(PLATE_INSET, 1, -PLATE_INSET, -1)
        if selected:
            box(painter, plate, RADIUS_CONTROL, fill="selected")
            selection_bar(painter, plate)
        elif hover:
            box(painter, plate, RADIUS_CONTROL, fill="hover")
        elif self.separators and self._follows_plain_row(option, index):
            painter.setPen(QPen(look.colour("line"), look.line_width))
            left, right = rect.x() + look.gap(16), rect.right() - look.gap(16)
            painter.drawLine(QLineF(left, rect.y() + 0.5, right, rect.y() + 0.5))

    @staticmethod
    def _follows_plain_row(option: QStyleOptionViewItem, index: Index) -> bool:
        above = index.sibling(index.row() - 1, 0)
        if not above.isValid() or isinstance(above.data(ROW_ROLE), GroupRow):
            return False
        view = option.widget
        return not (isinstance(view, QListView) and view.selectionModel().isSelected(above))

    def paint_group(self, painter: QPainter, rect: QRectF, group: GroupRow) -> None:
        """A heading: its words, its number, its note at the right."""
        area = QRectF(rect.x() + look.gap(16), rect.y() + look.gap(8), rect.width() - look.gap(32), 0)
        area.setBottom(rect.bottom() - look.gap(2))
        used = write(painter, area, group.title, look.font("caption", Weight.SEMIBOLD), group.tone)
        if group.count is not None:
            number = area.adjusted(used + look.px(8), 0, 0, 0)
            write(painter, number, str(group.count), look.font("caption", digits=True), "muted")
        if group.note:
            write(painter, area, group.note, look.font("caption", digits=True), "muted", RIGHT)

    # Actions

    def action_rects(self, rect: QRectF, row: Any) -> list[tuple[RowAction, QRectF]]:
        """Where the actions of a row are, given its content rect."""
        found = []
        actions = self.actions(row)
        side, x = look.px(ACTION_SIDE), rect.right() + look.px(6)
        for action in reversed(actions):
            x -= side + look.px(2)
            found.append((action, QRectF(x, rect.center().y() - side / 2, side, side)))
        return found[::-1]

    def actions_width(self, row: Any) -> float:
        """How much room the actions take at the right."""
        return len(self.actions(row)) * look.px(ACTION_SIDE + 2)

    def paint_actions(self, painter: QPainter, rect: QRectF, row: Any) -> None:
        """Paint the actions at the right of the content rect."""
        for action, plate in self.action_rects(rect, row):
            box(painter, plate, RADIUS_SMALL, fill="surface", line="outline")
            inset = look.px(6)
            paint_icon(painter, action.icon, plate.adjusted(inset, inset, -inset, -inset), "text")

    def part_at(self, rect: QRectF, row: Any, pos: QPointF) -> str:
        """The id of the action, or the name of the part, under ``pos``; "" for the row itself."""
        content = self.content(rect)
        for action, plate in self.action_rects(content, row):
            if plate.contains(pos):
                return action.id
        return self.extra_part_at(content, row, pos)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """The words of an action, or those of the row when they may be cut."""
        row = index.data(ROW_ROLE)
        if row is None or isinstance(row, GroupRow):
            return super().helpEvent(event, view, option, index)
        pos = QPointF(event.pos())
        for action, plate in self.action_rects(self.content(QRectF(option.rect)), row):
            if plate.contains(pos):
                QToolTip.showText(event.globalPos(), plain_tip(action.text), view)
                return True
        QToolTip.showText(event.globalPos(), plain_tip(self.tool_tip(row, option.rect.width())), view)
        return True

    def tool_tip(self, _row: Any, _width: float) -> str:
        """The whole text of what the row may have cut; "" for none."""
        return ""


def shows_focus(option: QStyleOptionViewItem) -> bool:
    """True when the list was reached or is being moved in by key."""
    return bool(getattr(option.widget, "shows_focus", False))
