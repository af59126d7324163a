"""The outbox on one side, the demo municipality's own Graph on the other, and a colleague who does things between."""

import asyncio
import contextlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx

from sync.delivery.outbox_round import OutboxRound
from sync.delivery.outcome import DeliveryTools
from sync.delivery.registry import DELIVERIES
from sync.http_client import open_client, trust
from sync.wire.planner import PlannerNames, planner_task, task_from_planner
from sync.wire.todo import task_from_todo, todo_task_id
from tests.demo.msal_client import msal_application, sign_in
from tests.demo.small_parts import small_cms
from tests.demo.town_thread import Town, town_on_thread
from tests.sync.fakes import MORNING, FakeClock, GivenTokens, MemoryLedger
from tests.sync.town_clients import Desk as Clients
from workplace_app.demo.clock import DemoClock
from workplace_app.demo.graph.part import GraphPart
from workplace_app.demo.parts import Part
from workplace_app.demo.running import Start
from workplace_app.demo.settings import DemoSettings
from workplace_app.demo.staff import STAFF
from workplace_app.demo.tenant.moments import outlook_moment
from workplace_app.domain.account import Account
from workplace_app.domain.configuration import GRAPH_SCOPES
from workplace_app.domain.intent import Intent, IntentKind
from workplace_app.domain.page import Page
from workplace_app.domain.wishes import Nothing, Wish
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection_type import Connection
from workplace_app.store.moments import LOCAL_ZONE as LOCAL
from workplace_app.store.outbox_delivery import ON_ITS_WAY, OutboxDelivery
from workplace_app.store.outbox_filing import file_intent
from workplace_app.store.outbox_reader import intent as read_intent
from workplace_app.store.person_reader import person_name
from workplace_app.store.sync_connection import open_in_memory
from workplace_app.store.task_reader import cached_task

ELIN = STAFF[0]
ME = Account("tenant", ELIN.object_id, "", ELIN.user_name, ELIN.name)
Json = dict[str, Any]


@dataclass
class Exchange:
    """One of our requests, and the task as it lay in the service right before and right after."""

    method: str
    path: str
    before: Json | None
    after: Json | None = None
    ended: bool = False

    def end(self, standing: Json | None) -> None:
        """It has been served, whether or not anybody heard of it."""
        if not self.ended:
            self.after, self.ended = standing, True


@dataclass
class TownDesk:
    """Elin's outbox and Elin's services. Each test takes tasks that no other has touched."""

    town: Town
    graph: GraphPart
    token: str
    runner: asyncio.Runner
    http: httpx.AsyncClient
    connection: Connection = field(default_factory=open_in_memory)
    clock: FakeClock = field(default_factory=FakeClock)
    made: int = 0
    exchanges: list[Exchange] = field(default_factory=list)
    before_request: Callable[[int], None] | None = None
    """Called with the number of each request to Graph, counted from one, before it leaves."""

    def begin_anew(self) -> None:
        """Another computer, in the same town."""
        self.connection.close()
        self.connection = open_in_memory()
        self.clock = FakeClock()
        self.exchanges.clear()

    def sign_in(self) -> None:
        """A token with all that is consented to now."""
        answer = sign_in(self.town, msal_application(self.town), scopes=list(GRAPH_SCOPES))
        self.token = str(answer["access_token"])

    def take(self, source: str, *, done: bool = False) -> str:
        """A new task of this source, due next week, in the cache as the feeds would put it there."""
        self.made += 1
        title = f"Uppgift {self.made} i {source}"
        now, due = self.graph.service.now(), datetime(2026, 10, 20, 11, tzinfo=LOCAL)
        tenant = self.graph.tenant
        if source == "planner":
            task_id = tenant.planner.assign(ELIN, title, tenant.directory.circle(ELIN)[0], now, due)["id"]
            found = f"planner:{task_id}"
        else:
            list_id = self.usual_list()
            shelf = tenant.todo.tasks_in(ELIN, list_id)
            assert shelf is not None
            midnight = outlook_moment(due.replace(hour=0))
            made = tenant.todo.make(shelf, list_id, {"title": title, "dueDateTime": midnight}, now)
            found = todo_task_id(list_id, made["id"])
        if done:
            self.colleague("complete", found)
        self.cache(found)
        return found

    def cache(self, task_id: str) -> None:
        """Let the cache know the task as it is now."""
        document = self.document(task_id)
        assert document is not None
        item = json.dumps(document).encode()
        if task_id.startswith("planner:"):
            fact = task_from_planner(planner_task(item), ELIN.object_id, PlannerNames())
        else:
            fact = task_from_todo(item, task_id[5:].partition("/")[0], "Mina uppgifter")
        CacheWriter(self.connection).store_page("tasks", Page((fact,)), MORNING)

    def document(self, task_id: str) -> Json | None:
        """The task as it lies in the service."""
        source, _, identity = task_id.partition(":")
        if source == "planner":
            return self.graph.tenant.planner.tasks_of(ELIN).get(identity)
        list_id, _, name = identity.partition("/")
        shelf = self.graph.tenant.todo.tasks_in(ELIN, list_id)
        return None if shelf is None else shelf.get(name)

    def posts(self, task_id: str) -> list[str]:
        """What is written in the conversation of a Planner task, as HTML."""
        document = self.document(task_id) or {}
        group = self.graph.tenant.groups.by_id[self.graph.tenant.planner.plans[document["planId"]].group_id]
        shelf = self.graph.tenant.groups.posts_in(group, document["conversationThreadId"] or "")
        return [] if shelf is None else [post["body"]["content"] for post in shelf.all()]

    def threads(self, task_id: str) -> list[Json]:
        """The threads that are called as the task."""
        document = self.document(task_id) or {}
        group = self.graph.tenant.groups.by_id[self.graph.tenant.planner.plans[document["planId"]].group_id]
        found = self.graph.tenant.groups.threads_in(group).all()
        return [thread for thread in found if thread["topic"] == document["title"]]

    def usual_list(self) -> str:
        """The id of Elin's list for new tasks."""
        return str(self.graph.tenant.todo.lists_of(ELIN).ids()[0])

    def tasks_called(self, title: str) -> list[Json]:
        """The tasks in the usual list that are called so."""
        shelf = self.graph.tenant.todo.tasks_in(ELIN, self.usual_list())
        return [] if shelf is None else [task for task in shelf.all() if task["title"] == title]

    def colleague(self, order: str, task_id: str, **words: Any) -> None:
        """A colleague does something to the task."""
        self.town.order(f"tasks/{order}", task=task_id.rpartition("/")[2].rpartition(":")[2], **words)

    def file(self, kind: IntentKind, target: str, wish: Wish | None = None, about: str = "") -> str:
        """File a wish, as the screen does."""
        self.clock.moment += timedelta(milliseconds=1)
        return file_intent(self.connection, kind, target, self.clock.now(), wish or Nothing(), about=about).id

    def deliver(self, intent_id: str) -> Intent:
        """One round, when what an earlier one may have left on its way has had time to arrive; gives the wish."""
        self.clock.moment += ON_ITS_WAY
        self.runner.run(self._deliver(self.intent(intent_id).target_id))
        return self.intent(intent_id)

    def intent(self, intent_id: str) -> Intent:
        """The wish as it stands in the outbox."""
        found = read_intent(self.connection, intent_id)
        assert found is not None
        return found

    def fault(self, **fault: Any) -> None:
        """Switch a fault of Graph on."""
        self.town.order("faults", origin="graph", **fault)

    def seen(self, task_id: str) -> date | None:
        """The day that the user saw."""
        task = cached_task(self.connection, task_id)
        assert task is not None
        return None if task.due is None else task.due.astimezone(LOCAL).date()

    async def _deliver(self, target: str) -> None:
        self.exchanges.clear()

        async def leaving(request: httpx.Request) -> None:
            if self.exchanges:
                self.exchanges[-1].end(self._standing(target))
            if self.before_request is not None:
                self.before_request(len(self.exchanges) + 1)
            self.exchanges.append(Exchange(request.method, request.url.path, self._standing(target)))

        async def answered(_response: httpx.Response) -> None:
            self.exchanges[-1].end(self._standing(target))

        self.http.event_hooks = {"request": [leaving], "response": [answered]}
        clients = Clients(self.town, self.http, GivenTokens([self.token]), self.clock, MemoryLedger())
        tools = DeliveryTools(
            clients.graph,
            lambda task: cached_task(self.connection, task),
            ME,
            lambda object_id: person_name(self.connection, object_id),
        )
        outbox = OutboxDelivery(self.connection)
        await OutboxRound(outbox, tools, DELIVERIES, self.clock, lambda: None).run(patient=False)
        if self.exchanges:
            self.exchanges[-1].end(self._standing(target))

    def _standing(self, target: str) -> Json | None:
        return self.document(target) if target.startswith(("planner:", "todo:")) and target != "todo:" else None


@contextlib.contextmanager
def desk_in_town(folder: Path) -> Iterator[TownDesk]:
    """A desk whose town nobody else uses. The demo's clock shows the same morning as the outbox's."""
    parts: list[GraphPart] = []

    def graph(settings: DemoSettings) -> Part:
        parts.append(GraphPart(settings))
        return parts[0].part

    start = Start(data_dir=folder, clock=DemoClock(MORNING), frozen=True)
    with town_on_thread(start, [graph, small_cms]) as town, asyncio.Runner() as runner:
        http = open_client(trust(town.configuration["ca_file"]))
        desk = TownDesk(town, parts[0], "", runner, http)
        desk.sign_in()
        yield desk
        desk.connection.close()
        runner.run(http.aclose())
