"""Colleagues have changed three tasks meanwhile: hers is kept once, theirs once, and words about a task that is gone
become a task; whatever gave way can still be read."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.desk import Desk
from tests.journeys.hands import Hands
from tests.journeys.network import Watch, find_network, lose_network, strip, until_settled
from tests.journeys.town import ELIN, Town
from ui.dates import local
from ui.screens.outbox.conflict_view import ConflictView
from ui.screens.outbox.intent_words import day_value
from ui.screens.today.day_choice import offered_days
from workplace_app.clock import now_utc
from workplace_app.domain.task import Task, TaskSource
from workplace_app.store.outbox_reader import count_intents
from workplace_app.store.task_reader import open_tasks

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
WORDS = "Grannen har lämnat in en ny ritning."


def _work_on(desk: Desk, hands: Hands) -> tuple[list[Task], date]:
    """Move the first two tasks of Planner, and comment on the third; the three, and the day of the two."""
    listed = open_tasks(desk.connection, local(now_utc())).rows
    tasks = [seen.task for seen in listed if seen.task.source is TaskSource.PLANNER and seen.task.due is not None][:3]
    (day,) = [each for each in offered_days(local(now_utc()).date()) if each.name == "Nästa vecka"]
    hands.press("Ctrl+1")
    hands.command("Alla mina uppgifter")
    for task in tasks[:2]:
        hands.go_down_to(task.title)
        hands.press("D")
        hands.tab_to(day.name)
        hands.press("Return")
    hands.go_down_to(tasks[2].title)
    hands.press("C")
    hands.write(WORDS)
    hands.press("Ctrl+Return")
    assert day.day is not None
    return tasks, day.day


def _colleagues_were_quicker(town: Town, tasks: list[Task]) -> None:
    ids = [each.id.partition(":")[2] for each in tasks]
    town.order("tasks/move", task=ids[0], days=33)
    town.order("tasks/move", task=ids[1], days=33)
    town.order("tasks/remove", task=ids[2])


def _view(desk: Desk) -> ConflictView:
    (view,) = [each for each in desk.program.application.window.findChildren(ConflictView) if each.isVisible()]
    return view


def _in_town(town: Town) -> dict[str, Any]:
    return {each["id"]: each for each in town.state("tasks")["tasks"]}


def test_a_conflict_is_decided_by_keyboard(desk: Desk, town: Town) -> None:
    watch = Watch()
    desk.start(town.municipality, clock=watch)
    desk.sign_in(town.robot(ELIN))
    until_settled(desk)
    hands = Hands(desk)
    hands.come_to()
    lose_network(desk, town)
    tasks, mine = _work_on(desk, hands)
    _colleagues_were_quicker(town, tasks)
    theirs = [date.fromisoformat(_in_town(town)[each.id.partition(":")[2]]["due"]) for each in tasks[:2]]
    watch.wind_on(timedelta(seconds=30))
    find_network(town)
    desk.until(lambda: "3 saker behöver dig" in strip(desk), lambda: strip(desk))
    hands.command("Visa utkorgen")
    assert "Behöver dig, 3" in desk.words()

    # Later is possible, and Esc is later: nothing has been decided, and the focus is on the row again.
    hands.go_down_to(tasks[0].title)
    hands.press("Return")
    assert hands.spoken == "Avgör senare"
    hands.press("Esc")
    assert tasks[0].title in hands.spoken
    assert count_intents(desk.connection, watch()).needs_you == 3

    # Theirs.
    hands.press("Return")
    assert {day_value(mine), day_value(theirs[0])} <= set(desk.words().splitlines())
    hands.tab_to(_view(desk).theirs.keep.text())
    hands.press("Return")
    assert desk.program.workplace._toasts.current_text == "Den andra versionen gäller. Din går att läsa i utkorgen."
    assert tasks[1].title in hands.spoken, "the next one that needs somebody"

    # Hers.
    hands.press("Return")
    hands.tab_to(_view(desk).mine.keep.text())
    hands.press("Return")

    # Her words, where the task is gone.
    hands.go_down_to(tasks[2].title)
    hands.press("Return")
    assert {"Uppgiften är borttagen i Planner", WORDS, "Borttagen"} <= set(desk.words().splitlines())
    assert "Inte angivet" not in desk.words(), "of what is gone nobody knows anything"
    hands.tab_to("Gör en uppgift av det")
    hands.press("Return")
    desk.until(lambda: not count_intents(desk.connection, watch()).waiting, lambda: strip(desk))
    assert count_intents(desk.connection, watch()).needs_you == 0
    desk.until(lambda: "behöver dig" not in strip(desk), lambda: strip(desk))

    town_tasks = _in_town(town)
    assert town_tasks[tasks[0].id.partition(":")[2]]["due"] == theirs[0].isoformat()
    assert town_tasks[tasks[1].id.partition(":")[2]]["due"] == mine.isoformat()
    assert tasks[2].id.partition(":")[2] not in town_tasks
    assert [each["title"] for each in town_tasks.values()].count(f"{tasks[2].title}: {WORDS}") == 1

    # What gave way can be read: her day, their day, and her words, which can be copied.
    hands.go_down_to(tasks[0].title)
    hands.press("Return")
    assert f"Förfaller: {day_value(mine)}" in desk.words()
    hands.press("Esc")
    hands.go_down_to(tasks[1].title)
    hands.press("Return")
    assert f"Förfaller: {day_value(theirs[1])}" in desk.words()
    hands.press("Esc")
    hands.go_down_to(f"”{WORDS}”")
    hands.press("Ctrl+C")
    assert QApplication.clipboard().text() == WORDS
