"""What the user can wish for in a random sequence, and what colleagues do meanwhile: one table for every kind."""

from collections.abc import Mapping
from datetime import date, timedelta

import httpx

from tests.random_user.computer import Computer
from tests.random_user.dialogue_acts import acknowledge, remark
from tests.random_user.targets import Targets
from tests.random_user.wished import Making, Wished, words_with
from tests.random_user.world import ELIN, World
from workplace_app.demo.tenant.moments import from_text
from workplace_app.domain.event import Response
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.opposite import opposite_of
from workplace_app.domain.task import Task
from workplace_app.domain.wishes import (
    Comment,
    DueChange,
    InvitationAnswer,
    NewTask,
    Nothing,
    Reply,
    ReservedTime,
    wish_of,
)
from workplace_app.store.connection_type import Connection
from workplace_app.store.event_reader import event
from workplace_app.store.moments import LOCAL_ZONE
from workplace_app.store.outbox_reader import intent
from workplace_app.store.outbox_undo import undoable
from workplace_app.store.task_reader import task

FIRST_DAY = date(2027, 1, 1)
_DONE = 100


def _chosen(targets: Targets, which: int) -> Task:
    return targets.tasks[which % len(targets.tasks)]


def _complete(_world: World, _screen: Connection, targets: Targets, which: int, _number: int) -> Wished:
    return Wished(IntentKind.COMPLETE_TASK, _chosen(targets, which).id, Nothing())


def _reopen(_world: World, _screen: Connection, targets: Targets, which: int, _number: int) -> Wished:
    return Wished(IntentKind.REOPEN_TASK, _chosen(targets, which).id, Nothing())


def _move(world: World, screen: Connection, targets: Targets, which: int, number: int) -> Wished:
    chosen = _chosen(targets, which)
    shown = task(screen, chosen.id, world.clock.now())
    due = shown.task.due if shown is not None else None
    seen = None if due is None else due.astimezone(LOCAL_ZONE).date()  # the day that the screen shows
    return Wished(IntentKind.CHANGE_DUE, chosen.id, DueChange(FIRST_DAY + timedelta(days=number), seen))


def _comment(_world: World, _screen: Connection, targets: Targets, which: int, number: int) -> Wished:
    words = words_with(number)
    return Wished(IntentKind.COMMENT_TASK, _chosen(targets, which).id, Comment(words), words)


def _create(_world: World, _screen: Connection, _targets: Targets, _which: int, number: int) -> Wished:
    words = words_with(number)
    return Wished(IntentKind.CREATE_TASK, "todo:", NewTask(words), words)


def _answer(_world: World, screen: Connection, targets: Targets, which: int, number: int) -> Wished:
    chosen = targets.invitations[which % len(targets.invitations)]
    seen = event(screen, chosen.id)
    shown = chosen if seen is None else seen.event
    answers = (Response.ACCEPTED, Response.TENTATIVE)  # what is declined leaves the calendar: no other answer follows
    wish = InvitationAnswer(answers[number % len(answers)], "", shown.start, shown.end)
    return Wished(IntentKind.ANSWER_INVITATION, chosen.id, wish)


def _reserve(world: World, _screen: Connection, _targets: Targets, _which: int, number: int) -> Wished:
    words = words_with(number)
    start = world.clock.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=1)
    return Wished(IntentKind.RESERVE_TIME, "calendar:", ReservedTime(words, start, start + timedelta(hours=1)), words)


def _give_back(_world: World, screen: Connection, _targets: Targets, which: int, _number: int) -> Wished | None:
    """Offered for time that has been taken and not been given back."""
    rows = screen.execute("SELECT id FROM mine.outbox WHERE kind = 'reserve_time' AND state = 'confirmed' ORDER BY id")
    taken = [each for row in rows.fetchall() if (each := intent(screen, row[0])) is not None]
    open_to_undo = undoable(screen, taken)
    chosen = [each for each in taken if each.id in open_to_undo]
    opposite = opposite_of(chosen[which % len(chosen)]) if chosen else None
    return None if opposite is None else Wished(opposite.kind, opposite.target_id, opposite.wish)


def _reply(_world: World, _screen: Connection, targets: Targets, which: int, number: int) -> Wished:
    words = words_with(number)
    if which % 2:
        return Wished(IntentKind.REPLY, targets.chat, Reply(words), words)
    place, thread = targets.channel
    return Wished(IntentKind.REPLY, place, Reply(words, thread), words)


MAKING: Mapping[IntentKind, Making] = {
    IntentKind.COMPLETE_TASK: _complete,
    IntentKind.REOPEN_TASK: _reopen,
    IntentKind.CHANGE_DUE: _move,
    IntentKind.COMMENT_TASK: _comment,
    IntentKind.CREATE_TASK: _create,
    IntentKind.ANSWER_INVITATION: _answer,
    IntentKind.RESERVE_TIME: _reserve,
    IntentKind.GIVE_TIME_BACK: _give_back,
    IntentKind.REPLY: _reply,
    IntentKind.ASK_QUESTION: remark(IntentKind.ASK_QUESTION),
    IntentKind.SEND_IDEA: remark(IntentKind.SEND_IDEA),
    IntentKind.CORRECT_ERROR: remark(IntentKind.CORRECT_ERROR),
    IntentKind.ACKNOWLEDGE_ARTICLE: acknowledge,
}


def colleague_moves(world: World, chosen: Task, number: int) -> None:
    """Somebody else gives a task another last day."""
    _change(world, chosen, {"dueDateTime": _due_of(chosen, FIRST_DAY + timedelta(days=number))})


def colleague_completes(world: World, chosen: Task, *, done: bool) -> None:
    """Somebody else ticks a task off, or takes the tick back."""
    if chosen.id.startswith("planner:"):
        _change(world, chosen, {"percentComplete": 100 if done else 0})
    else:
        _change(world, chosen, {"status": "completed" if done else "notStarted"})


def colleague_removes(world: World, chosen: Task) -> None:
    """Somebody else removes a task."""
    source, _, identity = chosen.id.partition(":")
    tenant = world.graph.tenant
    if source == "planner":
        shelves = tenant.planner.shelves_of(identity)
        if shelves is not None:
            shelves[0].remove(identity)
        return
    list_id, _, task_id = identity.partition("/")
    shelf = tenant.todo.tasks_in(ELIN, list_id)
    if shelf is not None and shelf.get(task_id) is not None:
        shelf.remove(task_id)


def in_town(world: World, task_id: str) -> bool:
    """True for a task that is there (a flagged mail always is: nobody removes them here)."""
    return task_id.startswith("mail:") or _document(world, task_id) is not None


def due_in_town(world: World, task_id: str) -> str | None:
    """The last day of a task as its source has it, an ISO date; None for none, or for a task that is gone."""
    document = _document(world, task_id)
    if document is None:
        return None
    due = document.get("dueDateTime")
    if isinstance(due, dict):
        due = due.get("dateTime")
    return None if not due else from_text(str(due)).astimezone(LOCAL_ZONE).date().isoformat()


def wanted(wished: Wished) -> tuple[str, object]:
    """Which aspect of its target a wish sets, and to what; "" for one that adds something."""
    if isinstance(wished.wish, DueChange):
        return "due", None if wished.wish.due is None else wished.wish.due.isoformat()
    if wished.kind in (IntentKind.COMPLETE_TASK, IntentKind.REOPEN_TASK):
        return "done", wished.kind is IntentKind.COMPLETE_TASK
    if wished.kind is IntentKind.ACKNOWLEDGE_ARTICLE:
        return "acknowledged", True
    if wished.kind is IntentKind.GIVE_TIME_BACK:
        return "in the calendar", False
    return "", None


def in_source(world: World, target: str, aspect: str) -> object:
    """How an aspect of a thing stands in its source."""
    if aspect == "due":
        return due_in_town(world, target)
    if aspect == "acknowledged":
        return world.dialogue.acknowledged_at(target, ELIN) is not None
    if aspect == "in the calendar":
        return world.graph.tenant.calendars.events_of(ELIN).get(target.partition(":")[2]) is not None
    document = _document(world, target) or {}
    return document.get("percentComplete") == _DONE or document.get("status") == "completed"


def overwriting(world: World, computer: Computer, request: httpx.Request, intent_id: str | None) -> str | None:
    """What is wrong with a request that would put another last day in the place of one that its user has not seen.

    Planner's etag keeps it from taking effect. To Do has none: there the day is looked at right before, and what comes
    late or is changed in that moment cannot be helped.
    """
    wished = None if intent_id is None else intent(computer.screen, intent_id)
    if wished is None or not wished.target_id.startswith("planner:") or b"dueDateTime" not in request.content:
        return None
    wish = wish_of(wished.kind, wished.payload)
    if not isinstance(wish, DueChange):
        return None
    known = [None if day is None else day.isoformat() for day in (wish.seen, wish.due)]
    stands = due_in_town(world, wished.target_id)
    return None if stands in known else f"{stands} was replaced by {known[1]} of somebody who knew of {known[0]}"


def _document(world: World, task_id: str) -> dict[str, object] | None:
    source, _, identity = task_id.partition(":")
    tenant = world.graph.tenant
    if source == "planner":
        shelves = tenant.planner.shelves_of(identity)
        return None if shelves is None else shelves[0].get(identity)
    list_id, _, item = identity.partition("/")
    shelf = tenant.todo.tasks_in(ELIN, list_id)
    return None if shelf is None else shelf.get(item)


def _due_of(chosen: Task, day: date) -> object:
    if chosen.id.startswith("planner:"):
        return f"{day.isoformat()}T10:00:00Z"
    return {"dateTime": f"{day.isoformat()}T00:00:00.0000000", "timeZone": "UTC"}


def _change(world: World, chosen: Task, changes: dict[str, object]) -> None:
    source, _, identity = chosen.id.partition(":")
    tenant = world.graph.tenant
    if source == "planner":
        tenant.planner.change_task(identity, changes)
        return
    list_id, _, task_id = identity.partition("/")
    shelf = tenant.todo.tasks_in(ELIN, list_id)
    if shelf is not None and shelf.get(task_id) is not None:
        tenant.todo.change(shelf, task_id, changes, world.clock.now())
