"""A comment on a Planner task: a post in the mailbox of the plan's group, and the task's own pointer to the thread.

Planner keeps no comments itself. A task names a thread of the group that owns its plan (plannerTask,
``conversationThreadId``); a task without one gets it with the first comment, in two steps: begin a thread, name it on
the task. Either may be lost or be the last thing that happens, so every later attempt looks for what an earlier one has
made before it makes anything.

What is looked for is the wish's own id in the post. Exchange may rename an HTML id but keeps it in the text; should it
take it away, a post without any mark that says the same words, is the user's own and is no older than the wish is taken
for it. (A post's extended properties would be neater, but reading them wants Group.Read.All.)
"""

import re
from html import escape

from sync.delivery.graph_answers import (
    REBASES,
    STALE,
    found_or_judged,
    is_done,
    judged,
    may_have_arrived,
    read_as,
)
from sync.delivery.outcome import CONFIRMED, DeliveryTools, Outcome
from sync.delivery.task_places import PlannerPlace
from sync.graph_client import GraphClient
from sync.paging import linked_pages
from sync.query import segment
from sync.wire.dates import moment
from sync.wire.groups import ConversationThread, Post, conversation_thread, post
from sync.wire.plain_text import plain_text
from sync.wire.planner import PlannerPlan, PlannerTaskNow
from sync.wire.reading import read_items
from workplace_app.domain.frozen import frozen
from workplace_app.domain.intent import Intent, IntentState
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

CONVERSATIONS_SCOPE = "Group-Conversation.ReadWrite.All"
"""The least for beginning a thread in a conversation (conversation-post-threads, 2026). The pages for replying and for
beginning a thread in a group still name Group.ReadWrite.All alone; they are older, and the wider one counts as well."""
_SERVICE = "outlook"
_MARK = re.compile(r"na-[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
_LONGEST_TOPIC = 200


async def comment_in_group(tools: DeliveryTools, intent: Intent, task_id: str, words: str) -> Outcome:
    """Add the words to the task's thread; begin one when the task has none. Raises NOT_FOUND when the task is gone."""
    place = PlannerPlace(tools, task_id)
    task = await place.now()
    plan_path = f"/planner/plans/{segment(task.plan_id or '')}"
    plan = read_as(await place.graph.get(plan_path, {"$select": "id,owner,container"}), PlannerPlan, "planner")
    if not plan.group_id:
        detail = "the plan has no group"
        return Outcome(IntentState.NEEDS_YOU, Problem(ProblemKind.REQUEST_REFUSED, service="planner", detail=detail))
    mailbox = _Mailbox(tools, tools.graph(_SERVICE, CONVERSATIONS_SCOPE), plan.group_id, intent, words)
    if task.conversation_thread_id:
        outcome = await mailbox.reply(task.conversation_thread_id)
        if outcome is not None:
            return outcome
    return await _begin(place, mailbox, task)


async def _begin(place: PlannerPlace, mailbox: "_Mailbox", task: PlannerTaskNow) -> Outcome:
    """Begin a thread, or find the one that an earlier attempt began, and name it on the task. When somebody else has
    named another one meanwhile the words go there as well, since nobody would find ours."""
    lost = task.conversation_thread_id
    begun = await mailbox.thread_begun(task) or await mailbox.begin(task)
    if isinstance(begun, Outcome):
        return begun
    for _ in range(REBASES + 1):
        answer = await place.write({"conversationThreadId": begun}, task.etag)
        if answer.status not in STALE:
            # The words are in the mailbox: whatever Planner says, an attempt that follows finds them there.
            return found_or_judged(place.graph, answer)
        task = await place.now()
        if task.conversation_thread_id == begun:
            return CONFIRMED
        if task.conversation_thread_id not in (None, "", lost):
            outcome = await mailbox.reply(task.conversation_thread_id or "")
            return outcome or Outcome(IntentState.UNKNOWN, place.graph.problem(answer))
    return Outcome(IntentState.UNKNOWN, place.graph.problem(answer))


@frozen
class _Mailbox:
    """The conversations of the plan's group, for one comment."""

    tools: DeliveryTools
    graph: GraphClient
    group_id: str
    intent: Intent
    words: str

    async def reply(self, thread_id: str) -> Outcome | None:
        """Write in a thread, unless it has been done; None when there is no such thread any more."""
        path = f"{self._threads}/{segment(thread_id)}"
        try:
            if may_have_arrived(self.intent) and await self._stands_in(thread_id):
                return CONFIRMED
        except ProblemRaised as raised:
            if raised.problem.kind is ProblemKind.NOT_FOUND:
                return None
            raise
        answer = await self.graph.send("POST", f"{path}/reply", {"post": self._post()})
        return None if answer.status == 404 else judged(self.graph, answer)

    async def begin(self, task: PlannerTaskNow) -> str | Outcome:
        """Begin a thread with the words in it; gives its id, or the refusal."""
        body = {"topic": self._topic(task), "posts": [self._post()]}
        answer = await self.graph.send("POST", self._threads, body)
        if not is_done(answer):
            return judged(self.graph, answer)
        return read_as(answer, ConversationThread, _SERVICE).id or Outcome(IntentState.UNKNOWN)

    async def thread_begun(self, task: PlannerTaskNow) -> str | None:
        """The thread that an earlier attempt began, if it came that far."""
        if not may_have_arrived(self.intent):
            return None
        topic = self._topic(task)
        async for page in linked_pages(self.graph, self._threads, {"$select": "id,topic", "$top": "100"}):
            for thread in read_items(page.items, conversation_thread, _SERVICE).facts:
                if thread.id and (thread.topic or "").strip() == topic and await self._stands_in(thread.id):
                    return thread.id
        return None

    @property
    def _threads(self) -> str:
        return f"/groups/{segment(self.group_id)}/threads"

    async def _stands_in(self, thread_id: str) -> bool:
        path = f"{self._threads}/{segment(thread_id)}/posts"
        async for page in linked_pages(self.graph, path, {"$select": "id,body,from,receivedDateTime"}):
            if any(map(self._is_ours, read_items(page.items, post, _SERVICE).facts)):
                return True
        return False

    def _is_ours(self, found: Post) -> bool:
        content = (found.body.content if found.body else None) or ""
        if self._mark in content:
            return True
        if _MARK.search(content):
            return False
        received = moment(found.received_date_time)
        address = found.sender.email_address if found.sender else None
        mine = address is not None and self.tools.me.user_name.casefold() == (address.address or "").casefold() != ""
        same = " ".join(plain_text(content).split()) == " ".join(self.words.split())
        return mine and same and received is not None and received >= self.intent.filed_at

    @property
    def _mark(self) -> str:
        return f"na-{self.intent.id}"

    def _post(self) -> dict[str, object]:
        paragraphs = "".join(f"<p>{escape(line, quote=False)}</p>" for line in self.words.splitlines() if line.strip())
        return {"body": {"contentType": "html", "content": f'<div id="{self._mark}">{paragraphs}</div>'}}

    def _topic(self, task: PlannerTaskNow) -> str:
        """What the task was called when the comment was written, so that it is found again when it has been renamed."""
        return " ".join((self.intent.about or task.title or "").split())[:_LONGEST_TOPIC].strip()
