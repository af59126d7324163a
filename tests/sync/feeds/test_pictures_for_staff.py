"""A picture that the CMS gives to staff only is fetched with its token; everybody's pictures are fetched without."""

import asyncio
import struct
import zlib
from typing import ClassVar

import httpx

from sync.answer import Usage
from sync.clients import Clients
from sync.feeds.registry import FEEDS
from sync.known_facts import StoredFacts
from sync.service_gates import ServiceGates
from tests.sync.fakes import FakeClock, GivenTokens, MemoryLedger
from workplace_app.domain.article import Picture
from workplace_app.domain.configuration import CmsSource, Municipality
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.store.sync_connection import open_in_memory

ORIGIN = "https://cms.nacka.example"
MUNICIPALITY = Municipality("Nacka kommun", cms=CmsSource(f"{ORIGIN}/api/episerver/v3.0", "5", "6"))
TOKEN = "token-1"
HEAD = struct.pack(">II5B", 1, 1, 8, 0, 0, 0, 0)
PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + HEAD + struct.pack(">I", zlib.crc32(b"IHDR" + HEAD))


class Site:
    """Gives open pictures to everybody and the others to whoever carries the token."""

    def __init__(self, refusal: httpx.Response) -> None:
        self.refusal = refusal
        self.asked: list[tuple[str, bool]] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        with_token = request.headers.get("authorization") == f"Bearer {TOKEN}"
        self.asked.append((request.url.path, with_token))
        if request.url.path == "/open.png" or with_token:
            return httpx.Response(200, content=PNG, headers={"Content-Type": "image/png"})
        return self.refusal


class Missing(StoredFacts):
    refused: ClassVar[list[str]] = []

    def missing_pictures(self, limit: int) -> tuple[Picture, ...]:
        return (Picture("a", f"{ORIGIN}/open.png"), Picture("b", f"{ORIGIN}/staff.png"))[:limit]

    def picture_refused(self, key: str) -> None:
        self.refused.append(key)


def fetch(site: Site, tokens: tuple[str, ...] | None) -> tuple[list[str], list[str], Problem | None]:
    """The keys of the pictures that came, of those that were refused, and what ended the feed."""
    (feed,) = (each for each in FEEDS if each.name == "pictures")
    clock, connection = FakeClock(), open_in_memory()
    known = Missing(connection, clock.now)
    known.refused.clear()
    came: list[str] = []

    async def run() -> None:
        async with httpx.AsyncClient(transport=httpx.MockTransport(site)) as http:
            credentials = None if tokens is None else GivenTokens(tokens)
            gates = ServiceGates(MemoryLedger(), clock)
            clients = Clients(MUNICIPALITY, http, gates, GivenTokens(), clock, credentials)
            async for page in feed.function(clients.context(feed, Usage(), known, "me", None), {}):
                came.extend(fact.key for fact in page.facts)  # type: ignore[union-attr]

    problem = None
    try:
        asyncio.run(run())
    except ProblemRaised as raised:
        problem = raised.problem
    connection.close()
    return came, list(known.refused), problem


def test_the_token_goes_along_only_where_it_is_needed() -> None:
    for refusal in (
        httpx.Response(401),
        httpx.Response(403),
        httpx.Response(302, headers={"Location": "https://login.example/"}),
        httpx.Response(200, html="<p>Sign in"),
    ):
        site = Site(refusal)
        assert fetch(site, (TOKEN,)) == (["a", "b"], [], None)
        assert sorted(site.asked) == [("/open.png", False), ("/staff.png", False), ("/staff.png", True)]


def test_without_a_token_the_picture_waits_for_one_and_is_not_refused_for_the_day() -> None:
    came, refused, problem = fetch(Site(httpx.Response(401)), ())
    assert (came, refused) == (["a"], [])
    assert problem is not None
    assert problem.kind is ProblemKind.SIGN_IN_NEEDED


def test_where_nobody_signs_in_a_refused_picture_is_a_refused_picture() -> None:
    assert fetch(Site(httpx.Response(403)), None) == (["a"], ["b"], None)
