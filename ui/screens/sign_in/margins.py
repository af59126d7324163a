"""Air at the sides of a half of the page, less of it in a narrow window."""

from PySide6.QtWidgets import QLayout, QWidget

from ui.look import look
from ui.widgets.layouts import Row, panel


class SideMargins(Row):
    """Holds ``content`` between two margins of equal width."""

    def __init__(self, content: QLayout, width: int) -> None:
        self._sides = (QWidget(), QWidget())
        self._side = width
        super().__init__(self._sides[0], panel(content), self._sides[1], gap=0)
        self.setStretch(1, 1)
        self.restyle()

    def set_side(self, width: int) -> None:
        """Take another width, in pixels at 100 % text."""
        self._side = width
        self.restyle()

    def restyle(self) -> None:
        """Take the air that the text size asks for."""
        super().restyle()
        for side in self._sides:
            side.setFixedWidth(look.gap(self._side))
