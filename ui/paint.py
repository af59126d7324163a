"""The painting vocabulary that widgets and row delegates share."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap, QTextLayout

from ui.look import look
from ui.theme import RADIUS_CONTROL, ColourRole

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter

Paint = ColourRole | QColor
"""A role of the theme; a colour of its own only for what no theme changes."""

BAR_WIDTH = 3
RING_WIDTH = 2


def as_colour(paint: Paint) -> QColor:
    """The colour that is meant."""
    return look.colour(paint) if isinstance(paint, str) else paint


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float = 0,
    *,
    fill: Paint | None = None,
    line: Paint | None = None,
    width: float | None = None,
    dashed: bool = False,
) -> None:
    """A rectangle with rounded corners, its line wholly inside ``rect`` so that it is sharp at whole pixels."""
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
        inset = 0.0
    else:
        thick = look.line_width if width is None else width
        painter.setPen(QPen(as_colour(line), thick, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
        inset = thick / 2
    if fill is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(as_colour(fill))
    inner = rect.adjusted(inset, inset, -inset, -inset)
    if radius:
        painter.drawRoundedRect(inner, radius, radius)
    else:
        painter.drawRect(inner)


def focus_ring(painter: QPainter, rect: QRectF, radius: float = RADIUS_CONTROL) -> None:
    """Two pixels in the strongest colour: told apart from a selection and from every fill."""
    box(painter, rect, radius, line="focus", width=RING_WIDTH)


def selection_bar(painter: QPainter, plate: QRectF) -> None:
    """The mark at the left of what is chosen: the soft fill alone is too faint to count (WCAG 1.4.11).

    The contrast themes invert the whole row instead.
    """
    if look.strong:
        return
    height = min(plate.height() - look.px(16), look.px(40))
    bar = QRectF(plate.x() + 2, plate.center().y() - height / 2, BAR_WIDTH, height)
    box(painter, bar, BAR_WIDTH / 2, fill="accent")


def selection_line(painter: QPainter, plate: QRectF) -> None:
    """The same mark for a choice among chips: a short line at the foot."""
    if look.strong:
        return
    width = look.px(16)
    line = QRectF(plate.center().x() - width / 2, plate.bottom() - 2, width, 2)
    box(painter, line, 1, fill="accent")


def text_width(text: str, font: QFont) -> float:
    """Width in pixels of one line."""
    return QFontMetricsF(font).horizontalAdvance(text)


def write(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    colour: Paint,
    align: Qt.AlignmentFlag = LEFT,
) -> float:
    """One line, cut with an ellipsis where ``rect`` ends; the width that was used."""
    room = max(0.0, rect.width())
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(text)
    if width > room:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        width = min(metrics.horizontalAdvance(text), room)
    painter.setFont(font)
    painter.setPen(as_colour(colour))
    painter.drawText(rect, int(align) | int(Qt.TextFlag.TextSingleLine), text)
    return width


def broken_lines(text: str, font: QFont, width: float, most: int) -> list[str]:
    """At most ``most`` lines of ``width`` pixels; the last is cut with an ellipsis when more would follow."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        starts.append(line.textStart())
        if len(starts) > most:
            break
    layout.endLayout()
    ends = [*starts[1:], len(text)]
    lines = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    if len(lines) > most:
        rest = text[starts[most - 1] :].replace("\n", " ")
        lines = [
            *lines[: most - 1],
            QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, max(0.0, width)),
        ]
    return lines


def write_lines(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    colour: Paint,
    *,
    most: int = 2,
    leading: float = 1.2,
) -> float:
    """Several lines from the top of ``rect``; the height that was used."""
    step = QFontMetricsF(font).height() * leading
    lines = broken_lines(text, font, rect.width(), most)
    painter.setFont(font)
    painter.setPen(as_colour(colour))
    for number, line in enumerate(lines):
        painter.drawText(QRectF(rect.x(), rect.y() + number * step, rect.width(), step), int(LEFT), line)
    return len(lines) * step


def picture(painter: QPainter, rect: QRectF, image: QPixmap, radius: float = RADIUS_CONTROL) -> None:
    """``image`` cut to the proportions of ``rect``, with rounded corners."""
    if image.isNull():
        return
    painter.save()
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    painter.setClipPath(path)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    scale = max(rect.width() / image.width(), rect.height() / image.height())
    part = QRectF(0, 0, rect.width() / scale, rect.height() / scale)
    part.moveCenter(QPointF(image.width() / 2, image.height() / 2))
    painter.drawPixmap(rect, image, part)
    painter.restore()


def pill_width(text: str, font: QFont, height: float | None = None) -> float:
    """How wide ``pill`` draws this text."""
    return max(height or look.px(20), text_width(text, font) + look.px(12))


def pill(
    painter: QPainter,
    x: float,
    middle: float,
    text: str,
    font: QFont,
    ink: Paint,
    *,
    fill: Paint | None = None,
    line: Paint | None = None,
    height: float | None = None,
) -> float:
    """A small label with round ends, from ``x`` and centred on the height ``middle``; the width that was used."""
    tall = height or look.px(20)
    rect = QRectF(x, middle - tall / 2, pill_width(text, font, height), tall)
    box(painter, rect, tall / 2, fill=fill, line=line, width=1 if line else None)
    write(painter, rect, text, font, ink, CENTRE)
    return rect.width()
