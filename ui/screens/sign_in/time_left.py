"""How long the identity provider still waits, in words and as a line that grows shorter."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.dates import left_words
from ui.look import look
from ui.paint import box
from ui.widgets.labels import Paragraph
from ui.widgets.layouts import Column

_SECOND_MS = 1000
_LINE = 4


class _Line(QWidget):
    """The share of the time that is left; the words above say the same."""

    def __init__(self) -> None:
        super().__init__()
        self.share = 1.0
        self.restyle()

    def restyle(self) -> None:
        self.setFixedHeight(look.px(_LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        radius = rect.height() / 2
        box(painter, rect, radius, fill="sunken", line="edge" if look.strong else None)
        left = QRectF(rect.x(), rect.y(), rect.width() * self.share, rect.height())
        if left.width() >= rect.height():
            box(painter, left, radius, fill="accent")


class TimeLeft(QWidget):
    """Counts down from now to ``expires_at`` by the clock it is given."""

    def __init__(self, clock: Callable[[], datetime], expires_at: datetime) -> None:
        super().__init__()
        self._clock, self._ends = clock, expires_at
        self._whole = max(1.0, (expires_at - clock()).total_seconds())
        self._words = Paragraph("", colour="muted", leading=130)
        self._line = _Line()
        self.setLayout(Column(self._words, 12, self._line))
        self._second = QTimer(self, interval=_SECOND_MS)
        self._second.timeout.connect(self.count)
        self._second.start()
        self.count()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.words

    def count(self) -> None:
        """Show what is left now; at the end the state says what follows."""
        left = max(0.0, (self._ends - self._clock()).total_seconds())
        self._words.set_words(self.tr("We wait another {time}.").format(time=left_words(int(left))))
        self._line.share = min(1.0, left / self._whole)
        self._line.update()
        if left == 0:
            self._second.stop()
