"""Small drawings that several row painters share: an icon with words, the dot of what is unread."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from ui.icons import paint_icon
from ui.look import look
from ui.paint import Paint, as_colour, box, text_width, write
from ui.theme import ColourRole

INLINE_ICON = 16
ICON_TO_WORDS = 22
UNREAD_DOT = 8


def icon_with_words(
    painter: QPainter, line: QRectF, icon: str, words: str, font: QFont, colour: ColourRole, side: float = INLINE_ICON
) -> float:
    """An inline icon and its words from the left of ``line``; the width that was used."""
    size = look.px(side)
    paint_icon(painter, icon, QRectF(line.x(), line.center().y() - size / 2, size, size), colour)
    step = look.px(side + ICON_TO_WORDS - INLINE_ICON)
    return step + write(painter, line.adjusted(step, 0, 0, 0), words, font, colour)


def width_with_icon(words: str, font: QFont) -> float:
    """The room that ``icon_with_words`` needs for a small icon and these words."""
    return look.px(ICON_TO_WORDS) + text_width(words, font) + 1


def unread_dot(painter: QPainter, x: float, middle: float, colour: Paint) -> None:
    """The dot before a row that nobody has looked at."""
    side = look.px(UNREAD_DOT)
    box(painter, QRectF(x, middle - side / 2, side, side), side / 2, fill=as_colour(colour))
