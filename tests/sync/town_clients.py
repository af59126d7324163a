"""Clients of the demo municipality, built as the program builds them, with the test's clock and tokens."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeVar

import httpx

from sync.allowed_hosts import AddressGuard, AllowedOrigin
from sync.answer import Usage
from sync.authorized_exchange import Credentials
from sync.clock import Clock
from sync.exchange import Exchange
from sync.graph_client import GraphClient
from sync.http_client import open_client, trust
from sync.public_client import PublicClient
from sync.service_gates import ServiceGates
from tests.demo.msal_client import msal_application, sign_in
from tests.demo.town_thread import Town
from tests.sync.fakes import FakeClock, GivenTokens, MemoryLedger

Result = TypeVar("Result")


def token_of(town: Town) -> str:
    """A token of Elin's that the demo's Graph takes."""
    return str(sign_in(town, msal_application(town))["access_token"])


@dataclass
class Desk:
    """What a test holds in its hands while it asks."""

    town: Town
    http: httpx.AsyncClient
    credentials: Credentials
    clock: Clock
    ledger: MemoryLedger
    usage: Usage = field(default_factory=Usage)

    def __post_init__(self) -> None:
        self.gates = ServiceGates(self.ledger, self.clock)

    def exchange(self, root: str, service: str = "planner", **limits: float) -> Exchange:
        guard = AddressGuard(AllowedOrigin.of(root))
        return Exchange(self.http, guard, service, self.gates, self.usage, self.clock, **limits)  # type: ignore[arg-type]

    def graph(self, service: str = "planner", scope: str | None = "Tasks.ReadWrite", **limits: float) -> GraphClient:
        return GraphClient(self.exchange(self.town.graph, service, **limits), self.town.graph, self.credentials, scope)

    def web(self) -> PublicClient:
        return PublicClient(self.exchange(self.town.cms_origin, "public"))


def ask(
    town: Town,
    question: Callable[[Desk], Awaitable[Result]],
    credentials: Credentials | None = None,
    clock: Clock | None = None,
    ledger: MemoryLedger | None = None,
) -> Result:
    """Run one asynchronous question against the municipality."""
    given = credentials or GivenTokens([token_of(town)])
    chosen_clock = clock or FakeClock()
    chosen_ledger = ledger or MemoryLedger()

    async def run() -> Result:
        async with open_client(trust(town.configuration["ca_file"])) as http:
            return await question(Desk(town, http, given, chosen_clock, chosen_ledger))

    return asyncio.run(run())
