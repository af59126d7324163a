"""Lets things happen in the demo municipality by themselves, and at the press of a button."""

import asyncio
import random
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from workplace_app.demo.parts import LivingPart
from workplace_app.demo.settings import Clock

LEAST_PAUSE_SECONDS = 20.0
LONGEST_PAUSE_SECONDS = 60.0
HAPPENINGS_KEPT = 50


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened, in one Swedish sentence."""

    at: datetime
    what: str


class Life:
    """Chooses what happens next. The choice and the pauses are decided by the seed."""

    def __init__(
        self,
        parts: Sequence[LivingPart],
        now: Clock,
        seed: int,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._parts = tuple(parts)
        self._now = now
        self._sleep = sleep
        self._random = random.Random(seed)  # noqa: S311  believable, not secret
        self._happenings: deque[Happening] = deque(maxlen=HAPPENINGS_KEPT)

    def happen(self, times: int = 1) -> list[Happening]:
        """Let this many things happen now; fewer when nobody has anything to do."""
        happened: list[Happening] = []
        for _ in range(times):
            now = self._now()
            for part in self._random.sample(self._parts, len(self._parts)):
                what = part.live(now)
                if what is not None:
                    happened.append(Happening(now, what))
                    break
        self._happenings.extend(happened)
        return happened

    def latest(self) -> tuple[Happening, ...]:
        """What happened last, newest first."""
        return tuple(reversed(self._happenings))

    async def go_on(self) -> None:
        """Let things happen at intervals until cancelled."""
        while True:
            await self._sleep(self._random.uniform(LEAST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS))
            self.happen()
