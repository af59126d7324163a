"""Orders of the control with which a colleague changes somebody's task, and the town's own account of what was done."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.demo.small_parts import small_cms
from tests.demo.town_thread import Town, town_on_thread
from workplace_app.demo.clock import DemoClock
from workplace_app.demo.graph.part import GraphPart
from workplace_app.demo.parts import Part
from workplace_app.demo.running import Start
from workplace_app.demo.settings import DemoSettings
from workplace_app.demo.staff import STAFF

ELIN = STAFF[0]


@pytest.fixture(name="opened", scope="module")
def _opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Town, GraphPart]]:
    parts: list[GraphPart] = []

    def graph(settings: DemoSettings) -> Part:
        parts.append(GraphPart(settings))
        return parts[0].part

    folder: Path = tmp_path_factory.mktemp("town")
    with town_on_thread(Start(data_dir=folder, clock=DemoClock(), frozen=True), [graph, small_cms]) as town:
        yield town, parts[0]


def _tasks(graph: GraphPart) -> list[dict[str, Any]]:
    found = graph.tenant.planner.tasks_of(ELIN).all()
    return [task for task in found if task["percentComplete"] == 0 and task["dueDateTime"]]


def test_each_order_changes_the_task_and_is_told_in_the_towns_own_account(opened: tuple[Town, GraphPart]) -> None:
    town, graph = opened
    task = _tasks(graph)[0]
    shelf = graph.tenant.planner.tasks_of(ELIN)
    for order, words, name, wanted in (
        ("move", {"due": "2026-12-24"}, "dueDateTime", "2026-12-24T10:00:00Z"),
        ("move", {"due": ""}, "dueDateTime", None),
        ("rename", {"title": "Omdöpt"}, "title", "Omdöpt"),
        ("complete", {}, "percentComplete", 100),
        ("complete", {"done": False}, "percentComplete", 0),
    ):
        told = town.order(f"tasks/{order}", task=task["id"], **words)["happened"]
        changed = shelf.get(task["id"])
        assert changed is not None
        assert changed[name] == wanted
        assert town.look("state")["happenings"][0]["what"] == told
    town.order("tasks/comment", task=task["id"], text="Hej")
    town.order("tasks/assign", task=task["id"])
    changed = shelf.get(task["id"])
    assert changed is not None
    assert changed["conversationThreadId"]
    assert ELIN.object_id not in changed["assignments"]
    town.order("tasks/remove", task=task["id"])
    assert shelf.get(task["id"]) is None


def test_a_to_do_task_can_be_found_by_its_title(opened: tuple[Town, GraphPart]) -> None:
    town, graph = opened
    made = graph.tenant.todo.add(ELIN, "Vattna blommorna", graph.service.now())
    town.order("tasks/move", task="vattna blomm", user_name=ELIN.user_name, due="2026-12-24")
    list_id = graph.tenant.todo.lists_of(ELIN).ids()[0]
    shelf = graph.tenant.todo.tasks_in(ELIN, list_id)
    assert shelf is not None
    assert (shelf.get(made["id"]) or {})["dueDateTime"]["dateTime"].startswith("2026-12-23T23:00")


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ("move", {"task": "no such task"}),
        ("move", {}),
        ("rename", {"task": "a"}),
        ("move", {"task": "a", "due": "tomorrow"}),
        ("move", {"task": "a", "days": "two"}),
        ("remove", {"task": "a", "user_name": "nobody@nacka.example"}),
    ],
)
def test_an_order_that_cannot_be_followed_says_why(
    opened: tuple[Town, GraphPart], order: str, words: dict[str, str]
) -> None:
    town, _ = opened
    answer = town.web.post(f"{town.configuration['control']}/tasks/{order}", json=words)
    assert (answer.status_code, set(answer.json())) == (400, {"error"})


def test_the_page_offers_what_a_colleague_may_do_to_the_next_tasks(opened: tuple[Town, GraphPart]) -> None:
    town, _ = opened
    page = town.web.get(town.configuration["control"]).text
    assert "Kollegor ändrar uppgifter" in page
    assert 'action="/control/tasks/move"' in page
    assert "Flytta uppgiften ”" in page
