"""Chooses where a life is killed: after how many tellings of what, and how long afterwards.

A share of the kills falls anywhere. The others are aimed at one step (``steps.py``), at which the life stands still for
a moment; the kill comes before it goes on, or while it does what follows.
"""

import random
from dataclasses import dataclass

from tests.crashes.steps import Step

_SHARE_ANYWHERE = 0.25
LATEST_KILL_SECONDS = 0.02
"""How long after what a life has told it may be killed when it stands still nowhere: longer than a step takes."""
HELD_SECONDS = 0.03
"""How long the town holds back the end of an answer."""
_SPANS = {
    Step.FILING: 0.002,
    Step.NOTING: 0.002,
    Step.LEAVING: HELD_SECONDS,
    Step.ANSWERED: HELD_SECONDS,
    Step.CONCLUDING: 0.002,
    Step.PAGE: 0.002,
}
"""How many seconds may pass from each step to the one that follows."""
_LONGEST_LINGER_SECONDS = 0.008
_SHARE_WHILE_IT_LINGERS = 0.6
_TIMES = (1, 1, 2)
_STEPS = (*Step, Step.PAGE)
"""Pages come last in a life, and not in each."""


@dataclass(frozen=True)
class Aim:
    """Kill ``wait`` seconds after the ``times``-th telling of ``step`` ("": of anything), at which the life lingers."""

    step: str
    times: int
    linger: float
    wait: float


def aim(chance: random.Random, most_marks: int) -> Aim:
    """Where to strike next; ``most_marks`` is how much a life tells."""
    if chance.random() < _SHARE_ANYWHERE:
        return Aim("", chance.randint(0, most_marks), 0.0, chance.random() ** 2 * LATEST_KILL_SECONDS)
    step = chance.choice(_STEPS)
    linger = chance.random() * _LONGEST_LINGER_SECONDS
    if chance.random() < _SHARE_WHILE_IT_LINGERS:
        wait = chance.random() * linger
    else:
        wait = linger + chance.random() * _SPANS[step]
    return Aim(step.value, chance.choice(_TIMES), linger, wait)
