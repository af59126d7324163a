"""What floats: a raised plate with a soft shadow, closed by Esc or a click beside it."""

import shiboken6
from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QPropertyAnimation, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget

from ui.look import look
from ui.paint import box
from ui.theme import FADE_MS, RADIUS_WINDOW, ColourRole

SHADOW = 20
"""How far the shadow reaches beyond the plate, in pixels."""
RISE = 4
EDGE = 8
"""Pixels between a popover and the right edge of its window."""


def paint_raised(painter: QPainter, plate: QRectF, radius: float = RADIUS_WINDOW, fill: ColourRole = "raised") -> None:
    """A plate with its shadow around it; the contrast themes draw an outline and no shadow."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not look.strong:
        for step in range(SHADOW, 0, -1):
            depth = QColor(0, 14, 18, 1 + (step < 9) + (step < 4))
            area = plate.adjusted(-step, 5 - step, step, step * 0.8 + 3)
            box(painter, area, radius + step, fill=depth)
    box(painter, plate, radius, fill=look.colour(fill), line="outline")


class Raised(QWidget):
    """A raised plate inside the window: a toast, the palette. Its shadow is drawn in a margin of its own."""

    def __init__(self, layout: QLayout, parent: QWidget | None = None, *, radius: int = RADIUS_WINDOW) -> None:
        super().__init__(parent)
        self._radius = radius
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SHADOW, SHADOW, SHADOW, SHADOW)
        outer.addLayout(layout)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the plate."""
        plate = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        paint_raised(QPainter(self), plate, self._radius)


class Popover(QFrame):
    """A raised plate in a window of its own, so that it may reach beyond the main window."""

    def __init__(self, layout: QLayout, parent: QWidget, *, name: str) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(name)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SHADOW, SHADOW, SHADOW, SHADOW)
        outer.addLayout(layout)
        self._opener: QWidget | None = None

    def show_below(self, opener: QWidget, part: QRect | None = None) -> None:
        """Open under a widget, or under a part of it (the row of a list), and give the focus back to it afterwards. It
        ends where the window ends at the right, if it fits there, and never beyond the screen."""
        self._opener = opener
        under = opener.rect() if part is None else part
        self.adjustSize()
        at = opener.mapToGlobal(under.bottomLeft()) + QPoint(-SHADOW, 4 - SHADOW)
        room = opener.screen().availableGeometry()
        window = opener.window()
        edge = window.mapToGlobal(window.rect().bottomRight()).x() - EDGE
        at.setX(min(at.x(), edge + SHADOW - self.width()))
        at.setX(max(room.left() - SHADOW, min(at.x(), room.right() + SHADOW - self.width())))
        if at.y() + self.height() - SHADOW > room.bottom():
            at.setY(opener.mapToGlobal(under.topLeft()).y() - self.height() + SHADOW - 4)
        self.move(at)
        self.show()
        rise(self)
        first = self.nextInFocusChain()
        if first is not None:
            self.focusNextChild()

    def event(self, event: QEvent) -> bool:
        """Give the focus back when it closes, if what opened it is still there."""
        if event.type() == QEvent.Type.Close and self._opener is not None and shiboken6.isValid(self._opener):
            self._opener.setFocus(Qt.FocusReason.PopupFocusReason)
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the plate."""
        paint_raised(QPainter(self), QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW))


def rise(widget: QWidget) -> None:
    """The little movement with which something begins to float, unless stillness is asked for."""
    duration = look.motion(FADE_MS)
    if not duration:
        return
    end = widget.pos()
    movement = QPropertyAnimation(widget, b"pos", widget)
    movement.setDuration(duration)
    movement.setStartValue(end + QPoint(0, RISE))
    movement.setEndValue(end)
    movement.setEasingCurve(QEasingCurve.Type.OutCubic)
    movement.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)


class Veil(QWidget):
    """Dims what lies behind a dialog or the palette."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the veil."""
        QPainter(self).fillRect(event.rect(), QColor(8, 20, 22, 130 if look.theme.dark else 62))
