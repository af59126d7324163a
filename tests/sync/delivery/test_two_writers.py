"""Two writers and one task: every wish against every change of a colleague's, at every moment between our requests.

Whatever the order, no request of ours takes away what the colleague has written: what it changes is its own field, and
that only where it still says what the user saw. Either the wish is done, or the user is asked with both versions.
"""

from dataclasses import dataclass
from typing import Any

import pytest

from sync.delivery.task_version import DONE, OPEN
from tests.sync.delivery.test_task_due import FRIDAY
from tests.sync.delivery.town_desk import Exchange, TownDesk
from workplace_app.domain.conflict import ComparedField
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.domain.wishes import Comment, DueChange, Nothing, Wish

BOOKKEEPING = {"@odata.etag", "lastModifiedDateTime", "completedDateTime", "completedBy"}
"""What a service writes itself when something else is changed."""
OWN_FIELDS = {
    IntentKind.COMPLETE_TASK: {"percentComplete", "status"},
    IntentKind.REOPEN_TASK: {"percentComplete", "status"},
    IntentKind.CHANGE_DUE: {"dueDateTime"},
    IntentKind.COMMENT_TASK: {"conversationThreadId", "body"},
}
CASES = [
    (source, kind, moment)
    for source in ("planner", "todo")
    for kind in OWN_FIELDS
    for moment in range(6 if (source, kind) == ("planner", IntentKind.COMMENT_TASK) else 4)
]
"""Each wish with every moment at which the colleague may come: before the first attempt, before each request of it, and
after the last."""


@dataclass(frozen=True)
class Change:
    """What the colleague does: an order of the demo municipality's control."""

    order: str
    words: dict[str, Any]


CHANGES = (
    Change("move", {"days": 2}),
    Change("move", {"due": ""}),
    Change("move", {"due": FRIDAY.isoformat()}),
    Change("rename", {"title": "Omdöpt"}),
    Change("complete", {"done": True}),
    Change("complete", {"done": False}),
    Change("assign", {}),
    Change("comment", {"text": "Jag har ringt."}),
    Change("remove", {}),
)


def wish_for(desk: TownDesk, kind: IntentKind, task: str) -> Wish:
    if kind is IntentKind.CHANGE_DUE:
        return DueChange(FRIDAY, desk.seen(task))
    return Comment("Måtten stämmer") if kind is IntentKind.COMMENT_TASK else Nothing()


def overwritten(kind: IntentKind, exchange: Exchange, seen: dict[str, Any]) -> list[str]:
    """What this request of ours has taken away from the task that lay there when it arrived."""
    before, after = exchange.before, exchange.after
    if before is None or after is None:
        return [] if before is after else ["the task itself"]
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)} - BOOKKEEPING
    found = sorted(changed - OWN_FIELDS[kind])
    for name in sorted(changed & OWN_FIELDS[kind]):
        if name == "body":
            kept = str(before["body"]["content"]) in str(after["body"]["content"])
        else:
            kept = before.get(name) == seen.get(name)
        found += [] if kept else [name]
    return found


def assert_told(delivered: Intent, theirs: dict[str, Any] | None) -> None:
    """The user is shown what stands in the service."""
    conflict = delivered.conflict
    assert conflict is not None
    assert conflict.gone is (theirs is None)
    if theirs is not None:
        done = theirs.get("percentComplete") == 100 or theirs.get("status") == "completed"
        assert conflict.theirs(ComparedField.TITLE) == theirs["title"]
        assert conflict.theirs(ComparedField.STATE) == (DONE if done else OPEN)


@pytest.mark.parametrize(("source", "kind", "moment"), CASES)
@pytest.mark.parametrize("lost", [False, True], ids=["heard", "answer-lost"])
def test_nothing_is_overwritten_in_silence(
    desk: TownDesk, source: str, kind: IntentKind, moment: int, lost: bool
) -> None:
    for change in CHANGES:
        if source == "todo" and change.order == "assign":
            continue
        task = desk.take(source, done=kind is IntentKind.REOPEN_TASK)
        seen = desk.document(task) or {}
        wish = desk.file(kind, task, wish_for(desk, kind, task))
        if lost:
            desk.fault(kind="answer_lost", method="PATCH", times=1)
        exchanges = deliver_while(desk, wish, task, change, moment)
        delivered, left = desk.intent(wish), desk.document(task)
        where = f"{change} before request {moment}: {delivered.state}, {[each.method for each in exchanges]}"
        taken = [name for each in exchanges for name in overwritten(kind, each, seen)]
        assert not taken, f"{where} took {taken}"
        assert delivered.state in (IntentState.CONFIRMED, IntentState.NEEDS_YOU), where
        if delivered.state is IntentState.NEEDS_YOU:
            assert_told(delivered, left)
        desk.town.order("faults/clear")


def deliver_while(desk: TownDesk, wish: str, task: str, change: Change, moment: int) -> list[Exchange]:
    """Deliver until nothing is in doubt; the colleague comes before the request of this number, counted over all
    attempts, 0 being before the first attempt."""
    exchanges: list[Exchange] = []
    done: list[bool] = []

    def come() -> None:
        if not done:
            done.append(True)
            desk.colleague(change.order, task, **change.words)

    def before(number: int) -> None:
        if len(exchanges) + number == moment:
            come()

    if moment == 0:
        come()
    desk.before_request = before
    for _ in range(3):
        desk.deliver(wish)
        exchanges += desk.exchanges
        if desk.intent(wish).state in (IntentState.CONFIRMED, IntentState.NEEDS_YOU):
            break
    desk.before_request = None
    return exchanges
