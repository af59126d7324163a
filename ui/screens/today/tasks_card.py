"""My tasks: Planner, To Do and flagged mail in one list by urgency; a tick is shown at once and can be undone."""

from ui.dates import local
from ui.models.task_model import TaskModel, task_rows
from ui.offline_note import is_offline
from ui.places import TODAY
from ui.screen import ScreenContext
from ui.screens.today.all_tasks import ALL_TASKS, TASK_FEEDS, TASK_KINDS
from ui.screens.today.task_acts import TaskActs
from ui.screens.today.today_card import ListCard, Reading
from ui.widgets.task_delegate import TaskDelegate
from workplace_app.domain.own_things import CardHeight
from workplace_app.store.task_reader import count_open, open_tasks

_MOST_ROWS = 12


class TasksCard(ListCard):
    """The most urgent tasks; the foot leads to all of them."""

    card_id = "tasks"
    kinds = TASK_KINDS
    feeds = TASK_FEEDS
    columns = 2
    height_at_first = CardHeight.LONG

    def __init__(self, context: ScreenContext) -> None:
        self._tasks = TaskModel()
        super().__init__(context, self.tr("My tasks"), self._tasks, TaskDelegate(), footer=" ")
        self._acts = TaskActs(context, self.rows, self._tasks, self.refit)
        self.footer_clicked.connect(lambda: context.shell.go(TODAY, ALL_TASKS))

    def empty_words(self) -> str:
        """No task waits."""
        return self.tr("No task waits for you.")

    def read(self, reading: Reading) -> bool:
        """The most urgent open tasks. While a ticked one lingers nothing moves."""
        if self._acts.lingers:
            return True
        now = local(reading.now)
        counts = count_open(self.context.connection, now)
        self._tasks.set_counts(counts)
        listed = open_tasks(self.context.connection, now, limit=_MOST_ROWS)
        self.show_rows(task_rows(listed.rows, now, offline=is_offline(self.context)))
        self.set_footer(self.tr("All %n task(s)", "", counts.open) if counts.open else "")
        return counts.open > 0
