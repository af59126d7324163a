"""Some lines of text: Ctrl+Enter hands them on, Tab leaves the field, Esc belongs to whatever it stands in."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from ui.look import look

LEAST_LINES = 3


class WritingArea(QPlainTextEdit):
    """``name`` is what the screen reader says. ``sent`` follows Ctrl+Enter."""

    sent = Signal()

    def __init__(self, name: str, *, lines: int = LEAST_LINES) -> None:
        super().__init__()
        self._lines = lines
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def set_lines(self, lines: int) -> None:
        """Be as high as so many lines."""
        if lines != self._lines:
            self._lines = lines
            self.restyle()

    def restyle(self) -> None:
        """Take the font from the look."""
        self.setFont(look.font("body"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        lines = QFontMetrics(self.font()).lineSpacing() * self._lines
        return QSize(super().sizeHint().width(), round(lines + look.gap(24)))

    def minimumSizeHint(self) -> QSize:
        """No less high: what does not fit is scrolled to."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter is no new line, and Esc is not ours."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
        ):
            self.sent.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
