"""The item model of tasks: one row per task with its words, under a heading per urgency."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ui.dates import clock_time, day_words, local
from ui.models.row_model import GroupRow, RowModel
from workplace_app.domain.as_seen import TaskAsSeen, TaskCounts
from workplace_app.domain.frozen import frozen
from workplace_app.domain.intent import IntentState
from workplace_app.domain.task import Task, TaskSource, Urgency

SOURCE_ICONS = {TaskSource.PLANNER: "board", TaskSource.TODO: "list-check", TaskSource.FLAGGED_MAIL: "flag"}


@frozen
class TaskRow:
    """A task as one row shows it; the words are those of the moment at which the list was read."""

    id: str
    task: Task
    urgency: Urgency
    due_words: str
    place: str
    pending_words: str = ""
    making: str = ""
    """The wish that is to make it, while no service has: until then it can be taken back."""

    @property
    def late(self) -> bool:
        """True when its day has passed and it is not done."""
        return self.urgency is Urgency.LATE and not self.done

    @property
    def done(self) -> bool:
        """True when it is ticked, whether or not that has been delivered."""
        return self.task.completed

    @property
    def can_tick(self) -> bool:
        """False for flagged mail: the program may see that a message is flagged, but not change the message."""
        return self.task.source is not TaskSource.FLAGGED_MAIL

    @property
    def source_icon(self) -> str:
        """The icon of where it is kept."""
        return SOURCE_ICONS[self.task.source]


def sending_words(*, offline: bool) -> str:
    """What stands beside a task that the user has just done something with."""
    if offline:
        return QCoreApplication.translate("TaskModel", "waits")
    return QCoreApplication.translate("TaskModel", "being sent")


def task_row(seen: TaskAsSeen, now: datetime, *, offline: bool = False) -> TaskRow:
    """The row of a task; ``now`` is in the user's time zone. ``offline`` says that nothing can be sent now."""
    task = seen.task
    place = task.container_title or ""
    if not place and task.source is TaskSource.FLAGGED_MAIL:
        place = QCoreApplication.translate("TaskModel", "Inbox")
    pending = ""
    if seen.pending_state is IntentState.NEEDS_YOU:
        pending = QCoreApplication.translate("TaskModel", "needs you")
    elif seen.pending:
        pending = sending_words(offline=offline)
    making = seen.making.intent_id if seen.making is not None else ""
    unmade = making if making and task.id.endswith(making) else ""
    return TaskRow(task.id, task, seen.urgency, due_words(task, now), place, pending, unmade)


def due_words(task: Task, now: datetime) -> str:
    """When it is due; a task that is due some time today says nothing, since its heading has said it."""
    if task.due is None:
        return ""
    day, today = local(task.due).date(), local(now).date()
    if day == today:
        return "" if task.due_is_a_day else clock_time(task.due)
    return day_words(day, today)


class TaskModel(RowModel[TaskRow]):
    """Tasks grouped by urgency; ``counts`` gives the headings their numbers, which may exceed the rows shown."""

    def __init__(self) -> None:
        super().__init__()
        self._counts = TaskCounts()

    def set_counts(self, counts: TaskCounts) -> None:
        """How many open tasks each heading speaks of; told before the rows."""
        self._counts = counts

    def group(self, row: TaskRow) -> GroupRow:
        """The heading of the task's urgency."""
        return GroupRow(
            urgency_words(row.urgency),
            self._counts.of(row.urgency) or None,
            tone="danger" if row.urgency is Urgency.LATE else "muted",
        )

    def title(self, row: TaskRow) -> str:
        """Typing searches titles."""
        return row.task.title

    def spoken(self, row: TaskRow) -> str:
        """Everything that the row shows, the state first."""
        state = self.tr("done") if row.done else self.tr("late") if row.late else ""
        parts = (state, row.task.title, row.due_words, row.place, row.pending_words)
        return ", ".join(part for part in parts if part)


def urgency_words(urgency: Urgency) -> str:
    """The name of a group of tasks."""
    words: dict[Urgency, Callable[[], str]] = {
        Urgency.LATE: lambda: QCoreApplication.translate("TaskModel", "Overdue"),
        Urgency.TODAY: lambda: QCoreApplication.translate("TaskModel", "Today", "heading of tasks"),
        Urgency.THIS_WEEK: lambda: QCoreApplication.translate("TaskModel", "Later this week"),
        Urgency.LATER: lambda: QCoreApplication.translate("TaskModel", "Later", "heading of tasks"),
        Urgency.NO_DATE: lambda: QCoreApplication.translate("TaskModel", "No date"),
    }
    return words[urgency]()


def task_rows(listed: Sequence[TaskAsSeen], now: datetime, *, offline: bool = False) -> list[TaskRow]:
    """Rows of several tasks."""
    return [task_row(seen, now, offline=offline) for seen in listed]
