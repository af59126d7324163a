"""Filled areas and the lines between them."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from ui.look import look
from ui.paint import box
from ui.theme import ColourRole


class Surface(QWidget):
    """An area filled with a colour role, with round corners and an outline when asked for."""

    def __init__(
        self,
        fill: ColourRole = "surface",
        *,
        radius: int = 0,
        line: ColourRole | None = None,
        layout: QLayout | None = None,
    ) -> None:
        super().__init__()
        self._area_fill: ColourRole = fill
        self._area_line: ColourRole | None = line
        self._area_radius = radius
        self._outline_only_when_strong = False
        if layout is not None:
            self.setLayout(layout)

    def set_fill(self, fill: ColourRole, line: ColourRole | None = None) -> None:
        """Take another colour and outline."""
        self._area_fill, self._area_line = fill, line
        self.update()

    def outline_only_when_strong(self) -> None:
        """For a tinted plate: the contrast themes have no tints, so there the outline makes it."""
        self._outline_only_when_strong = True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the area."""
        painter = QPainter(self)
        if not self._area_radius and self._area_line is None:
            painter.fillRect(event.rect(), look.colour(self._area_fill))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lined = self._area_line is not None and (look.strong or not self._outline_only_when_strong)
        line = look.colour(self._area_line) if self._area_line and lined else None
        box(painter, QRectF(self.rect()), self._area_radius, fill=look.colour(self._area_fill), line=line)


class Rule(QFrame):
    """A separating line, level or upright."""

    def __init__(self, *, upright: bool = False) -> None:
        super().__init__()
        self._upright = upright
        self.restyle()

    def restyle(self) -> None:
        """Take the width of lines from the look."""
        if self._upright:
            self.setFixedWidth(look.line_width)
        else:
            self.setFixedHeight(look.line_width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        QPainter(self).fillRect(event.rect(), look.colour("line"))
