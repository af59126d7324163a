"""One of the four equal tiles of a service: e-service, form, phone, visit; dashed when nothing is known of it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.icons import paint_icon
from ui.look import look
from ui.models.service_model import CHANNEL_ICONS, channel_words
from ui.paint import box, focus_ring, write
from ui.theme import RADIUS_CONTROL, ColourRole, Weight
from ui.widgets.buttons import PaintedButton
from workplace_app.domain.service import Known, ServiceChannel

_ICON = 20


class ChannelTile(PaintedButton):
    """Pressing it opens the channel; a tile without an address cannot be pressed and says why."""

    def __init__(self, channel: ServiceChannel) -> None:
        super().__init__()
        self._channel = channel
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setEnabled(channel.known is Known.YES and channel.address is not None)
        self._words = self._under()
        self.setAccessibleName(f"{channel_words(channel.kind)}, {self._words}")
        self.setToolTip(self._words)

    def _under(self) -> str:
        if self._channel.known is Known.YES:
            return self._channel.label or self.tr("Exists")
        return self.tr("There is none") if self._channel.known is Known.NO else self.tr("Not known")

    def sizeHint(self) -> QSize:
        """Room for the icon and two lines."""
        height = look.px(_ICON) + look.text_height() + look.text_height("caption") + look.gap(26)
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
        line = QRectF(inner.x(), line.bottom() + 1, inner.width(), look.text_height("caption"))
        write(painter, line, self._words, look.font("caption"), "muted")
