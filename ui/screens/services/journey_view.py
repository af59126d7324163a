"""A journey as numbered nodes on a line: where one is, what is optional, what must come first."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.look import look
from ui.paint import CENTRE, box, focus_ring, pill, pill_width, write
from ui.restyling import take_leave
from ui.theme import RADIUS_CONTROL, ColourRole, Weight
from ui.widgets.buttons import PaintedButton
from ui.widgets.tool_tips import plain_tip
from workplace_app.domain.journey import Journey, JourneyStep

_NODE = 24
_INDENT = 46


class StepRow(PaintedButton):
    """One step. Pressing it shows its service; a step without one cannot be pressed."""

    def __init__(self, step: JourneyStep, *, here: bool, first: bool, last: bool) -> None:
        super().__init__()
        self._step = step
        self._here, self._first, self._last = here, first, last
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setEnabled(step.service_id is not None)
        self._under = self._words()
        state = self.tr("You are here") if here else ""
        self.setAccessibleName(", ".join(part for part in (str(step.number), step.title, state, self._under) if part))
        self.setToolTip(plain_tip(f"{step.title}\n{self._under}" if self._under else step.title))

    def _words(self) -> str:
        parts = [self.tr("Optional")] if self._step.optional else []
        if self._step.requires:
            numbers = ", ".join(str(number) for number in self._step.requires)
            parts.append(self.tr("Needs step {numbers}").format(numbers=numbers))
        if self._step.note:
            parts.append(self._step.note[:1].upper() + self._step.note[1:])
        return "  ·  ".join(parts)

    def sizeHint(self) -> QSize:
        """One line, or two."""
        second = look.text_height("caption") + look.gap(2) if self._under else 0
        return QSize(look.px(300), round(look.text_height() + second + look.gap(11)))

    def minimumSizeHint(self) -> QSize:
        """The words may be cut; the tool tip has them whole."""
        return QSize(look.px(160), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint plate, line, node and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self._here:
            box(painter, rect, RADIUS_CONTROL, fill="selected")
        elif self.isEnabled() and self.underMouse():
            box(painter, rect, RADIUS_CONTROL, fill="hover")
        if self.shows_focus:
            focus_ring(painter, rect)
        self._paint_node(painter, rect)
        ink: ColourRole = "on_selected" if self._here else "text"
        x = rect.x() + look.px(_INDENT)
        line = QRectF(x, rect.y() + look.gap(5), rect.width() - look.px(_INDENT) - look.gap(8), look.text_height())
        font = look.font("body", Weight.SEMIBOLD if self._here else Weight.NORMAL)
        words = self.tr("You are here")
        room = line
        if self._here:
            room = line.adjusted(0, 0, -pill_width(words, look.font("caption")) - look.gap(12), 0)
        used = write(painter, room, self._step.title, font, ink)
        if self._here:
            caption = look.font("caption", Weight.SEMIBOLD)
            pill(painter, x + used + look.gap(10), line.center().y(), words, caption, "on_accent", fill="accent")
        below = QRectF(x, line.bottom() + look.gap(2), line.width(), look.text_height("caption"))
        write(painter, below, self._under, look.font("caption"), "on_selected" if self._here else "muted")

    def _paint_node(self, painter: QPainter, rect: QRectF) -> None:
        side = look.px(_NODE)
        node = QRectF(rect.x() + look.px(10), rect.y() + look.gap(4), side, side)
        painter.setPen(QPen(look.colour("outline"), 2))
        middle = node.center().x()
        if not self._first:
            painter.drawLine(QPointF(middle, rect.y()), QPointF(middle, node.y()))
        if not self._last:
            painter.drawLine(QPointF(middle, node.bottom()), QPointF(middle, rect.bottom()))
        font = look.font("caption", Weight.SEMIBOLD, digits=True)
        if self._here:
            box(painter, node, side / 2, fill="accent")
            write(painter, node, str(self._step.number), font, "on_accent", CENTRE)
            return
        box(painter, node, side / 2, fill="surface", line="edge", width=1.5, dashed=self._step.optional)
        write(painter, node, str(self._step.number), font, "text", CENTRE)


class JourneyView(QWidget):
    """The steps of one journey; ``service_wanted`` carries the id of a step's service."""

    service_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_journey(self, journey: Journey, here: str = "") -> None:
        """Show a journey; ``here`` is the id of the service from which one looks at it."""
        while (item := self._layout.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                take_leave(widget)
        self.setAccessibleName(self.tr("Journey: {title}").format(title=journey.title))
        # A service that serves several steps is where one begins with it: nobody is in two places.
        place = next((at for at, step in enumerate(journey.steps) if here and step.service_id == here), -1)
        for number, step in enumerate(journey.steps):
            first, last = number == 0, number == len(journey.steps) - 1
            row = StepRow(step, here=number == place, first=first, last=last)
            row.clicked.connect(lambda _=False, wanted=step.service_id: self.service_wanted.emit(wanted or ""))
            row.setCursor(Qt.CursorShape.PointingHandCursor if row.isEnabled() else Qt.CursorShape.ArrowCursor)
            self._layout.addWidget(row)
