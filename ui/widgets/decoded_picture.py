"""Decodes a cached picture no larger than it is shown: a file of 180 kB may hold 160 MB of points."""

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

_FORMATS = (b"png", b"jpeg", b"webp")
_MOST_POINTS = 40_000_000
"""As many as sync lets into the cache; some decoders unpack all of them before they make them fewer."""

_LONGEST_SIDE = 20_000


def decoded_picture(content: bytes, room: QSize, *, fill: bool = False) -> QImage:
    """The picture, made smaller while it is read until it fits into ``room`` (or, with ``fill``, just covers it).

    A null image for whatever is not PNG, JPEG or WebP by its content, is broken or has no size.
    """
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    if reader.format().data() not in _FORMATS:
        return QImage()
    size = reader.size()
    longest = max(size.width(), size.height())
    if size.isEmpty() or longest > _LONGEST_SIDE or size.width() * size.height() > _MOST_POINTS:
        return QImage()
    mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding if fill else Qt.AspectRatioMode.KeepAspectRatio
    smaller = size.scaled(room, mode).expandedTo(QSize(1, 1))
    if smaller.width() < size.width() and smaller.height() <= size.height():
        reader.setScaledSize(smaller)
    return reader.read()
