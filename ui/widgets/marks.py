"""Small marks: a number of unread things, initials of a person, a key."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import look
from ui.paint import CENTRE, box, pill, pill_width, text_width, write
from ui.theme import RADIUS_SMALL, Weight

MOST_SHOWN = 99


def count_text(count: int) -> str:
    """The number as a badge shows it: "3", "99+", and nothing for zero."""
    return "" if count <= 0 else f"{MOST_SHOWN}+" if count > MOST_SHOWN else str(count)


def initials(name: str) -> str:
    """First letters of the first and the last word: "Elin Maria Ekhamn" is "EE"."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalpha()]
    if not words:
        return ""
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


class Badge(QWidget):
    """How many things are unread; zero takes no room. The words that it belongs to speak it, so it has no name."""

    def __init__(self, count: int = 0) -> None:
        super().__init__()
        self._count = count
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int) -> None:
        """Show another number."""
        if count != self._count:
            self._count = count
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as the number."""
        text = count_text(self._count)
        return QSize(round(pill_width(text, look.font("caption", Weight.SEMIBOLD))) if text else 0, look.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill."""
        text = count_text(self._count)
        if not text:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = look.font("caption", Weight.SEMIBOLD, digits=True)
        fill, ink = look.colour("selected"), look.colour("on_selected")
        pill(painter, 0, self.height() / 2, text, font, ink, fill=fill)


class Avatar(QWidget):
    """The initials of somebody whose name stands beside it."""

    def __init__(self, name: str, size: int = 32) -> None:
        super().__init__()
        self._size = size
        self._initials = initials(name)
        self.restyle()

    def set_person(self, name: str) -> None:
        """Show somebody else."""
        self._initials = initials(name)
        self.update()

    def restyle(self) -> None:
        """Take the size from the look."""
        self.setFixedSize(look.px(self._size), look.px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the disc and the letters."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        box(painter, rect, rect.width() / 2, fill="selected")
        font = look.font("caption", Weight.SEMIBOLD)
        write(painter, rect, self._initials, font, "on_selected", CENTRE)


class KeyHint(QWidget):
    """A key, drawn as a key."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the words on the key."""
        height = round(look.text_height("caption") + look.gap(6))
        return QSize(max(height, round(text_width(self._key, look.font("caption")) + look.gap(12))), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        box(painter, rect, RADIUS_SMALL, fill="surface", line="outline", width=1)
        write(painter, rect, self._key, look.font("caption"), "muted", CENTRE)
