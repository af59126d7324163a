"""Layouts written in one line, whose air follows the text size."""

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from ui.look import look

Item = QWidget | QLayout | int | None
"""What a layout is filled with: a number is air in pixels, None is a spring."""
Margins = tuple[int, int, int, int]
"""Left, top, right, bottom."""
NO_MARGINS: Margins = (0, 0, 0, 0)


class _Air:
    """The lengths of one layout as they were designed at 100 %; ``apply_to`` sets them for the size that holds."""

    def __init__(self, gap: int, margins: Margins, *, upright: bool) -> None:
        self.upright = upright
        self.gap = gap
        self.margins = margins
        self.spacers: list[tuple[QSpacerItem, int]] = []

    def fill(self, layout: QBoxLayout, items: tuple[Item, ...]) -> None:
        for item in items:
            if item is None:
                layout.addStretch(1)
            elif isinstance(item, int):
                # Made here and not by ``addSpacing``: PySide is not told when Qt deletes what Qt has made, and what is
                # asked for with ``itemAt`` may then be the remains of another page's air at the same address.
                spacer = QSpacerItem(0, 0)
                self._stretch(spacer, item)
                self.spacers.append((spacer, item))
                layout.addItem(spacer)
            elif isinstance(item, QLayout):
                layout.addLayout(item)
            else:
                layout.addWidget(item)
        self.apply_to(layout)

    def apply_to(self, layout: QBoxLayout) -> None:
        layout.setSpacing(look.gap(self.gap))
        layout.setContentsMargins(QMargins(*(look.gap(side) for side in self.margins)))

    def resize_spacers(self) -> None:
        for spacer, length in self.spacers:
            self._stretch(spacer, length)

    def _stretch(self, spacer: QSpacerItem, length: int) -> None:
        """Exactly so long: air that may grow would share the room that is left with what is to fill it."""
        air, fixed, free = look.gap(length), QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum
        if self.upright:
            spacer.changeSize(0, air, free, fixed)
        else:
            spacer.changeSize(air, 0, fixed, free)


class Column(QVBoxLayout):
    """Items under each other."""

    def __init__(self, *items: Item, gap: int = 0, margins: Margins = NO_MARGINS) -> None:
        super().__init__()
        self._air = _Air(gap, margins, upright=True)
        self._air.fill(self, items)

    def restyle(self) -> None:
        """Take the air that the text size asks for."""
        self._air.resize_spacers()
        self._air.apply_to(self)


class Row(QHBoxLayout):
    """Items beside each other, 8 px apart unless told."""

    def __init__(self, *items: Item, gap: int = 8, margins: Margins = NO_MARGINS) -> None:
        super().__init__()
        self._air = _Air(gap, margins, upright=False)
        self._air.fill(self, items)

    def restyle(self) -> None:
        """Take the air that the text size asks for."""
        self._air.resize_spacers()
        self._air.apply_to(self)


def panel(layout: QLayout) -> QWidget:
    """A plain widget that holds a layout."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget
