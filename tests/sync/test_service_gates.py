"""Each service is asked by few at once and by nobody while it wants to be left alone."""

import asyncio
from datetime import timedelta

import pytest

from sync.service_gates import PATIENCE, SERVICE_BUDGETS, ServiceGates
from tests.sync.fakes import MORNING, FakeClock, MemoryLedger
from workplace_app.domain.problem import ProblemKind, ProblemRaised


def test_at_most_four_are_with_outlook_at_once() -> None:
    async def crowd() -> int:
        gates = ServiceGates(MemoryLedger(), FakeClock())
        inside, most = 0, 0

        async def visit() -> None:
            nonlocal inside, most
            async with gates.passage("outlook"):
                inside += 1
                most = max(most, inside)
                for _ in range(5):
                    await asyncio.sleep(0)
                inside -= 1

        await asyncio.gather(*(visit() for _ in range(30)))
        return most

    assert asyncio.run(crowd()) == 4


def test_a_batch_of_many_parts_is_alone_with_outlook_and_is_not_passed_by() -> None:
    async def crowd() -> list[str]:
        gates = ServiceGates(MemoryLedger(), FakeClock())
        order: list[str] = []
        inside = 0

        async def visit(name: str, places: int) -> None:
            nonlocal inside
            async with gates.passage("outlook", places):
                order.append(name)
                inside += min(places, 4)
                assert inside <= 4
                for _ in range(5):
                    await asyncio.sleep(0)
                inside -= min(places, 4)

        wishes = [("one", 1), ("two", 1), ("batch", 20), ("three", 1), ("pair", 2), ("four", 1)]
        await asyncio.gather(*(visit(name, places) for name, places in wishes))
        return order

    assert asyncio.run(crowd()) == ["one", "two", "batch", "three", "pair", "four"]


def test_who_gives_up_waiting_gives_back_the_places_that_were_held() -> None:
    async def give_up() -> None:
        gates = ServiceGates(MemoryLedger(), FakeClock())
        async with gates.passage("outlook"):
            waiting = asyncio.ensure_future(gates.passage("outlook", 20).__aenter__())
            for _ in range(5):
                await asyncio.sleep(0)
            waiting.cancel()
            await asyncio.wait({waiting})
        async with asyncio.timeout(1), gates.passage("outlook", 20):
            pass

    asyncio.run(give_up())


def test_a_pause_from_the_time_before_the_clock_was_set_back_a_year_is_none() -> None:
    async def ask(ledger: MemoryLedger) -> list[float]:
        clock = FakeClock()
        async with ServiceGates(ledger, clock).passage("planner"):
            return clock.waits

    ledger = MemoryLedger()
    ledger.pause("planner", MORNING + timedelta(days=365))
    assert asyncio.run(ask(ledger)) == []


def test_one_service_does_not_wait_for_another() -> None:
    async def pass_both() -> None:
        gates = ServiceGates(MemoryLedger(), FakeClock())
        gates.pause("teams", MORNING + timedelta(hours=1))
        async with gates.passage("outlook"):
            pass

    asyncio.run(pass_both())


def test_a_short_pause_is_waited_out() -> None:
    async def wait() -> list[float]:
        clock = FakeClock()
        gates = ServiceGates(MemoryLedger(), clock)
        gates.pause("planner", MORNING + timedelta(seconds=10))
        async with gates.passage("planner"):
            return clock.waits

    assert asyncio.run(wait()) == [10.0]


def test_a_long_pause_is_told_and_outlives_the_process() -> None:
    async def ask(ledger: MemoryLedger) -> None:
        async with ServiceGates(ledger, FakeClock()).passage("sharepoint"):
            pass

    ledger = MemoryLedger()
    until = MORNING + PATIENCE + timedelta(seconds=1)

    async def pause() -> None:
        ServiceGates(ledger, FakeClock()).pause("sharepoint", until)

    asyncio.run(pause())
    with pytest.raises(ProblemRaised) as raised:
        asyncio.run(ask(ledger))
    assert raised.value.problem.kind is ProblemKind.THROTTLED
    assert raised.value.problem.retry_at == until


def test_a_pause_is_never_shortened() -> None:
    async def pause_twice() -> MemoryLedger:
        ledger = MemoryLedger()
        gates = ServiceGates(ledger, FakeClock())
        gates.pause("cms", MORNING + timedelta(hours=2))
        gates.pause("cms", MORNING + timedelta(hours=1))
        return ledger

    assert asyncio.run(pause_twice()).pauses == {"cms": MORNING + timedelta(hours=2)}


def test_every_budget_lets_somebody_through() -> None:
    assert all(budget.concurrent >= 1 for budget in SERVICE_BUDGETS.values())
