"""Icons: one SVG per name on a 24 px grid, tinted in the colour of its text and kept as pixmaps."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import read_text
from ui.look import look
from ui.theme import ColourRole


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return read_text(f"icons/{name}.svg")


@lru_cache(maxsize=512)
def _drawn(name: str, width: int, height: int, colour: str, second: str) -> QPixmap:
    """``width`` and ``height`` are device pixels: one pixmap for each size that is shown."""
    source = _source(name).replace("currentColor", colour)
    source = source.replace('"accent"', f'"{colour}"').replace('"on-accent"', f'"{second}"')
    picture = QPixmap(width, height)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, width, height))
    painter.end()
    return picture


def icon_pixmap(name: str, size: float, role: ColourRole = "muted", ratio: float = 1.0) -> QPixmap:
    """The icon ``size`` logical pixels high and wide, for a screen with ``ratio`` device pixels to one of these."""
    side = max(1, round(size * ratio))
    picture = QPixmap(_drawn(name, side, side, look.hex(role), look.hex("on_accent")))
    picture.setDevicePixelRatio(ratio)
    return picture


def paint_icon(painter: QPainter, name: str, rect: QRectF, role: ColourRole = "muted") -> None:
    """Draw the icon in ``rect``, sharp at the painter's own resolution."""
    ratio = painter.device().devicePixelRatioF()
    side = max(1, round(rect.width() * ratio))
    picture = _drawn(name, side, side, look.hex(role), look.hex("on_accent"))
    # A pixmap between two device pixels is blurred: move it to a whole one.
    at = QRectF(round(rect.x() * ratio) / ratio, round(rect.y() * ratio) / ratio, side / ratio, side / ratio)
    painter.drawPixmap(at, picture, QRectF(0, 0, side, side))


def icon(name: str, role: ColourRole = "text", size: int = 18) -> QIcon:
    """For a menu or the window; own widgets paint with ``paint_icon``."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(icon_pixmap(name, look.px(size), role, ratio))
    disabled = icon_pixmap(name, look.px(size), "disabled")
    made.addPixmap(disabled, QIcon.Mode.Disabled)
    return made


def icon_size(size: int = 18) -> QSize:
    """The size of an icon at the text size that holds."""
    return QSize(look.px(size), look.px(size))
