"""200 random sequences of use, switch, crash and sign-out leave no canary: the first half of them.

A sequence that fails is played again by ``python -m tests.canaries SEED``.
"""

import pytest

from tests.canaries.many import PART, PARTS, play, told
from tests.canaries.sequence import Computers

HALF = PARTS[: len(PARTS) // 2]


@pytest.mark.timeout(600)
@pytest.mark.parametrize("first", HALF)
def test_no_canary_is_left_or_shown_to_others(computers: Computers, first: int) -> None:
    done = play(computers, range(first, first + PART))
    print(told(computers, done))
    assert [failure for each in done for failure in each.failures] == []
    assert len(done) == PART
