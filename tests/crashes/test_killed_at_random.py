"""Killed at random moments of filing and sync, the program loses no wish, doubles none, and keeps their order."""

from collections.abc import Callable

import pytest

from tests.crashes.killing import Case, kill_at_random
from tests.crashes.nursery import Nursery
from tests.crashes.planted import FOUND_AT_RANDOM
from tests.crashes.steps import Step

SEEDS = (20261014, 20261015, 20261016, 20261017)
KILLS = 50
MOST_KILLS_FOR_A_BUG = 600
"""It ends with the first that finds the bug."""
pytestmark = pytest.mark.timeout(900)  # a machine that is busy with other things takes ten times as long


@pytest.mark.parametrize("seed", SEEDS)
def test_fifty_kills_cost_nothing(seed: int, settled: Callable[[Nursery], Case], nursery: Nursery) -> None:
    case = settled(nursery)
    done = kill_at_random(case, seed, KILLS)
    assert done.failures == []
    assert done.kills == KILLS
    assert case.acknowledged, "nothing was wished between the kills"
    assert len(done.where) > len(Step) // 2, "the kills were not spread over the steps"
    assert case.differs_from_fresh() == []


@pytest.mark.parametrize("bug", FOUND_AT_RANDOM)
def test_the_kills_find_a_planted_bug(bug: str, settled: Callable[[Nursery], Case], nursery: Nursery) -> None:
    done = kill_at_random(settled(nursery).for_bugs(), SEEDS[0], MOST_KILLS_FOR_A_BUG, [bug])
    assert done.failures, f"{done.kills} kills did not find that {bug}"
