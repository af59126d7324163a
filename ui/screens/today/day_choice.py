"""A day to choose, for a task: today, tomorrow, Monday, next week, no date, or any day; shared by what asks for one."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from ui.dates import day_words
from ui.reminders.moment_button import MomentButton
from ui.widgets.buttons import Button, icon_button
from ui.widgets.day_and_time import DayField
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.surface import Rule

_MONDAY, _FRIDAY, _WEEK = 0, 4, 7
translate = QCoreApplication.translate


class OfferedDay(NamedTuple):
    """A day with its name; None means no date."""

    name: str
    day: date | None


def offered_days(today: date) -> list[OfferedDay]:
    """Today, tomorrow, Monday unless that is tomorrow, the Friday of next week, and none."""
    monday = today + timedelta(days=(_MONDAY - today.weekday()) % _WEEK or _WEEK)
    days = [
        OfferedDay(translate("DayChoice", "Today"), today),
        OfferedDay(translate("DayChoice", "Tomorrow"), today + timedelta(days=1)),
    ]
    if monday > today + timedelta(days=1):
        days.append(OfferedDay(translate("DayChoice", "On Monday"), monday))
    days.append(OfferedDay(translate("DayChoice", "Next week"), monday + timedelta(days=_FRIDAY)))
    days.append(OfferedDay(translate("DayChoice", "No date"), None))
    return days


class DayChoice(QWidget):
    """Lines to press, and a field for any other day. ``chosen`` carries a day or None; ``grown`` says that the field
    has been shown."""

    chosen = Signal(object)
    grown = Signal()

    def __init__(self, today: date, shown: date | None) -> None:
        super().__init__()
        column = Column()
        for offered in offered_days(today):
            when = _weekday(offered.day) if offered.day is not None else ""
            now = self.tr("as it is now") if offered.day == shown else ""
            line = MomentButton(offered.name, ", ".join(part for part in (when, now) if part))
            line.clicked.connect(self._choosing(offered.day))
            column.addWidget(line)
        self._field = DayField(self.tr("Another day"), shown or today + timedelta(days=1))
        earlier = icon_button("chevron-left", self.tr("One day earlier"))
        later = icon_button("chevron-right", self.tr("One day later"))
        earlier.clicked.connect(lambda: self._field.step_days(-1))
        later.clicked.connect(lambda: self._field.step_days(1))
        choose = Button(self.tr("Choose the day"), small=True)
        choose.clicked.connect(lambda: self.chosen.emit(self._field.day))
        days = Row(earlier, self._field, later, gap=4)
        days.setStretch(1, 1)
        self._fields = panel(Column(days, 8, Row(None, choose), margins=(10, 4, 10, 6)))
        self._fields.hide()
        self._more = Button(self.tr("Another day …"), "quiet", icon="calendar", small=True)
        self._more.clicked.connect(self._show_field)
        column.addWidget(panel(Column(4, Rule(), 4)))
        column.addWidget(panel(Row(self._more, None)))
        column.addWidget(self._fields)
        self.setLayout(column)

    def _choosing(self, day: date | None) -> Callable[[], None]:
        return lambda: self.chosen.emit(day)

    def _show_field(self) -> None:
        self._more.hide()
        self._fields.show()
        self.grown.emit()
        self._field.setFocus()
        self._field.setSelectedSection(DayField.Section.DaySection)


def _weekday(day: date) -> str:
    """ "tors 15": as a day is called from two days before, whatever day it is now."""
    return day_words(day, day - timedelta(days=2))
