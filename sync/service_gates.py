"""One gate per remote service: how many requests at once, and nobody through before a Retry-After has passed."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from sync.clock import Clock
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

PATIENCE = timedelta(seconds=30)
"""A pause that ends within this is waited out on the spot; a longer one ends the feed, which goes on from its bookmark
in the round that comes after the pause."""


@dataclass(frozen=True, slots=True)
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
    "catalogue": ServiceBudget(1),
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
        self._places = {name: asyncio.Semaphore(budget.concurrent) for name, budget in SERVICE_BUDGETS.items()}
        self._paused = {name: ledger.paused_until(name) for name in SERVICE_BUDGETS}

    @asynccontextmanager
    async def passage(self, service: str) -> AsyncIterator[None]:
        """Hold one of the service's places; raises THROTTLED with ``retry_at`` when the wait would be long."""
        async with self._places[service]:
            await self._wait_out_pause(service)
            yield

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
