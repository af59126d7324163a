"""Killed right before a call of the system that changes something, in eleven scenarios: nothing is lost or doubled.
Here some calls spread over each scenario; `make soak` takes every one."""

from collections.abc import Callable

import pytest

from tests.crashes.killing import Case
from tests.crashes.nursery import Nursery
from tests.crashes.scenarios import SCENARIOS
from tests.crashes.sweep import KILLED, KILLED_HALFWAY, Strike, calls_in, spread, sweep
from tests.crashes.unreliable_disk import CHANGES, Call, What

POINTS = 4
POINTS_FOR_A_BUG = 60
pytestmark = pytest.mark.timeout(600)  # a machine that is busy with other things takes ten times as long


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_kill_before_a_call_costs_nothing(
    scenario: str, settled: Callable[[Nursery], Case], unreliable_nursery: Nursery
) -> None:
    case = settled(unreliable_nursery)
    done = sweep(case, scenario, KILLED, numbers=spread(calls_in(case, scenario, CHANGES), POINTS))
    assert done.failures == []
    assert done.points > 1


def test_a_kill_halfway_through_a_write_costs_nothing(
    settled: Callable[[Nursery], Case], unreliable_nursery: Nursery
) -> None:
    case = settled(unreliable_nursery)
    scenario = "filing, delivery, page and settling"
    done = sweep(case, scenario, KILLED_HALFWAY, numbers=spread(calls_in(case, scenario, CHANGES), POINTS))
    assert done.failures == []


def test_the_kills_find_a_bookmark_that_is_committed_before_its_page(
    settled: Callable[[Nursery], Case], unreliable_nursery: Nursery
) -> None:
    """Pages are stored towards the end, so the calls are struck from there."""
    case = settled(unreliable_nursery)
    strike = Strike(Call.WRITE, What.KILL)
    numbers = spread(calls_in(case, "delta page", strike.kinds), POINTS_FOR_A_BUG)[::-1]
    done = sweep(case, "delta page", strike, numbers=numbers, bugs=["the bookmark is committed before its page"])
    assert done.failures, f"{done.points} kills found nothing"
