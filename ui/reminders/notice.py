"""The notice of a reminder that rings: at the lower right of the window, until somebody does something with it.

It takes no focus and goes away by nothing but a press: F6 or its own key reach it. Several that came due while nobody
looked are one notice.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.reminders.leading import leads_somewhere
from ui.reminders.snooze_menu import fill_snooze_menu
from ui.reminders.wording import late_words
from ui.theme import RADIUS_CARD
from ui.widgets.buttons import Button, icon_button
from ui.widgets.flow import Flow
from ui.widgets.labels import IconLabel, Label, Paragraph
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.letter_keys import LetterKeys
from ui.widgets.menus import passing_menu
from ui.widgets.popover import Raised
from workplace_app.domain.reminder import Reminder

_NAMED = 3
"""Of several reminders so many are named."""


class ReminderNotice(Raised):
    """One notice, of one reminder or of several. ``open_wanted``, ``snooze_wanted``, ``done_wanted`` and
    ``close_wanted`` are for whoever keeps the reminders."""

    open_wanted = Signal()
    snooze_wanted = Signal(object)
    done_wanted = Signal()
    close_wanted = Signal()
    restyled = Signal()

    def __init__(self, window: QWidget, reminders: Sequence[Reminder], clock: Callable[[], datetime]) -> None:
        self.reminders = tuple(reminders)
        self._clock = clock
        self._now = clock()
        self.words = self._words_of()
        self._close = icon_button("close", self.tr("Close; it stays among the reminders (Esc)"))
        mark, heading = (
            IconLabel("bell", 18, "accent"),
            Label(self._heading(), "caption", "muted", digits=True, elide=True),
        )
        title = Paragraph(self.words, "strong" if len(self.reminders) == 1 else "body", leading=120)
        self._open = Button(self.tr("Open", "a reminder"), icon="enter", small=True)
        self._snooze = Button(self.tr("Snooze"), icon="later", key="S", small=True)
        self._done = Button(self.tr("Done", "a reminder"), icon="check", key="E", small=True)
        head = Row(mark, heading, self._close)
        head.setStretch(1, 1)
        said = panel(Column(title, margins=(0, 0, 8, 0)))
        column = Column(head, 2, said, 10, panel(Flow(*self._offered(), gap=6)), margins=(14, 6, 8, 12))
        super().__init__(column, window, radius=RADIUS_CARD)
        self.setAccessibleName(f"{self._heading()}: {self.words}")
        self._connect()

    def _offered(self) -> list[Button]:
        """What can be done: several are looked at in their list; the user's own words lead nowhere else."""
        if len(self.reminders) > 1:
            self._open.set_words(self.tr("Show them"))
            return [self._open]
        both = [self._snooze, self._done]
        return [self._open, *both] if leads_somewhere(self.reminders[0]) else both

    def _connect(self) -> None:
        self._close.clicked.connect(self.close_wanted)
        self._open.clicked.connect(self.open_wanted)
        self._snooze.clicked.connect(self._ask_how_long)
        self._done.clicked.connect(self.done_wanted)
        LetterKeys(self, self._letters())

    def _letters(self) -> dict[str, Callable[[], None]]:
        if len(self.reminders) > 1:
            return {}
        return {"E": self.done_wanted.emit, "S": self._ask_how_long}

    def _ask_how_long(self) -> None:
        menu = fill_snooze_menu(passing_menu(self._snooze), self._clock(), self.snooze_wanted.emit)
        menu.popup(self._snooze.mapToGlobal(QPoint(0, self._snooze.height())))

    def _heading(self) -> str:
        if len(self.reminders) == 1:
            return self.tr("Reminder, {time}").format(time=late_words(self.reminders[0], self._now))
        return self.tr("%n reminder(s) have rung", "", len(self.reminders))

    def _words_of(self) -> str:
        titles = [reminder.subject.title for reminder in self.reminders[:_NAMED]]
        if len(self.reminders) > 1:
            titles = [f"•  {title}" for title in titles]  # or one that takes two lines would look like two
        more = len(self.reminders) - len(titles)
        if more:
            titles.append(self.tr("and %n more", "", more))
        return "\n".join(titles)

    def focus_first(self) -> None:
        """Give the focus to its first button."""
        self._offered()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def restyle(self) -> None:
        """Another text size: it needs another place."""
        self.restyled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it, for whoever has gone to it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)
