"""One of the user's computers: the real store in its files, the real engine and outbox, over a wire of the test's."""

import asyncio
import logging
import shutil
from collections.abc import Iterable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import httpx

from sync.clients import Clients
from sync.delivery.outbox_round import OutboxRound
from sync.delivery.outcome import Delivery, DeliveryTools, Outcome
from sync.delivery.registry import DELIVERIES
from sync.delivery.tools import tools_of
from sync.engine import Engine
from sync.feed import Feed
from sync.feeds.registry import FEEDS
from sync.known_facts import StoredFacts
from sync.service_gates import ServiceGates
from tests.random_user.wire import Wire
from tests.sync.fakes import FakeClock, GivenTokens, Listener
from workplace_app.domain.account import Account
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.intent import Intent, IntentKind
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection import StoreFiles, open_for_screen
from workplace_app.store.feed_ledger import FeedLedger
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.own_things.reminders import ring_due
from workplace_app.store.sync_connection import open_for_sync

_A_MOMENT = timedelta(seconds=1)
"""No two computers do anything in the same moment: then it could not be told who was last."""
KEY = bytes(range(32))
FEED_OF: dict[str, Feed] = {feed.name: feed for feed in FEEDS}


class Tokens(NamedTuple):
    """What the identity provider has given for each audience."""

    graph: str
    dialogue: str


class Computer:
    """Can be switched off at any moment, and on again on what its disk holds.

    ``outbox_type``, ``deliveries`` and ``ring`` are the product's own, unless a bug is planted.
    """

    outbox_type: type[OutboxDelivery] = OutboxDelivery
    deliveries: Mapping[IntentKind, Delivery] = DELIVERIES
    ring = staticmethod(ring_due)

    def __init__(
        self, folder: Path, municipality: Municipality, wire: Wire, clock: FakeClock, me: Account, tokens: Tokens
    ) -> None:
        self.files = StoreFiles(folder / "cache.db", folder / "mine.db")
        self.wire = wire
        self._municipality = municipality
        self._clock = clock
        self._me, self._tokens = me, tokens
        wire.pull_the_plug = self._killed
        self.switch_on()

    @classmethod
    def copied(cls, folder: Path, template: StoreFiles, *rest: object) -> "Computer":
        """A computer with what another one had on its disk."""
        folder.mkdir()
        for file, name in ((template.cache, "cache.db"), (template.mine, "mine.db")):
            shutil.copyfile(file, folder / name)
        return cls(folder, *rest)  # type: ignore[arg-type]

    def switch_on(self) -> None:
        """Open both connections, as the window and sync do."""
        self.sync = open_for_sync(self.files, KEY)
        self.screen = open_for_screen(self.files, KEY)

    def switch_off(self) -> None:
        """Close them; what was not committed is lost."""
        for connection in (self.screen, self.sync):
            connection.close()

    def restart(self) -> None:
        """Off and on."""
        self.switch_off()
        self.switch_on()

    def _killed(self) -> None:
        """From here on nothing of this run of the program reaches the disk."""
        self.sync.close()

    def round(self, names: Iterable[str], target: str | None = None, *, patient: bool = False) -> None:
        """One round of sync; a program that was killed in it has been started again afterwards."""
        self.wire.requests = 0
        self._clock.moment += _A_MOMENT
        logging.disable(logging.CRITICAL)  # a program that is killed logs nothing of it
        try:
            asyncio.run(self._round(list(names), target, patient))
        except Exception:
            if not self.wire.dead:
                raise
        finally:
            logging.disable(logging.NOTSET)
        if self.wire.dead:
            self.wire.dead = False
            self.restart()

    async def _round(self, names: list[str], target: str | None, patient: bool) -> None:
        async with httpx.AsyncClient(transport=self.wire, trust_env=False) as http:
            ledger = FeedLedger(self.sync)
            gates = ServiceGates(ledger, self._clock)
            mine, told = GivenTokens([self._tokens.graph]), GivenTokens([self._tokens.dialogue])
            clients = Clients(self._municipality, http, gates, mine, self._clock, dialogue_credentials=told)
            box = self.outbox_type(self.sync)
            tools = tools_of(self._me, self.sync, clients, box)
            deliveries = {kind: self._noting(delivery) for kind, delivery in self.deliveries.items()}
            outbox = OutboxRound(box, tools, deliveries, self._clock, lambda: None)
            engine = Engine(
                feeds=FEED_OF,
                clients=clients,
                writer=CacheWriter(self.sync),
                ledger=ledger,
                known=StoredFacts(self.sync, self._clock.now),
                listener=Listener(),
                me=self._me.object_id,
                deliver=lambda patience: outbox.run(patient=patience),
            )
            await engine.round(names, target, patient=patient)

    def _noting(self, delivery: Delivery) -> Delivery:
        async def deliver(tools: DeliveryTools, intent: Intent) -> Outcome:
            self.wire.delivering = intent.id
            try:
                return await delivery(tools, intent)
            finally:
                self.wire.delivering = None

        return deliver


def new_folder(parent: Path) -> Path:
    """A folder that nobody else uses."""
    return parent / uuid4().hex
