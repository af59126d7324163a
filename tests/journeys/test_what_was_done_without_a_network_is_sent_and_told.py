"""Two tasks are done and one is made in a basement; when the network is back it is said once that they were sent."""

import re
from datetime import timedelta

import pytest
from PySide6.QtNetwork import QNetworkInformation

from tests.journeys.desk import Desk
from tests.journeys.town import ELIN, Town
from ui.dates import local
from ui.models.task_model import TaskRow, task_row
from ui.screens.today.new_task import NewTasks
from ui.screens.today.task_acts import TaskActs
from workplace_app.clock import now_utc
from workplace_app.store.outbox_reader import count_intents
from workplace_app.store.task_reader import open_tasks

Reachability = QNetworkInformation.Reachability


def _system_says(reachability: QNetworkInformation.Reachability) -> None:
    system = QNetworkInformation.instance()
    if system is None:
        pytest.skip("this system does not say whether there is a network")
    system.reachabilityChanged.emit(reachability)


def _planner_tasks(desk: Desk) -> list[TaskRow]:
    now = local(now_utc())
    found = (seen for seen in open_tasks(desk.connection, now).rows if seen.task.id.startswith("planner:"))
    return [task_row(seen, now) for seen in found][:2]


def test_what_was_done_without_a_network_is_sent_and_told(desk: Desk, town: Town) -> None:
    desk.start(town.municipality)
    desk.sign_in(town.robot(ELIN))
    desk.until_answered("planner")
    desk.until(lambda: bool(desk.page.findChildren(TaskActs)))
    workplace = desk.program.workplace
    desk.until(lambda: " ".join(workplace.strip.texts).startswith("Uppdaterad "), lambda: workplace.strip.texts)

    town.pull_the_plug()
    _system_says(Reachability.Disconnected)
    desk.until(lambda: "Inget nät" in " ".join(workplace.strip.texts), lambda: workplace.strip.texts)
    for row in _planner_tasks(desk):
        desk.page.findChildren(TaskActs)[0].ticking.toggle(row)
    desk.page.findChildren(NewTasks)[0].file("Ta med lasern", None)
    desk.until(lambda: "3 väntar" in workplace.strip.texts, lambda: workplace.strip.texts)

    town.start()
    _system_says(Reachability.Online)
    said: set[str] = set()

    def told() -> bool:
        said.add(workplace._toasts.current_text)
        return any(re.fullmatch(r"3 saker skickade \d\d:\d\d", each) for each in said)

    desk.until(told, lambda: said)
    counts = count_intents(desk.connection, now_utc() - timedelta(hours=1))
    assert (counts.waiting, counts.needs_you, counts.sent_today) == (0, 0, 3)
