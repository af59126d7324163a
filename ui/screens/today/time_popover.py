"""Asks for time of one's own in the calendar: what for, which day, from when, how long."""

from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.dates import ZONE, local
from ui.look import look
from ui.widgets.buttons import Button, icon_button
from ui.widgets.choices import Chips
from ui.widgets.day_and_time import DayField, TimeField
from ui.widgets.fields import TextField
from ui.widgets.labels import IconLabel, Label, Paragraph
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.popover import SHADOW, Popover
from ui.widgets.toast import announce
from workplace_app.domain.reminder_moments import moment_on
from workplace_app.domain.wishes import ReservedTime

WIDTH = 364
LENGTHS = (15, 30, 60, 90, 120)
"""Minutes."""
USUAL_LENGTH = 60
LONGEST_TITLE = 250
_QUARTER = timedelta(minutes=15)
_SIDE = (10, 4, 10, 4)


class TimePopover(Popover):
    """``chosen`` carries the ``ReservedTime``. It closes with the choice; Esc closes it without."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, now: datetime, title: str = "") -> None:
        self._now = now
        start = local(_next_quarter(now))
        name = self.tr("Take time in the calendar")
        self.words = TextField(self.tr("What the time is for"), self.tr("What the time is for"))
        self.words.setMaxLength(LONGEST_TITLE)
        self.words.setText(title)
        self.words.setCursorPosition(0)
        self.day = DayField(self.tr("Day"), start.date())
        self.clock = TimeField(self.tr("From"), start.time())
        choices = [(minutes, self.tr("%n min", "", minutes)) for minutes in LENGTHS]
        self.length = Chips(self.tr("How long"), choices, USUAL_LENGTH)
        earlier = icon_button("chevron-left", self.tr("One day earlier"))
        later = icon_button("chevron-right", self.tr("One day later"))
        earlier.clicked.connect(lambda: self.day.step_days(-1))
        later.clicked.connect(lambda: self.day.step_days(1))
        self._problem = Paragraph("", "caption", "danger", leading=125)
        self._problem.hide()
        self.take = Button(self.tr("Take the time"), "primary", small=True)
        self.take.clicked.connect(self._choose)
        self.words.returnPressed.connect(self._choose)
        days = Row(earlier, self.day, later, self.clock, gap=4, margins=_SIDE)
        days.setStretch(1, 1)
        column = Column(
            Row(IconLabel("calendar", 18, "accent"), Label(name, "strong"), None, margins=_SIDE),
            panel(Row(self.words, margins=_SIDE)),
            panel(days),
            panel(Row(self.length, None, margins=_SIDE)),
            panel(Row(self._problem, margins=_SIDE)),
            panel(Row(None, self.take, margins=_SIDE)),
            margins=(6, 6, 6, 6),
        )
        super().__init__(column, parent, name=name)
        self.setFixedWidth(look.px(WIDTH) + 2 * SHADOW)

    def _choose(self) -> None:
        title = " ".join(self.words.text().split())
        if not title:
            self._refuse(self.tr("Write what the time is for."), self.words)
            return
        start = moment_on(self.day.day, self.clock.clock, ZONE)
        end = start + timedelta(minutes=self.length.chosen)
        if end <= self._now:
            self._refuse(self.tr("That time has passed. Choose a later one."), self.clock)
            return
        self.close()
        self.chosen.emit(ReservedTime(title, start, end))

    def _refuse(self, words: str, field: QWidget) -> None:
        self._problem.set_words(words)
        self._problem.show()
        self.adjustSize()
        field.setFocus()
        announce(self, words)


def _next_quarter(now: datetime) -> datetime:
    """The next moment at which a quarter of an hour begins."""
    past = timedelta(minutes=now.minute % 15, seconds=now.second, microseconds=now.microsecond)
    return now - past + _QUARTER
