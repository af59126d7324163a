"""Pauses without a loop: what a server named, what grows by itself, and what an old clock left behind."""

import asyncio
from datetime import timedelta

import httpx
import pytest

from sync.allowed_hosts import AddressGuard, AllowedOrigin
from sync.answer import Usage
from sync.exchange import Exchange
from sync.pauses import ATTEMPTS, PATIENCE, Pauses
from sync.service_gates import ServiceGates
from tests.sync.fakes import MORNING, FakeClock, MemoryLedger
from workplace_app.domain.problem import ProblemKind, ProblemRaised

SERVICES = ("outlook", "planner")


def test_a_pause_that_the_server_named_holds_to_its_end_and_not_longer() -> None:
    clock = FakeClock()
    pauses = Pauses(MemoryLedger(), clock, SERVICES)
    pauses.busy("outlook", timedelta(seconds=20))
    assert pauses.rest("outlook") == timedelta(seconds=20)
    assert not pauses.is_free("outlook")
    assert pauses.is_free("planner")
    clock.moment += timedelta(seconds=20)
    assert pauses.rest("outlook") == timedelta()
    pauses.answered("outlook")
    assert pauses.is_free("outlook")


def test_the_back_off_grows_with_every_busy_answer_whoever_got_it() -> None:
    clock = FakeClock(chance=1.0)
    pauses = Pauses(MemoryLedger(), clock, SERVICES)
    waits = []
    for _ in range(5):
        pauses.busy("outlook", None)
        waits.append(pauses.rest("outlook").total_seconds())
        clock.moment += pauses.rest("outlook")
    assert waits == [2, 4, 8, 16, 20]
    pauses.answered("outlook")
    pauses.busy("outlook", None)
    assert pauses.rest("outlook") == timedelta(seconds=2)


def test_a_clock_that_is_set_back_a_year_while_the_program_runs_holds_nobody_up() -> None:
    clock = FakeClock()
    pauses = Pauses(MemoryLedger(), clock, SERVICES)
    pauses.busy("outlook", timedelta(hours=1))
    with pytest.raises(ProblemRaised) as raised:
        pauses.rest("outlook")
    assert raised.value.problem.kind is ProblemKind.THROTTLED
    clock.moment -= timedelta(days=365)
    assert pauses.rest("outlook") == timedelta()


def test_what_was_paused_before_a_restart_is_paused_after_it() -> None:
    ledger, clock = MemoryLedger(), FakeClock()
    Pauses(ledger, clock, SERVICES).busy("planner", 2 * PATIENCE)
    with pytest.raises(ProblemRaised) as raised:
        Pauses(ledger, clock, SERVICES).rest("planner")
    assert raised.value.problem.retry_at == MORNING + 2 * PATIENCE


def asked_of_a_service_that_is_down(feeds: int, rounds: int) -> list[int]:
    """How many requests each round of so many feeds of one service sends."""
    asked = 0

    def answer(_request: httpx.Request) -> httpx.Response:
        nonlocal asked
        asked += 1
        return httpx.Response(503)

    async def read_all() -> list[int]:
        counts = []
        clock = FakeClock()
        async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
            guard = AddressGuard(AllowedOrigin.of("https://graph.example/v1.0"))
            exchange = Exchange(http, guard, "outlook", ServiceGates(MemoryLedger(), clock), Usage(), clock)
            for _ in range(rounds):
                before = asked
                reading = (exchange.send("GET", f"https://graph.example/v1.0/{number}") for number in range(feeds))
                ended = await asyncio.gather(*reading, return_exceptions=True)
                assert all(isinstance(each, ProblemRaised) for each in ended)
                counts.append(asked - before)
        return counts

    return asyncio.run(read_all())


def test_a_request_is_sent_three_times_and_a_service_that_stays_busy_is_asked_once_a_round() -> None:
    assert asked_of_a_service_that_is_down(feeds=1, rounds=3) == [ATTEMPTS, 1, 1]


def test_three_feeds_of_one_service_do_not_find_out_three_times_each_that_it_is_down() -> None:
    first, second = asked_of_a_service_that_is_down(feeds=3, rounds=2)
    assert first <= ATTEMPTS + 2
    assert second == 3
