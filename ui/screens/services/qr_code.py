"""A QR code of a public address, to show on the screen to whoever one helps: black on white in every theme."""

import segno
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.look import look
from ui.paint import box
from ui.theme import RADIUS_CONTROL
from ui.widgets.tool_tips import plain_tip

QUIET_ZONE = 4
"""Modules of white around the code (ISO/IEC 18004)."""


class QrCode(QWidget):
    """Shows the code of ``address``; nothing for "" (a service whose address is not known)."""

    def __init__(self, side: int = 152) -> None:
        super().__init__()
        self._side = side
        self._modules: tuple[tuple[int, ...], ...] = ()
        self.restyle()

    def show_address(self, address: str) -> None:
        """Show another address."""
        self._modules = tuple(tuple(row) for row in segno.make(address, micro=False).matrix) if address else ()
        self.setAccessibleName(self.tr("QR code for {address}").format(address=address))
        self.setToolTip(plain_tip(address))
        self.update()

    def restyle(self) -> None:
        """Take the size from the look."""
        self.setFixedSize(QSize(look.px(self._side), look.px(self._side)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the modules at whole pixels, so that a telephone reads them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box(painter, QRectF(self.rect()), RADIUS_CONTROL, fill=QColor("white"), line="outline", width=1)
        if not self._modules:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        count = len(self._modules) + 2 * QUIET_ZONE
        module = max(1, self.width() // count)
        start = (self.width() - module * len(self._modules)) // 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("black"))
        for y, row in enumerate(self._modules):
            for x, dark in enumerate(row):
                if dark:
                    painter.drawRect(start + x * module, start + y * module, module, module)
