"""One of the four equal tiles of a service: e-service, form, phone, visit; dashed when nothing is known of it."""

import re

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.icons import paint_icon
from ui.look import look
from ui.models.service_model import CHANNEL_ICONS, channel_words
from ui.paint import box, focus_ring, write, write_lines
from ui.theme import RADIUS_CONTROL, ColourRole, Weight
from ui.widgets.buttons import PaintedButton
from ui.widgets.tool_tips import plain_tip
from workplace_app.domain.service import Known, ServiceChannel, ServiceChannelKind

_ICON = 20
_LEADING = 1.15
_NUMBER = re.compile(r"\+?\d[\d -]{5,}\d")


class ChannelTile(PaintedButton):
    """Pressing it opens the channel; a tile without an address cannot be pressed and says why."""

    def __init__(self, channel: ServiceChannel) -> None:
        super().__init__()
        self._channel = channel
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setEnabled(channel.known is Known.YES and channel.address is not None)
        self._words = self._under()
        self.setAccessibleName(f"{channel_words(channel.kind)}, {self._words}")
        self.setToolTip(plain_tip(self._words))
        if channel.kind is ServiceChannelKind.PHONE and (number := _NUMBER.search(self._words)):
            self._words = number.group()

    def _under(self) -> str:
        if self._channel.known is Known.YES:
            return self._channel.label or self.tr("Exists")
        return self.tr("There is none") if self._channel.known is Known.NO else self.tr("Not known")

    def sizeHint(self) -> QSize:
        """Room for the icon, its name and two lines."""
        height = look.px(_ICON) + look.text_height() + look.text_height("caption") * _LEADING * 2 + look.gap(28)
        return QSize(look.px(120), round(height))

    def minimumSizeHint(self) -> QSize:
        """Four fit beside each other in the reading column."""
        return QSize(look.px(96), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tile."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        known = self._channel.known is Known.YES
        lit = self.isEnabled() and self.underMouse()
        fill = look.colour("hover" if lit else "surface")
        box(painter, rect, RADIUS_CONTROL, fill=fill, line="outline" if known else "edge", width=1, dashed=not known)
        if self.shows_focus:
            focus_ring(painter, rect)
        inner = rect.adjusted(look.gap(12), look.gap(10), -look.gap(8), -look.gap(8))
        side = look.px(_ICON)
        tint: ColourRole = "accent" if known else "muted"
        paint_icon(painter, CHANNEL_ICONS[self._channel.kind], QRectF(inner.x(), inner.y(), side, side), tint)
        line = QRectF(inner.x(), inner.y() + side + look.gap(6), inner.width(), look.text_height())
        write(painter, line, channel_words(self._channel.kind), look.font("body", Weight.SEMIBOLD), "text")
        lines = QRectF(inner.x(), line.bottom() + look.gap(2), inner.width(), inner.bottom() - line.bottom())
        write_lines(painter, lines, self._words, look.font("caption"), "muted", leading=_LEADING)
