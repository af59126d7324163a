"""Killed at the system's own calls: a few of them here, every one in ten scenarios in `make soak`."""

from collections.abc import Callable

import pytest

from tests.crashes.killing import Case
from tests.crashes.nursery import Nursery
from tests.crashes.strace_injection import StraceKill, missing
from tests.crashes.sweep import sweep

REASON = missing()
pytestmark = pytest.mark.timeout(600)  # a machine that is busy with other things takes ten times as long


@pytest.mark.skipif(REASON is not None, reason=REASON or "")
@pytest.mark.parametrize(("system_call", "numbers"), [("pwrite64", (5, 30)), ("fsync", (1,)), ("sendto", (2,))])
def test_a_kill_at_a_system_call_costs_nothing(
    system_call: str, numbers: tuple[int, ...], settled: Callable[[Nursery], Case], nursery: Nursery
) -> None:
    case = settled(nursery)
    done = sweep(case, "filing, delivery, page and settling", StraceKill(system_call), numbers=numbers)
    assert done.failures == []
    assert done.points == len(numbers)
