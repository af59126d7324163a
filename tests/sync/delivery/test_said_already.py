"""Finding a message whose answer was lost, in a Teams that gives back more, or less, than the demo's."""

import asyncio
import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import httpx
import pytest

from sync.allowed_hosts import AddressGuard, AllowedOrigin
from sync.answer import Usage
from sync.delivery.outcome import DeliveryTools
from sync.delivery.said_already import find_own_words
from sync.exchange import Exchange
from sync.graph_client import GraphClient
from sync.service_gates import ServiceGates
from tests.sync.fakes import MORNING, FakeClock, GivenTokens, MemoryLedger
from workplace_app.domain.account import Account
from workplace_app.domain.problem import ProblemRaised

ROOT = "https://graph.example/v1.0"
ME, WISH = "me", "0199e0a4-8a70-7000-8000-000000000001"
HTML = f'<div itemprop="{WISH}">Ja, gärna</div>'
PREFIX = "message:chat"


def message(number: int, said: datetime, html: str = "<p>Ja, gärna</p>", by: str | None = ME) -> dict[str, Any]:
    sender = None if by is None else {"user": {"id": by, "displayName": "Elin"}}
    stamp = said.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    return {
        "id": str(number),
        "createdDateTime": stamp,
        "from": sender,
        "body": {"contentType": "html", "content": html},
    }


def found(
    pages: Sequence[Sequence[dict[str, Any]]],
    *,
    me: str = ME,
    others: frozenset[str] = frozenset(),
    ahead: timedelta = timedelta(),
    since: datetime = MORNING,
) -> tuple[str | None, int]:
    """What is found, and in how many requests."""
    clock = FakeClock()
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        number = int(request.url.params.get("page", "0"))
        asked.append(str(request.url))
        body: dict[str, Any] = {"value": pages[number]}
        if number + 1 < len(pages):
            body["@odata.nextLink"] = f"{ROOT}/chats/c/messages?page={number + 1}"
        headers = {"Content-Type": "application/json", "Date": format_datetime(clock.now() + ahead, usegmt=True)}
        return httpx.Response(200, content=json.dumps(body), headers=headers)

    async def look() -> str | None:
        async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
            gates = ServiceGates(MemoryLedger(), clock)
            exchange = Exchange(http, AddressGuard(AllowedOrigin.of(ROOT)), "teams", gates, Usage(), clock)
            graph = GraphClient(exchange, ROOT, GivenTokens(), "Chat.Read")
            tools = DeliveryTools(
                graph=lambda _service, _scope: graph,
                cached_task=lambda _task: None,
                me=Account("", me, "", "", "Elin"),
                has_become=lambda answer, _wish: answer in others,
            )
            return await find_own_words(graph, "/chats/c/messages", tools, WISH, HTML, since, PREFIX)

    return asyncio.run(look()), len(asked)


SOON = MORNING + timedelta(seconds=3)


def test_the_wishs_own_id_is_proof_whatever_became_of_the_words() -> None:
    edited = message(7, SOON, f'<div itemprop="{WISH}"><p>Ja, gärna. Rättat.</p></div>')
    assert found([[message(8, SOON), edited]]) == (f"{PREFIX}/7", 1)


@pytest.mark.parametrize("html", ["<div>\n<div>Ja,&nbsp;gärna</div>\n</div>", "<p>Ja, gärna</p><p>&nbsp;</p>"])
def test_words_are_known_again_however_teams_wraps_them(html: str) -> None:
    assert found([[message(7, SOON, html)]])[0] == f"{PREFIX}/7"


@pytest.mark.parametrize(
    "other",
    [
        message(7, SOON, by="somebody"),
        message(7, SOON, by=None),
        message(7, SOON, "<p>Ja, gärna då</p>"),
        message(7, MORNING - timedelta(minutes=5)),
        {**message(7, SOON), "createdDateTime": None},
    ],
    ids=["another author", "nobody", "other words", "earlier", "undated"],
)
def test_what_is_not_it_is_left(other: dict[str, Any]) -> None:
    assert found([[other]])[0] is None


def test_what_another_wish_has_become_is_not_this_one() -> None:
    assert found([[message(7, SOON)]], others=frozenset({f"{PREFIX}/7"}))[0] is None


def test_of_two_alike_it_is_the_earlier() -> None:
    assert found([[message(8, SOON + timedelta(minutes=1)), message(7, SOON)]])[0] == f"{PREFIX}/7"


@pytest.mark.parametrize("hours", [-3, 3])
def test_a_clock_that_is_wrong_is_reckoned_with(hours: int) -> None:
    ahead = timedelta(hours=hours)
    assert found([[message(7, SOON + ahead)]], ahead=ahead)[0] == f"{PREFIX}/7"
    assert found([[message(7, SOON + ahead - timedelta(minutes=10))]], ahead=ahead)[0] is None


def test_a_listing_from_the_latest_is_read_no_further_than_to_the_attempt() -> None:
    old = [message(number, MORNING - timedelta(hours=number + 1)) for number in range(3)]
    assert found([[message(9, SOON, "<p>Annat</p>"), *old], [message(7, SOON)]]) == (None, 1)


def test_a_listing_in_any_other_order_is_read_to_its_end() -> None:
    old = [message(number, MORNING - timedelta(hours=9 - number)) for number in range(3)]
    assert found([old, [message(7, SOON)]]) == (f"{PREFIX}/7", 2)


def test_who_cannot_see_all_that_was_said_since_claims_nothing() -> None:
    pages = [[message(number, datetime(2027, 1, 1, tzinfo=UTC), "<p>Annat</p>")] for number in range(11)]
    with pytest.raises(ProblemRaised):
        found(pages)


def test_after_a_clock_has_been_set_back_the_attempt_seems_to_lie_ahead_and_is_found_all_the_same() -> None:
    """The computer believed that it was 2036 when it was sent."""
    later = MORNING + timedelta(days=3650)
    assert found([[message(7, MORNING - timedelta(hours=2))]], since=later)[0] == f"{PREFIX}/7"
    assert found([[message(7, MORNING - timedelta(days=60))]], since=later)[0] is None
    marked = message(7, MORNING - timedelta(days=60), HTML)
    assert found([[message(8, SOON, "<p>Annat</p>"), marked]], since=later)[0] == f"{PREFIX}/7"
