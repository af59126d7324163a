"""Whatever a server answers, a token reaches the origin that it was made for, and no foreign origin is asked at all.

The network is replaced by a recorder: each origin answers with hostile links in every place where links may stand.
"""

import asyncio
import json
from dataclasses import dataclass, field

import httpx
import pytest

from sync.answer import BookmarkExpired, Usage
from sync.clients import Clients
from sync.feed import Feed
from sync.feeds.registry import FEEDS
from sync.known_facts import StoredFacts
from sync.service_gates import ServiceGates
from tests.sync.fakes import FakeClock, GivenTokens, MemoryLedger
from tests.sync.test_allowed_hosts import HOSTILE
from workplace_app.domain.article import Picture
from workplace_app.domain.configuration import CmsSource, Dialogue, Municipality
from workplace_app.domain.problem import ProblemRaised
from workplace_app.store.sync_connection import open_in_memory

GRAPH, CMS, PUBLIC = "graph.microsoft.com", "cms.nacka.example", "www.nacka.example"
DIALOGUE = "dialog.nacka.example"
MUNICIPALITY = Municipality(
    "Nacka kommun",
    graph=f"https://{GRAPH}/v1.0",
    cms=CmsSource(f"https://{CMS}/api/episerver/v3.0", "5", "6"),
    dialogue=Dialogue(f"https://{DIALOGUE}/api/v1", "api://dialogue/Dialogue.ReadWrite"),
    public_news=(f"https://{PUBLIC}/rss/",),
    public_disruptions=f"https://{PUBLIC}/driftinformation.json",
    service_catalogue=f"https://{PUBLIC}/tjanster.json",
)
GRAPH_TOKEN, CMS_TOKEN, DIALOGUE_TOKEN = "graph-token", "cms-token", "dialogue-token"
LINKS = [*HOSTILE, "https://evil.example/v1.0/me", f"https://{CMS}/v1.0/me", f"https://{PUBLIC}/v1.0/me"]
EVERYWHERE = ("@odata.nextLink", "@odata.deltaLink", "nextLink", "@odata.context", "@odata.id", "webUrl", "url", "link")


@dataclass
class Recorder:
    """Answers every request with the same hostile link, in a body, as a redirect, as a new beginning."""

    link: str
    manner: str
    requests: list[httpx.Request] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        body = {
            "value": [{"id": "1", "title": "x", "subject": "x", "name": "x", "@odata.type": "#x"}],
            **dict.fromkeys(EVERYWHERE, self.link),
        }
        if request.url.path.endswith("$batch"):
            asked = json.loads(request.content)["requests"]
            return httpx.Response(
                200, json={"responses": [{"id": part["id"], "status": 200, "body": body} for part in asked]}
            )
        headers = {"x-epi-continuation": "next"} if len(self.requests) < 3 else {}
        location = [(b"location", self.link.encode().replace(b"\r", b"").replace(b"\n", b""))]
        if self.manner == "redirect":
            return httpx.Response(302, headers=location)
        if self.manner == "gone":
            return httpx.Response(410, headers=location)
        return httpx.Response(200, json=body, headers=headers)


def ask_all_feeds(recorder: Recorder) -> None:
    async def read(feed: Feed, clients: Clients, known: StoredFacts) -> None:
        target = "channel:a/b" if feed.name == "channel_messages" else "group:a"
        context = clients.context(feed, Usage(), known, "me", target)
        try:
            async for _page in feed.function(context, {}):
                if len(recorder.requests) > 400:
                    break
        except (ProblemRaised, BookmarkExpired):
            pass

    async def run() -> None:
        clock = FakeClock()
        connection = open_in_memory()
        async with httpx.AsyncClient(transport=httpx.MockTransport(recorder)) as http:
            clients = Clients(
                MUNICIPALITY,
                http,
                ServiceGates(MemoryLedger(), clock),
                GivenTokens([GRAPH_TOKEN] * 5),
                clock,
                GivenTokens([CMS_TOKEN] * 5),
                GivenTokens([DIALOGUE_TOKEN] * 5),
            )
            for feed in FEEDS:
                await read(feed, clients, StoredFacts(connection, clock.now))
        connection.close()

    asyncio.run(run())


@pytest.mark.parametrize("manner", ["body", "redirect", "gone"])
@pytest.mark.parametrize("link", LINKS, ids=range(len(LINKS)))
def test_no_feed_takes_a_token_elsewhere(link: str, manner: str) -> None:
    recorder = Recorder(link, manner)
    ask_all_feeds(recorder)
    tokens = {request.headers.get("authorization") for request in recorder.requests}
    expected = {f"Bearer {token}" for token in (GRAPH_TOKEN, CMS_TOKEN, DIALOGUE_TOKEN)}
    assert tokens >= expected  # else nothing has been tried
    for request in recorder.requests:
        sent = b" ".join(value for _, value in request.headers.raw) + str(request.url).encode() + request.content
        host = request.url.host
        assert host in (GRAPH, CMS, PUBLIC, DIALOGUE), host
        assert (request.url.scheme, request.url.port) == ("https", None)
        assert GRAPH_TOKEN.encode() not in sent or host == GRAPH
        assert CMS_TOKEN.encode() not in sent or host == CMS
        assert DIALOGUE_TOKEN.encode() not in sent or host == DIALOGUE


@pytest.mark.parametrize("link", [link for link in LINKS if link], ids=range(len(LINKS) - 1))
def test_no_picture_is_fetched_from_elsewhere(link: str) -> None:
    recorder = Recorder(link, "body")

    class Missing(StoredFacts):
        def missing_pictures(self, limit: int) -> tuple[Picture, ...]:
            return (Picture("a" * 64, link), Picture("b" * 64, f"https://{GRAPH}/v1.0/me/photo/$value"))[:limit]

    (feed,) = (each for each in FEEDS if each.name == "pictures")
    clock = FakeClock()
    connection = open_in_memory()

    async def run() -> None:
        async with httpx.AsyncClient(transport=httpx.MockTransport(recorder)) as http:
            gates = ServiceGates(MemoryLedger(), clock)
            clients = Clients(MUNICIPALITY, http, gates, GivenTokens([GRAPH_TOKEN]), clock, GivenTokens([CMS_TOKEN]))
            context = clients.context(feed, Usage(), Missing(connection, clock.now), "me", None)
            async for _page in feed.function(context, {}):
                pass

    asyncio.run(run())
    connection.close()
    for request in recorder.requests:
        assert request.url.host in (CMS, PUBLIC)
        # What the CMS does not give to anybody is asked for with its own token, on its own origin alone.
        allowed = (None, f"Bearer {CMS_TOKEN}") if request.url.host == CMS else (None,)
        assert request.headers.get("authorization") in allowed
