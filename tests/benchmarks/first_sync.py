"""A first sync against download, decode and insert by hand, over the same recorded answers."""

import asyncio
import contextlib
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx

from sync.account_session import AccountSession
from sync.clock import SystemClock
from sync.feeds.registry import FEEDS
from sync.http_client import open_client, trust
from tests.benchmarks import answering
from tests.benchmarks.by_hand import KEY, Recorded, by_hand
from tests.benchmarks.ratio import Ratio
from tests.demo.msal_client import msal_application, sign_in
from tests.demo.town_thread import Town
from workplace_app.demo_process import DemoProcess
from workplace_app.domain.account import Account
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.configuration import GRAPH_SCOPES
from workplace_app.domain.configuration_reading import municipality_from_json
from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.sign_in import SignInState
from workplace_app.store.connection import StoreFiles
from workplace_app.store.sync_connection import open_for_sync

CMS_SCOPE = "api://cms.nacka.example/Content.Read"
MOST = 1.3
SCALES = {10_000: 1, 100_000: 13}
"""How large the demo has to be so that a first sync stores about so many facts; messages are read on demand only."""
ROUNDS = {10_000: 5, 100_000: 3}


class NobodyListens:
    """Hears of changes and does nothing: the window's own work is not what is measured."""

    def changed(self, kinds: frozenset[ChangeKind]) -> None:
        """Some facts changed."""

    def progress_changed(self, progress: SyncProgress) -> None:
        """A round goes on."""

    def sign_in_changed(self, state: SignInState) -> None:
        """Nobody signs in here."""


@dataclass(frozen=True)
class OneToken:
    """Credentials that were got once."""

    text: str

    async def token(self, *, refused: str | None = None, claims: str | None = None) -> str:
        return self.text

    def granted_scopes(self) -> None:
        """Nobody asks where everything is granted."""


@contextlib.contextmanager
def recorded_municipality(scale: int, folder: Path) -> Iterator[Recorded]:
    """The demo at this scale behind the repeating server; one round has already been recorded."""
    demo = DemoProcess.start(folder / "demo", "--scale", str(scale))
    command = [sys.executable, "-m", "tests.benchmarks.replaying", str(folder)]
    repeating = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        with httpx.Client(verify=trust(demo.announced["ca_file"]), timeout=120) as web:
            town = Town(demo.announced, web)
            graph = sign_in(town, msal_application(town), scopes=list(GRAPH_SCOPES))
            cms = sign_in(town, msal_application(town), scopes=[CMS_SCOPE])
        if repeating.stdin is None or repeating.stdout is None:
            raise RuntimeError("the repeating server cannot be spoken to")
        repeating.stdin.write(json.dumps(demo.announced) + "\n")
        repeating.stdin.flush()
        configuration = json.loads(repeating.stdout.readline())
        recorded = Recorded(configuration, graph["access_token"], cms["access_token"], demo.people[0].object_id)
        sync_once(recorded, folder / "recording")
        demo.stop()
        yield recorded
    finally:
        repeating.kill()
        repeating.wait()
        demo.kill()


def sync_once(recorded: Recorded, folder: Path) -> tuple[float, int]:
    """One first round into a new store: seconds, and facts stored."""
    folder.mkdir(parents=True)
    return asyncio.run(_sync_once(recorded, StoreFiles.in_folder(folder)))


async def _sync_once(recorded: Recorded, files: StoreFiles) -> tuple[float, int]:
    municipality = municipality_from_json(recorded.configuration)
    who = Account(municipality.tenant_id, recorded.object_id, "", "", "")
    feeds = {feed.name: feed for feed in FEEDS}
    connection = open_for_sync(files, KEY)
    async with open_client(trust(municipality.ca_file)) as http:
        session = AccountSession(
            account=who,
            connection=connection,
            municipality=municipality,
            http=http,
            credentials=OneToken(recorded.token),
            cms_credentials=OneToken(recorded.cms_token),
            listener=NobodyListens(),
            clock=SystemClock(),
            feeds=feeds,
        )
        begun = time.perf_counter()
        report = await session.engine.round([feed.name for feed in FEEDS if not feed.on_demand])
        seconds = time.perf_counter() - begun
        session.close()
    broken = [f"{feed.name}: {feed.problem}" for feed in report.feeds if feed.problem is not None]
    if broken:
        raise RuntimeError(f"the round that is measured had problems: {broken}")
    return seconds, report.items


def measure(items: int, folder: Path) -> list[Ratio]:
    """The three ways in turns, each into a new store."""
    ours: list[float] = []
    plain: list[float] = []
    searchable: list[float] = []
    stored = 0
    with recorded_municipality(SCALES[items], folder) as recorded:
        for number in range(ROUNDS[items]):
            seconds, stored = sync_once(recorded, folder / f"ours-{number}")
            ours.append(seconds)
            plain.append(by_hand(recorded, folder / f"plain-{number}", searchable=False))
            searchable.append(by_hand(recorded, folder / f"searchable-{number}", searchable=True))
        gaps = answering.measure(lambda place: sync_once(recorded, place), items, folder)
    notes = [f"{stored} facts were stored; the hand knows every address beforehand and derives nothing"]
    return [
        Ratio("first sync", items, "s", ours, plain, "download, decode, insert by hand", MOST, notes=notes),
        Ratio("first sync", items, "s", ours, searchable, "the same with a search index", MOST, notes=notes),
        gaps,
    ]
