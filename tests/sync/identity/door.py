"""Everything around one ``Entra`` in a test: the demo's identity provider, a robot for the person, what was told."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TypeVar

import httpx
import pytest

from sync.clock import Clock, SystemClock
from sync.http_client import open_blocking_client, trust
from sync.identity.entra import Entra
from sync.identity.os_broker import OsBroker
from sync.identity.redirect_receiver import ReturnPages
from tests.demo.town_thread import Town
from tests.sync.fakes import Listener
from workplace_app.demo.robot_browser import RobotBrowser
from workplace_app.domain.account import Account
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.configuration_reading import municipality_from_json
from workplace_app.domain.problem import Problem, ProblemRaised
from workplace_app.domain.sign_in import SignInState

ELIN = "elin.ekhamn@nacka.example"
JONAS = "jonas.tallmo@nacka.example"
CLAIMS = '{"access_token": {"nbf": {"essential": true, "value": "1"}}}'
Result = TypeVar("Result")


@dataclass
class Door:
    """Everything around one ``Entra``."""

    town: Town
    browser: Callable[[str], bool]
    clock: Clock = field(default_factory=SystemClock)
    listener: Listener = field(default_factory=Listener)
    changed: dict[str, object] = field(default_factory=dict)
    broker: OsBroker | None = None

    def tell(self, state: SignInState) -> None:
        """What is told; a test may listen in its place."""
        self.listener.sign_in_changed(state)

    @property
    def municipality(self) -> Municipality:
        return replace(municipality_from_json(self.town.configuration), **self.changed)  # type: ignore[arg-type]

    @contextmanager
    def entra(self) -> Iterator[Entra]:
        client = open_blocking_client(trust(self.town.configuration["ca_file"]), httpx.Timeout(5.0))

        def told(state: SignInState) -> None:
            self.tell(state)  # looked up when it happens: a test may have put another in its place

        def browser(address: str) -> bool:
            return self.browser(address)

        entra = Entra(self.municipality, client, self.clock, browser, told, ReturnPages(), self.broker)
        try:
            yield entra
        finally:
            entra.close()

    def ask(self, question: Callable[[Entra], Awaitable[Result]]) -> Result:
        async def run() -> Result:
            with self.entra() as entra:
                return await question(entra)

        return asyncio.run(run())


def door(town: Town, user_name: str = ELIN, clock: Clock | None = None, **changed: object) -> Door:
    """A door that a robot opens; the configuration may differ from the true one."""
    return Door(town, RobotBrowser(user_name).open, clock or SystemClock(), changed=changed)


def problem_of(place: Door, question: Callable[[Entra], Awaitable[object]]) -> Problem:
    with pytest.raises(ProblemRaised) as raised:
        place.ask(question)
    return raised.value.problem


async def sign_in(entra: Entra) -> Account:
    return await entra.sign_in()


async def sign_in_and_get(entra: Entra) -> str:
    await entra.sign_in()
    return await entra.token()


def graph_status(town: Town, token: str) -> int:
    return town.web.get(f"{town.graph}/me", headers={"Authorization": f"Bearer {token}"}).status_code
