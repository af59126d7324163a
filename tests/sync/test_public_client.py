"""Public addresses: read without a token, redirected only within what the municipality named."""

import asyncio
from typing import Any

import httpx
import pytest

from sync.public_client import PublicClient
from tests.demo.town_thread import Town
from tests.sync.fakes import FakeClock, GivenTokens, MemoryLedger
from tests.sync.town_clients import Desk, ask
from workplace_app.domain.problem import ProblemKind, ProblemRaised


def redirecting(answers: dict[str, httpx.Response]) -> httpx.AsyncClient:
    """A server that answers by path."""
    return httpx.AsyncClient(transport=httpx.MockTransport(lambda request: answers[request.url.path]))


def get(answers: dict[str, httpx.Response], path: str = "/rss", **headers: str) -> Any:
    async def run() -> Any:
        async with redirecting(answers) as http:
            desk = Desk(Town({}, httpx.Client()), http, GivenTokens(), FakeClock(), MemoryLedger())
            desk.town.web.close()
            client = PublicClient(desk.exchange("https://nacka.example", "public"))
            return await client.get(f"https://nacka.example{path}", headers)

    return asyncio.run(run())


def moved(to: str) -> httpx.Response:
    return httpx.Response(301, headers={"location": to})


def test_a_feed_that_has_moved_is_found() -> None:
    answers = {
        "/rss": moved("/rss/"),
        "/rss/": moved("https://nacka.example/new"),
        "/new": httpx.Response(200, text="x"),
    }
    assert get(answers).content == b"x"


@pytest.mark.parametrize(
    "to",
    [
        "https://evil.example/rss",
        "http://nacka.example/rss",
        "//evil.example/rss",
        "https://[",
        "//[nacka.example/rss",
        "https://nacka.example\\@evil.example/rss",
    ],
)
def test_a_redirect_elsewhere_is_not_followed(to: str) -> None:
    with pytest.raises(ProblemRaised) as raised:
        get({"/rss": moved(to)})
    assert raised.value.problem.kind is ProblemKind.FOREIGN_ADDRESS


def test_a_redirect_in_a_circle_ends() -> None:
    with pytest.raises(ProblemRaised) as raised:
        get({"/rss": moved("/rss")})
    assert raised.value.problem.kind is ProblemKind.UNREADABLE_ANSWER


def test_not_modified_is_an_answer() -> None:
    assert get({"/rss": httpx.Response(304)}).status == 304


def test_a_missing_page_is_a_problem() -> None:
    with pytest.raises(ProblemRaised) as raised:
        get({"/rss": httpx.Response(404)})
    assert raised.value.problem.kind is ProblemKind.NOT_FOUND


def test_no_token_goes_to_the_public_site(town: Town) -> None:
    answer = ask(town, lambda desk: desk.web().get(f"{town.cms_origin}/nyheter"))
    assert b'"reader": null' in answer.content or b'"reader":null' in answer.content
