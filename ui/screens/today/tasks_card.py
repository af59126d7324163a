"""My tasks: Planner, To Do and flagged mail in one list by urgency; a tick is shown at once and can be undone."""

from dataclasses import replace

from PySide6.QtCore import QTimer

from ui.dates import local
from ui.models.task_model import TaskModel, TaskRow, task_rows
from ui.screen import ScreenContext
from ui.screens.today.today_card import ListCard, Reading
from ui.widgets.task_delegate import CHECK_BOX, TaskDelegate
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.own_things import CardHeight
from workplace_app.store.outbox_filing import file_intent, withdraw
from workplace_app.store.task_reader import count_open, open_tasks

DONE_STAYS_MS = 4000
"""How long a ticked task stays in its place, struck, before it leaves the list."""
_MOST_ROWS = 12


class TasksCard(ListCard):
    """Space or a press on the box ticks; Enter opens the task where it is kept."""

    card_id = "tasks"
    kinds = frozenset({ChangeKind.TASKS, ChangeKind.OUTBOX, ChangeKind.FEED_STATE})
    feeds = frozenset({"planner", "todo", "mail"})
    columns = 2
    height_at_first = CardHeight.LONG

    def __init__(self, context: ScreenContext) -> None:
        self._tasks = TaskModel()
        super().__init__(context, self.tr("My tasks"), self._tasks, TaskDelegate(), footer=" ")
        self._lingering = QTimer(self, singleShot=True, interval=DONE_STAYS_MS)
        self._lingering.timeout.connect(self._leave)
        self.rows.bind("Space", self._toggle_current)
        self.rows.bind("Ctrl+Return", self._open_current)
        self.rows.opened.connect(self._open)
        self.rows.part_pressed.connect(self._part_pressed)

    def empty_words(self) -> str:
        """No task waits."""
        return self.tr("No task waits for you.")

    def read(self, reading: Reading) -> bool:
        """The most urgent open tasks. While a ticked one lingers nothing moves."""
        if self._lingering.isActive():
            return True
        now = local(reading.now)
        counts = count_open(self.context.connection, now)
        self._tasks.set_counts(counts)
        listed = open_tasks(self.context.connection, now, limit=_MOST_ROWS)
        self.show_rows(task_rows(listed.rows, now))
        self.set_footer(self.tr("All %n task(s)", "", counts.open) if counts.open else "")
        return counts.open > 0

    def _part_pressed(self, row: TaskRow | None, part: str) -> None:
        if row is not None and part == CHECK_BOX:
            self._toggle(row)

    def _toggle_current(self) -> None:
        row = self.rows.current_row
        if row is not None:
            self._toggle(row)

    def _toggle(self, row: TaskRow) -> None:
        if row.done:
            self._reopen(row)
            return
        now = self.context.clock()
        intent = file_intent(self.context.connection, IntentKind.COMPLETE_TASK, row.id, now)
        self._show_changed(row, completed=True, words=self.tr("being sent"))
        self._lingering.start()
        self.context.requests.refresh(frozenset())
        self.context.shell.say(
            self.tr("The task is done."), icon="check-circle", undo=lambda: self._undo(row, intent.id)
        )
        self.context.shell.update_numbers()

    def _reopen(self, row: TaskRow) -> None:
        file_intent(self.context.connection, IntentKind.REOPEN_TASK, row.id, self.context.clock())
        self._show_changed(row, completed=False, words=self.tr("being sent"))
        self._lingering.start()
        self.context.requests.refresh(frozenset())
        self.context.shell.update_numbers()

    def _undo(self, row: TaskRow, intent_id: str) -> None:
        """Take the wish back if it still waits, else wish the opposite."""
        now = self.context.clock()
        if not withdraw(self.context.connection, intent_id, now):
            file_intent(self.context.connection, IntentKind.REOPEN_TASK, row.id, now)
            self.context.requests.refresh(frozenset())
        self._lingering.stop()
        self._leave()

    def _show_changed(self, row: TaskRow, *, completed: bool, words: str) -> None:
        changed = replace(row, task=replace(row.task, completed=completed), pending_words=words)
        shown = [each for each in self._tasks.rows if isinstance(each, TaskRow)]
        self._tasks.set_rows([changed if each.id == row.id else each for each in shown])

    def _leave(self) -> None:
        self.refit()
        self.context.shell.update_numbers()

    def _open_current(self) -> None:
        row = self.rows.current_row
        if row is not None:
            self._open(row)

    def _open(self, row: TaskRow) -> None:
        self.context.shell.open_address(row.task.address)
