"""A new task of the user's own: asks for a title and a day, and files it for To Do."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.commands import Command
from ui.dates import day_and_month, local
from ui.drafts import KEPT_AFTER_MS, NEW_TASK_DRAFT
from ui.look import look
from ui.screen import ScreenContext
from ui.taking_back import undo_wish
from ui.widgets.buttons import Button
from ui.widgets.choices import Chips
from ui.widgets.day_and_time import DayField
from ui.widgets.fields import TextField
from ui.widgets.labels import IconLabel, Label, Paragraph
from ui.widgets.layouts import Column, Row
from ui.widgets.popover import SHADOW, Popover
from ui.widgets.toast import announce
from workplace_app.domain.draft import Draft
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.wishes import LONGEST_TASK_TITLE, task_of
from workplace_app.store.drafts import Drafts
from workplace_app.store.outbox_filing import file_intent
from workplace_app.store.outbox_undo import Undone

WIDTH = 400
_WHOLE_WORDS_FROM = 900
"""The effective width of the window below which the button says "New"."""
TO_DO = "todo:"
"""The usual list of To Do (``domain/intent.py``)."""
_NONE, _TODAY, _TOMORROW, _OTHER = "none", "today", "tomorrow", "other"


class NewTaskPopover(Popover):
    """``written`` carries the title and the day (None for none). Esc closes it and keeps the title."""

    written = Signal(str, object)

    def __init__(self, parent: QWidget, today: date, drafts: Drafts) -> None:
        name = self.tr("New task")
        self._today, self._drafts = today, drafts
        self._title = TextField(self.tr("What is to be done"), self.tr("What is to be done"))
        kept = " ".join(drafts.text(NEW_TASK_DRAFT).split())
        self._title.setMaxLength(max(LONGEST_TASK_TITLE, len(kept)))  # the field would cut off what is kept
        self._title.setText(kept)
        self._day = DayField(self.tr("Another day"), today + timedelta(days=2))
        self._day.hide()
        choices = [
            (_NONE, self.tr("No date")),
            (_TODAY, self.tr("Today", "last day")),
            (_TOMORROW, self.tr("Tomorrow")),
            (_OTHER, self.tr("Another day")),
        ]
        self._when = Chips(self.tr("Last day"), choices, _NONE)
        self._save = Button(self.tr("Save the task"), "primary", icon="check", key="Enter", small=True)
        self._problem = Paragraph("", "caption", "danger")
        self._problem.hide()
        super().__init__(self._layout_of(name), parent, name=name)
        self.setMinimumWidth(look.px(WIDTH) + 2 * SHADOW)
        self._soon = QTimer(self, singleShot=True, interval=KEPT_AFTER_MS)
        self._soon.timeout.connect(self._keep)
        self._title.textChanged.connect(lambda _text: self._soon.start())
        self._title.returnPressed.connect(self._write)
        self._save.clicked.connect(self._write)
        self._when.changed.connect(self._choose_when)

    def _layout_of(self, name: str) -> Column:
        return Column(
            Row(IconLabel("plus", 18, "accent"), Label(name, "strong"), None),
            8,
            self._title,
            self._problem,
            8,
            Label(self.tr("Last day"), "caption", "muted"),
            4,
            self._when,
            self._day,
            12,
            Row(Label(self.tr("Is kept in To Do"), "caption", "muted"), None, self._save),
            margins=(16, 12, 16, 12),
        )

    def _choose_when(self, when: object) -> None:
        self._day.setVisible(when == _OTHER)
        self.adjustSize()
        if when == _OTHER:
            self._day.setFocus()

    def _chosen_day(self) -> date | None:
        days = {_TODAY: self._today, _TOMORROW: self._today + timedelta(days=1), _OTHER: self._day.day}
        return days.get(str(self._when.chosen))

    def _keep(self) -> None:
        self._drafts.keep(NEW_TASK_DRAFT, self._title.text())

    def _write(self) -> None:
        title = " ".join(self._title.text().split())
        if not title:
            words = self.tr("Write what is to be done.")
            self._problem.set_words(words)
            self._problem.show()
            self.adjustSize()
            self._title.setFocus()
            announce(self, words)
            return
        self._soon.stop()
        self._keep()
        self.written.emit(title, self._chosen_day())
        if not self._drafts.text(NEW_TASK_DRAFT):  # filed; else the words stay where they were written
            self._title.clear()
            self.close()

    def closeEvent(self, event: object) -> None:
        """A title that was begun is there when it is opened again."""
        self._soon.stop()
        self._keep()
        super().closeEvent(event)  # type: ignore[arg-type]


class NewTasks(QObject):
    """Asks and files. ``changed`` is called when there is a task more, or less."""

    def __init__(self, context: ScreenContext, parent: QWidget, changed: Callable[[], None]) -> None:
        super().__init__(parent)
        self._context, self._parent, self._changed = context, parent, changed
        self._buttons: list[Button] = []

    def make_button(self) -> Button:
        """A button that asks, for the head of a page."""
        button = Button(self.tr("New task"), icon="plus", tip=self.tr("New task (Ctrl+N)"))
        button.clicked.connect(lambda: self.ask(button))
        self._buttons.append(button)
        return button

    def set_effective_width(self, width: float) -> None:
        """In a narrow window the buttons say less."""
        words = self.tr("New task") if width >= _WHOLE_WORDS_FROM else self.tr("New")
        for button in self._buttons:
            button.set_words(words, self.tr("New task (Ctrl+N)"))

    def command(self) -> Command:
        """The same by key."""
        return Command("today.new_task", self.tr("New task"), self._ask_by_key, "Ctrl+N", "plus")

    def _ask_by_key(self) -> None:
        self.ask(next((each for each in self._buttons if each.isVisible()), self._buttons[0]))

    def ask(self, opener: QWidget) -> NewTaskPopover:
        """Open it below a widget."""
        today = local(self._context.clock()).date()
        popover = NewTaskPopover(self._parent, today, Drafts(self._context.connection))
        popover.written.connect(self.file)
        popover.show_below(opener)
        return popover

    def file(self, title: str, due: date | None) -> None:
        """Put it in the outbox; it is among the tasks at once."""
        context = self._context
        wish, now = task_of(title, due), context.clock()
        intent = file_intent(
            context.connection, IntentKind.CREATE_TASK, TO_DO, now, wish, about=wish.title, draft=NEW_TASK_DRAFT
        )
        context.requests.refresh(frozenset())
        words = self.tr("The task is saved.")
        if due is not None:
            words = self.tr("The task is saved, with {day} as its last day.").format(day=day_and_month(due))
        context.shell.say(words, icon="check-circle", undo=partial(self._undo, intent.id, title))
        self._done()

    def _undo(self, intent_id: str, title: str) -> None:
        context = self._context
        undone = undo_wish(context, intent_id, Draft(NEW_TASK_DRAFT, title))
        if undone is Undone.OPPOSITE_FILED:
            context.shell.say(self.tr("The task was already in To Do. It is ticked off there."), icon="check-circle")
        elif undone is Undone.TOO_LATE:
            context.shell.say(self.tr("The task is on its way to To Do. Tick it off when it is there."), icon="info")
        self._done()

    def _done(self) -> None:
        self._changed()
        self._context.shell.update_numbers()
