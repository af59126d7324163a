"""Asks for another last day of a task, below its row."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.look import look
from ui.screens.today.day_choice import DayChoice
from ui.widgets.labels import IconLabel, Label
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.popover import SHADOW, Popover

WIDTH = 300


class DuePopover(Popover):
    """``chosen`` carries the day, None for no date. It closes with the choice; Esc closes it without."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, title: str, today: date, shown: date | None) -> None:
        name = self.tr("Change the date")
        days = DayChoice(today, shown)
        days.chosen.connect(self._choose)
        days.grown.connect(self.adjustSize)
        column = Column(
            Row(IconLabel("calendar", 18, "accent"), Label(name, "strong"), None, margins=(10, 4, 10, 4)),
            panel(Row(Label(title, "caption", "muted", elide=True), margins=(10, 0, 10, 4))),
            days,
            margins=(6, 6, 6, 6),
        )
        super().__init__(column, parent, name=name)
        self.setFixedWidth(look.px(WIDTH) + 2 * SHADOW)

    def _choose(self, day: date | None) -> None:
        self.close()
        self.chosen.emit(day)
