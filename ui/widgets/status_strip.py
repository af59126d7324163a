"""The strip at the foot: the age of what is shown, what waits to be sent, what is quiet. Always there, never red."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from ui.icons import paint_icon
from ui.look import look
from ui.paint import box, focus_ring, text_width, write
from ui.theme import RADIUS_SMALL, ColourRole
from ui.widgets.buttons import PaintedButton
from ui.widgets.surface import Surface
from ui.widgets.toast import announce
from ui.widgets.tool_tips import plain_tip

ICON = 16
ICON_GAP = 6
LEAST_WORDS = 40
"""Pixels at 100 % that are left of the words of an item where there is no room for all."""


class StripItem(NamedTuple):
    """One thing on the strip. ``needs_you`` draws it in the colour of a warning; ``target`` is emitted by ``opened``
    when it is pressed, "" means that it is only to be read."""

    icon: str
    text: str
    needs_you: bool = False
    target: str = ""


class _StripButton(PaintedButton):
    def __init__(self, item: StripItem) -> None:
        super().__init__()
        self.item = item
        self.setText(item.text)
        self.setAccessibleName(item.text)
        self.setEnabled(bool(item.target))
        self.setToolTip(plain_tip(item.text))  # a narrow window with large text cuts it
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        words = text_width(self.text(), look.font("caption", digits=True))
        return QSize(math.ceil(look.px(ICON) + look.px(ICON_GAP) + words + look.gap(12)) + 1, look.px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(look.px(ICON) + look.px(ICON_GAP) + look.px(LEAST_WORDS)), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.isEnabled() and self.underMouse():
            box(painter, rect.adjusted(0, 2, 0, -2), RADIUS_SMALL, fill="rail_hover")
        if self.shows_focus:
            focus_ring(painter, rect.adjusted(0, 1, 0, -1), RADIUS_SMALL)
        tint: ColourRole = "warning" if self.item.needs_you else "muted"
        ink: ColourRole = "text" if self.item.needs_you else "muted"
        side = look.px(ICON)
        x = look.gap(6)
        paint_icon(painter, self.item.icon, QRectF(x, (rect.height() - side) / 2, side, side), tint)
        area = rect.adjusted(x + side + look.px(ICON_GAP), 0, 0, 0)
        write(painter, area, self.text(), look.font("caption", digits=True), ink)


class StatusStrip(Surface):
    """Items from the left, then from the right. What is said anew at the left is spoken by the screen reader."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__("rail")
        self._left: tuple[StripItem, ...] = ()
        self._right: tuple[StripItem, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self.setAccessibleName(self.tr("Status"))
        self.restyle()

    @property
    def texts(self) -> list[str]:
        """What it says, from left to right."""
        return [item.text for item in (*self._left, *self._right)]

    def restyle(self) -> None:
        """Take height and margins from the look."""
        self._row.setContentsMargins(look.gap(10), 0, look.gap(10), 0)
        self.setFixedHeight(max(28, round(look.text_height("caption") + look.gap(12))))

    def show_items(self, left: Sequence[StripItem], right: Sequence[StripItem] = ()) -> None:
        """Show these; nothing is drawn anew when nothing has changed."""
        if (tuple(left), tuple(right)) == (self._left, self._right):
            return
        was = self._left
        self._left, self._right = tuple(left), tuple(right)
        self._fill()
        if was and any(item.needs_you for item in self._left) and was != self._left:
            announce(self, ", ".join(item.text for item in self._left))

    def _fill(self) -> None:
        while (taken := self._row.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for item in self._left:
            self._add(item)
        self._row.addStretch(1)
        for item in self._right:
            self._add(item)

    def _add(self, item: StripItem) -> None:
        button = _StripButton(item)
        button.clicked.connect(lambda: self.opened.emit(item.target))
        self._row.addWidget(button)
