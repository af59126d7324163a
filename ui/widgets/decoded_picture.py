"""Decodes a cached picture no larger than it is shown: a file of 180 kB may hold 160 MB of points."""

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from workplace_app.domain.picture_limits import is_little_work

_FORMATS = {b"png": "image/png", b"jpeg": "image/jpeg", b"webp": "image/webp"}


def decoded_picture(content: bytes, room: QSize, *, fill: bool = False) -> QImage:
    """The picture, made smaller while it is read until it fits into ``room`` (or, with ``fill``, just covers it).

    A null image for whatever is not PNG, JPEG or WebP by its content, is broken or has no size.
    """
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    media_type = _FORMATS.get(bytes(reader.format().data()), "")
    size = reader.size()
    # Asked here too: what an earlier version has let into the cache is shown by this one.
    if size.isEmpty() or not is_little_work(media_type, size.width(), size.height(), content):
        return QImage()
    mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding if fill else Qt.AspectRatioMode.KeepAspectRatio
    smaller = size.scaled(room, mode).expandedTo(QSize(1, 1))
    if smaller.width() < size.width() and smaller.height() <= size.height():
        reader.setScaledSize(smaller)
    return reader.read()
