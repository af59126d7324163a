"""Adds words to a task: in Planner as a post in the group's conversation, in To Do below the task's notes."""

from html import escape

from sync.delivery.graph_answers import REBASES, STALE, found_or_judged, may_have_arrived, read_as
from sync.delivery.outcome import CONFIRMED, DeliveryTools, Outcome
from sync.delivery.planner_comment import comment_in_group
from sync.delivery.task_change import mine_of, task_is_gone
from sync.delivery.task_places import TASKS_SCOPE, todo_path
from sync.wire.todo import TextBody, TodoTask
from workplace_app.domain.intent import Intent, IntentState
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.wishes import Comment, wish_as
from workplace_app.store.moments import LOCAL_ZONE


async def deliver_comment(tools: DeliveryTools, intent: Intent) -> Outcome:
    """Once, and without touching what others have written. Words for a task that is gone come back to the user."""
    wish = wish_as(Comment, intent.kind, intent.payload)
    source, _, identity = intent.target_id.partition(":")
    try:
        if source == "planner":
            return await comment_in_group(tools, intent, identity, wish.text)
        if source == "todo":
            return await _below_the_notes(tools, intent, identity, wish.text)
    except ProblemRaised as raised:
        if raised.problem.kind is not ProblemKind.NOT_FOUND:
            raise
        cached = tools.cached_task(intent.target_id)
        return task_is_gone(raised.problem, mine_of(tools, intent, cached, lambda version: version))
    # A flagged message has no place for comments.
    return Outcome(IntentState.NEEDS_YOU, Problem(ProblemKind.REQUEST_REFUSED, item_id=intent.target_id))


async def _below_the_notes(tools: DeliveryTools, intent: Intent, identity: str, words: str) -> Outcome:
    """To Do has no comments: a line with the date and the name is put below the notes as they are now. The line is its
    own marker: it stands there already, or it does not."""
    graph = tools.graph("outlook", TASKS_SCOPE)
    path = todo_path(identity)
    line = comment_line(intent, tools.me.display_name, words)
    for _ in range(REBASES + 1):
        task = read_as(await graph.get(path, {"$select": "id,body"}), TodoTask, "outlook")
        body = task.body or TextBody()
        if may_have_arrived(intent) and _squeezed(line) in _squeezed(body.words):
            return CONFIRMED
        change = {"body": {"content": _with_line(body, line), "contentType": body.content_type or "text"}}
        answer = await graph.send("PATCH", path, change, {"If-Match": task.etag} if task.etag else {})
        if answer.status not in STALE:
            return found_or_judged(graph, answer)
    return Outcome(IntentState.WAITING, graph.problem(answer))


def comment_line(intent: Intent, author: str, words: str) -> str:
    """ "2026-10-14 10:12 Elin Ekhamn: Måtten stämmer": when it was written, not when it was sent."""
    moment = intent.filed_at.astimezone(LOCAL_ZONE).strftime("%Y-%m-%d %H:%M")
    return f"{' '.join(filter(None, [moment, author]))}: {words.strip()}"


def _with_line(body: TextBody, line: str) -> str:
    content = body.content or ""
    if (body.content_type or "").lower() != "html":
        return f"{content.rstrip()}\n\n{line}" if content.strip() else line
    paragraph = f"<p>{escape(line, quote=False).replace(chr(10), '<br>')}</p>"
    end = content.lower().rfind("</body>")
    return f"{content[:end]}{paragraph}{content[end:]}" if end >= 0 else f"{content}{paragraph}"


def _squeezed(text: str) -> str:
    """The words alone: a service may break lines otherwise than they were sent."""
    return " ".join(text.split())
