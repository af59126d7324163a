"""What can be done with the tasks of a list: by key and in the menu of the row, the same on the card and in the list of
all tasks."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QApplication

from ui.icons import icon
from ui.models.task_model import TaskModel, TaskRow
from ui.places import OUTBOX
from ui.reminders.subjects import of_task
from ui.screen import ScreenContext
from ui.screens.outbox.conflict_view import open_conflict
from ui.screens.today.task_ticking import TaskTicking
from ui.screens.today.task_wishes import TaskWishes
from ui.screens.today.time_taking import ask_for_time
from ui.taking_back import take_back
from ui.widgets.menus import passing_menu
from ui.widgets.row_list import RowList
from ui.widgets.task_delegate import CHECK_BOX
from workplace_app.domain.intent import Intent, IntentState
from workplace_app.domain.task import TaskSource
from workplace_app.store.outbox_filing import as_it_was
from workplace_app.store.outbox_reader import intent
from workplace_app.store.task_reader import task


class TaskActs(QObject):
    """Space or a press on the box ticks, D asks for another date, C for a comment, Enter opens the task where it is
    kept. ``read_again`` is called when what has been done has stayed in its place long enough; until then the list is
    not to be read, since nothing may move."""

    def __init__(self, context: ScreenContext, rows: RowList, model: TaskModel, read_again: Callable[[], None]) -> None:
        super().__init__(rows)
        self._context, self._rows = context, rows
        self.ticking = TaskTicking(context, rows, model, read_again)
        self.wishes = TaskWishes(context, rows, model, self.ticking.linger, self.ticking.leave)
        rows.bind("Space", lambda: self._with_current(self.ticking.toggle))
        rows.bind("Delete", lambda: self._with_current(self._take_back))
        rows.bind("D", lambda: self._with_current(self.change_due))
        rows.bind("C", lambda: self._with_current(self.comment))
        rows.bind("Ctrl+Return", lambda: self._with_current(self._open))
        rows.opened.connect(self._open)
        rows.part_pressed.connect(self._part_pressed)
        rows.menu_wanted.connect(self._open_menu)

    @property
    def lingers(self) -> bool:
        """True while a row that something was done with is kept in its place."""
        return self.ticking.lingers

    def change_due(self, row: TaskRow) -> None:
        """Ask for another date; what is kept elsewhere is opened there."""
        if _has_wishes(row):
            self.wishes.ask_due(row)
        else:
            self._elsewhere(row)

    def comment(self, row: TaskRow) -> None:
        """Ask for a comment; what is kept elsewhere is opened there."""
        if _has_wishes(row):
            self.wishes.ask_comment(row)
        else:
            self._elsewhere(row)

    def _elsewhere(self, row: TaskRow) -> None:
        self._open(row)
        self._context.shell.say(self.tr("Flagged mail is changed in Outlook."), icon="flag")

    def _with_current(self, act: Callable[[TaskRow], None]) -> None:
        row = self._rows.current_row
        if row is not None:
            act(row)

    def _part_pressed(self, row: TaskRow | None, part: str) -> None:
        if row is not None and part == CHECK_BOX:
            self.ticking.toggle(row)

    def _take_back(self, row: TaskRow) -> None:
        """A new task that has not been sent."""
        if not row.making:
            return
        before = intent(self._context.connection, row.making)
        if before is not None and take_back(self._context, row.making):
            words = self.tr("The new task is taken back. It was not sent.")
            self._context.shell.say(words, icon="undo", undo=partial(self._restore, before))
        else:
            self._context.shell.say(self.tr("It was too late: it is already on its way."), icon="info")
        self.ticking.leave()

    def _restore(self, before: Intent) -> None:
        as_it_was(self._context.connection, before, self._context.clock())
        self._context.requests.refresh(frozenset())
        self.ticking.leave()

    def _open_menu(self, row: TaskRow, at: QPoint) -> None:
        menu = passing_menu(self._rows)
        needing = self._needing(row)
        if needing:
            menu.addAction(icon("warning"), self.tr("Needs you: decide …"), lambda: self._decide(needing))
            menu.addSeparator()
        if row.can_tick:
            tick = self.tr("Not done\tSpace") if row.done else self.tr("Done\tSpace")
            menu.addAction(tick, lambda: self.ticking.toggle(row))
        if row.making:
            menu.addAction(icon("undo"), self.tr("Take back\tDelete"), lambda: self._take_back(row))
        if _has_wishes(row):
            menu.addAction(self.tr("Change the date …\tD"), lambda: self.change_due(row))
            menu.addAction(self.tr("Comment …\tC"), lambda: self.comment(row))
        about = of_task(row.task)
        menu.addAction(self.tr("Remind me …\tCtrl+R"), lambda: self._context.shell.remind(about, self._rows))
        menu.addAction(self.tr("Take time in the calendar …"), lambda: self._take_time(row))
        if row.task.address:
            menu.addAction(self.tr("Open where it is kept\tEnter"), lambda: self._open(row))
            menu.addAction(self.tr("Copy the link"), lambda: self._copy(row))
        menu.popup(at)

    def _take_time(self, row: TaskRow) -> None:
        ask_for_time(self._context, self._rows, row.task.title)

    def _needing(self, row: TaskRow) -> str:
        """The wish for this task that needs the user, "" for none."""
        seen = task(self._context.connection, row.id, self._context.clock())
        wishes = seen.wishes if seen is not None else ()
        return next((wish.intent_id for wish in wishes if wish.state is IntentState.NEEDS_YOU), "")

    def _decide(self, intent_id: str) -> None:
        """Ask over this page; what has no other version to choose is explained in the outbox."""
        if open_conflict(self._context, self._rows, intent_id, self.ticking.leave) is None:
            self._context.shell.go(OUTBOX, intent_id)

    def _copy(self, row: TaskRow) -> None:
        QApplication.clipboard().setText(row.task.address or "")
        self._context.shell.say(self.tr("The link is copied."), icon="copy")

    def _open(self, row: TaskRow) -> None:
        self._context.shell.open_address(row.task.address)


def _has_wishes(row: TaskRow) -> bool:
    return row.task.source is not TaskSource.FLAGGED_MAIL
