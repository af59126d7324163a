"""Answers made to exhaust the program or to follow the user about: capped before they are unpacked, no cookie kept."""

import asyncio
import gzip
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import TypeVar

import httpx
import pytest
import requests.exceptions

from sync.allowed_hosts import AddressGuard, AllowedOrigin
from sync.answer import Answer, Usage
from sync.exchange import Exchange
from sync.http_client import open_blocking_client, open_client, trust
from sync.identity.msal_http import MsalHttp
from sync.public_client import PublicClient
from sync.service_gates import ServiceGates
from tests.demo.town_thread import Town
from tests.sync.fakes import MORNING, FakeClock, MemoryLedger
from workplace_app.domain.problem import ProblemKind, ProblemRaised

ORIGIN = "https://nacka.example"
Result = TypeVar("Result")


def exchanging(
    answer: Callable[[httpx.Request], httpx.Response], use: Callable[[Exchange], Awaitable[Result]]
) -> Result:
    async def run() -> Result:
        clock = FakeClock()
        async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
            guard = AddressGuard(AllowedOrigin.of(ORIGIN))
            return await use(Exchange(http, guard, "public", ServiceGates(MemoryLedger(), clock), Usage(), clock))

    return asyncio.run(run())


class Untouched(httpx.AsyncByteStream):
    """A body that says whether anybody has begun to read it."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.read = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        self.read = True
        yield self._content


@pytest.mark.parametrize(
    "coding", ["gzip, gzip", "gzip,gzip,gzip", "deflate, gzip", "identity, gzip, gzip", "GZIP , gzip"]
)
def test_a_body_that_is_packed_more_than_once_is_never_unpacked(coding: str) -> None:
    """3 kB packed twice unpack to 2 GB in one step, whatever the cap says afterwards."""
    body = Untouched(gzip.compress(gzip.compress(bytes(1 << 20))))

    def answer(_request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"content-encoding": coding}, stream=body)

    with pytest.raises(ProblemRaised) as raised:
        exchanging(answer, lambda exchange: exchange.send("GET", f"{ORIGIN}/rss"))
    assert raised.value.problem.kind is ProblemKind.UNREADABLE_ANSWER
    assert not body.read


@pytest.mark.parametrize("coding", ["gzip", "identity", "", "identity, gzip"])
def test_a_body_that_is_packed_once_is_read(coding: str) -> None:
    content = gzip.compress(b"hej") if "gzip" in coding else b"hej"

    def answer(_request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"content-encoding": coding}, content=content)

    assert exchanging(answer, lambda exchange: exchange.send("GET", f"{ORIGIN}/rss")).content == b"hej"


def test_a_public_answer_larger_than_its_reader_wants_is_not_read_to_its_end() -> None:
    given = 0

    class Endless(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            nonlocal given
            for _ in range(1_000):
                given += 1
                yield bytes(1 << 16)

    def get(exchange: Exchange) -> Awaitable[Answer]:
        return PublicClient(exchange).get(f"{ORIGIN}/bild.png", most_bytes=1 << 20)

    with pytest.raises(ProblemRaised) as raised:
        exchanging(lambda _request: httpx.Response(200, stream=Endless()), get)
    assert raised.value.problem.kind is ProblemKind.UNREADABLE_ANSWER
    assert given < 20


def test_no_client_keeps_a_cookie(town: Town) -> None:
    """Cookies know no ports and no paths of ours: one from the public site would follow the user to every service."""
    cookie = httpx.Response(200, headers={"set-cookie": "track=me; Domain=localhost; Path=/"})
    cookie.request = httpx.Request("GET", town.cms_origin)
    context = trust(town.configuration["ca_file"])

    async def kept_by_async_client() -> int:
        async with open_client(context) as client:
            client.cookies.extract_cookies(cookie)
            return len(client.cookies.jar)

    with open_blocking_client(context) as client:
        client.cookies.extract_cookies(cookie)
        assert len(client.cookies.jar) == 0
    assert asyncio.run(kept_by_async_client()) == 0


@pytest.mark.parametrize(
    ("headers", "content"),
    [
        pytest.param({"content-encoding": "gzip, gzip"}, gzip.compress(gzip.compress(b"{}")), id="packed twice"),
        pytest.param({"content-encoding": "gzip"}, gzip.compress(bytes(32 << 20)), id="unpacks to 32 MB"),
        pytest.param({}, bytes(8 << 20), id="8 MB unpacked"),
    ],
)
def test_the_identity_provider_cannot_exhaust_the_program_either(headers: dict[str, str], content: bytes) -> None:
    transport = httpx.MockTransport(lambda _request: httpx.Response(200, headers=headers, content=_stream(content)))
    with httpx.Client(transport=transport) as client:
        msal = MsalHttp(client, AddressGuard(AllowedOrigin.of(ORIGIN)), lambda: MORNING)
        with pytest.raises(requests.exceptions.ConnectionError):
            msal.get(f"{ORIGIN}/discovery")


def test_a_packed_answer_of_the_identity_provider_is_read() -> None:
    packed = {"content-encoding": "gzip", "content-type": "application/json"}
    answer = httpx.MockTransport(lambda _r: httpx.Response(200, headers=packed, content=_stream(gzip.compress(b"{}"))))
    with httpx.Client(transport=answer) as client:
        msal = MsalHttp(client, AddressGuard(AllowedOrigin.of(ORIGIN)), lambda: MORNING)
        assert msal.get(f"{ORIGIN}/discovery").text == "{}"


def _stream(content: bytes) -> Iterator[bytes]:
    yield content
