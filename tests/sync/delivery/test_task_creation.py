"""A task of the user's own, made in To Do: once, in the right list, and known by its id afterwards."""

from datetime import date, timedelta
from typing import Any

import pytest

from sync.delivery.task_creation import APPLICATION
from tests.sync.delivery.town_desk import ELIN, TownDesk
from workplace_app.domain.conflict import ComparedField
from workplace_app.domain.intent import IntentKind, IntentState
from workplace_app.domain.wishes import NewTask
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_filing import try_again

FRIDAY = date(2026, 10, 16)


def make(desk: TownDesk, title: str, due: date | None = FRIDAY, target: str = "todo:") -> str:
    return desk.file(IntentKind.CREATE_TASK, target, NewTask(title, due))


def test_it_is_made_in_the_usual_list_with_its_day_and_the_wishs_own_id(desk: TownDesk) -> None:
    wish = make(desk, "Ring Pernilla om kartan")
    delivered = desk.deliver(wish)
    assert delivered.state is IntentState.CONFIRMED
    (task,) = desk.tasks_called("Ring Pernilla om kartan")
    assert delivered.answer == f"todo:{desk.usual_list()}/{task['id']}"
    assert [(link["applicationName"], link["externalId"]) for link in task["linkedResources"]] == [(APPLICATION, wish)]
    desk.cache(delivered.answer)
    assert desk.seen(delivered.answer) == FRIDAY


def test_words_that_are_too_long_for_a_title_stand_whole_in_its_notes(desk: TownDesk) -> None:
    words = "Vilka handlingar ska följa med?\n\n" + "Många ringer och frågar om just det. " * 100
    delivered = desk.deliver(desk.file(IntentKind.CREATE_TASK, "todo:", NewTask("Vilka handlingar…", notes=words)))
    assert delivered.state is IntentState.CONFIRMED
    (task,) = desk.tasks_called("Vilka handlingar…")
    assert task["body"] == {"content": words, "contentType": "text"}


def test_it_is_made_in_the_list_that_was_chosen_without_looking_for_the_usual_one(desk: TownDesk) -> None:
    chosen = str(desk.graph.tenant.todo.lists_of(ELIN).ids()[1])
    delivered = desk.deliver(make(desk, "Boka lokal", None, f"todo:{chosen}"))
    assert (delivered.answer or "").startswith(f"todo:{chosen}/")
    assert [exchange.method for exchange in desk.exchanges] == ["POST"]
    assert "dueDateTime" not in (desk.document(delivered.answer or "") or {})


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "reset"},
        {"kind": "throttled", "retry_after": "600"},
        {"kind": "status", "status": 500},
        {"kind": "status", "status": 403},
        {"kind": "status", "status": 409},
        {"kind": "cut_json"},
        {"kind": "answer_lost"},
    ],
    ids=lambda fault: fault.get("status") or fault["kind"],
)
@pytest.mark.parametrize("step", range(4))
def test_whatever_ends_an_attempt_at_any_step_it_is_made_once_in_the_end(
    desk: TownDesk, step: int, fault: dict[str, Any]
) -> None:
    title = f"{step} {sorted(fault.items())}"
    desk.fault(method="*", skip=step, times=1, **fault)
    wish = make(desk, title)
    for _ in range(4):
        desk.clock.moment += timedelta(hours=1)
        if desk.deliver(wish).state is IntentState.NEEDS_YOU:
            assert try_again(desk.connection, wish, desk.clock.now())
    assert desk.intent(wish).state is IntentState.CONFIRMED
    (task,) = desk.tasks_called(title)
    assert desk.intent(wish).answer == f"todo:{desk.usual_list()}/{task['id']}"


def test_one_that_was_made_and_refused_a_look_is_not_made_again_when_the_user_tries_again(desk: TownDesk) -> None:
    wish = make(desk, "Fyll i frånvaro")
    desk.fault(kind="answer_lost", method="POST", times=1)
    assert desk.deliver(wish).state is IntentState.UNKNOWN
    desk.fault(kind="status", status=403, method="GET", times=1)
    assert desk.deliver(wish).state is IntentState.NEEDS_YOU
    assert try_again(desk.connection, wish, desk.clock.now())
    assert desk.deliver(wish).state is IntentState.CONFIRMED
    assert len(desk.tasks_called("Fyll i frånvaro")) == 1


def test_a_task_made_and_ticked_in_a_basement_is_both_in_one_round(desk: TownDesk) -> None:
    wish = make(desk, "Läs av mätaren")
    ticked = desk.file(IntentKind.COMPLETE_TASK, f"new:{wish}")
    assert desk.deliver(wish).state is IntentState.CONFIRMED
    assert desk.intent(ticked).state is IntentState.CONFIRMED
    assert [task["status"] for task in desk.tasks_called("Läs av mätaren")] == ["completed"]


def test_two_tasks_with_the_same_title_are_two(desk: TownDesk) -> None:
    first, second = make(desk, "Ring"), make(desk, "Ring")
    desk.fault(kind="reset", method="POST", times=1)
    desk.deliver(second)
    desk.deliver(second)
    assert {desk.intent(each).state for each in (first, second)} == {IntentState.CONFIRMED}
    assert len(desk.tasks_called("Ring")) == 2


def test_a_program_that_was_killed_while_sending_finds_what_it_made(desk: TownDesk) -> None:
    wish = make(desk, "Beställ nycklar")
    shelf = desk.graph.tenant.todo.tasks_in(ELIN, desk.usual_list())
    assert shelf is not None
    link = {"applicationName": APPLICATION, "displayName": "Beställ nycklar", "externalId": wish}
    sent = {"title": "Beställ nycklar", "linkedResources": [link]}
    made = desk.graph.tenant.todo.make(shelf, desk.usual_list(), sent, desk.clock.now())
    OutboxDelivery(desk.connection).sending(wish, desk.clock.now())
    assert desk.deliver(wish).answer == f"todo:{desk.usual_list()}/{made['id']}"
    assert len(desk.tasks_called("Beställ nycklar")) == 1


def test_a_list_that_is_gone_gives_the_words_back(desk: TownDesk) -> None:
    delivered = desk.deliver(make(desk, "Ring", target="todo:AAMkAGgone="))
    assert delivered.state is IntentState.NEEDS_YOU
    assert delivered.conflict is not None
    assert delivered.conflict.gone
    mine = {each.field: each.mine for each in delivered.conflict.fields}
    assert (mine[ComparedField.TITLE], mine[ComparedField.DUE]) == ("Ring", FRIDAY.isoformat())
