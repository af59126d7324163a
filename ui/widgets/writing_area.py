"""Some lines of text: Ctrl+Enter hands them on, Tab leaves the field, Esc belongs to whatever it stands in."""

from PySide6.QtCore import Qt, Signal
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
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.restyle()

    def restyle(self) -> None:
        """Take font and least height from the look."""
        self.setFont(look.font("body"))
        lines = QFontMetrics(self.font()).lineSpacing() * self._lines
        self.setMinimumHeight(round(lines + look.gap(24)))

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
