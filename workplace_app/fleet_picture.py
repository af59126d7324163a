"""Draws a simulated fleet's day: one curve for each service that is asked all day, with its limits and its failures."""

import os
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPen, QPolygonF

from sync.fleet.limits import Count
from sync.fleet.report import ALL, FleetReport, LaneReport
from ui.look import look
from ui.theme import CARD_GAP, LIGHT, PAGE_MARGIN, RADIUS_CARD, TypeRole
from workplace_app.domain.frozen import frozen
from workplace_app.fleet_words import NAMES, clock

SHOWN = (ALL, "outlook", "planner", "sharepoint", "teams:messages")
"""From the top. The CMS and the public pages are as even as Planner; what is asked once a day would be a flat line."""
_WIDTH, _PANEL, _HEAD, _FOOT = 1400, 216, 108, 44
_LEFT, _RIGHT, _TOP, _BOTTOM = 84, 190, 38, 14
_TICKS = 4


@frozen
class Panel:
    """One curve: a value for each minute, and lines across, each with its words and the role of its colour."""

    title: str
    values: Sequence[int]
    lines: tuple[tuple[float, str, str], ...]
    lane: str


def draw_fleet(report: FleetReport, path: Path) -> None:
    """Write the picture as PNG. Raises ``OSError`` when the file cannot be written."""
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _keep.append(QGuiApplication([]))
    panels = [_panel(lane) for name in SHOWN for lane in report.lanes if lane.lane == name]
    image = QImage(_WIDTH, _HEAD + len(panels) * (_PANEL + CARD_GAP) + _FOOT, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.canvas))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        _head(painter, report)
        for number, panel in enumerate(panels):
            _draw_panel(painter, report, panel, _HEAD + number * (_PANEL + CARD_GAP))
        _foot(painter, report, image.height() - _FOOT)
    finally:
        painter.end()
    if not image.save(str(path), "PNG"):  # type: ignore[call-overload]
        raise OSError(None, "the picture cannot be written", str(path))


_keep: list[QGuiApplication] = []
"""Qt's application lives until the program ends."""


def _panel(lane: LaneReport) -> Panel:
    title = f"{NAMES[lane.lane]}: requests a minute"
    lines: list[tuple[float, str, str]] = []
    values: Sequence[int] = lane.requests
    if lane.lane == "sharepoint":
        title, values = f"{NAMES[lane.lane]}: resource units a minute", lane.units
    elif lane.steady:
        lines += [(lane.steady, "steady", "muted"), (lane.steady * 2, "twice the steady", "warning")]
    for limit, _used in lane.limits:
        if limit.seconds <= 60 and (limit.count is Count.UNITS) == (lane.lane == "sharepoint"):
            lines.append((limit.most * 60 / limit.seconds, "Microsoft's limit", "danger"))
    return Panel(title, values, tuple(lines), lane.lane)


def _head(painter: QPainter, report: FleetReport) -> None:
    title = f"{report.day.clients:,} clients on a hard working day"
    _text(painter, QRectF(PAGE_MARGIN, 20, _WIDTH, 34), title, "heading")
    kept = "Every promise was kept." if report.held else "Promises were broken; the table says which."
    words = f"{kept} Simulated with the program's own schedule, seed {report.day.seed}. No minute is smoothed."
    _text(painter, QRectF(PAGE_MARGIN, 58, _WIDTH - 2 * PAGE_MARGIN, 22), words, "body", LIGHT.muted)
    left = float(PAGE_MARGIN)
    for colour, words in (
        (LIGHT.accent, "what the fleet asks"),
        (LIGHT.muted, "steady: each feed once in its interval"),
        (LIGHT.warning, "twice the steady"),
        (LIGHT.danger, "Microsoft's limit"),
    ):
        pen = QPen(QColor(colour), 2)
        if colour != LIGHT.accent:
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawLine(QLineF(left, 93, left + 26, 93))
        left += 34 + _text(painter, QRectF(left + 34, 82, 400, 22), words, "caption") + 24
    painter.fillRect(QRectF(left, 86, 26, 14), QColor(LIGHT.warning_soft))
    painter.setPen(QPen(QColor(LIGHT.outline), 1))
    painter.drawRect(QRectF(left, 86, 26, 14))
    _text(painter, QRectF(left + 34, 82, 400, 22), "fails", "caption")


def _draw_panel(painter: QPainter, report: FleetReport, panel: Panel, top: int) -> None:
    card = QRectF(PAGE_MARGIN, top, _WIDTH - 2 * PAGE_MARGIN, _PANEL)
    painter.setPen(QPen(QColor(LIGHT.outline), 1))
    painter.setBrush(QColor(LIGHT.surface))
    painter.drawRoundedRect(card, RADIUS_CARD, RADIUS_CARD)
    plot = card.adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM - 20)
    _text(painter, QRectF(card.left() + 16, top + 8, 700, 24), panel.title, "subtitle")
    minutes = max(len(panel.values), 1)
    highest, step = _scale(max([*panel.values, *(value for value, _, _ in panel.lines), 1]))
    _draw_troubles(painter, report, panel, plot, minutes)
    for tick in range(round(highest / step) + 1):
        height = plot.bottom() - plot.height() * tick * step / highest
        painter.setPen(QPen(QColor(LIGHT.line), 1))
        painter.drawLine(QLineF(plot.left(), height, plot.right(), height))
        place = QRectF(card.left(), height - 10, _LEFT - 8, 20)
        _text(painter, place, f"{tick * step:,.0f}", "caption", LIGHT.muted, right=True)
    for minute in range(30, minutes, 60 if minutes < 900 else 180):
        across = plot.left() + plot.width() * minute / minutes
        painter.setPen(QPen(QColor(LIGHT.line), 1))
        painter.drawLine(QLineF(across, plot.bottom(), across, plot.bottom() + 5))
        place = QRectF(across - 30, plot.bottom() + 5, 60, 18)
        _text(painter, place, clock(report, minute), "caption", LIGHT.muted, middle=True)
    _draw_lines(painter, panel, plot, highest)
    curve = QPolygonF(
        [
            QPointF(plot.left() + plot.width() * minute / minutes, plot.bottom() - plot.height() * value / highest)
            for minute, value in enumerate(panel.values)
        ]
    )
    painter.setPen(QPen(QColor(LIGHT.accent), 1.6))
    painter.drawPolyline(curve)


def _draw_troubles(painter: QPainter, report: FleetReport, panel: Panel, plot: QRectF, minutes: int) -> None:
    """What failed when, as a shade behind the curve; those that overlap are named together where the first begins."""
    service = panel.lane.partition(":")[0]
    named: list[tuple[float, float, list[str]]] = []
    for trouble in sorted(report.day.troubles, key=lambda each: each.begins):
        begins, ends = (min(span / timedelta(minutes=minutes), 1.0) for span in (trouble.begins, trouble.ends))
        if begins >= 1 or (panel.lane != ALL and trouble.service not in (service, None)):
            continue
        shade = QRectF(plot.left() + plot.width() * begins, plot.top(), plot.width() * (ends - begins), plot.height())
        painter.fillRect(shade, QColor(LIGHT.warning_soft))
        words = "network" if trouble.service is None else NAMES[trouble.service].partition(" and")[0]
        if named and begins < named[-1][1]:
            named[-1] = (named[-1][0], max(ends, named[-1][1]), [*named[-1][2], words])
        else:
            named.append((begins, ends, [words]))
    for begins, _ends, services in named:
        place = QRectF(plot.left() + plot.width() * begins, plot.top() - 20, 400, 18)
        _text(painter, place, ", ".join(services), "caption", LIGHT.warning)


def _draw_lines(painter: QPainter, panel: Panel, plot: QRectF, highest: float) -> None:
    for value, words, role in panel.lines:
        colour = getattr(LIGHT, role)
        height = plot.bottom() - plot.height() * value / highest
        pen = QPen(QColor(colour), 1.4)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawLine(QLineF(plot.left(), height, plot.right(), height))
        place = QRectF(plot.right() + 8, height - 10, _RIGHT - 12, 20)
        _text(painter, place, f"{words} {value:,.0f}", "caption", colour)


def _foot(painter: QPainter, report: FleetReport, top: int) -> None:
    told, early = report.told_to_wait, report.asked_too_early
    words = f"Told to wait {told:,} times; asked too early {early:,} times. Times are those of one working day."
    _text(painter, QRectF(PAGE_MARGIN, top, _WIDTH - 2 * PAGE_MARGIN, 22), words, "caption", LIGHT.muted)


def _scale(most: float) -> tuple[float, float]:
    """A round number above the highest value, and the step of the lines below it."""
    magnitude = 10.0 ** (len(str(int(most))) - 1)
    step = next(
        part * magnitude / 10 for part in (1, 2, 2.5, 5, 10, 20, 25) if part * magnitude / 10 * _TICKS >= most * 1.02
    )
    return step * _TICKS, step


def _text(
    painter: QPainter,
    place: QRectF,
    words: str,
    role: TypeRole,
    colour: str = LIGHT.text,
    *,
    right: bool = False,
    middle: bool = False,
) -> float:
    """Draw one line of text and give back its width in pixels."""
    painter.setFont(look.font(role))
    painter.setPen(QColor(colour))
    across = Qt.AlignmentFlag.AlignLeft
    if right or middle:
        across = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignHCenter
    drawn = painter.drawText(place, int(across | Qt.AlignmentFlag.AlignVCenter), words)
    return painter.fontMetrics().horizontalAdvance(words) if drawn is None else drawn.width()
