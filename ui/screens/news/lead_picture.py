"""The article's own picture across the reading column."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.look import look
from ui.paint import picture
from ui.theme import RADIUS_CARD, READING_WIDTH
from ui.widgets.cached_pictures import CachedPictures

_PICTURE_PROPORTION = 0.42


class LeadPicture(QWidget):
    """The article's own picture across the column; takes no room while it is not in the cache."""

    def __init__(self, pictures: CachedPictures) -> None:
        super().__init__()
        self._pictures = pictures
        self._key: str | None = None
        self.hide()

    def show_picture(self, key: str | None, alt: str) -> None:
        """Show another picture; ``alt`` is what it says to those who do not see it."""
        self._key = key
        self.setAccessibleName(alt)
        self.setVisible(key is not None and self._pictures.pixmap(key, QSize(64, 64), 1.0) is not None)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the column, in a calm proportion."""
        width = look.px(READING_WIDTH)
        return QSize(width, round(width * _PICTURE_PROPORTION))

    def hasHeightForWidth(self) -> bool:
        """The proportion is kept."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at this width."""
        return round(width * _PICTURE_PROPORTION)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture."""
        if self._key is None:
            return
        image = self._pictures.pixmap(self._key, self.size(), self.devicePixelRatioF())
        if image is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            picture(painter, QRectF(self.rect()), image, RADIUS_CARD)
