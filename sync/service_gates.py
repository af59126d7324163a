"""One gate per remote service: how many requests at once, and nobody through before a Retry-After has passed."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Protocol

from sync.clock import Clock
from sync.retry_after import LONGEST_PAUSE
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

PATIENCE = timedelta(seconds=30)
"""A pause that ends within this is waited out on the spot; a longer one ends the feed, which goes on from its bookmark
in the round that comes after the pause."""


@frozen
class ServiceBudget:
    """How hard one service may be leant on: requests in flight at once from this client."""

    concurrent: int


SERVICE_BUDGETS: Mapping[str, ServiceBudget] = {
    "outlook": ServiceBudget(4),  # 4 concurrent per app and mailbox (throttling-outlook, read 2026)
    "teams": ServiceBudget(2),  # 1 request per second and channel, 4 per second and team (throttling-teams)
    "sharepoint": ServiceBudget(2),  # 3,600 resource units per minute for the whole tenant's clients
    "planner": ServiceBudget(2),  # no published limits: assume that it throttles
    "directory": ServiceBudget(4),
    "cms": ServiceBudget(4),
    "public": ServiceBudget(4),
}


class PauseLedger(Protocol):
    """Where pauses outlive the process: the store's feed ledger."""

    def pause(self, service: str, until: datetime) -> None:
        """Remember that nothing may be asked of the service before this moment."""

    def paused_until(self, service: str) -> datetime | None:
        """The moment that is remembered, if any."""


class ServiceGates:
    """The gates of one account's round. Belongs to the event loop's thread."""

    def __init__(self, ledger: PauseLedger, clock: Clock) -> None:
        self._ledger = ledger
        self._clock = clock
        self._turns = {name: asyncio.Lock() for name in SERVICE_BUDGETS}
        self._places = {name: asyncio.Semaphore(budget.concurrent) for name, budget in SERVICE_BUDGETS.items()}
        latest = clock.now() + LONGEST_PAUSE  # what lies beyond was written by a clock that has been set back since
        pauses = {name: ledger.paused_until(name) for name in SERVICE_BUDGETS}
        self._paused = {name: None if until and until > latest else until for name, until in pauses.items()}

    @asynccontextmanager
    async def passage(self, service: str, places: int = 1) -> AsyncIterator[None]:
        """Hold some of the service's places, all of them for as many as there are or more: what a batch asks, Graph
        asks at once (Outlook: four at a time). Raises THROTTLED with ``retry_at`` when the wait would be long."""
        held = 0
        try:
            async with self._turns[service]:  # in turn, so that who wants many is not passed by those who want one
                while held < min(places, SERVICE_BUDGETS[service].concurrent):
                    await self._places[service].acquire()
                    held += 1
            await self._wait_out_pause(service)
            yield
        finally:
            for _ in range(held):
                self._places[service].release()

    def pause(self, service: str, until: datetime) -> None:
        """Let nobody through before this moment; an earlier moment than the one that holds changes nothing."""
        current = self._paused[service]
        if current is None or until > current:
            self._paused[service] = until
            self._ledger.pause(service, until)

    async def _wait_out_pause(self, service: str) -> None:
        while (until := self._paused[service]) is not None and (rest := until - self._clock.now()) > timedelta():
            if rest > PATIENCE:
                raise ProblemRaised(Problem(ProblemKind.THROTTLED, service=service, retry_at=until))
            await self._clock.sleep(rest.total_seconds())
