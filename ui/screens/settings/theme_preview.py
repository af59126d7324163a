"""A tiny window in the colours of a theme; the chosen one has a ring and a filled circle."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.look import look
from ui.paint import box, focus_ring, text_width, write
from ui.theme import RADIUS_CONTROL, Theme, Weight
from ui.widgets.buttons import PaintedButton

WIDTH, HEIGHT = 150, 86
INSET = 6
_PANES = ((38, 10, 60, 66), (104, 10, 38, 30), (104, 46, 38, 30))
"""Left, top, width and height of the cards in the tiny window."""


class ThemePreview(PaintedButton):
    """One choice of a theme. With ``other`` its right half shows another: the computer decides between the two."""

    def __init__(self, name: str, theme: Theme, other: Theme | None = None) -> None:
        super().__init__()
        self._theme, self._other = theme, other
        self.setText(name)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The tiny window, its ring and its name."""
        name = text_width(self.text(), look.font("body", Weight.MEDIUM)) + look.px(28)
        return QSize(max(WIDTH, math.ceil(name)) + 2 * INSET + 2, HEIGHT + 2 * INSET + look.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint window, ring, circle and name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        window = QRectF(INSET, INSET, WIDTH, HEIGHT)
        self._paint_window(painter, window, self._theme)
        if self._other is not None:
            painter.save()
            painter.setClipRect(QRectF(window.center().x(), 0, WIDTH, HEIGHT + 2 * INSET))
            self._paint_window(painter, window, self._other)
            painter.restore()
        if self.isChecked():
            box(painter, window.adjusted(-4, -4, 4, 4), RADIUS_CONTROL + 3, line="accent", width=2)
        else:
            box(painter, window, RADIUS_CONTROL, line="outline", width=1)
        self._paint_name(painter, window)
        if self.shows_focus:
            focus_ring(painter, QRectF(self.rect()), RADIUS_CONTROL + 4)

    @staticmethod
    def _paint_window(painter: QPainter, rect: QRectF, theme: Theme) -> None:
        box(painter, rect, RADIUS_CONTROL, fill=QColor(theme.canvas))
        painter.fillRect(QRectF(rect.x(), rect.y() + 4, 30, rect.height() - 8), QColor(theme.rail))
        for row in range(4):
            stripe = QRectF(rect.x() + 6, rect.y() + 12 + row * 13, 18, 5)
            box(painter, stripe, 2, fill=QColor(theme.edge if row else theme.accent))
        for left, top, wide, tall in _PANES:
            pane = QRectF(rect.x() + left, rect.y() + top, wide, tall)
            box(painter, pane, 4, fill=QColor(theme.surface), line=QColor(theme.line), width=1)
            for row in range(tall // 16):
                share = 0.54 if row % 2 else 0.7
                stripe = QRectF(pane.x() + 6, pane.y() + 8 + row * 13, wide * share, 4)
                box(painter, stripe, 2, fill=QColor(theme.edge if row else theme.text))

    def _paint_name(self, painter: QPainter, window: QRectF) -> None:
        side = look.px(18)
        middle = window.bottom() + look.px(21)
        circle = QRectF(window.x(), middle - side / 2, side, side)
        if self.isChecked():
            box(painter, circle, side / 2, fill="accent")
            inset = side * 0.3
            box(painter, circle.adjusted(inset, inset, -inset, -inset), side, fill="on_accent")
        else:
            box(painter, circle, side / 2, line="edge", width=1.5)
        font = look.font("body", Weight.MEDIUM if self.isChecked() else None)
        area = QRectF(circle.right() + look.px(8), middle - side, self.width() - circle.right(), side * 2)
        write(painter, area, self.text(), font, "text")


class ThemeChoices(QWidget):
    """The previews in as many columns as there is room for."""

    def __init__(self, name: str, previews: Sequence[ThemePreview]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._previews = previews
        self._grid = QGridLayout(self)
        self._columns = 0
        self._place(len(previews))

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, preview in enumerate(self._previews):
            self._grid.addWidget(preview, number // columns, number % columns)
        self._grid.setColumnStretch(len(self._previews), 1)

    def minimumSizeHint(self) -> QSize:
        """One column is enough."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    def _widest(self) -> int:
        return max(preview.sizeHint().width() for preview in self._previews)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room."""
        super().resizeEvent(event)
        step = self._widest() + self._grid.horizontalSpacing()
        fits = max(1, min(len(self._previews), (self.width() - 2 * INSET) // step))
        self._place(fits if fits != len(self._previews) - 1 else 2)
