"""On real sockets: the bytes of a token reach one origin, whatever that origin answers, and the proxy never.

``test_no_token_leaves.py`` asks every feed with every link in every manner, without a network. Here the real client
asks, through a proxy that reads every byte, and each link is given in each manner by some feed.
"""

import asyncio
import itertools
import json
from collections.abc import Iterator

import pytest

from sync.allowed_hosts import AddressGuard, AllowedOrigin
from sync.answer import BookmarkExpired, Usage
from sync.authorized_exchange import AuthorizedExchange
from sync.clients import Clients
from sync.exchange import Exchange
from sync.feed import Feed
from sync.feeds.registry import FEEDS
from sync.http_client import open_client, trust
from sync.known_facts import StoredFacts
from sync.service_gates import ServiceGates
from tests.sync.fakes import FakeClock, GivenTokens, MemoryLedger
from tests.sync.listening_proxy import ListeningProxy, Said, answer_bytes, listening
from tests.sync.test_no_token_leaves import (
    CMS,
    CMS_TOKEN,
    DIALOGUE,
    DIALOGUE_TOKEN,
    EVERYWHERE,
    GRAPH,
    GRAPH_TOKEN,
    LINKS,
    MUNICIPALITY,
    PUBLIC,
)
from workplace_app.domain.article import Picture
from workplace_app.domain.problem import ProblemRaised
from workplace_app.store.sync_connection import open_in_memory

MORE_LINKS = [
    "https://graph.microsoft.com:8443/v1.0/me",
    "https://graph.microsoft.com:80/v1.0/me",
    "https://graph.microsoft.us/v1.0/me",
    "https://evil.example/",
    "https://evil.example:443/v1.0/$batch",
    "https://graph.microsoft.com%40evil.example/v1.0/me",
    "https://graph.microsoft.com%2f@evil.example/v1.0/me",
    "https://graph.microsoft.com?@evil.example/v1.0/me",
    "https://graph.microsoft.com;@evil.example/v1.0/me",
    "https://[::ffff:127.0.0.1]/v1.0/me",
    "https://2130706433/v1.0/me",
    "https://0x7f000001/v1.0/me",
    "https://xn--graph-.microsoft.com/v1.0/me",
    "wss://graph.microsoft.com/v1.0/me",
    "ftp://graph.microsoft.com/v1.0/me",
]
ON_THIS_COMPUTER = ["https://127.0.0.1:{}/v1.0/me", "https://localhost:{}/v1.0/me", "http://127.0.0.1:{}/v1.0/me"]
MANNERS = ("body", "redirect", "permanent", "gone")
OWN = {
    f"{GRAPH}:443": GRAPH_TOKEN.encode(),
    f"{CMS}:443": CMS_TOKEN.encode(),
    f"{DIALOGUE}:443": DIALOGUE_TOKEN.encode(),
    f"{PUBLIC}:443": None,
}


class HostileTown:
    """Answers everything with the same link, in the manner of the moment."""

    def __init__(self) -> None:
        self.link, self.manner = "", "body"
        self._count = itertools.count()

    def __call__(self, said: Said) -> bytes:
        location = ("Location", self.link.replace("\r", "").replace("\n", "").replace("\x00", ""))
        if self.manner in ("redirect", "permanent"):
            return answer_bytes(302 if self.manner == "redirect" else 308, b"", location)
        if self.manner == "gone":
            return answer_bytes(410, b'{"error": {"code": "resyncRequired"}}', location)
        json_type = ("Content-Type", "application/json")
        if said.path.endswith("$batch"):
            parts = json.loads(said.body)["requests"]
            each = {"status": 200, "headers": {"Location": self.link}, "body": self._body()}
            return answer_bytes(
                200, json.dumps({"responses": [{"id": part["id"], **each} for part in parts]}).encode(), json_type
            )
        # A page that can be continued twice: the CMS continues with a header of the request, not with an address.
        more = [("x-epi-continuation", self.link.encode("ascii", "ignore").decode())] if next(self._count) % 3 else []
        printable = (pair for pair in more if pair[1].isprintable())
        return answer_bytes(200, json.dumps(self._body()).encode(), json_type, *printable)

    def _body(self) -> dict[str, object]:
        item = {"id": "1", "title": "x", "subject": "x", "name": "x", **dict.fromkeys(EVERYWHERE, self.link)}
        return {"value": [item], **dict.fromkeys(EVERYWHERE, self.link)}


def leaks(proxy: ListeningProxy) -> Iterator[Said]:
    """Requests that carry a token where it does not belong, and requests to an origin that is none of ours."""
    for said in proxy.said:
        if said.origin == "proxy":
            host_is_ours = said.path in OWN and said.raw.startswith(b"CONNECT ")
            if not host_is_ours or b"authorization" in said.raw.lower().replace(b"proxy-authorization", b""):
                yield said
        elif said.origin not in OWN or b"\r\n\r\n" not in said.raw:
            yield said
        else:
            foreign = {token for token in OWN.values() if token is not None and token != OWN[said.origin]}
            bare = b"authorization:" in said.raw.lower() and OWN[said.origin] is None
            if bare or any(token in said.raw for token in foreign):
                yield said


async def ask_everything(town: HostileTown, proxy: ListeningProxy, links: list[str]) -> None:
    clock = FakeClock()
    connection = open_in_memory()
    async with open_client(trust(proxy.ca_file)) as http:
        for number, link in enumerate(links):
            town.link = link
            known = lacking_picture_at(link)(connection, clock.now)
            for count, feed in enumerate(FEEDS):
                town.manner = MANNERS[(number + count) % len(MANNERS)]
                clients = Clients(
                    MUNICIPALITY,
                    http,
                    ServiceGates(MemoryLedger(), clock),
                    GivenTokens([GRAPH_TOKEN] * 3),
                    clock,
                    GivenTokens([CMS_TOKEN] * 3),
                    GivenTokens([DIALOGUE_TOKEN] * 3),
                )
                await read(feed, clients, known)
    connection.close()


def lacking_picture_at(link: str) -> type[StoredFacts]:
    """A store that lacks pictures, of which one lies where the link says."""

    class Lacking(StoredFacts):
        def missing_pictures(self, limit: int) -> tuple[Picture, ...]:
            return (Picture("a" * 64, link), Picture("b" * 64, f"https://{CMS}/bild.png"))[:limit]

    return Lacking


async def read(feed: Feed, clients: Clients, known: StoredFacts) -> None:
    target = "channel:a/b" if feed.name == "channel_messages" else "group:a"
    pages = 0
    try:
        async for _page in feed.function(clients.context(feed, Usage(), known, "me", target), {}):
            pages += 1
            if pages > 5:
                break
    except (ProblemRaised, BookmarkExpired):
        pass


def test_every_token_stays_at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    town = HostileTown()
    with listening(town, monkeypatch) as proxy:
        links = [*LINKS, *MORE_LINKS, *(link.format(proxy.port) for link in ON_THIS_COMPUTER)]
        assert len(set(links)) >= 60
        asyncio.run(ask_everything(town, proxy, links))
        assert [(said.origin, said.raw[:200]) for said in leaks(proxy)] == []
        for origin, token in OWN.items():
            heard = proxy.heard_by(origin)
            assert heard, origin  # else nothing has been tried
            assert token is None or any(b"Bearer " + token in said.raw for said in heard)


def test_this_ear_hears_a_token_that_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: a guard that lets everything pass is found out at each of these."""

    class Credulous(AddressGuard):
        def allows(self, address: str) -> bool:
            return True

    async def leak(proxy: ListeningProxy, address: str) -> None:
        clock = FakeClock()
        async with open_client(trust(proxy.ca_file)) as http:
            guard = Credulous(AllowedOrigin.of(MUNICIPALITY.graph))
            exchange = Exchange(http, guard, "outlook", ServiceGates(MemoryLedger(), clock), Usage(), clock)
            await AuthorizedExchange(exchange, GivenTokens([GRAPH_TOKEN])).send("GET", address)

    with listening(lambda _said: answer_bytes(200, b"{}"), monkeypatch) as proxy:
        for address in (
            "https://evil.example/v1.0/me",
            "http://graph.microsoft.com/v1.0/me",
            "https://graph.microsoft.com:8443/v1.0/me",
            f"https://localhost:{proxy.port}/v1.0/me",
        ):
            proxy.said.clear()
            asyncio.run(leak(proxy, address))
            assert any(GRAPH_TOKEN.encode() in said.raw for said in leaks(proxy)), address
