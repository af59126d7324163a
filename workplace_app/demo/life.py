"""Lets things happen in the demo municipality by themselves, and at the press of a button."""

import asyncio
import random
from collections import deque
from collections.abc import Awaitable, Callable, Iterator, Sequence
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


@dataclass(frozen=True, slots=True)
class LivelyPlace:
    """Those who live in one place; things happen there ``weight`` times as often as in a place of weight 1."""

    living: Sequence[LivingPart]
    weight: int = 1


class Life:
    """Chooses what happens next. The choice and the pauses are decided by the seed."""

    def __init__(
        self,
        places: Sequence[LivelyPlace],
        now: Clock,
        seed: int,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._places = tuple(place for place in places if place.living)
        self._now = now
        self._sleep = sleep
        self._random = random.Random(seed)  # noqa: S311  believable, not secret
        self._happenings: deque[Happening] = deque(maxlen=HAPPENINGS_KEPT)

    def happen(self, times: int = 1) -> list[Happening]:
        """Let this many things happen now; fewer when nobody has anything to do."""
        happened: list[Happening] = []
        for _ in range(times):
            now = self._now()
            for part in self._in_turn():
                what = part.live(now)
                if what is not None:
                    happened.append(Happening(now, what))
                    break
        self._happenings.extend(happened)
        return happened

    def note(self, what: str) -> None:
        """Something has happened that nobody here chose: a person did it with a program, or the control ordered it."""
        self._happenings.append(Happening(self._now(), what))

    def _in_turn(self) -> Iterator[LivingPart]:
        """Everybody, in the order in which they are asked: first those of the place whose turn it is."""
        left = list(self._places)
        while left:
            (place,) = self._random.choices(left, [one.weight for one in left])
            left.remove(place)
            yield from self._random.sample(list(place.living), len(place.living))

    def latest(self) -> tuple[Happening, ...]:
        """What happened last, newest first."""
        return tuple(reversed(self._happenings))

    async def go_on(self) -> None:
        """Let things happen at intervals until cancelled."""
        while True:
            await self._sleep(self._random.uniform(LEAST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS))
            self.happen()
