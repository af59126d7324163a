"""Ticking tasks in a list: shown at once, struck for a while, sent by the outbox, undone with Ctrl+Z."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from ui.models.task_model import TaskModel, TaskRow, sending_words
from ui.offline_note import is_offline
from ui.screen import ScreenContext
from ui.taking_back import undo_wish
from ui.widgets.row_list import RowList
from workplace_app.domain.intent import IntentKind
from workplace_app.store.outbox_filing import file_intent
from workplace_app.store.task_reader import task

DONE_STAYS_MS = 4000
"""How long a task that something was done with stays in its place before it leaves the list, or moves in it."""


class TaskTicking(QObject):
    """``read_again`` is called when rows have stayed long enough; until then the list is not to be read, since nothing
    may move."""

    def __init__(self, context: ScreenContext, rows: RowList, model: TaskModel, read_again: Callable[[], None]) -> None:
        super().__init__(rows)
        self._context, self._model = context, model
        self._read_again = read_again
        self._lingering = QTimer(self, singleShot=True, interval=DONE_STAYS_MS)
        self._lingering.timeout.connect(self.leave)

    @property
    def lingers(self) -> bool:
        """True while a row is kept in its place."""
        return self._lingering.isActive()

    def toggle(self, row: TaskRow) -> None:
        """Tick it, or take the tick back."""
        if not row.can_tick:
            self._context.shell.open_address(row.task.address)
            self._context.shell.say(self.tr("Flagged mail is marked as done in Outlook."), icon="flag")
            return
        if row.done:
            self._reopen(row)
            return
        intent = self._file(row, IntentKind.COMPLETE_TASK)
        self._show(row, completed=True)
        self.linger()
        undo = self._undo_of(row, intent)
        self._context.shell.say(self.tr("The task is done."), icon="check-circle", undo=undo)

    def _file(self, row: TaskRow, kind: IntentKind) -> str:
        context = self._context
        return file_intent(context.connection, kind, row.id, context.clock(), about=row.task.title).id

    def _reopen(self, row: TaskRow) -> None:
        now = self._context.clock()
        seen = task(self._context.connection, row.id, now)
        self._take_back(row, seen.pending_intent_id if seen is not None else None)
        self._show(row, completed=False)
        self.linger()

    def _undo_of(self, row: TaskRow, intent_id: str) -> Callable[[], None]:
        def take_back() -> None:
            self._take_back(row, intent_id)
            self.leave()

        return take_back

    def _take_back(self, row: TaskRow, intent_id: str | None) -> None:
        """Withdraw the wish if it still waits, else wish the opposite."""
        if intent_id is None:
            self._file(row, IntentKind.REOPEN_TASK)
            self._context.requests.refresh(frozenset())
        else:
            undo_wish(self._context, intent_id)

    def _show(self, row: TaskRow, *, completed: bool) -> None:
        words = sending_words(offline=is_offline(self._context)) if completed else ""
        self._model.replace(replace(row, task=replace(row.task, completed=completed), pending_words=words))

    def linger(self) -> None:
        """Something was filed for a row: it is sent, and stays where it is for a while."""
        self._lingering.start()
        self._context.requests.refresh(frozenset())
        self._context.shell.update_numbers()

    def leave(self) -> None:
        """The time is up, or it was undone: the list is read again."""
        self._lingering.stop()
        self._read_again()
        self._context.shell.update_numbers()
