"""Everything that cells share in one process: the town, the stage before it, and filled caches to copy."""

import shutil
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from sync.clients import Clients
from sync.engine import Engine
from sync.feeds.registry import FEEDS
from sync.http_client import open_client, trust
from sync.known_facts import StoredFacts
from sync.round_report import FeedReport
from sync.service_gates import ServiceGates
from tests.demo.town_thread import town_on_thread
from tests.faults.cache_copies import Facts, facts_of, make_old
from tests.faults.endpoints import BUILDS_ON
from tests.faults.hurried_loop import HurriedLoop
from tests.faults.kinds import CAP
from tests.faults.onlooker import Onlooker
from tests.faults.roads import Roads, authority_in
from tests.faults.small_pages import LENGTH
from tests.faults.stage import Plan, Stage
from tests.sync.fakes import MORNING, FakeClock, GivenTokens
from workplace_app.demo.certificates import Certificates
from workplace_app.demo.clock import DemoClock
from workplace_app.demo.cms.part import cms_part
from workplace_app.demo.graph.part import GraphPart
from workplace_app.demo.identity.scopes import CMS_AUDIENCE, CONSENTED_SCOPES, GRAPH_AUDIENCE
from workplace_app.demo.identity.tokens import Grant, TokenSigner
from workplace_app.demo.parts import Part
from workplace_app.demo.running import Start
from workplace_app.demo.settings import DemoSettings
from workplace_app.demo.staff import STAFF
from workplace_app.demo.tenant_state import TenantState
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.configuration_reading import municipality_from_json
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.store.as_seen import create_views
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection import SYNC_KIBIBYTES, StoreFiles, open_files
from workplace_app.store.connection_type import Connection
from workplace_app.store.feed_ledger import FeedLedger
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_filing import file_intent
from workplace_app.store.sync_connection import open_for_sync

ELIN = STAFF[0]
FEED = {feed.name: feed for feed in FEEDS}
KEY = bytes(32)
_TEN_YEARS = 315_360_000
BETWEEN_CHANGES = {**dict.fromkeys(("teams", "people"), timedelta(hours=13)), "remarks": timedelta(hours=25)}
"""Feeds that ask again only after a while: their cells go on from what was known before anybody asked again."""
T = TypeVar("T")


@dataclass(frozen=True)
class Filled:
    """A filled cache of one feed on the disk. ``old`` lacks something that the town has and holds something that it has
    not; ``fresh`` is what a fresh cache says. ``listing`` and ``changes`` are a healthy round's questions."""

    files: StoreFiles
    old_files: StoreFiles
    fresh: Facts
    old: Facts
    listing: tuple[str, ...]
    changes: tuple[str, ...]
    target: str | None


@dataclass
class Theatre:
    """One process's."""

    folder: Path
    stage: Stage
    roads: Roads
    municipality: Municipality
    loop: HurriedLoop
    tokens: str | None = None
    _filled: dict[tuple[str, str], Filled] = field(default_factory=dict)
    _number: int = 0

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(work)

    def copied(self, files: StoreFiles) -> StoreFiles:
        """The files again, for one cell."""
        folder = self.folder / f"cell-{self.next_number()}"
        folder.mkdir()
        copies = StoreFiles.in_folder(folder)
        shutil.copyfile(files.cache, copies.cache)
        shutil.copyfile(files.mine, copies.mine)
        return copies

    def next_number(self) -> int:
        self._number += 1
        return self._number

    def filled(self, feed: str, target_kind: str = "") -> Filled:
        """The filled cache of a feed, made when it is first wanted."""
        key = (feed, target_kind)
        if key not in self._filled:
            self._filled[key] = self._fill(feed, target_kind)
        return self._filled[key]

    def _fill(self, feed: str, target_kind: str) -> Filled:
        self.stage.begin(Plan())  # whatever an earlier cell has left in the way
        folder = self.folder / f"filled-{feed}-{target_kind}-{self.next_number()}"  # another attempt, another folder
        folder.mkdir()
        files = StoreFiles.in_folder(folder)
        open_for_sync(files, KEY).close()
        with self.sitting(files) as client:
            _pending_outbox(client.connection)
            for earlier in BUILDS_ON.get(feed, ()):
                client.read_well(earlier)
            target = client.place(target_kind)
            client.checkpoint()
            unread = self.copied(files)
            client.read_well(feed, target)
            fresh = facts_of(client.connection)
            client.checkpoint()
            known = self.copied(files)
            self.stage.begin(Plan())
            client.clock.moment += BETWEEN_CHANGES.get(feed, timedelta())
            client.read_well(feed, target)
            changes = tuple(heard.asked.key for heard in self.stage.heard)
        for ghosts in (True, False):
            old_files = unread if feed == "pictures" else self.copied(files)
            with self.sitting(old_files) as client:
                make_old(client.connection, feed, client.clock.now(), target, ghosts=ghosts)
                old = facts_of(client.connection)
            with self.sitting(self.copied(old_files)) as client:
                self.stage.begin(Plan())
                client.read_well(feed, target)
                listing = tuple(heard.asked.key for heard in self.stage.heard)
                if facts_of(client.connection) == fresh:
                    return Filled(
                        known if feed in BETWEEN_CHANGES else files, old_files, fresh, old, listing, changes, target
                    )
        raise AssertionError(f"a healthy round of {feed} does not come to what a fresh cache says")

    @contextmanager
    def sitting(self, files: StoreFiles, renewals: int = 1) -> "Iterator[Client]":
        """A client that has these files open."""
        connection = open_files(files, KEY, SYNC_KIBIBYTES)
        create_views(connection)
        client = Client(self, connection, FakeClock(), renewals)
        self.stage.now = client.clock.now
        try:
            yield client
        finally:
            self.run(client.close())


@dataclass
class Client:
    """The program's sync, put together as the program does it, for one feed at a time."""

    theatre: Theatre
    connection: Connection
    clock: FakeClock
    renewals: int = 1

    def __post_init__(self) -> None:
        municipality = self.theatre.municipality
        self.listener = Onlooker(self.connection)
        self.ledger = FeedLedger(self.connection)
        self.writer = CacheWriter(self.connection)
        self.tokens = [GivenTokens([f"token-{n}" for n in range(self.renewals + 1)]) for _ in range(3)]
        self.http = open_client(trusted(municipality))
        clients = Clients(
            municipality,
            self.http,
            ServiceGates(self.ledger, self.clock),
            self.tokens[0],
            self.clock,
            self.tokens[1],
            self.tokens[2],
            maximum_bytes=CAP,
        )
        self.engine = Engine(
            feeds=FEED,
            clients=clients,
            writer=self.writer,
            ledger=self.ledger,
            known=StoredFacts(self.connection, self.clock.now),
            listener=self.listener,
            me=ELIN.object_id,
            deliver=_nothing_to_deliver,
        )

    def read(self, feed: str, target: str | None = None) -> FeedReport:
        """One round of one feed."""
        return self.theatre.run(self.engine.round([feed], target)).feeds[0]

    def read_well(self, feed: str, target: str | None = None) -> None:
        """One round in which nothing may go wrong."""
        report = self.read(feed, target)
        assert report.problem is None, (feed, report.problem)
        assert not report.item_problems, (feed, report.item_problems)

    def sign_in_again(self) -> None:
        """The user has: fresh tokens, if the old ones have come to an end."""
        for tokens in self.tokens:
            tokens.renew([f"token-{n}" for n in range(10, 12)])

    def place(self, kind: str) -> str | None:
        """The first place of a kind ("channel", "chat", "group") in the cache."""
        if not kind:
            return None
        table = "channels" if kind == "channel" else "workspaces"
        row = self.connection.execute(
            f"SELECT id FROM main.{table} WHERE id LIKE ? ORDER BY id LIMIT 1", (f"{kind}:%",)
        ).fetchone()
        assert row is not None, kind
        return str(row[0])

    def checkpoint(self) -> None:
        """Everything in the files themselves, so that they can be copied."""
        self.connection.execute("PRAGMA main.wal_checkpoint(TRUNCATE)")
        self.connection.execute("PRAGMA mine.wal_checkpoint(TRUNCATE)")

    async def close(self) -> None:
        await self.http.aclose()
        await self.theatre.stage.hang_up()
        self.checkpoint()
        self.connection.close()


def trusted(municipality: Municipality) -> Any:
    """The trust of all clients of a process: building it costs more than a cell."""
    if municipality.ca_file not in _TRUST:
        _TRUST[municipality.ca_file] = trust(municipality.ca_file)
    return _TRUST[municipality.ca_file]


_TRUST: dict[str | None, Any] = {}


async def _nothing_to_deliver(_patient: bool) -> frozenset[str]:
    return frozenset()


def _pending_outbox(connection: Connection) -> None:
    """One wish that needs the user and one that waits behind it."""
    for _ in range(2):
        wish = file_intent(connection, IntentKind.COMPLETE_TASK, "paper:1", MORNING, about="Ring Åsa")
    first = connection.execute("SELECT MIN(id) FROM mine.outbox").fetchone()
    OutboxDelivery(connection).needs_you(first[0] if first else wish.id, Problem(ProblemKind.NOT_FOUND), MORNING)


@contextmanager
def theatre_in(folder: Path, clock: DemoClock | None = None, length: int = LENGTH) -> Iterator[Theatre]:
    """Open the town and the stage, and close both. Time stands still in the town unless it is given a clock; its lists
    have ``length`` items at the most."""
    made: list[DemoSettings] = []

    def graph(settings: DemoSettings) -> Part:
        made.append(settings)
        # Each look at the monotonic clock is a minute later: the town itself throttles nobody here.
        return GraphPart(settings, monotonic=partial(next, count(0, 60))).part

    start = Start(folder / "town", clock or DemoClock(MORNING, standing=True), frozen=True)
    with town_on_thread(start, [graph, cms_part]) as town:
        loop = HurriedLoop()
        try:
            stage = Stage(town, loop, Certificates(start.data_dir).context(), _authorization(made[0]), length=length)
            loop.run_until_complete(stage.open())
            roads = Roads(loop, authority_in(start.data_dir))
            yield Theatre(folder, stage, roads, municipality_from_json(stage.before(town.configuration)), loop)
            loop.run_until_complete(stage.close())
        finally:
            loop.close()


def _authorization(settings: DemoSettings) -> dict[str, str]:
    """Elin's tokens for the town, for as long as a run may take: the cells' own tokens end at the stage."""
    signer = TokenSigner(settings, TenantState(settings.data_dir / "state.json"))
    scopes = {
        "graph": (GRAPH_AUDIENCE, (*CONSENTED_SCOPES, "Mail.ReadWrite")),
        "cms": (CMS_AUDIENCE, ("Content.Read", "Dialogue.ReadWrite")),
    }
    return {
        origin: "Bearer "
        + signer.access_token(
            Grant(ELIN, " ".join(names)), audience, names, settings.now(), _TEN_YEARS, challengeable=True
        )
        for origin, (audience, names) in scopes.items()
    }
