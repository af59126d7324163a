"""Somebody moves a task that a colleague has moved meanwhile: nothing is overwritten, both are shown, one is chosen."""

from datetime import date, timedelta

from tests.journeys.desk import Desk
from tests.journeys.town import ELIN, Town
from ui.dates import local
from ui.models.task_model import TaskRow, task_row
from ui.screens.outbox.conflict_view import ConflictView
from ui.screens.today.task_acts import TaskActs
from workplace_app.clock import now_utc
from workplace_app.store.outbox_reader import count_intents
from workplace_app.store.task_reader import cached_task, open_tasks


def _planner_task(desk: Desk) -> TaskRow:
    now = local(now_utc())
    found = (seen for seen in open_tasks(desk.connection, now).rows if seen.task.id.startswith("planner:"))
    return task_row(next(seen for seen in found if seen.task.due is not None), now)


def _needing_you(desk: Desk) -> int:
    return count_intents(desk.connection, now_utc()).needs_you


def _due_in_planner(desk: Desk, row: TaskRow) -> date | None:
    cached = cached_task(desk.connection, row.id)
    return local(cached.due).date() if cached is not None and cached.due is not None else None


def test_two_people_move_the_same_task(desk: Desk, town: Town) -> None:
    desk.start(town.municipality)
    desk.sign_in(town.robot(ELIN))
    desk.until_answered("planner")
    desk.until(lambda: bool(desk.page.findChildren(TaskActs)))
    row = _planner_task(desk)
    mine = local(now_utc()).date() + timedelta(days=30)
    town.order("tasks/move", task=row.id.partition(":")[2], days=9)

    desk.page.findChildren(TaskActs)[0].wishes.change_due(row, mine)
    desk.until(lambda: _needing_you(desk) == 1, lambda: str(count_intents(desk.connection, now_utc())))
    desk.until(lambda: "1 sak behöver dig" in desk.program.workplace.strip.texts)

    desk.program.workplace.strip.opened.emit("outbox/needs_you")
    view = desk.program.application.window.findChild(ConflictView)
    assert view is not None
    assert "Två personer har ändrat samma uppgift" in desk.words()
    view.mine.keep.click()
    desk.until(lambda: _due_in_planner(desk, row) == mine, lambda: str(_due_in_planner(desk, row)))
    assert _needing_you(desk) == 0
