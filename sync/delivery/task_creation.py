"""Makes a task of the user's own in To Do, once: the wish's id travels with it as a linked resource."""

import msgspec

from sync.delivery.graph_answers import found_or_judged, is_done, may_have_arrived, read_as
from sync.delivery.outcome import DeliveryTools, Outcome
from sync.delivery.task_change import task_is_gone
from sync.delivery.task_places import TASKS_SCOPE, todo_due
from sync.delivery.task_version import TaskVersion
from sync.graph_client import GraphClient
from sync.paging import linked_pages
from sync.query import segment
from sync.wire.graph_envelope import GraphItem
from sync.wire.reading import RawItem, read_items, required
from sync.wire.todo import LIST_FIELDS, TodoTask, todo_list, todo_task_id
from workplace_app.domain.intent import Intent, IntentState
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.wishes import NewTask, wish_as

APPLICATION = "Nacka arbetsplats"
"""As To Do shows it beside the task."""
_SERVICE = "outlook"
_LISTS = "/me/todo/lists"
_USUAL_LIST = "defaultList"


class _LinkedResource(msgspec.Struct, rename="camel", kw_only=True):
    """A linkedResource."""

    external_id: str | None = None


class _LinkedTask(GraphItem, rename="camel", kw_only=True):
    """A todoTask with what it is linked to."""

    linked_resources: list[_LinkedResource | None] | None = None


async def deliver_new_task(tools: DeliveryTools, intent: Intent) -> Outcome:
    """To Do has no idempotency key: after an attempt that may have arrived the list is looked through for the wish's id
    first (linkedResource, ``externalId``). ``answer`` is the new task's id, as the cache will know it."""
    wish = wish_as(NewTask, intent.kind, intent.payload)
    graph = tools.graph(_SERVICE, TASKS_SCOPE)
    try:
        list_id = intent.target_id.partition(":")[2] or await _usual_list(graph)
        made = await _made_before(graph, list_id, intent.id) if may_have_arrived(intent) else None
        if made is None:
            answer = await graph.send("POST", f"{_LISTS}/{segment(list_id)}/tasks", _body(wish, intent))
            if not is_done(answer):
                return found_or_judged(graph, answer)
            made = required(read_as(answer, TodoTask, _SERVICE).id, "id")
        return Outcome(IntentState.CONFIRMED, answer=todo_task_id(list_id, made))
    except ProblemRaised as raised:
        if raised.problem.kind is not ProblemKind.NOT_FOUND:
            raise
        return task_is_gone(raised.problem, TaskVersion(None, wish.title, wish.due, done=False))


def _body(wish: NewTask, intent: Intent) -> dict[str, object]:
    link = {"applicationName": APPLICATION, "displayName": wish.title, "externalId": intent.id}
    due = {} if wish.due is None else {"dueDateTime": todo_due(wish.due)}
    notes = {} if not wish.notes else {"body": {"content": wish.notes, "contentType": "text"}}
    return {"title": wish.title, **due, **notes, "linkedResources": [link]}


async def _usual_list(graph: GraphClient) -> str:
    """The list that To Do itself puts new tasks in. Everybody has one; its name is theirs to choose."""
    async for page in linked_pages(graph, _LISTS, {"$select": LIST_FIELDS}):
        for found in read_items(page.items, todo_list, _SERVICE).facts:
            if found.wellknown_list_name == _USUAL_LIST and found.id:
                return found.id
    raise ProblemRaised(Problem(ProblemKind.NOT_FOUND, service=_SERVICE, detail="no default list"))


async def _made_before(graph: GraphClient, list_id: str, intent_id: str) -> str | None:
    """The task that carries the wish's id. All pages are looked through: it may have been sent long ago, and nothing
    says in which order a list is given."""
    path = f"{_LISTS}/{segment(list_id)}/tasks"
    async for page in linked_pages(graph, path, {"$select": "id", "$expand": "linkedResources", "$top": "200"}):
        for task in read_items(page.items, _linked_task, _SERVICE).facts:
            if any(link is not None and link.external_id == intent_id for link in task.linked_resources or []):
                return task.id
    return None


def _linked_task(item: RawItem) -> _LinkedTask:
    decoded = msgspec.json.decode(item, type=_LinkedTask, strict=False)
    required(decoded.id, "id")
    return decoded
