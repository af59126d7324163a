"""Exponential back-off with full jitter, so that clients which failed together do not come back together."""

from collections.abc import Callable
from datetime import timedelta

_MOST_DOUBLINGS = 30


def back_off(attempt: int, first: timedelta, longest: timedelta, chance: Callable[[], float]) -> timedelta:
    """How long to wait after the ``attempt``-th failure (from 1): uniform between nothing and the doubled bound."""
    bound = min(first * (1 << min(attempt - 1, _MOST_DOUBLINGS)), longest)
    return bound * chance()
