"""What a server calls a version of its document is sent back to it, or left out where it cannot be: it never keeps a
feed from asking again."""

import asyncio

import httpx
import pytest

from sync.answer import Usage
from sync.clients import Clients
from sync.feeds.conditional import fetch_if_changed
from sync.feeds.registry import FEEDS
from sync.service_gates import ServiceGates
from tests.sync.fakes import FakeClock, GivenTokens, MemoryLedger
from tests.sync.feeds.test_hostile_ids import Knowing
from workplace_app.domain.configuration import Dialogue, Municipality

HOST = "https://town.example"
ODD = [b'"\xe5"', b'"\xc3\xa5"', b'"a\x0b"', b'"' + b"x" * 5_000 + b'"']


def asked_twice(feed: str, validators: dict[bytes, bytes]) -> list[dict[str, str]]:
    """The conditions under which a feed asks the first and the second time."""
    conditions: list[dict[str, str]] = []

    def serve(request: httpx.Request) -> httpx.Response:
        conditions.append({name: value for name, value in request.headers.items() if name.startswith("if-")})
        return httpx.Response(
            200, content=b'{"remarks": []}', headers=[(b"content-type", b"application/json"), *validators.items()]
        )

    asyncio.run(_ask(feed, serve))
    return conditions


async def _ask(feed: str, serve: object) -> None:
    clock = FakeClock()
    dialogue = Dialogue(f"{HOST}/dialog", "scope")
    municipality = Municipality("Nacka", graph=f"{HOST}/v1.0", dialogue=dialogue, public_news=(f"{HOST}/rss",))
    async with httpx.AsyncClient(transport=httpx.MockTransport(serve)) as http:  # type: ignore[arg-type]
        tokens = GivenTokens()
        clients = Clients(municipality, http, ServiceGates(MemoryLedger(), clock), tokens, clock, None, tokens)
        found = next(each for each in FEEDS if each.name == feed)
        context = clients.context(found, Usage(), Knowing(""), "me", None, asked=True)
        kept: dict[str, str] = {}
        for _ in range(2):
            if feed == "remarks":
                async for page in found.function(context, kept):
                    kept[""] = page.bookmark or ""
            else:
                read = await fetch_if_changed(context, f"{HOST}/rss", kept.get(""), "*/*")
                kept[""] = read[1] if read is not None else kept[""]


@pytest.mark.parametrize("validator", ODD, ids=lambda odd: ascii(odd[:8]))
@pytest.mark.parametrize("feed", ["remarks", "public_news"])
def test_an_odd_validator_is_not_sent_back(feed: str, validator: bytes) -> None:
    assert asked_twice(feed, {b"etag": validator, b"last-modified": validator}) == [{}, {}]


@pytest.mark.parametrize("feed", ["remarks", "public_news"])
def test_a_usual_one_is(feed: str) -> None:
    assert asked_twice(feed, {b"etag": b'W/"1"'}) == [{}, {"if-none-match": 'W/"1"'}]
