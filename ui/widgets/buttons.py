"""Buttons that paint every state from the tokens: rest, hover, pressed, focus, off."""

import math
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.look import look
from ui.paint import RIGHT, box, broken_lines, focus_ring, text_width, write, write_lines
from ui.theme import RADIUS_CONTROL, ColourRole, Weight
from ui.widgets.tool_tips import plain_tip

ButtonKind = Literal["primary", "secondary", "quiet", "link", "flush", "danger"]
"""``flush`` is a link with no more room around it than its ring needs, for the end of a line of text."""
FLUSH_AIR = 4

ICON = 18
ICON_GAP = 7
LEAST_TARGET = 24
MOST_LINES = 4
LEADING = 1.2
_FILLED = ("primary", "danger")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEEPS_RING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class PaintedButton(QAbstractButton):
    """The base of painted buttons: Enter presses like Space, and the ring is shown to whoever uses the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ring = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def setText(self, text: str) -> None:
        """Take the words as they are: in "Bygg & bo" the ampersand is a letter, not a shortcut."""
        super().setText(text)
        self.setShortcut(QKeySequence())

    @property
    def shows_focus(self) -> bool:
        """True when the ring has to be painted."""
        return self._ring and self.hasFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether the focus came by key."""
        if event.reason() not in _KEEPS_RING:
            self._ring = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter too."""
        if event.key() in _ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


class Button(PaintedButton):
    """A button with words, an icon or both, and the key that does the same.

    One without words needs ``tip``: it becomes the accessible name. ``wide`` lets it fill the line. Words are never
    cut: a place narrower than they are (a ``Flow`` with large text) gets them in several lines, without the key.
    """

    def __init__(
        self,
        text: str = "",
        kind: ButtonKind = "secondary",
        *,
        icon: str = "",
        key: str = "",
        tip: str = "",
        small: bool = False,
        wide: bool = False,
    ) -> None:
        super().__init__()
        self._kind: ButtonKind = kind
        self._icon, self._key, self._small = icon, key, small
        across = QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.setText(text)
        self.setToolTip(plain_tip(tip))
        self.setAccessibleName(text or tip)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_words(self, text: str, tip: str = "") -> None:
        """Show other words, which the screen reader says too."""
        self.setText(text)
        self.setToolTip(plain_tip(tip))
        self.setAccessibleName(text or tip)
        self.updateGeometry()

    def _font(self) -> QFont:
        return look.font("body", Weight.MEDIUM)

    def _content_width(self) -> float:
        if not self.text():
            return look.px(ICON) if self._icon else 0.0
        return self._beside_words() + text_width(self.text(), self._font())

    def _key_width(self) -> float:
        return text_width(self._key, look.font("caption")) + look.px(10) if self._key else 0

    def sizeHint(self) -> QSize:
        """As wide as the words need, as high as a target must be."""
        if not self.text():
            return QSize(self._line_height(), self._line_height())
        across = self._content_width() + self._key_width() + self._air()
        return QSize(math.ceil(across) + 1, max(LEAST_TARGET, self._line_height()))

    def minimumSizeHint(self) -> QSize:
        """The longest word: the others may stand under it."""
        if not self.text():
            return self.sizeHint()
        longest = max(text_width(word, self._font()) for word in self.text().split() or [""])
        return QSize(math.ceil(self._beside_words() + longest + self._air()) + 1, self.sizeHint().height())

    def heightForWidth(self, width: int, /) -> int:
        """As high as the lines are that the words take in this width."""
        more = len(self._lines(width)) - 1
        return self.sizeHint().height() + round(more * self._line_step())

    def _air(self) -> int:
        return (FLUSH_AIR if self._kind == "flush" else look.gap(10 if self._small else 12)) * 2

    def _line_height(self) -> int:
        if self._kind == "flush" and self.text():
            return round(look.text_height() + look.gap(6))
        return look.small_control_height if self._small else look.control_height

    def _line_step(self) -> float:
        return look.text_height() * LEADING

    def _beside_words(self) -> float:
        return look.px(ICON) + look.px(ICON_GAP) if self._icon else 0.0

    def _lines(self, width: float) -> list[str]:
        if not self.text() or self._content_width() + self._air() <= width:
            return [self.text()]
        room = width - self._air() - self._beside_words()
        return broken_lines(self.text(), self._font(), room, MOST_LINES)

    def _colours(self) -> tuple[ColourRole, QColor | None, QColor | None]:
        """Ink, fill and outline."""
        lit = self.isEnabled() and (self.underMouse() or self.isDown() or self.isChecked())
        if not self.isEnabled():
            return "disabled", look.colour("sunken") if self._kind not in ("quiet", "link", "flush") else None, None
        if self._kind == "danger":
            return "on_accent", look.colour("danger"), None
        if self._kind == "primary":
            return "on_accent", look.colour("accent_hover" if lit else "accent"), None
        if self._kind in ("quiet", "link"):
            return "accent" if self._kind == "link" else "text", look.colour("hover") if lit else None, None
        if self._kind == "flush":
            return "accent_hover" if lit else "accent", None, None
        return "text", look.colour("hover" if lit else "surface"), look.colour("outline")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint plate, ring, icon, words and key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, fill, line = self._colours()
        rect = QRectF(self.rect())
        plate = rect.adjusted(3, 3, -3, -3) if self.shows_focus else rect
        if fill or line:
            box(painter, plate, RADIUS_CONTROL - (2 if self.shows_focus else 0), fill=fill, line=line)
        if self.shows_focus:
            focus_ring(painter, rect, RADIUS_CONTROL + 1)
        self._paint_content(painter, rect, ink)

    def _paint_content(self, painter: QPainter, rect: QRectF, ink: ColourRole) -> None:
        lines = self._lines(rect.width())
        if len(lines) > 1:
            self._paint_lines(painter, rect, ink, len(lines))
            return
        shows_key = bool(self._key) and self._content_width() + self._key_width() + self._air() <= rect.width() + 1
        key_width = self._key_width() if shows_key else 0
        x = (rect.width() - self._content_width() - key_width) / 2
        x = FLUSH_AIR if self._kind == "flush" and not self._icon else x
        side = look.px(ICON)
        if self._icon:
            self._paint_icon(painter, QRectF(x, (rect.height() - side) / 2, side, side), ink)
            x += side + (look.px(ICON_GAP) if self.text() else 0)
        area = QRectF(x, 0, rect.width() - x, rect.height())
        if shows_key:
            area.setRight(rect.right() - key_width - look.gap(6))
            key_ink: ColourRole = ink if self._kind in _FILLED or not self.isEnabled() else "muted"
            key_area = rect.adjusted(0, 0, -look.gap(12), 0)
            write(painter, key_area, self._key, look.font("caption"), key_ink, RIGHT)
        write(painter, area.adjusted(0, 0, 1, 0), self.text(), self._font(), ink)

    def _paint_lines(self, painter: QPainter, rect: QRectF, ink: ColourRole, lines: int) -> None:
        side, left = look.px(ICON), self._air() / 2
        if self._icon:
            self._paint_icon(painter, QRectF(left, (rect.height() - side) / 2, side, side), ink)
        high = lines * self._line_step()
        words = QRectF(left + self._beside_words(), (rect.height() - high) / 2, 0, high)
        words.setRight(rect.right() - self._air() / 2)
        write_lines(painter, words, self.text(), self._font(), ink, most=MOST_LINES, leading=LEADING)

    def _paint_icon(self, painter: QPainter, area: QRectF, ink: ColourRole) -> None:
        same = self._kind in (*_FILLED, "link", "flush") or not self.isEnabled() or not self.text()
        paint_icon(painter, self._icon, area, ink if same else "muted")


def icon_button(icon: str, tip: str, *, kind: ButtonKind = "quiet", small: bool = True) -> Button:
    """A button with an icon alone; ``tip`` is its tool tip and its accessible name."""
    return Button(kind=kind, icon=icon, tip=tip, small=small)


class Toggle(PaintedButton):
    """A switch: on and off differ in position, fill and a tick, not in colour alone."""

    def __init__(self, name: str, *, on: bool = False) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setChecked(on)
        self.setAccessibleName(name)
        self.restyle()

    def restyle(self) -> None:
        """Take the size from the look."""
        self.setFixedSize(look.px(44) + 8, look.px(24) + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the switch, and the ring around it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outer = QRectF(self.rect())
        rect, on = outer.adjusted(4, 4, -4, -4), self.isChecked()
        edge = look.colour("edge" if self.isEnabled() else "disabled")
        if on:
            fill = look.colour("accent") if self.isEnabled() else look.colour("disabled")
            box(painter, rect, rect.height() / 2, fill=fill)
        else:
            box(painter, rect, rect.height() / 2, fill="surface", line=edge, width=1.5)
        side = rect.height() - look.px(8)
        x = rect.right() - side - look.px(4) if on else rect.x() + look.px(4)
        knob = QRectF(x, rect.y() + look.px(4), side, side)
        box(painter, knob, side / 2, fill="on_accent" if on else edge)
        if on:
            tick = QRectF(rect.x() + look.px(6), rect.y() + look.px(5), look.px(14), look.px(14))
            paint_icon(painter, "check", tick, "on_accent")
        if self.shows_focus:
            focus_ring(painter, outer, outer.height() / 2)
