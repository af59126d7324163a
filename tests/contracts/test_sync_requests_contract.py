"""Every request that sync makes of Graph is as Microsoft describes it, and so is every answer that it gets."""

import asyncio
import json
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from sync.account_session import AccountSession
from sync.clock import SystemClock
from sync.feeds.registry import FEEDS
from sync.http_client import open_client, trust
from tests.benchmarks.first_sync import NobodyListens, OneToken
from tests.contracts.graph_contract import REASON, GraphContract
from tests.demo.msal_client import msal_application, sign_in
from tests.demo.town_thread import Town, town_on_thread
from workplace_app.demo.clock import DemoClock
from workplace_app.demo.cms.part import cms_part
from workplace_app.demo.graph.part import graph_part
from workplace_app.demo.running import Start
from workplace_app.demo.staff import STAFF
from workplace_app.domain.account import Account
from workplace_app.domain.configuration import GRAPH_SCOPES
from workplace_app.domain.configuration_reading import municipality_from_json
from workplace_app.domain.event import Response
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.permissions import PERMISSIONS
from workplace_app.domain.task import Task, TaskSource
from workplace_app.domain.wishes import Comment, DueChange, InvitationAnswer, NewTask, Reply, ReservedTime
from workplace_app.domain.workspace import WorkspaceKind
from workplace_app.store.connection_type import Connection
from workplace_app.store.event_reader import events_between
from workplace_app.store.message_reader import threads
from workplace_app.store.moments import LOCAL_ZONE
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_filing import file_intent
from workplace_app.store.outbox_undo import undo
from workplace_app.store.sync_connection import open_in_memory
from workplace_app.store.task_reader import open_tasks
from workplace_app.store.workspace_reader import cached_workspaces, channels

pytestmark = pytest.mark.skipif(not GraphContract.available(), reason=REASON)

HAPPENINGS = 80
EXPECTED = {
    "GET /me/planner/tasks",
    "GET /me/todo/lists/{todoTaskList-id}/tasks/delta",
    "GET /me/calendarView/delta",
    "GET /me/mailFolders/{mailFolder-id}",
    "GET /me/joinedTeams",
    "GET /teams/{team-id}/channels",
    "GET /teams/{team-id}/channels/{channel-id}/messages",
    "GET /me/chats",
    "GET /groups/{group-id}/threads",
    "GET /me/followedSites",
    "GET /drives/{drive-id}/root/delta",
    "GET /users",
    "PATCH /planner/tasks/{plannerTask-id}",
    "PATCH /me/todo/lists/{todoTaskList-id}/tasks/{todoTask-id}",
    "POST /me/todo/lists/{todoTaskList-id}/tasks",
    "GET /me/todo/lists/{todoTaskList-id}/tasks",
    "GET /planner/plans/{plannerPlan-id}",
    "POST /groups/{group-id}/threads",
    "POST /groups/{group-id}/threads/{conversationThread-id}/reply",
    "POST /$batch",
    "GET /me/events/{event-id}",
    "POST /me/events/{event-id}/tentativelyAccept",
    "POST /me/events",
    "DELETE /me/events/{event-id}",
    "GET /teams/{team-id}/channels/{channel-id}/messages/{chatMessage-id}/replies",
    "POST /teams/{team-id}/channels/{channel-id}/messages/{chatMessage-id}/replies",
    "GET /chats/{chat-id}/messages",
    "POST /chats/{chat-id}/messages",
}
"""What a day of work must have asked, so that the test cannot pass by asking nothing."""


@dataclass
class Judge:
    """Hears every exchange with Graph and asks the description about both halves."""

    graph: str
    contract: GraphContract = field(default_factory=GraphContract.load)
    problems: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    async def hear(self, answer: httpx.Response) -> None:
        """An event hook of httpx."""
        request = answer.request
        if not str(request.url).startswith(self.graph):
            return
        await answer.aread()
        sent = json.loads(request.content) if request.content else None
        told = answer.json() if answer.content else None
        self._judge(request.method, str(request.url), dict(request.headers), sent, answer.status_code, told)
        parts = {part["id"]: part for part in sent["requests"]} if isinstance(sent, dict) and "requests" in sent else {}
        for each in (told or {}).get("responses", ()) if parts else ():
            part = parts[each["id"]]
            problems = self.contract.check_response(part["method"], part["url"], each["status"], each.get("body"))
            self.problems += [f"{part['method']} {part['url'][:120]}: answer: {problem}" for problem in problems]
            self._note(part["method"], part["url"])

    def _judge(self, method: str, url: str, headers: dict[str, str], sent: object, status: int, told: object) -> None:
        asked = self.contract.check_request(method, url, headers, sent)
        answered = self.contract.check_response(method, url, status, told)
        self.problems += [f"request: {problem}" for problem in asked]
        self.problems += [f"{method} {url[:160]}: answer: {problem}" for problem in answered]
        self._note(method, url)

    def _note(self, method: str, url: str) -> None:
        operation = self.contract.operation(method, url)
        self.seen.add(f"{method} {operation.template if operation else url}")


def wish_everything_of_a_task(connection: Connection, now: datetime) -> None:
    """All that the screen offers for a Planner task and a To Do task, and a task of one's own. The words are wished
    twice, so that they are also put into a conversation that is there."""
    found: dict[TaskSource, Task] = {}
    for seen in open_tasks(connection, now, limit=1000).rows:
        found.setdefault(seen.task.source, seen.task)
    for source in (TaskSource.PLANNER, TaskSource.TODO):
        task = found[source]
        seen_day = None if task.due is None else task.due.astimezone(LOCAL_ZONE).date()
        file_intent(connection, IntentKind.CHANGE_DUE, task.id, now, DueChange(date(2030, 1, 7), seen_day))
        for words in ("Hej", "Hej igen"):
            file_intent(connection, IntentKind.COMMENT_TASK, task.id, now, Comment(words), about=task.title)
        file_intent(connection, IntentKind.COMPLETE_TASK, task.id, now)
    made = file_intent(connection, IntentKind.CREATE_TASK, "todo:", now, NewTask("Ring", date(2030, 1, 7)))
    # As if an answer had been lost: everything is looked for before it is sent.
    OutboxDelivery(connection).sending(made.id, now - timedelta(hours=1))


def talk_and_take_time(connection: Connection, now: datetime, channel_id: str, chat_id: str) -> str:
    """Answer an invitation, take time of one's own, and reply in a channel and in a chat, where an earlier attempt was
    left by a crash and has to be looked for. Gives the wish that takes time."""
    start, end = now + timedelta(days=1), now + timedelta(days=1, minutes=45)
    taken = file_intent(connection, IntentKind.RESERVE_TIME, "calendar:", now, ReservedTime("Egen tid", start, end))
    coming = [seen.event for seen in events_between(connection, now, now + timedelta(days=60))]
    invitation = next(event for event in coming if event.response is Response.NOT_ANSWERED and not event.cancelled)
    answer = InvitationAnswer(Response.TENTATIVE, "Kanske.", invitation.start, invitation.end)
    file_intent(connection, IntentKind.ANSWER_INVITATION, invitation.id, now, answer)
    thread_id = threads(connection, channel_id).rows[0].thread_id
    outbox = OutboxDelivery(connection)
    for place, wish in ((channel_id, Reply("Tack!", thread_id)), (chat_id, Reply("Tack!"))):
        filed = file_intent(connection, IntentKind.REPLY, place, now, wish)
        outbox.sending(filed.id, now - timedelta(minutes=1))
    return taken.id


async def sync_twice(town: Town, token: str, judge: Judge) -> None:
    """A first sync, conversations opened, a task completed, life, and a round of changes."""
    municipality = municipality_from_json(town.configuration)
    who = Account(municipality.tenant_id, STAFF[0].object_id, "", STAFF[0].user_name, STAFF[0].name)
    connection = open_in_memory()
    async with open_client(trust(municipality.ca_file)) as http:
        http.event_hooks["response"].append(judge.hear)
        feeds = {feed.name: feed for feed in FEEDS}
        session = AccountSession(
            account=who,
            connection=connection,
            municipality=municipality,
            http=http,
            credentials=OneToken(token),
            cms_credentials=None,
            listener=NobodyListens(),
            clock=SystemClock(),
            feeds=feeds,
        )
        everything = [feed.name for feed in FEEDS if not feed.on_demand]
        await session.engine.round(everything)
        team = cached_workspaces(connection, WorkspaceKind.TEAM)[0]
        group = cached_workspaces(connection, WorkspaceKind.GROUP)[0]
        channel_id = channels(connection, team.id)[0].id
        await session.engine.round(["channel_messages"], channel_id)
        await session.engine.round(["group_conversations"], group.id)
        await session.engine.round(["chats"])
        chat_id = cached_workspaces(connection, WorkspaceKind.CHAT)[0].id
        await session.engine.round(["chats"], chat_id)
        taken = talk_and_take_time(connection, SystemClock().now(), channel_id, chat_id)
        await session.engine.round([])
        undo(connection, taken, SystemClock().now())
        await session.engine.round([])
        wish_everything_of_a_task(connection, SystemClock().now())
        await asyncio.to_thread(town.order, "live", times=HAPPENINGS)
        await session.engine.round(everything)
        session.close()


def test_two_rounds_of_sync_and_all_that_a_person_does_in_between(tmp_path: Path) -> None:
    start = Start(data_dir=tmp_path / "town", clock=DemoClock(), frozen=True)
    with town_on_thread(start, [graph_part, cms_part]) as town:
        token = sign_in(town, msal_application(town), scopes=list(GRAPH_SCOPES))["access_token"]
        judge = Judge(town.graph)
        asyncio.run(sync_twice(town, token, judge))
    assert judge.seen >= EXPECTED, sorted(judge.seen)
    explained = {request for permission in PERMISSIONS for request in permission.requests}
    assert judge.seen - explained == {"POST /$batch"}, "the table of permissions does not say why this is asked"
    assert not judge.problems, "\n".join(sorted(set(judge.problems))[:20])
