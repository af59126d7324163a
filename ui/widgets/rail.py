"""The entries of the navigation rail."""

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.icons import paint_icon
from ui.look import look
from ui.paint import CENTRE, RIGHT, box, focus_ring, pill, pill_width, selection_bar, text_width, write
from ui.theme import RADIUS_CONTROL, ColourRole, Weight
from ui.widgets.buttons import PaintedButton
from ui.widgets.marks import MOST_SHOWN, count_text
from ui.widgets.tool_tips import plain_tip

_NARROW_ICON, _NARROW_PILL = 22, 16
_PILL_FROM_MIDDLE = 0.18
"""How far right of the icon's middle the number begins, in widths of the icon."""


class RailItem(PaintedButton):
    """Icon, name, number of unread. In the narrow rail the name stands under the icon; it is never left out.

    Checked means that this is the place where one is.
    """

    def __init__(self, icon: str, text: str, *, key: str = "") -> None:
        super().__init__()
        self._icon, self._key = icon, key
        self._count = 0
        self._note = ""
        self._narrow = False
        self.setText(text)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._say()

    def _say(self) -> None:
        spoken = self.tr("{name}, %n unread", "", self._count).format(name=self.text()) if self._count else self.text()
        self.setAccessibleName(f"{spoken}, {self._note}" if self._note else spoken)
        self.setToolTip(plain_tip(f"{self.text()}  {self._key}") if self._key else "")
        self.updateGeometry()
        self.update()

    def set_count(self, count: int) -> None:
        """Show how many things are unread."""
        if count != self._count:
            self._count = count
            self._say()

    def set_note(self, note: str) -> None:
        """Show when it was ready ("07:12")."""
        self._note = note
        self._say()

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the name under the icon."""
        self._narrow = narrow
        self._say()

    def narrow_width(self) -> int:
        """What the name needs under the icon, and the largest number upon it."""
        name = text_width(self.text(), look.font("caption", Weight.SEMIBOLD))
        digits = look.font("caption", Weight.SEMIBOLD, digits=True)
        number = pill_width(count_text(MOST_SHOWN + 1), digits, look.px(_NARROW_PILL))
        return math.ceil(max(name + 12, (number + look.px(_NARROW_ICON) * _PILL_FROM_MIDDLE) * 2 + 4))

    def sizeHint(self) -> QSize:
        """By the way it stands."""
        if self._narrow:
            return QSize(self.narrow_width(), round(look.px(24) + look.text_height("caption") + look.gap(18)))
        return QSize(look.px(200), max(36, look.row_height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint plate, bar, ring, icon, name and number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        if self.isChecked():
            dark = look.strong or look.theme.dark
            fill: ColourRole = "selected" if dark else "surface"
            box(painter, rect, RADIUS_CONTROL, fill=fill, line=None if look.strong else "line")
            selection_bar(painter, rect)
        elif self.underMouse() or self.isDown():
            box(painter, rect, RADIUS_CONTROL, fill="rail_hover")
        if self.shows_focus:
            focus_ring(painter, rect, RADIUS_CONTROL)
        ink: ColourRole = "text"
        tint: ColourRole = "accent" if self.isChecked() else "muted"
        if self.isChecked() and look.strong:
            ink = tint = "on_selected"
        if self._narrow:
            self._paint_narrow(painter, rect, ink if self.isChecked() else "muted", tint)
        else:
            self._paint_wide(painter, rect, ink, tint)

    def _weight(self) -> Weight:
        return Weight.SEMIBOLD if self.isChecked() else Weight.MEDIUM

    def _paint_wide(self, painter: QPainter, rect: QRectF, ink: ColourRole, tint: ColourRole) -> None:
        side = look.px(20)
        paint_icon(painter, self._icon, QRectF(rect.x() + look.px(10), rect.center().y() - side / 2, side, side), tint)
        left = rect.x() + look.px(22) + side
        right = rect.right() - look.px(8)
        digits = look.font("caption", Weight.SEMIBOLD, digits=True)
        if self._count:
            text = count_text(self._count)
            right -= pill_width(text, digits)
            line: ColourRole | None = "outline" if look.strong else None
            pill(painter, right, rect.center().y(), text, digits, "on_selected", fill="selected", line=line)
        elif self._note:
            font = look.font("caption", digits=True)
            write(painter, rect.adjusted(0, 0, -look.px(12), 0), self._note, font, "muted", RIGHT)
            right -= text_width(self._note, font) + look.px(23)
            mark = QRectF(right, rect.center().y() - look.px(7), look.px(14), look.px(14))
            paint_icon(painter, "check", mark, "success")
        area = QRectF(left, rect.y(), right - left - look.px(6), rect.height())
        write(painter, area, self.text(), look.font("body", self._weight()), ink)

    def _paint_narrow(self, painter: QPainter, rect: QRectF, ink: ColourRole, tint: ColourRole) -> None:
        side = look.px(_NARROW_ICON)
        top = rect.y() + look.gap(7)
        paint_icon(painter, self._icon, QRectF(rect.center().x() - side / 2, top, side, side), tint)
        area = QRectF(rect.x() + 2, top + side + 2, rect.width() - 4, look.text_height("caption") + 2)
        write(painter, area, self.text(), look.font("caption", self._weight()), ink, CENTRE)
        if self._count:
            digits = look.font("caption", Weight.SEMIBOLD, digits=True)
            x = rect.center().x() + side * _PILL_FROM_MIDDLE
            pill(
                painter,
                x,
                top + look.px(4),
                count_text(self._count),
                digits,
                "on_accent",
                fill="accent",
                height=look.px(_NARROW_PILL),
            )
