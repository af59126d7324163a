"""Ticking tasks in a list: shown at once, struck for a while, sent by the outbox, undone with Ctrl+Z."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication

from ui.models.task_model import TaskModel, TaskRow
from ui.reminders.subjects import of_task
from ui.screen import ScreenContext
from ui.widgets.menus import passing_menu
from ui.widgets.row_list import RowList
from ui.widgets.task_delegate import CHECK_BOX
from workplace_app.domain.intent import IntentKind
from workplace_app.store.outbox_filing import file_intent, withdraw
from workplace_app.store.task_reader import task

DONE_STAYS_MS = 4000
"""How long a ticked task stays in its place, struck, before it leaves the list."""


class TaskTicking(QObject):
    """Space or a press on the box ticks; Enter opens the task where it is kept. ``read_again`` is called when ticked
    rows have stayed long enough; until then the list is not to be read, since nothing may move."""

    def __init__(self, context: ScreenContext, rows: RowList, model: TaskModel, read_again: Callable[[], None]) -> None:
        super().__init__(rows)
        self._context, self._rows, self._model = context, rows, model
        self._read_again = read_again
        self._lingering = QTimer(self, singleShot=True, interval=DONE_STAYS_MS)
        self._lingering.timeout.connect(self._leave)
        rows.bind("Space", self._toggle_current)
        rows.bind("Ctrl+Return", self._open_current)
        rows.opened.connect(self._open)
        rows.part_pressed.connect(self._part_pressed)
        rows.menu_wanted.connect(self._open_menu)

    @property
    def lingers(self) -> bool:
        """True while a ticked row is still shown."""
        return self._lingering.isActive()

    def _part_pressed(self, row: TaskRow | None, part: str) -> None:
        if row is not None and part == CHECK_BOX:
            self._toggle(row)

    def _open_menu(self, row: TaskRow, at: QPoint) -> None:
        menu = passing_menu(self._rows)
        if row.can_tick:
            tick = self.tr("Not done\tSpace") if row.done else self.tr("Done\tSpace")
            menu.addAction(tick, lambda: self._toggle(row))
        about = of_task(row.task)
        menu.addAction(self.tr("Remind me …\tCtrl+R"), lambda: self._context.shell.remind(about, self._rows))
        if row.task.address:
            menu.addAction(self.tr("Open where it is kept\tEnter"), lambda: self._open(row))
            menu.addAction(self.tr("Copy the link"), lambda: self._copy(row))
        if not menu.isEmpty():
            menu.popup(at)

    def _copy(self, row: TaskRow) -> None:
        QApplication.clipboard().setText(row.task.address or "")
        self._context.shell.say(self.tr("The link is copied."), icon="copy")

    def _toggle_current(self) -> None:
        row = self._rows.current_row
        if row is not None:
            self._toggle(row)

    def _toggle(self, row: TaskRow) -> None:
        if not row.can_tick:
            self._open(row)
            self._context.shell.say(self.tr("Flagged mail is marked as done in Outlook."), icon="flag")
            return
        if row.done:
            self._reopen(row)
            return
        intent = file_intent(self._context.connection, IntentKind.COMPLETE_TASK, row.id, self._context.clock())
        self._show(row, completed=True)
        self._sent()
        undo = self._undo_of(row, intent.id)
        self._context.shell.say(self.tr("The task is done."), icon="check-circle", undo=undo)

    def _reopen(self, row: TaskRow) -> None:
        now = self._context.clock()
        seen = task(self._context.connection, row.id, now)
        self._take_back(row, seen.pending_intent_id if seen is not None else None)
        self._show(row, completed=False)
        self._sent()

    def _undo_of(self, row: TaskRow, intent_id: str) -> Callable[[], None]:
        def undo() -> None:
            self._take_back(row, intent_id)
            self._leave()

        return undo

    def _take_back(self, row: TaskRow, intent_id: str | None) -> None:
        """Withdraw the wish if it still waits, else wish the opposite."""
        now, connection = self._context.clock(), self._context.connection
        if intent_id is None or not withdraw(connection, intent_id, now):
            file_intent(connection, IntentKind.REOPEN_TASK, row.id, now)
            self._context.requests.refresh(frozenset())

    def _show(self, row: TaskRow, *, completed: bool) -> None:
        words = self.tr("being sent") if completed else ""
        self._model.replace(replace(row, task=replace(row.task, completed=completed), pending_words=words))

    def _sent(self) -> None:
        self._lingering.start()
        self._context.requests.refresh(frozenset())
        self._context.shell.update_numbers()

    def _leave(self) -> None:
        self._lingering.stop()
        self._read_again()
        self._context.shell.update_numbers()

    def _open_current(self) -> None:
        row = self._rows.current_row
        if row is not None:
            self._open(row)

    def _open(self, row: TaskRow) -> None:
        self._context.shell.open_address(row.task.address)
