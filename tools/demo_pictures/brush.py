"""A flat painter's tools: muted colours, simple shapes, ridges with trees, house fronts and water."""

import math
import random
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

WIDE, HIGH = 960, 640

SKIES = {
    "day": ("#bcd3dd", "#e4ecec", "#f3efe4"),
    "grey": ("#c7d0d3", "#dfe4e3", "#eceae4"),
    "evening": ("#5b6f86", "#c58f7c", "#f2c795"),
    "winter": ("#b9c9d6", "#dfe8ee", "#f4f4f1"),
    "morning": ("#a9c4c9", "#e9dcc6", "#f8e9cf"),
}
OTHER_SKY = {"day": "morning", "morning": "evening", "grey": "winter", "evening": "day", "winter": "grey"}
WALLS = ("#c8a27a", "#d9cfbd", "#b5796a", "#a7b2ae", "#dfcda6", "#8fa3a8", "#c4b59d")
PINE = ("#b5c9c6", "#8fb0aa", "#5e8a83", "#336059", "#1c423e")
LEAF = ("#c9a24e", "#b9743c", "#d2b45f", "#8f9a4f", "#a65a35")
INK, CREAM, SNOW, TEAL = "#2b363b", "#f6f2e9", "#f1f5f6", "#1f7a80"


class Brush:
    """Paints on one picture. ``dice`` decides what varies between two pictures of a scene; every second one has another
    sky and is turned round as in a mirror."""

    def __init__(self, name: str, number: int) -> None:
        self.image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
        self.dice = random.Random(f"{name}-{number}")  # noqa: S311  a picture, not a secret
        self.second = number % 2 == 0
        self.painter = QPainter(self.image)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setPen(Qt.PenStyle.NoPen)

    def done(self) -> QImage:
        self.painter.end()
        return self.image.flipped(Qt.Orientation.Horizontal) if self.second else self.image

    def shade(self, x: float, y: float, wide: float, high: float, *colours: str) -> None:
        gradient = QLinearGradient(0, y, 0, y + high)
        for place, colour in enumerate(colours):
            gradient.setColorAt(place / max(1, len(colours) - 1), QColor(colour))
        self.painter.fillRect(QRectF(x, y, wide, high), QBrush(gradient))

    def sky(self, kind: str, high: float = HIGH) -> None:
        self.shade(0, 0, WIDE, high, *SKIES[OTHER_SKY[kind] if self.second else kind])

    def box(
        self, x: float, y: float, wide: float, high: float, colour: str, corner: float = 0, clear: int = 255
    ) -> None:
        self.painter.setBrush(_colour(colour, clear))
        self.painter.drawRoundedRect(QRectF(x, y, wide, high), corner, corner)

    def disc(self, x: float, y: float, across: float, down: float, colour: str, clear: int = 255) -> None:
        self.painter.setBrush(_colour(colour, clear))
        self.painter.drawEllipse(QPointF(x, y), across, down)

    def shape(self, points: Sequence[tuple[float, float]], colour: str, clear: int = 255) -> None:
        self.painter.setBrush(_colour(colour, clear))
        self.painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))

    def stroke(self, points: Sequence[tuple[float, float]], colour: str, thick: float) -> None:
        path = QPainterPath(QPointF(*points[0]))
        for point in points[1:]:
            path.lineTo(*point)
        pen = QPen(QColor(colour), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        self.painter.strokePath(path, pen)

    def ring(self, x: float, y: float, size: float, colour: str, thick: float) -> None:
        self.painter.setPen(QPen(QColor(colour), thick))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawEllipse(QPointF(x, y), size, size)
        self.painter.setPen(Qt.PenStyle.NoPen)

    def ridge(self, base: float, rise: float, colour: str, trees: float = 0) -> None:
        """A hill line; ``trees`` is how tall the spruces on it are."""
        one, two, three = (self.dice.uniform(0, 6.3) for _ in range(3))
        path = QPainterPath(QPointF(0, HIGH))
        x = 0.0
        while x <= WIDE + 20:
            waves = 0.6 * math.sin(x / 210 + one) + 0.3 * math.sin(x / 83 + two) + 0.1 * math.sin(x / 31 + three)
            y = base + rise * waves
            path.lineTo(x, y)
            if trees:
                tall = self.dice.uniform(0.4, 1) * trees
                path.lineTo(x + tall * 0.17, y - tall)
                path.lineTo(x + tall * 0.34, y)
                x += tall * 0.34 + self.dice.uniform(0, 4)
            else:
                x += 10
        path.lineTo(WIDE, HIGH)
        self.painter.setBrush(QColor(colour))
        self.painter.drawPath(path)

    def water(self, top: float, *colours: str) -> None:
        self.shade(0, top, WIDE, HIGH - top, *colours)
        for _ in range(170):
            y = top + 6 + (HIGH - top) * self.dice.random() ** 1.6
            near = (y - top) / (HIGH - top)
            x, clear = self.dice.uniform(0, WIDE), self.dice.randint(14, 46)
            self.disc(x, y, 8 + 40 * near, 0.8 + 1.8 * near, "#ffffff", clear)

    def house(
        self, x: float, top: float, wide: float, ground: float, wall: str, gable: bool = False, lit: float = 0.2
    ) -> None:
        """A front with windows, of which the share ``lit`` is lit."""
        self.box(x, top, wide, ground - top, wall)
        if gable:
            self.shape([(x - 8, top), (x + wide / 2, top - wide * 0.34), (x + wide + 8, top)], "#6f4f45")
        else:
            self.box(x - 4, top - 7, wide + 8, 9, "#5d666a")
        across = max(2, int(wide // 42))
        step = wide / across
        rows = int((ground - top - 26) // 50)
        for row in range(rows):
            for column in range(across):
                glow = "#f4dfa6" if self.dice.random() < lit else "#5f7782"
                self.box(x + step * column + step / 2 - 10, top + 18 + row * 50, 20, 27, "#f3efe6")
                self.box(x + step * column + step / 2 - 8, top + 20 + row * 50, 16, 23, glow)

    def leafy(self, x: float, ground: float, tall: float, colours: Sequence[str], trunk: str = "#5a4636") -> None:
        self.box(x - tall * 0.03, ground - tall * 0.55, tall * 0.06, tall * 0.55, trunk)
        for _ in range(26):
            dx, dy = self.dice.gauss(0, tall * 0.16), self.dice.gauss(0, tall * 0.13)
            self.disc(x + dx, ground - tall * 0.68 + dy, tall * 0.1, tall * 0.09, self.dice.choice(colours), 215)

    def grain(self) -> None:
        """A little grain, so that flat fields look printed rather than computed."""
        for _ in range(2_600):
            tone = "#ffffff" if self.dice.random() > 0.5 else "#000000"
            x, y = self.dice.uniform(0, WIDE), self.dice.uniform(0, HIGH)
            self.box(x, y, 1.6, 1.6, tone, clear=self.dice.randint(3, 12))


def _colour(name: str, clear: int) -> QColor:
    colour = QColor(name)
    colour.setAlpha(clear)
    return colour
