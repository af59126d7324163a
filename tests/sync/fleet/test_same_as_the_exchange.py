"""A simulated round asks at the same moments, and ends in the same problem, as the real exchange at its real gate."""

import asyncio
from datetime import datetime

import httpx
import pytest

from sync.allowed_hosts import AddressGuard, AllowedOrigin
from sync.answer import Usage
from sync.exchange import Exchange
from sync.feeds.registry import FEEDS
from sync.fleet.computer import Computer, FleetClock, Rules, World
from sync.fleet.day import Day
from sync.fleet.questions import Question
from sync.fleet.town import REFUSED, Reply, Town
from sync.service_gates import ServiceGates
from tests.sync.fakes import MORNING, FakeClock, MemoryLedger
from workplace_app.domain.problem import Problem, ProblemRaised

PLANNER = [feed for feed in FEEDS if feed.name == "planner"]
CHANCE = 0.5
Script = tuple[Reply | None, ...]


class ScriptedTown(Town):
    """Answers by a script and notes when it was asked."""

    def __init__(self, script: Script) -> None:
        super().__init__(Day(1, troubles=()))
        self.left = list(script)
        self.asked: list[datetime] = []

    def ask(self, client: int, question: Question, now: datetime) -> Reply | None:
        self.asked.append(now)
        return self.left.pop(0)


def simulated(script: Script) -> tuple[list[datetime], Problem | None]:
    town = ScriptedTown(script)
    clock = FleetClock(MORNING, lambda: CHANCE)
    computer = Computer(0, World(PLANNER, town, clock, Rules(), 1.0), [None], metered=False, told=False)
    computer.start(MORNING)
    visit = computer.read(0, MORNING)
    while visit is not None:
        clock.moment += visit.rest
        visit = computer.go_on(visit, clock.moment)
    state = computer.states[0]
    assert state is not None
    return town.asked, state.problem


def real(script: Script) -> tuple[list[datetime], Problem | None]:
    clock, asked, left = FakeClock(MORNING, CHANCE), list[datetime](), list(script)

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(clock.now())
        reply = left.pop(0)
        if reply is REFUSED:
            raise httpx.ConnectError("refused")
        return httpx.Response(200) if reply is None else httpx.Response(reply.status, headers=dict(reply.headers))

    async def ask() -> Problem | None:
        async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
            guard = AddressGuard(AllowedOrigin.of("https://graph.example/v1.0"))
            exchange = Exchange(http, guard, "planner", ServiceGates(MemoryLedger(), clock), Usage(), clock)
            try:
                await exchange.send("GET", "https://graph.example/v1.0/me/planner/tasks")
            except ProblemRaised as raised:
                return raised.problem
            return None

    return asked, asyncio.run(ask())


def spelt(reply: Reply | None) -> str:
    return "200" if reply is None else " ".join([str(reply.status), *reply.headers.values()])


def busy(status: int, retry_after: str | None = None) -> Reply:
    return Reply(status, {} if retry_after is None else {"retry-after": retry_after})


@pytest.mark.parametrize(
    "script",
    [
        (None,),
        (busy(503), None),
        (busy(429, "7"), busy(429, "2"), None),
        (busy(429, "7"), busy(503), busy(504)),
        (busy(429, "600"),),
        (busy(429, "31"),),
        (busy(503, "0"), busy(503, "0"), busy(503, "0")),
        (REFUSED,),
        (busy(503), REFUSED),
    ],
    ids=lambda script: "-".join(spelt(reply) for reply in script),
)
def test_the_same_moments_and_the_same_end(script: Script) -> None:
    assert simulated(script) == real(script)
