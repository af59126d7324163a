"""The strip at the foot: the age of what is shown, what waits to be sent, what is quiet. Always there, never red."""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy

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
    when it is pressed, "" means that it is only to be read. ``short`` is said where there is no room for all of it."""

    icon: str
    text: str
    needs_you: bool = False
    target: str = ""
    short: str = ""


def fitted(items: Sequence[StripItem], room: float, width: Callable[[str], float]) -> list[str]:
    """What each of the items says in ``room`` pixels, "" for one that gives way; they come the most important first.

    None is cut: where all their short words are too many the least important ones are left out whole, and what room is
    left over lets the most important ones say all of it.
    """
    said = [item.short or item.text for item in items]
    for number in range(len(items) - 1, 0, -1):
        if sum(width(words) for words in said if words) <= room:
            break
        said[number] = ""
    for number, item in enumerate(items):
        fuller = [*said[:number], item.text, *said[number + 1 :]]
        if said[number] and sum(width(words) for words in fuller if words) <= room:
            said = fuller
    return said


def item_width(words: str) -> int:
    """What an item with these words takes, in pixels."""
    written = text_width(words, look.font("caption", digits=True))
    return math.ceil(look.px(ICON) + look.px(ICON_GAP) + written + look.gap(12)) + 1


class _StripButton(PaintedButton):
    def __init__(self, item: StripItem) -> None:
        super().__init__()
        self.item = item
        self.setText(item.text)
        self.setAccessibleName(item.text)
        self.setEnabled(bool(item.target))
        self.setToolTip(plain_tip(item.text))  # a narrow window with large text says less
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)

    def say(self, words: str) -> None:
        """Show these words of the item's, "" for none of it."""
        self.setVisible(bool(words))
        if words and words != self.text():
            self.setText(words)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(item_width(self.text()), look.px(24))

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
    """Items from the left, then from the right. What is said anew at the left is spoken by the screen reader. Where
    there is too little room what needs the user keeps its words longest; the whole is the tool tip."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__("rail")
        self._left: tuple[StripItem, ...] = ()
        self._right: tuple[StripItem, ...] = ()
        self._buttons: list[_StripButton] = []
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setAccessibleName(self.tr("Status"))
        self.restyle()

    @property
    def texts(self) -> list[str]:
        """What it says, from left to right."""
        return [item.text for item in (*self._left, *self._right)]

    def restyle(self) -> None:
        """Take height and margins from the look."""
        self._row.setContentsMargins(look.gap(10), 0, look.gap(6), 0)
        self.setFixedHeight(max(28, round(look.text_height("caption") + look.gap(12))))
        self._fit()

    def show_items(self, left: Sequence[StripItem], right: Sequence[StripItem] = ()) -> None:
        """Show these; nothing is drawn anew when nothing has changed."""
        if (tuple(left), tuple(right)) == (self._left, self._right):
            return
        was = self._left
        self._left, self._right = tuple(left), tuple(right)
        whole = ", ".join(self.texts)
        self.setToolTip(plain_tip(whole))
        self.setAccessibleDescription(whole)
        self._fill()
        if was and any(item.needs_you for item in self._left) and was != self._left:
            announce(self, ", ".join(item.text for item in self._left))

    def _fill(self) -> None:
        while (taken := self._row.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons = []
        for item in self._left:
            self._add(item)
        self._row.addStretch(1)
        for item in self._right:
            self._add(item)
        self._fit()

    def _add(self, item: StripItem) -> None:
        button = _StripButton(item)
        button.clicked.connect(lambda: self.opened.emit(item.target))
        self._row.addWidget(button)
        self._buttons.append(button)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the window wants: what has no room gives way."""
        return QSize(0, self.height())

    def _fit(self) -> None:
        ordered = sorted(self._buttons, key=lambda button: not button.item.needs_you)
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        for button, words in zip(ordered, fitted([each.item for each in ordered], room, item_width), strict=True):
            button.say(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()
