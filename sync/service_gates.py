"""One gate per remote service: how many requests at once, and nobody through before a Retry-After has passed."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from sync.clock import Clock
from sync.pauses import PATIENCE, PauseLedger, Pauses
from workplace_app.domain.frozen import frozen

__all__ = ["PATIENCE", "SERVICE_BUDGETS", "PauseLedger", "ServiceBudget", "ServiceGates", "places_for"]


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
    "dialogue": ServiceBudget(2),  # a server of the municipality's own
}


def places_for(service: str, requests: int) -> int:
    """How many of a service's places so many requests hold at once: a batch as many as it has parts, or all of them."""
    return min(requests, SERVICE_BUDGETS[service].concurrent)


class ServiceGates:
    """The gates of one account's round. Belongs to the event loop's thread."""

    def __init__(self, ledger: PauseLedger, clock: Clock) -> None:
        self._clock = clock
        self._turns = {name: asyncio.Lock() for name in SERVICE_BUDGETS}
        self._places = {name: asyncio.Semaphore(budget.concurrent) for name, budget in SERVICE_BUDGETS.items()}
        self.pauses = Pauses(ledger, clock, tuple(SERVICE_BUDGETS))

    @asynccontextmanager
    async def passage(self, service: str, places: int = 1) -> AsyncIterator[None]:
        """Hold some of the service's places, all of them for as many as there are or more: what a batch asks, Graph
        asks at once (Outlook: four at a time). Raises THROTTLED with ``retry_at`` when the wait would be long."""
        held = 0
        try:
            async with self._turns[service]:  # in turn, so that who wants many is not passed by those who want one
                while held < places_for(service, places):
                    await self._places[service].acquire()
                    held += 1
            await self._wait_out_pause(service)
            yield
        finally:
            for _ in range(held):
                self._places[service].release()

    def pause(self, service: str, until: datetime) -> None:
        """Let nobody through before this moment; an earlier moment than the one that holds changes nothing."""
        self.pauses.pause(service, until)

    async def _wait_out_pause(self, service: str) -> None:
        while (rest := self.pauses.rest(service)) > timedelta():
            await self._clock.sleep(rest.total_seconds())
