"""The steps of the text size, in percent."""

from typing import Final

STEPS: Final = (100, 110, 125, 150, 175, 200)


def larger(percent: int) -> int:
    """The next step up; the largest stays."""
    return next((step for step in STEPS if step > percent), STEPS[-1])


def smaller(percent: int) -> int:
    """The next step down; the smallest stays."""
    return next((step for step in reversed(STEPS) if step < percent), STEPS[0])
