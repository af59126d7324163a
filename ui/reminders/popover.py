"""Asks when the user wants to be reminded: five moments with their clock times, or a day and a time."""

from datetime import date, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.dates import ZONE, local
from ui.look import look
from ui.reminders.moment_button import MomentButton
from ui.reminders.moment_names import moment_name
from ui.reminders.wording import short_moment
from ui.widgets.buttons import Button, icon_button
from ui.widgets.day_and_time import DayField, TimeField
from ui.widgets.fields import TextField
from ui.widgets.labels import IconLabel, Label, Paragraph
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.popover import SHADOW, Popover
from ui.widgets.surface import Rule
from ui.widgets.toast import announce
from workplace_app.domain.reminder import LONGEST_TITLE, Reminder, ReminderKind, ReminderSubject, plain_title
from workplace_app.domain.reminder_moments import MORNING, moment_on, offered_moments

WIDTH = 312
_SIDE = (10, 0, 10, 0)


class RemindPopover(Popover):
    """``chosen`` carries the moment and the words, which the user may write when there is no ``subject`` or when a
    ``reminder`` is changed. It closes with the choice; Esc closes it without."""

    chosen = Signal(object, str)

    def __init__(
        self,
        parent: QWidget,
        now: datetime,
        *,
        subject: ReminderSubject | None = None,
        reminder: Reminder | None = None,
    ) -> None:
        self._now = now
        self._reminder = reminder
        about = reminder.subject if reminder is not None else subject
        self._text: TextField | None = None
        name = self.tr("Change the reminder") if reminder is not None else self.tr("Remind me")
        head = Row(IconLabel("bell", 18, "accent"), Label(name, "strong"), None, margins=(10, 4, 10, 4))
        column = Column(head, margins=(6, 6, 6, 6))
        if subject is not None:
            column.addWidget(
                panel(Row(Label(plain_title(subject.title), "caption", "muted", elide=True), margins=_SIDE))
            )
            column.addSpacing(look.gap(4))
        else:
            column.addWidget(self._text_line(reminder.subject.title if reminder is not None else ""))
        kind, last_day = (about.kind, about.last_day) if about is not None else (ReminderKind.TEXT, None)
        for moment in offered_moments(now, ZONE, last_day):
            line = MomentButton(moment_name(moment.kind, kind), short_moment(moment.at, now))
            line.clicked.connect(lambda _=False, at=moment.at: self._choose(at))
            column.addWidget(line)
        self._problem = Paragraph("", "caption", "danger", leading=125)
        self._problem_line = panel(Row(self._problem, margins=(10, 4, 10, 0)))
        self._problem_line.hide()
        self._fields = self._day_and_time(reminder)
        self._more = Button(self.tr("Choose day and time"), "quiet", icon="calendar", small=True)
        self._more.clicked.connect(self._show_fields)
        self._more_line = panel(Row(self._more, None))
        for part in (self._problem_line, panel(Column(4, Rule(), 4)), self._more_line, self._fields):
            column.addWidget(part)
        super().__init__(column, parent, name=name)
        self.setFixedWidth(look.px(WIDTH) + 2 * SHADOW)
        self._fields.setVisible(reminder is not None)
        self._more_line.setVisible(reminder is None)

    def _text_line(self, words: str) -> QWidget:
        field = self._text = TextField(self.tr("What you want to be reminded of"), self.tr("Remind me of …"))
        field.setMaxLength(LONGEST_TITLE)
        field.setText(words)
        field.setCursorPosition(0)
        return panel(Row(field, margins=(10, 4, 10, 6)))

    def _day_and_time(self, reminder: Reminder | None) -> QWidget:
        at = local(reminder.at) if reminder is not None and reminder.at > self._now else None
        day, clock = (at.date(), at.time()) if at is not None else self._first_proposal()
        self._day, self._clock = DayField(self.tr("Day"), day), TimeField(self.tr("Time"), clock)
        self._shown_first = self._day.day, self._clock.clock
        earlier = icon_button("chevron-left", self.tr("One day earlier"))
        later = icon_button("chevron-right", self.tr("One day later"))
        earlier.clicked.connect(lambda: self._day.step_days(-1))
        later.clicked.connect(lambda: self._day.step_days(1))
        words = self.tr("Save") if reminder is not None else self.tr("Remind me")
        choose = Button(words, "primary", small=True)
        choose.clicked.connect(self._choose_fields)
        days = Row(earlier, self._day, later, self._clock, gap=4)
        days.setStretch(1, 1)
        return panel(Column(days, 8, Row(None, choose), margins=(10, 4, 10, 6)))

    def _first_proposal(self) -> tuple[date, time]:
        """Tomorrow morning: what one leaves as it is should not ring at once."""
        tomorrow = date.fromordinal(local(self._now).toordinal() + 1)
        return tomorrow, MORNING

    def _show_fields(self) -> None:
        self._more_line.hide()
        self._fields.show()
        self.adjustSize()
        self._keep_on_screen()
        self._day.setFocus()

    def _keep_on_screen(self) -> None:
        room = self.screen().availableGeometry()
        over = self.geometry().bottom() - SHADOW - room.bottom()
        if over > 0:
            self.move(self.x(), self.y() - over)

    # Choosing

    def _choose_fields(self) -> None:
        chosen = self._day.day, self._clock.clock
        if self._reminder is not None and chosen == self._shown_first:
            self._choose(self._reminder.at)  # only the words are another
            return
        at = moment_on(*chosen, ZONE)
        if at <= self._now:
            self._refuse(self.tr("That time has passed. Choose a later one."), self._clock)
            return
        self._choose(at)

    def _choose(self, at: datetime) -> None:
        words = plain_title(self._text.text()) if self._text is not None else ""
        if self._text is not None and not words:
            self._refuse(self.tr("Write what you want to be reminded of."), self._text)
            return
        self.close()
        self.chosen.emit(at, words)

    def _refuse(self, words: str, field: QWidget) -> None:
        self._problem.set_words(words)
        self._problem_line.show()
        self.adjustSize()
        field.setFocus()
        announce(self, words)
