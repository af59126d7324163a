"""Runs the demo municipality on a thread of the test's own process, with real sockets, and commands it."""

import asyncio
import contextlib
import ssl
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import httpx

from workplace_app.demo.municipality import Municipality
from workplace_app.demo.parts import Part
from workplace_app.demo.running import PartMaker, Start, running_municipality
from workplace_app.demo.settings import DemoSettings


@dataclass
class Town:
    """A running municipality as a client sees it. ``web`` trusts its authority and follows no redirects."""

    configuration: dict[str, Any]
    web: httpx.Client

    @property
    def graph(self) -> str:
        return str(self.configuration["graph"])

    @property
    def cms_origin(self) -> str:
        return str(self.configuration["cms_v2_address"]).removesuffix("/api/episerver/v2.0")

    @property
    def authority(self) -> str:
        return f"{self.configuration['authority']}/{self.configuration['tenant_id']}"

    def order(self, command: str, **order: Any) -> dict[str, Any]:
        """Give the control a command."""
        answer = self.web.post(f"{self.configuration['control']}/{command}", json=order)
        assert answer.status_code == 200, answer.text
        content: dict[str, Any] = answer.json()
        return content

    def look(self, view: str, **query: str) -> dict[str, Any]:
        """Look at one of the control's views."""
        content: dict[str, Any] = self.web.get(f"{self.configuration['control']}/{view}", params=query).json()
        return content


@contextlib.contextmanager
def town_on_thread(start: Start, makers: Sequence[PartMaker]) -> Iterator[Town]:
    """Start the municipality, give a client for it, and prove at the end that its thread has ended."""
    ready = threading.Event()
    running: list[Municipality] = []
    failures: list[BaseException] = []
    loops: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []

    async def run() -> None:
        stop = asyncio.Event()
        loops.append((asyncio.get_running_loop(), stop))
        async with running_municipality(start, makers) as town:
            running.append(town)
            ready.set()
            await stop.wait()

    def work() -> None:
        try:
            asyncio.run(run())
        except BaseException as error:  # noqa: BLE001  handed to the test's thread, which raises it
            failures.append(error)
            ready.set()

    thread = threading.Thread(target=work, name="demo municipality")
    thread.start()
    try:
        assert ready.wait(20), "the municipality did not start"
        if failures:
            raise failures[0]
        configuration = running[0].configuration()
        with client_for(configuration) as web:
            yield Town(configuration, web)
    finally:
        if loops:
            with contextlib.suppress(RuntimeError):
                loops[0][0].call_soon_threadsafe(loops[0][1].set)
        thread.join(20)
    assert not thread.is_alive(), "the municipality did not end"
    assert not failures, failures


def client_for(configuration: dict[str, Any]) -> httpx.Client:
    """A client that trusts the municipality's own authority and nothing else."""
    context = ssl.create_default_context(cafile=configuration["ca_file"])
    return httpx.Client(verify=context, trust_env=False, timeout=10)


def no_part(origin: Any) -> PartMaker:
    """A part that serves nothing."""

    def make(_settings: DemoSettings) -> Part:
        return Part(origin, ())

    return make
