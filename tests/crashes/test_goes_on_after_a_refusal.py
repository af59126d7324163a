"""The disk refuses one call and gives all others: the next round ends well on the same connections, with no restart."""

import errno
from collections.abc import Callable, Iterable, Sequence

import pytest

from tests.crashes.killing import Case
from tests.crashes.nursery import Nursery
from tests.crashes.scenarios import SAME_CONNECTIONS
from tests.crashes.sweep import Strike, calls_in, spread
from tests.crashes.unreliable_disk import AFFECTED, Call, What

POINTS = 8
BUG = "a connection that was refused something is kept"
STRIKES = [
    pytest.param(Strike(Call.READ, What.FAIL, errno.EIO), id="reading"),
    pytest.param(Strike(AFFECTED[errno.EIO] & ~Call.READ, What.FAIL, errno.EIO), id="anything else"),
]
pytestmark = pytest.mark.timeout(900)


def _still_refused(case: Case, strike: Strike, numbers: Iterable[int], bugs: Sequence[str] = ()) -> list[str]:
    """What the second round told, though the disk refused nothing in it."""
    told = []
    for number in numbers:
        here, marks, code = strike(case, SAME_CONNECTIONS, number, bugs)
        here.hear(marks)
        told += [f"call {number}: ended with {code}"] if code else []
        told += [
            f"call {number}: {mark}"
            for mark in marks
            if mark[0] == "crashed" or (mark[0] == "problem" and mark[1] == "the same connection")
        ]
    return told


def _first_half(case: Case, strike: Strike) -> Iterable[int]:
    return spread(calls_in(case, SAME_CONNECTIONS, strike.kinds) // 2, POINTS)


@pytest.mark.parametrize("strike", STRIKES)
def test_the_next_round_needs_no_restart(
    strike: Strike, settled: Callable[[Nursery], Case], unreliable_nursery: Nursery
) -> None:
    case = settled(unreliable_nursery)
    assert _still_refused(case, strike, _first_half(case, strike)) == []
    assert case.outcomes() == []


def test_a_connection_that_is_kept_is_found(settled: Callable[[Nursery], Case], unreliable_nursery: Nursery) -> None:
    case = settled(unreliable_nursery)
    strike = Strike(Call.READ, What.FAIL, errno.EIO)
    assert _still_refused(case, strike, _first_half(case, strike), [BUG])


def test_a_file_that_was_opened_for_reading_only_is_opened_again(
    settled: Callable[[Nursery], Case], unreliable_nursery: Nursery
) -> None:
    """SQLite is content with that where the system does not open a file for writing."""
    case, strike = settled(unreliable_nursery), Strike(Call.OPEN, What.FAIL, errno.EIO)
    assert _still_refused(case, strike, range(1, calls_in(case, SAME_CONNECTIONS, Call.OPEN) + 1)) == []
