"""Grey bars where rows will come: still, and only after a wait that somebody would notice."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.look import look
from ui.paint import Paint, box

SHARES = (0.62, 0.48, 0.7, 0.4, 0.55)
"""How much of the line each bar takes, over and over."""


class Skeleton(QWidget):
    """As many grey rows as are expected."""

    def __init__(self, rows: int = 4) -> None:
        super().__init__()
        self._rows = rows
        self.setAccessibleName(self.tr("Fetching"))
        self.restyle()

    def restyle(self) -> None:
        """Take the height from the look."""
        self.setFixedHeight(self._rows * look.row_height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a square and a bar for each row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # The contrast themes have no grey: there the bars are outlines.
        fill: Paint | None = None if look.strong else "sunken"
        line: Paint | None = "muted" if look.strong else None
        for row in range(self._rows):
            middle = (row + 0.5) * look.row_height
            square = QRectF(look.gap(16), middle - look.px(9), look.px(18), look.px(18))
            box(painter, square, 5, fill=fill, line=line, width=1)
            left = look.gap(30) + look.px(18)
            width = (self.width() - left - look.gap(16)) * SHARES[row % len(SHARES)]
            box(
                painter,
                QRectF(left, middle - look.px(5), width, look.px(10)),
                look.px(5),
                fill=fill,
                line=line,
                width=1,
            )
