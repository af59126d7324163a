"""Flagged mail stands among the tasks, and is told apart from what can be ticked."""

from datetime import UTC, datetime

from ui.models.task_model import task_row
from workplace_app.domain.as_seen import TaskAsSeen
from workplace_app.domain.task import Task, TaskSource, Urgency

NOW = datetime(2026, 10, 14, 8, 12, tzinfo=UTC)


def row_of(source: TaskSource) -> bool:
    task = Task(f"{source.value}:1", source, "Svara", None, None, None, due_is_a_day=False, completed=False)
    return task_row(TaskAsSeen(task, Urgency.NO_DATE), NOW).can_tick


def test_only_what_the_program_may_change_can_be_ticked() -> None:
    assert {source: row_of(source) for source in TaskSource} == {
        TaskSource.PLANNER: True,
        TaskSource.TODO: True,
        TaskSource.FLAGGED_MAIL: False,
    }
