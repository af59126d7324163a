"""Every call of the system fails in turn while somebody works: that is told in true words, and healthy rounds mend it.

`make soak` does the same in longer scenarios.
"""

from collections.abc import Callable

import pytest

from tests.crashes.disk_sweep import fail_each_call
from tests.crashes.disk_trials import FILING, ROUND
from tests.crashes.faults import BUGS_OF_FAULTS, FAULTS, Fault
from tests.crashes.killing import Case
from tests.crashes.nursery import Nursery

FEWEST_CALLS = {FILING: 10, ROUND: 12}
"""Of the rarest kind: files that are opened."""
STEP_FOR_EVER = 6
"""From every sixth call of a round on, the disk stays broken; `make soak` takes each."""
pytestmark = pytest.mark.timeout(1500)  # a machine that is busy with other things takes ten times as long


@pytest.mark.parametrize("part", [FILING, ROUND])
@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_disk_that_refuses_costs_nothing_and_is_told(
    fault: Fault, for_ever: bool, part: str, settled: Callable[[Nursery], Case], unreliable_nursery: Nursery
) -> None:
    step = STEP_FOR_EVER if for_ever and part == ROUND else 1
    done = fail_each_call(settled(unreliable_nursery), part, fault, for_ever=for_ever, step=step)
    assert done.failures == []
    assert done.complete
    assert done.points * step >= FEWEST_CALLS[part]
    assert done.told or not for_ever, "nobody was told"


@pytest.mark.parametrize("bug", BUGS_OF_FAULTS)
def test_the_faults_find_a_planted_bug(
    bug: str, settled: Callable[[Nursery], Case], unreliable_nursery: Nursery
) -> None:
    fault = FAULTS[BUGS_OF_FAULTS[bug]]
    assert fail_each_call(settled(unreliable_nursery), FILING, fault, for_ever=True, bugs=[bug]).failures
