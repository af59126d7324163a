"""Thousands of wishes: no question to the outbox takes longer than in proportion to how many there are."""

from collections.abc import Callable

import pytest

from tests.store.stored import NOW
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.wishes import Reply
from workplace_app.store.connection_type import Connection
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_filing import insert_intent
from workplace_app.store.outbox_reader import count_intents, pending_intents
from workplace_app.store.sync_connection import open_in_memory
from workplace_app.store.task_reader import tasks_named
from workplace_app.store.transaction import writing_mine

FEW, MANY = 100, 800
STEP = 10
Question = Callable[[Connection], object]


def _deliverable(connection: Connection) -> object:
    return OutboxDelivery(connection).deliverable(NOW)


def _next_moment(connection: Connection) -> object:
    return OutboxDelivery(connection).next_moment(NOW)


def _counts(connection: Connection) -> object:
    return count_intents(connection, NOW)


def _tasks_of_all(connection: Connection) -> object:
    return tasks_named(connection, {intent.target_id for intent in pending_intents(connection)}, NOW)


def steps(question: Question, wishes: int, targets: int) -> int:
    """How many steps SQLite's machine takes for the question, when half of what was wished has arrived."""
    connection = open_in_memory()
    with writing_mine(connection):
        made = [
            insert_intent(connection, IntentKind.REPLY, f"chat:{number % targets}", NOW, Reply("Ja"), "A", None)
            for number in range(wishes)
        ]
    delivery = OutboxDelivery(connection)
    for intent in made[: wishes // 2]:
        delivery.confirmed(intent.id, NOW, f"{intent.target_id}/{intent.id}")
    delivery.needs_you(made[-1].id, Problem(ProblemKind.REQUEST_REFUSED), NOW)
    taken = 0

    def count() -> int:
        nonlocal taken
        taken += 1
        return 0

    connection.set_progress_handler(count, STEP)  # type: ignore[attr-defined]
    question(connection)
    connection.set_progress_handler(None, 0)  # type: ignore[attr-defined]
    connection.close()
    return taken


@pytest.mark.parametrize("targets", [1, 10_000], ids=["one target", "a target each"])
@pytest.mark.parametrize("question", [_deliverable, _next_moment, _counts, _tasks_of_all])
def test_a_question_costs_in_proportion_to_what_is_there(question: Question, targets: int) -> None:
    few, many = steps(question, FEW, targets), steps(question, MANY, targets)
    assert many < few * (MANY / FEW) * 2
