"""Runs single feeds against a running demo municipality and keeps what they yield in a real store."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import httpx

from sync.answer import Usage
from sync.clients import Clients
from sync.clock import SystemClock
from sync.feeds.registry import FEEDS
from sync.http_client import open_client, trust
from sync.known_facts import StoredFacts
from sync.service_gates import ServiceGates
from tests.demo.msal_client import ELIN, msal_application, sign_in
from tests.demo.town_thread import Town
from tests.sync.fakes import GivenTokens, MemoryLedger
from workplace_app.domain.configuration import GRAPH_SCOPES
from workplace_app.domain.configuration_reading import municipality_from_json
from workplace_app.domain.page import Fact, Page
from workplace_app.domain.problem import Problem, ProblemRaised
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.sync_connection import open_in_memory

FEED_OF = {feed.name: feed for feed in FEEDS}


class TownClock(SystemClock):
    """The town's time, which stands where the test put it, with the machine's own waiting."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now()


@dataclass
class Reading:
    """What one run of one feed came to."""

    pages: list[Page] = field(default_factory=list)
    requests: int = 0
    bytes: int = 0
    asked: list[httpx.Request] = field(default_factory=list)
    raised: Problem | None = None

    @property
    def facts(self) -> list[Fact]:
        return [fact for page in self.pages for fact in page.facts]

    @property
    def removed(self) -> list[str]:
        return [gone for page in self.pages for gone in page.removed]

    @property
    def problems(self) -> list[Problem]:
        return [problem for page in self.pages for problem in page.problems]

    def of(self, *kinds: type) -> list[Any]:
        """The facts of these kinds."""
        return [fact for fact in self.facts if isinstance(fact, kinds)]


class FeedReader:
    """Signed in as one person (or nobody) in a running town, with an empty store of their own in memory."""

    def __init__(self, town: Town, now: Callable[[], datetime], user_name: str | None = ELIN) -> None:
        self.town = town
        self.clock = TownClock(now)
        self.municipality = municipality_from_json(town.configuration)
        self.connection = open_in_memory()
        self.writer = CacheWriter(self.connection)
        self.known = StoredFacts(self.connection, self.clock.now)
        self.ledger = MemoryLedger()
        self.me, self._token, self._cms_token, self._dialogue_token = "", "", "", ""
        self._user_name = user_name
        self.sign_in()

    def sign_in(self) -> None:
        """A fresh token: after hours have passed, yesterday's no longer holds."""
        if self._user_name is None:
            return
        application = msal_application(self.town)
        tokens = sign_in(self.town, application, self._user_name, scopes=list(GRAPH_SCOPES))
        self.me, self._token = tokens["id_token_claims"]["oid"], tokens["access_token"]
        if self.municipality.cms is not None and self.municipality.cms.scope:
            self._cms_token = _token_for(application, self.municipality.cms.scope)
        if self.municipality.dialogue.address:
            self._dialogue_token = _token_for(application, self.municipality.dialogue.scope)

    def forget(self, feed: str, fact_id: str) -> None:
        """Take one stored fact away, as if its source no longer had it."""
        self.writer.store_page(feed, Page(removed=(fact_id,)), self.clock.now())

    def read(self, name: str, target: str | None = None, *, wanted: bool = False) -> Reading:
        """One run of one feed from its stored bookmarks, each page stored as it comes; ``wanted`` as by F5."""
        return asyncio.run(self._read([name], target, wanted=wanted))[0]

    def read_all(self, names: Sequence[str]) -> dict[str, Reading]:
        """Runs of several feeds, one after the other, over the same connections."""
        readings = asyncio.run(self._read(list(names), None))
        return dict(zip(names, readings, strict=True))

    def close(self) -> None:
        self.connection.close()

    async def _read(self, names: list[str], target: str | None, *, wanted: bool = False) -> list[Reading]:
        asked: list[httpx.Request] = []

        async def note(request: httpx.Request) -> None:
            asked.append(request)

        http = open_client(trust(self.municipality.ca_file))
        http.event_hooks = {"request": [note]}
        readings = []
        async with http:
            gates = ServiceGates(self.ledger, self.clock)
            cms = GivenTokens([self._cms_token]) if self._cms_token else None
            dialogue = GivenTokens([self._dialogue_token]) if self._dialogue_token else None
            clients = Clients(self.municipality, http, gates, GivenTokens([self._token]), self.clock, cms, dialogue)
            for name in names:
                asked.clear()
                readings.append(await self._run(clients, name, target, wanted=wanted))
                readings[-1].asked = list(asked)
        return readings

    async def _run(self, clients: Clients, name: str, target: str | None, *, wanted: bool) -> Reading:
        usage, reading = Usage(), Reading()
        feed = FEED_OF[name]
        context = clients.context(feed, usage, self.known, self.me, target, asked=wanted)
        try:
            async for page in feed.function(context, self.writer.bookmarks(name)):
                self.writer.store_page(name, page, self.clock.now())
                reading.pages.append(page)
        except ProblemRaised as raised:
            reading.raised = raised.problem
        reading.requests, reading.bytes = usage.requests, usage.bytes
        return reading


def _token_for(application: Any, scope: str) -> str:
    (account,) = application.get_accounts()
    return str(application.acquire_token_silent([scope], account)["access_token"])
