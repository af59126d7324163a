"""Time and chance as sync sees them, passed in everywhere so that a test decides both."""

import asyncio
import random
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """The wall clock for what is written down, the monotonic one for what is measured, and waiting."""

    def now(self) -> datetime:
        """This moment in UTC."""

    def monotonic(self) -> float:
        """Seconds that no one sets back."""

    async def sleep(self, seconds: float) -> None:
        """Wait on the event loop."""

    def chance(self) -> float:
        """A number from 0 up to, not including, 1: for jitter."""


class SystemClock:
    """The machine's own clocks and its generator of chance; ``now`` may be the clock that the window goes by."""

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._now = now

    def now(self) -> datetime:
        """This moment in UTC."""
        return self._now()

    def monotonic(self) -> float:
        """Seconds since some moment in the past."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait on the event loop."""
        await asyncio.sleep(seconds)

    def chance(self) -> float:
        """Uniform in [0, 1); nothing secret hangs on it."""
        return random.random()  # noqa: S311


async def rest_until(woken: asyncio.Event, clock: Clock, longest: timedelta) -> None:
    """Until somebody sets the event or the time has passed."""
    waits = {asyncio.ensure_future(woken.wait()), asyncio.ensure_future(clock.sleep(longest.total_seconds()))}
    try:
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()
