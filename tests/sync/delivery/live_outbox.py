"""An outbox whose wishes go to a running demo municipality, and a hand on the tenant behind it."""

import asyncio
import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sync.answer import Usage
from sync.clients import Clients
from sync.delivery.outbox_round import OutboxRound
from sync.delivery.outcome import DeliveryTools
from sync.delivery.registry import DELIVERIES
from sync.http_client import open_client, trust
from sync.service_gates import ServiceGates
from tests.demo.msal_client import msal_application, sign_in
from tests.demo.small_parts import small_cms
from tests.demo.town_thread import Town, town_on_thread
from tests.sync.fakes import GivenTokens, MemoryLedger
from tests.sync.feeds.reader import FeedReader, TownClock
from workplace_app.demo.clock import DemoClock
from workplace_app.demo.graph.part import GraphPart
from workplace_app.demo.parts import Part
from workplace_app.demo.running import Start
from workplace_app.demo.settings import DemoSettings
from workplace_app.demo.staff import STAFF
from workplace_app.demo.tenant.municipality import Tenant
from workplace_app.domain.account import Account
from workplace_app.domain.configuration import GRAPH_SCOPES
from workplace_app.domain.intent import Intent, IntentKind
from workplace_app.domain.wishes import Wish
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_filing import file_intent
from workplace_app.store.outbox_reader import intent as read_intent
from workplace_app.store.task_reader import cached_task

STARTED = datetime.now(UTC).replace(microsecond=0)
"""MSAL compares the tenant's time with the machine's; the tests reckon from here and never look at a clock again."""


@dataclass
class Surroundings:
    """The running town and the clock that both it and sync go by."""

    town: Town
    graph: GraphPart
    clock: DemoClock

    @property
    def tenant(self) -> Tenant:
        return self.graph.tenant

    def order(self, command: str, **order: Any) -> None:
        """What a colleague does to Elin's things."""
        self.town.order(command, user_name=STAFF[0].user_name, **order)

    def fault(self, **fault: Any) -> None:
        self.town.order("faults", origin="graph", **fault)

    def requests(self, method: str) -> list[str]:
        """The paths that were asked for by a method since the count began."""
        found = self.town.look("requests", origin="graph", batched="false")["requests"]
        return [one["path"] for one in found if one["method"] == method]


@contextlib.contextmanager
def surroundings_of(folder: Path) -> Iterator[Surroundings]:
    """Start the municipality; nothing happens in it by itself, and time stands still."""
    made: list[GraphPart] = []

    def graph(settings: DemoSettings) -> Part:
        made.append(GraphPart(settings))
        return made[-1].part

    clock = DemoClock(STARTED, standing=True)
    with town_on_thread(Start(folder / "town", clock, frozen=True), [graph, small_cms]) as town:
        yield Surroundings(town, made[0], clock)


class _PassingClock(TownClock):
    """The town's time, off by what the test says; waiting takes none and moves it."""

    def __init__(self, town: DemoClock) -> None:
        super().__init__(self._read)
        self._town = town
        self.wrong_by = timedelta()
        self.waits: list[float] = []
        self.meanwhile: Callable[[], object] = lambda: None
        """What others do while something waits."""

    def _read(self) -> datetime:
        return self._town() + self.wrong_by

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.meanwhile()
        self._town.shift(timedelta(seconds=seconds))
        await asyncio.sleep(0)


@dataclass
class LiveOutbox:
    """Files wishes as the screen does and delivers them as a round does."""

    surroundings: Surroundings
    scopes: list[str] = field(default_factory=lambda: list(GRAPH_SCOPES))

    def __post_init__(self) -> None:
        self.account = Account("", STAFF[0].object_id, "", STAFF[0].user_name, STAFF[0].name)
        self.clock = _PassingClock(self.surroundings.clock)
        self.reader = FeedReader(self.surroundings.town, self.clock.now)
        self.connection = self.reader.connection
        self.delivery = OutboxDelivery(self.connection)
        self.ledger = MemoryLedger()
        self.sign_in()

    def sign_in(self) -> None:
        """A fresh token, with what IT has consented to by now."""
        town = self.surroundings.town
        self._token = sign_in(town, msal_application(town), STAFF[0].user_name, scopes=self.scopes)["access_token"]

    def file(self, kind: IntentKind, target: str, wish: Wish, about: str = "") -> str:
        self.later(milliseconds=1)
        return file_intent(self.connection, kind, target, self.clock.now(), wish, about=about).id

    def later(self, **span: float) -> None:
        self.surroundings.clock.shift(timedelta(**span))

    def deliver(self) -> frozenset[str]:
        """One walk over the outbox, by somebody who asks for it."""

        async def run() -> frozenset[str]:
            async with open_client(trust(self.surroundings.town.configuration["ca_file"])) as http:
                gates = ServiceGates(self.ledger, self.clock)
                clients = Clients(self.reader.municipality, http, gates, GivenTokens([self._token]), self.clock)
                tools = DeliveryTools(
                    lambda service, scope: clients.graph(service, Usage(), scope),
                    lambda task: cached_task(self.connection, task),
                    me=self.account,
                    in_doubt_since=self.delivery.in_doubt_since,
                    has_become=self.delivery.has_become,
                )
                return await OutboxRound(self.delivery, tools, DELIVERIES, self.clock, lambda: None).run(patient=False)

        return asyncio.run(run())

    def after_delivery(self, intent_id: str) -> Intent:
        """One walk, after what was on its way has had time to arrive."""
        self.later(seconds=20)
        self.deliver()
        return self.intent(intent_id)

    def killed_while_sending(self, intent_id: str, meanwhile: Callable[[], object] = lambda: None) -> None:
        """The wish was noted as leaving; ``meanwhile`` is what still reached the service."""
        assert self.delivery.sending(intent_id, self.clock.now())
        meanwhile()

    def intent(self, intent_id: str) -> Intent:
        found = read_intent(self.connection, intent_id)
        assert found is not None
        return found
