"""One call of the system after another fails while somebody works: it is told in true words, and a healthy round mends
all of it. Here some calls spread over the whole; `make soak` takes every one."""

from collections.abc import Callable

import pytest

from tests.crashes.faults import BUGS_OF_FAULTS, FAULTS, Fault
from tests.crashes.killing import Case
from tests.crashes.nursery import Nursery
from tests.crashes.sweep import calls_in, spread, sweep

WORK = "filing, delivery, page and settling"
POINTS = 6
POINTS_FOR_A_BUG = 12
pytestmark = pytest.mark.timeout(1500)  # a machine that is busy with other things takes ten times as long


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_disk_that_refuses_costs_nothing_and_is_told(
    fault: Fault, for_ever: bool, settled: Callable[[Nursery], Case], unreliable_nursery: Nursery
) -> None:
    case = settled(unreliable_nursery)
    strike = fault.strike(for_ever=for_ever)
    numbers = spread(calls_in(case, WORK, strike.kinds), POINTS)
    done = sweep(case, WORK, strike, numbers=numbers, kinds_allowed=fault.kinds)
    assert done.failures == []
    assert done.points > 1
    assert done.told or not for_ever, "nobody was told"


@pytest.mark.parametrize("bug", BUGS_OF_FAULTS)
def test_the_faults_find_a_planted_bug(
    bug: str, settled: Callable[[Nursery], Case], unreliable_nursery: Nursery
) -> None:
    case = settled(unreliable_nursery)
    fault = FAULTS[BUGS_OF_FAULTS[bug]]
    strike = fault.strike(for_ever=True)
    numbers = spread(calls_in(case, WORK, strike.kinds) // 2, POINTS_FOR_A_BUG)
    assert sweep(case, WORK, strike, numbers=numbers, bugs=[bug], kinds_allowed=fault.kinds).failures
