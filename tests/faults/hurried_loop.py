"""An event loop on which waiting takes no time while sockets are real, and on which names resolve as a test says.

Server and client share the loop. When no socket has anything to say within a moment, whoever waits is the next to
speak: the loop's clock is put to that timer instead of being waited for. So the program's own time-outs (10, 30 and
120 seconds) are kept to the second and cost two milliseconds each. No thread may be waited for on this loop.
"""

import asyncio
import selectors
import socket
import threading
from collections.abc import Callable
from typing import Any

_MOMENT = 0.002
Resolver = Callable[[str, int], list[tuple[Any, ...]]]


class _HurriedSelector(selectors.DefaultSelector):
    """Puts the clock forward where another selector would sleep."""

    ahead = 0.0
    working = 0
    in_earnest = False

    def select(self, timeout: float | None = None) -> Any:
        if self.in_earnest:
            return super().select(timeout)
        ready = super().select(0)
        if ready or timeout is None or timeout <= 0:
            return ready if ready or timeout is not None else super().select(None)
        ready = super().select(min(_MOMENT, timeout))
        while not ready and (self.working or _a_thread_is_busy()):
            ready = super().select(_MOMENT)
        if not ready:
            self.ahead += timeout
        return ready


def _a_thread_is_busy() -> bool:
    """True while one of the threads on which httpx's network library lets others work has not told its result."""
    return any(
        thread not in getattr(thread, "idle_workers", (thread,))
        for thread in threading.enumerate()
        if thread.name == "AnyIO worker thread"
    )


class HurriedLoop(asyncio.SelectorEventLoop):
    """``resolver`` answers every question for a name; ``usual_addresses`` knows this machine's own and no other."""

    def __init__(self) -> None:
        self._hurried = _HurriedSelector()
        self.resolver: Resolver = usual_addresses
        super().__init__(self._hurried)

    def wait_in_earnest(self) -> None:
        """From now on time passes as it does elsewhere: for work on threads that the loop knows nothing of."""
        self._hurried.in_earnest = True

    def time(self) -> float:
        return super().time() + self._hurried.ahead

    def run_in_executor(self, executor: Any, func: Any, *args: Any) -> Any:  # type: ignore[override]
        self._hurried.working += 1
        future = super().run_in_executor(executor, func, *args)
        future.add_done_callback(self._rested)
        return future

    def _rested(self, _future: Any) -> None:
        self._hurried.working -= 1

    async def getaddrinfo(self, host: Any, port: Any, **_wanted: Any) -> list[tuple[Any, ...]]:
        name = host.decode() if isinstance(host, bytes) else str(host)
        if name.replace(".", "").isdecimal():
            return address_info(name, int(port or 0))
        return self.resolver(name, int(port or 0))


def address_info(address: str, port: int) -> list[tuple[Any, ...]]:
    """One address as getaddrinfo gives it."""
    if ":" in address:
        return [(socket.AF_INET6, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (address, port, 0, 0))]
    return [(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (address, port))]


def usual_addresses(name: str, port: int) -> list[tuple[Any, ...]]:
    """What a healthy machine says."""
    if name == "localhost":
        return address_info("127.0.0.1", port)
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
