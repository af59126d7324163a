"""Ticks a task off, or takes the tick back, in the service that keeps it: Planner, To Do or Outlook."""

from typing import TypeVar
from urllib.parse import quote

import msgspec

from sync.answer import Answer
from sync.delivery.outcome import CONFIRMED, DeliveryTools, Outcome
from sync.graph_client import GraphClient
from sync.problem_translation import unreadable
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

_DONE, _NOT_BEGUN = 100, 0
_STALE = {409, 412}
"""Planner: the task has changed since the etag was read (planner-overview: read again, apply again)."""
_REBASES = 2
TASKS_SCOPE = "Tasks.ReadWrite"
_MAIL_SCOPE = "Mail.ReadWrite"
_Shape = TypeVar("_Shape")


class _PlannerTask(msgspec.Struct):
    etag: str = msgspec.field(name="@odata.etag")
    percent_complete: int = msgspec.field(name="percentComplete")


class _TodoTask(msgspec.Struct):
    status: str


async def deliver_task_completion(tools: DeliveryTools, intent: Intent) -> Outcome:
    """Set the wished state. Setting a state twice does nothing, but a state that somebody has changed meanwhile is not
    overwritten by a late repetition: after an attempt without an answer the task is read first."""
    wished = intent.kind is IntentKind.COMPLETE_TASK
    source, _, identity = intent.target_id.partition(":")
    if source == "planner":
        return await _planner(tools, intent, f"/planner/tasks/{_segment(identity)}", wished)
    if source == "todo":
        list_id, _, task_id = identity.partition("/")
        return await _todo(tools, intent, f"/me/todo/lists/{_segment(list_id)}/tasks/{_segment(task_id)}", wished)
    if source == "mail":
        flag = {"flag": {"flagStatus": "complete" if wished else "flagged"}}
        graph = tools.graph("outlook", _MAIL_SCOPE)
        return _judged(graph, await graph.send("PATCH", f"/me/messages/{_segment(identity)}", flag))
    return Outcome(IntentState.NEEDS_YOU, Problem(ProblemKind.UNEXPECTED, item_id=intent.target_id))


async def _planner(tools: DeliveryTools, intent: Intent, path: str, wished: bool) -> Outcome:
    """Planner wants the etag of what the change builds on; a stale one is answered by reading and looking again."""
    graph = tools.graph("planner", TASKS_SCOPE)
    cached = tools.cached_task(intent.target_id)
    etag = cached.etag if cached is not None and not _may_have_arrived(intent) else None
    for _ in range(_REBASES + 1):
        if etag is None:
            task = _read(await graph.get(path), _PlannerTask, "planner")
            if (task.percent_complete >= _DONE) is wished:
                return CONFIRMED
            # Whatever else has changed, this field still says what it said when the user wished otherwise.
            etag = task.etag
        percent = _DONE if wished else _NOT_BEGUN
        answer = await graph.send("PATCH", path, {"percentComplete": percent}, {"If-Match": etag})
        if answer.status not in _STALE:
            return _judged(graph, answer)
        etag = None
    return Outcome(IntentState.WAITING, graph.problem(answer))


async def _todo(tools: DeliveryTools, intent: Intent, path: str, wished: bool) -> Outcome:
    graph = tools.graph("outlook", TASKS_SCOPE)
    if _may_have_arrived(intent):
        task = _read(await graph.get(path, {"$select": "status"}), _TodoTask, "outlook")
        if (task.status == "completed") is wished:
            return CONFIRMED
    return _judged(graph, await graph.send("PATCH", path, {"status": "completed" if wished else "notStarted"}))


def _judged(graph: GraphClient, answer: Answer) -> Outcome:
    """A change that was answered was either made or refused; a refusal is the user's to know."""
    if 200 <= answer.status < 300:
        return CONFIRMED
    return Outcome(IntentState.NEEDS_YOU, graph.problem(answer))


def _may_have_arrived(intent: Intent) -> bool:
    return intent.state in (IntentState.SENDING, IntentState.UNKNOWN)


def _read(answer: Answer, shape: type[_Shape], service: str) -> _Shape:
    try:
        return msgspec.json.decode(answer.content, type=shape)
    except msgspec.MsgspecError as error:
        raise ProblemRaised(unreadable(error, service)) from error


def _segment(identity: str) -> str:
    return quote(identity, safe="=-_")
