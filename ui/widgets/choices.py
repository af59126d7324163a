"""One choice among two to seven, in a field (``Segmented``) or as chips (``Chips``); arrows move it."""

import math
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.look import look
from ui.paint import CENTRE, box, focus_ring, selection_line, text_width, write
from ui.theme import RADIUS_CONTROL, RADIUS_SMALL, ColourRole, Weight
from ui.widgets.buttons import PaintedButton

INSET = 3


class _Choice(PaintedButton):
    """One of them; Qt gives it the role of a radio button and moves the choice with the arrows."""

    def __init__(self, label: str, *, chip: bool) -> None:
        super().__init__()
        self._label, self._chip = label, chip
        self._count: int | None = None
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(None)

    def set_count(self, count: int | None) -> None:
        self._count = count
        self.setText(self._label if count is None else f"{self._label}  {count}")
        self.setAccessibleName(self._label if count is None else f"{self._label}, {count}")
        self.updateGeometry()

    def _font(self) -> QFont:
        return look.font("body", Weight.MEDIUM)

    def sizeHint(self) -> QSize:
        width = math.ceil(text_width(self.text(), self._font()) + look.gap(20 if self._chip else 24))
        height = look.small_control_height if self._chip else look.control_height - 2 * INSET
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.isChecked():
            self._paint_chosen(painter, rect)
        elif self._chip and self.underMouse():
            box(painter, rect, RADIUS_CONTROL, fill="hover")
        if self.shows_focus:
            focus_ring(painter, rect, RADIUS_SMALL + 1)
        write(painter, rect, self.text(), self._font(), self._ink(), CENTRE)

    def _paint_chosen(self, painter: QPainter, rect: QRectF) -> None:
        if not self.isEnabled() and look.strong:
            box(painter, rect, RADIUS_SMALL, line="disabled")
        elif self._chip or look.strong:
            box(painter, rect, RADIUS_CONTROL if self._chip else RADIUS_SMALL, fill="selected")
        else:
            fill = look.colour("raised" if self.isEnabled() else "sunken")
            box(painter, rect, RADIUS_SMALL, fill=fill, line="outline")
        if self.isEnabled():
            selection_line(painter, rect)

    def _ink(self) -> ColourRole:
        if not self.isEnabled():
            return "disabled"
        if self.isChecked():
            return "on_selected" if self._chip or look.strong else "text"
        return "text" if self._chip or self.underMouse() else "muted"


class _ChoiceRow(QWidget):
    """The value behind the chosen label is ``chosen``; ``changed`` tells it when the user has moved the choice."""

    changed = Signal(object)

    def __init__(self, name: str, choices: Sequence[tuple[Any, str]], chosen: Any, *, chip: bool, gap: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._values = [value for value, _ in choices]
        self._buttons = [_Choice(label, chip=chip) for _, label in choices]
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setSpacing(gap)
        margin = 0 if chip else INSET
        layout.setContentsMargins(margin, margin, margin, margin)
        for number, button in enumerate(self._buttons):
            self._group.addButton(button, number)
            layout.addWidget(button)
        self._quiet = False
        self._group.idToggled.connect(self._toggled)
        self.choose(chosen)

    @property
    def chosen(self) -> Any:
        """The value of the chosen label."""
        return self._values[self._group.checkedId()]

    def choose(self, value: Any) -> None:
        """Move the choice without telling ``changed``."""
        self._quiet = True
        self._buttons[self._values.index(value)].setChecked(True)
        self._quiet = False

    def set_count(self, value: Any, count: int | None) -> None:
        """Show how many things stand behind a choice; None shows no number."""
        self._buttons[self._values.index(value)].set_count(count)

    def focus_chosen(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the chosen label the focus."""
        self._buttons[self._group.checkedId()].setFocus(reason)

    def _toggled(self, number: int, on: bool) -> None:
        if on and not self._quiet:
            self.changed.emit(self._values[number])


class Segmented(_ChoiceRow):
    """Choices in one field; the chosen one is raised, not merely tinted."""

    def __init__(self, name: str, choices: Sequence[tuple[Any, str]], chosen: Any) -> None:
        super().__init__(name, choices, chosen, chip=False, gap=0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field behind the choices."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box(painter, QRectF(self.rect()), RADIUS_CONTROL + 1, fill="sunken", line="line")


class Chips(_ChoiceRow):
    """Choices side by side; the chosen one has the fill and the mark of a selection."""

    def __init__(self, name: str, choices: Sequence[tuple[Any, str]], chosen: Any) -> None:
        super().__init__(name, choices, chosen, chip=True, gap=4)
