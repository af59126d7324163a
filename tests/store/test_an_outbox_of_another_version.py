"""What another version has written, or chance has damaged, costs the one wish that it stands with, and no other."""

import pytest

from tests.store.stored import NOW
from workplace_app.domain.conflict import ComparedField, Comparison, Conflict
from workplace_app.domain.intent import IntentKind, IntentState
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.wishes import DueChange
from workplace_app.store.connection_type import Connection
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_filing import as_it_was, file_intent, try_again, withdraw
from workplace_app.store.outbox_reader import count_intents, intent, pending_intents
from workplace_app.store.transaction import writing_mine

CHANGED = Problem(ProblemKind.CHANGED_MEANWHILE, service="planner")


def change(sync: Connection, intent_id: str, column: str, text: str) -> None:
    with writing_mine(sync):
        sync.execute(f"UPDATE mine.outbox SET {column} = ? WHERE id = ?", (text, intent_id))


def collided(sync: Connection, screen: Connection) -> str:
    filed = file_intent(screen, IntentKind.CHANGE_DUE, "planner:1", NOW, DueChange(None, None))
    OutboxDelivery(sync).needs_you(filed.id, CHANGED, NOW, Conflict())
    return filed.id


@pytest.mark.parametrize(
    "text",
    [
        '{"version": 2}',
        "not JSON",
        "[]",
        "7",
        '[[["due", 1, 2]], null, null, false]',
        '[[["due"]], null, null, false]',
        '[[], null, "yesterday", false]',
        "[[], null, 1e300, false]",
        "[" * 100_000,
    ],
    ids=str.__len__,
)
def test_a_conflict_that_cannot_be_read_still_needs_the_user(sync: Connection, screen: Connection, text: str) -> None:
    sound = file_intent(screen, IntentKind.COMPLETE_TASK, "planner:2", NOW)
    broken = collided(sync, screen)
    change(sync, broken, "conflict", text)
    assert {each.id for each in pending_intents(screen)} == {sound.id, broken}
    assert [each.id for each in OutboxDelivery(sync).deliverable(NOW)] == [sound.id]
    assert try_again(screen, broken, NOW)
    assert [each.id for each in OutboxDelivery(sync).deliverable(NOW)] == [sound.id, broken]


def test_what_a_later_version_adds_to_a_conflict_is_left_out(sync: Connection, screen: Connection) -> None:
    broken = collided(sync, screen)
    change(sync, broken, "conflict", '[[["due", "2026-10-15", null, "x"], ["room", 1, 2]], "Pia", null, true, 9]')
    found = intent(screen, broken)
    assert found is not None
    compared = (Comparison(ComparedField.DUE, "2026-10-15", None),)
    assert found.conflict == Conflict(compared, "Pia", None, gone=True)


@pytest.mark.parametrize("text", ['{"kind": "x"}', "not JSON", "[]", '["offline", null, "soon", null, null, null]'])
def test_a_problem_that_cannot_be_read_is_one_that_nobody_foresaw(
    sync: Connection, screen: Connection, text: str
) -> None:
    broken = collided(sync, screen)
    change(sync, broken, "problem", text)
    (found,) = pending_intents(screen)
    assert found.problem is not None
    assert found.problem.kind is ProblemKind.UNEXPECTED


def test_a_kind_of_a_later_version_is_left_to_it(sync: Connection, screen: Connection) -> None:
    """What was wished for the same target after it waits for it too."""
    unknown = file_intent(screen, IntentKind.COMPLETE_TASK, "planner:1", NOW)
    file_intent(screen, IntentKind.REOPEN_TASK, "planner:1", NOW)
    sound = file_intent(screen, IntentKind.COMPLETE_TASK, "planner:2", NOW)
    change(sync, unknown.id, "kind", "ring_a_bell")
    assert [each.id for each in OutboxDelivery(sync).deliverable(NOW)] == [sound.id]
    assert unknown.id not in {each.id for each in pending_intents(screen)}
    assert intent(screen, unknown.id) is None
    assert count_intents(screen, NOW).waiting == 2
    change(sync, unknown.id, "kind", "complete_task")
    assert unknown.id in {each.id for each in OutboxDelivery(sync).deliverable(NOW)}


@pytest.mark.parametrize("kind", [IntentKind.CHANGE_DUE, IntentKind.ACKNOWLEDGE_ARTICLE])
def test_a_wish_that_cannot_be_read_can_be_removed_and_that_undone(
    sync: Connection, screen: Connection, kind: IntentKind
) -> None:
    broken = collided(sync, screen)
    change(sync, broken, "payload", '{"due": 5}')
    change(sync, broken, "kind", kind.value)
    (before,) = pending_intents(screen)
    assert withdraw(screen, broken, NOW)
    assert as_it_was(screen, before, NOW)
    (after,) = pending_intents(screen)
    assert after.state is IntentState.NEEDS_YOU
