"""The demo municipality in one process without sockets, its clock, colleagues who change things, and two computers."""

import asyncio
import functools
import json
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from tests.random_user.computer import Computer, Tokens, new_folder
from tests.random_user.town_dialogue import TownDialogue
from tests.random_user.wire import Arrival, Wire
from tests.sync.fakes import FakeClock
from workplace_app.demo.batch import BatchLayer
from workplace_app.demo.bearer import BearerCheck, ProtectedOrigin
from workplace_app.demo.cms.dialogue import BASE, SCOPE
from workplace_app.demo.faults.book import FaultBook
from workplace_app.demo.graph.part import GraphPart
from workplace_app.demo.identity.scopes import CMS_AUDIENCE, GRAPH_AUDIENCE
from workplace_app.demo.identity.tokens import Grant, TokenSigner
from workplace_app.demo.request_log import RequestLog
from workplace_app.demo.settings import TENANT_ID, Addresses, DemoSettings
from workplace_app.demo.staff import STAFF, Staff
from workplace_app.demo.tenant_state import TenantState
from workplace_app.domain.account import Account
from workplace_app.domain.configuration import GRAPH_SCOPES, Dialogue, Municipality
from workplace_app.domain.workspace import WorkspaceKind
from workplace_app.store.connection import StoreFiles
from workplace_app.store.workspace_reader import cached_workspaces, channels

BEGINS = datetime(2026, 10, 12, 6, 2, tzinfo=UTC)
ADDRESSES = Addresses(
    "https://login.town.example", "https://graph.town.example", "https://cms.town.example", "http://pages.town.example"
)
OWN_FEEDS = ("planner", "todo", "calendar", "remarks")
ELIN = STAFF[0]
ME = Account(TENANT_ID, ELIN.object_id, f"{ELIN.object_id}.{TENANT_ID}", ELIN.user_name, ELIN.name)
_IN_MEMORY = Path("/dev/shm")
A_YEAR = 366 * 24 * 3600


async def _at_once(_seconds: float) -> None:
    return None


@dataclass(frozen=True)
class Parts:
    """What is the same for every municipality in a folder, and costs too much to be made for each."""

    state: TenantState
    signer: TokenSigner
    tokens: Tokens


@functools.cache
def _parts_of(folder: Path) -> Parts:
    folder.mkdir(exist_ok=True)
    settings = DemoSettings(ADDRESSES, folder, lambda: BEGINS)
    state = TenantState(folder / "state.json")
    signer = TokenSigner(settings, state)
    born = BEGINS - timedelta(hours=1)

    def token(audience: str, scopes: tuple[str, ...]) -> str:
        grant = Grant(ELIN, " ".join(scopes))
        return signer.access_token(grant, audience, scopes, born, A_YEAR, challengeable=False)

    return Parts(state, signer, Tokens(token(GRAPH_AUDIENCE, GRAPH_SCOPES), token(CMS_AUDIENCE, (SCOPE,))))


def _served(graph: GraphPart, dialogue: TownDialogue, settings: DemoSettings) -> ASGIApp:
    """Graph and the dialogue as the municipality serves them. A server gives every request a state of its own; the
    transport within one process does not."""
    parts = _parts_of(settings.data_dir)

    def protected(inner: ASGIApp, audience: str, origin: str) -> ProtectedOrigin:
        check = BearerCheck(settings, parts.state, parts.signer, audience)
        return ProtectedOrigin(inner, check, settings, origin, anonymous_allowed=False)

    layered = BatchLayer(Starlette(routes=graph.part.routes), FaultBook(), RequestLog(), ADDRESSES.graph)
    hosts = {
        urlsplit(ADDRESSES.graph).hostname: protected(layered, GRAPH_AUDIENCE, "graph"),
        urlsplit(ADDRESSES.cms).hostname: protected(dialogue.app, CMS_AUDIENCE, "cms"),
    }

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        scope["state"] = {}
        await hosts[scope["server"][0]](scope, receive, send)

    return serve


_MADE: dict[tuple[str, int], dict[str, Any]] = {}


def _remember_documents(graph: GraphPart, person: Staff) -> None:
    """Every municipality begins with the same documents: they are drawn once, not at each request of each sequence."""
    tenant = graph.tenant
    shelves = [tenant.planner.tasks_of(person), tenant.calendars.events_of(person)]
    of_lists = [tenant.todo.tasks_in(person, each) for each in tenant.todo.lists_of(person).ids()]
    for shelf in (*shelves, *filter(None, of_lists)):
        shelf._make = functools.partial(_made_once, shelf.name, shelf._make)


def _made_once(name: str, make: Callable[[int], dict[str, Any]], number: int) -> dict[str, Any]:
    kept = _MADE.get((name, number))
    if kept is None:
        kept = _MADE[name, number] = make(number)
    return dict(kept)


@dataclass
class World:
    """Everything that one sequence of acts happens in."""

    folder: Path
    template: StoreFiles | None = None
    clock: FakeClock = field(default_factory=lambda: FakeClock(BEGINS))
    arrivals: list[Arrival] = field(default_factory=list)
    computers: list[Computer] = field(default_factory=list)
    computer_type: type[Computer] = Computer
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        shutil.rmtree(self.folder / "town" / "graph", ignore_errors=True)
        settings = DemoSettings(ADDRESSES, self.folder / "town", self.clock.now)
        self.graph = GraphPart(settings, self.clock.monotonic, _at_once)
        _remember_documents(self.graph, ELIN)
        self.dialogue = TownDialogue(settings, BEGINS, ELIN)
        self._app = _served(self.graph, self.dialogue, settings)
        self._tokens = _parts_of(self.folder / "town").tokens
        speaking = Dialogue(f"{ADDRESSES.cms}{BASE}", f"{CMS_AUDIENCE}/{SCOPE}")
        self.municipality = Municipality("Demo", graph=f"{ADDRESSES.graph}/v1.0", dialogue=speaking, ca_file=None)

    def computer(self) -> Computer:
        """One more of Elin's computers, synchronised as the template was."""
        wire = Wire(len(self.computers), httpx.ASGITransport(self._app), self.clock.now, self.revision, self.arrivals)
        wire.complaints = self.complaints
        rest = (self.municipality, wire, self.clock, ME, self._tokens)
        folder = new_folder(self.folder)
        if self.template is None:
            folder.mkdir()
            made = self.computer_type(folder, *rest)
        else:
            made = self.computer_type.copied(folder, self.template, *rest)
        self.computers.append(made)
        return made

    def revision(self) -> int:
        """How many changes there have been in the municipality."""
        return self.graph.tenant.world.log.revision + self.dialogue.revision()

    def documents(self, shelf: str = "") -> list[dict[str, Any]]:
        """What has been changed or made since the beginning, as it is now."""
        log = self.graph.tenant.world.log
        return [
            change.document
            for name, changes in log._latest.items()
            if name.startswith(shelf)
            for change in changes.values()
            if change.document is not None
        ]

    def count(self, words: str) -> int:
        """How often words stand anywhere in what has been changed or made."""
        return sum(json.dumps(document, ensure_ascii=False).count(words) for document in self.documents())

    def pass_time(self, hours: float) -> None:
        """Time goes on, and what was on its way arrives."""
        self.clock.moment += timedelta(hours=hours)
        asyncio.run(self._arrive(all_of_them=False))

    def arrive_late(self) -> None:
        """All that was on its way arrives."""
        asyncio.run(self._arrive(all_of_them=True))

    async def _arrive(self, *, all_of_them: bool) -> None:
        for computer in self.computers:
            await computer.wire.arrive_late(all_of_them=all_of_them)

    def close(self) -> None:
        """Switch everything off."""
        for computer in self.computers:
            computer.switch_off()
            shutil.rmtree(computer.files.cache.parent, ignore_errors=True)
        self.graph.tenant.close()


def new_place() -> "tempfile.TemporaryDirectory[str]":
    """A folder for worlds, in memory where the system has such a place. A program that is killed leaves behind what it
    had given to the system, whether a disk has it or not: the same is found again, and three times as fast."""
    return tempfile.TemporaryDirectory(dir=_IN_MEMORY if os.access(_IN_MEMORY, os.W_OK) else None)


def make_template(folder: Path) -> StoreFiles:
    """The files of a computer that has been synchronised with the municipality as it begins."""
    world = World(folder)
    computer = world.computer()
    computer.round([*OWN_FEEDS, "teams", "chats", "groups", "profile"])
    for team in cached_workspaces(computer.sync, WorkspaceKind.TEAM)[:1]:
        for channel in channels(computer.sync, team.id):
            computer.round(["channel_messages"], channel.id)
    computer.round(["chats"], cached_workspaces(computer.sync, WorkspaceKind.CHAT)[0].id)
    for connection in (computer.sync,):
        connection.execute("PRAGMA main.wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA mine.wal_checkpoint(TRUNCATE)")
    kept = StoreFiles(folder / "template-cache.db", folder / "template-mine.db")
    shutil.copyfile(computer.files.cache, kept.cache)
    shutil.copyfile(computer.files.mine, kept.mine)
    world.close()
    return kept
