"""Continuous access evaluation: a challenge is met by one renewal, however many meet it, and never in a loop."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from sync.clock import SystemClock
from sync.http_client import open_client, trust
from sync.identity.entra import Entra
from tests.demo.town_thread import Town
from tests.sync.fakes import MemoryLedger, PatientClock
from tests.sync.identity.door import CLAIMS, ELIN, Door, door, graph_status, sign_in_and_get
from tests.sync.town_clients import Desk, Result
from workplace_app.domain.problem import ProblemKind, ProblemRaised

TASKS = "/me/planner/tasks"


def with_graph(place: Door, question: Callable[[Entra, Desk], Awaitable[Result]]) -> Result:
    """Graph, asked with the real Entra's tokens."""

    async def run(entra: Entra) -> Result:
        async with open_client(trust(place.town.configuration["ca_file"])) as http:
            return await question(entra, Desk(place.town, http, entra, place.clock, MemoryLedger()))

    return place.ask(run)


def requests_of(town: Town, origin: str, ending: str = "") -> int:
    seen = town.look("requests")["requests"]
    return sum(each["origin"] == origin and each["path"].endswith(ending) for each in seen)


async def challenged_by(desk: Desk, crowd: int = 1) -> list[ProblemKind | None]:
    async def one() -> ProblemKind | None:
        try:
            await desk.graph().get(TASKS)
        except ProblemRaised as raised:
            return raised.problem.kind
        return None

    return list(await asyncio.gather(*(one() for _ in range(crowd))))


def test_a_challenge_is_met_in_silence_where_that_is_enough(town: Town) -> None:
    async def challenged(entra: Entra, desk: Desk) -> list[ProblemKind | None]:
        await entra.sign_in()
        await challenged_by(desk)
        town.order("challenge", user_name=ELIN)
        town.order("requests/reset")
        return await challenged_by(desk)

    assert with_graph(door(town), challenged) == [None]
    assert requests_of(town, "identity", "/token") == 1
    assert requests_of(town, "graph") == 2


def test_feeds_that_are_challenged_together_share_one_renewal(town: Town) -> None:
    async def challenged(entra: Entra, desk: Desk) -> list[ProblemKind | None]:
        await entra.sign_in()
        await challenged_by(desk)
        town.order("challenge", user_name=ELIN)
        town.order("requests/reset")
        return await challenged_by(desk, crowd=8)

    assert with_graph(door(town), challenged) == [None] * 8
    assert requests_of(town, "identity", "/token") == 1
    assert requests_of(town, "graph") == 16


def test_challenge_after_challenge_is_one_renewal_and_then_the_users_to_meet(town: Town) -> None:
    place = door(town)
    addresses: list[str] = []
    robot = place.browser

    def browser(address: str) -> bool:
        addresses.append(address)
        return robot(address)

    place.browser = browser

    async def challenged(entra: Entra, desk: Desk) -> list[ProblemKind | None]:
        await entra.sign_in()
        await challenged_by(desk)
        town.order("faults", origin="graph", kind="claims_challenge", times=None)
        town.order("requests/reset")
        kinds = [kind for _ in range(4) for kind in await challenged_by(desk)]
        town.order("faults/clear")
        await entra.sign_in()
        return kinds + await challenged_by(desk)

    kinds = with_graph(place, challenged)
    assert kinds == [ProblemKind.CLAIMS_CHALLENGE] * 4 + [None]
    assert requests_of(town, "identity", "/token") == 2, "one renewal for four rounds, and the sign-in"
    assert "nbf" in parse_qs(urlsplit(addresses[-1]).query)["claims"][0], "the sign-in carries the challenge"


def test_another_challenge_hours_later_is_met_in_silence_again(town: Town) -> None:
    clock = PatientClock(now=SystemClock().now())

    async def challenged(entra: Entra, desk: Desk) -> list[ProblemKind | None]:
        await entra.sign_in()
        await challenged_by(desk)
        said = []
        for _ in range(3):
            town.order("challenge", user_name=ELIN)
            said += await challenged_by(desk)
            clock.moment += timedelta(hours=3)
        return said

    assert with_graph(door(town, clock=clock), challenged) == [None] * 3


def test_a_strong_challenge_is_carried_to_the_next_sign_in(town: Town) -> None:
    async def challenged(entra: Entra) -> tuple[ProblemKind, str]:
        token = await sign_in_and_get(entra)
        town.order("challenge", user_name=ELIN, strong=True)
        with pytest.raises(ProblemRaised) as raised:
            await entra.token(refused=token, claims=CLAIMS)
        return raised.value.problem.kind, await sign_in_and_get(entra)

    kind, token = door(town).ask(challenged)
    assert kind is ProblemKind.CLAIMS_CHALLENGE
    assert graph_status(town, token) == 200


def test_many_who_were_refused_together_cause_one_renewal(town: Town) -> None:
    async def crowd(entra: Entra) -> tuple[set[str], int]:
        stale = await sign_in_and_get(entra)
        town.order("requests/reset")
        tokens = await asyncio.gather(*(entra.token(refused=stale) for _ in range(8)))
        return set(tokens), town.look("requests")["total"]

    tokens, requests = door(town).ask(crowd)
    assert len(tokens) == 1
    assert requests == 1


@pytest.mark.parametrize("days", [-2, 2])
def test_a_clock_that_is_set_right_later_costs_one_renewal_and_no_sign_in(town: Town, days: int) -> None:
    right = SystemClock().now()
    clock = PatientClock(now=right)

    async def corrected(entra: Entra, desk: Desk) -> tuple[list[ProblemKind | None], datetime]:
        await entra.sign_in()
        await challenged_by(desk)
        clock.moment = right + timedelta(days=days)
        town.order("revoke", user_name="jonas.tallmo@nacka.example")  # anything that is not about her
        return await challenged_by(desk), clock.moment

    assert with_graph(door(town, clock=clock), corrected)[0] == [None]
