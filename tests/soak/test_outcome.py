"""A run of a harness is worth something only when it has found what was planted."""

import pytest

from tests.soak import HARNESSES, Outcome
from tests.soak.__main__ import run_of, told

FOUND = {"a bug": True}


def test_none_of_three_thousand_bounds_the_rate_at_one_in_a_thousand() -> None:
    outcome = Outcome(3000, "kills", (), FOUND)
    assert outcome.bound == 0.001
    assert told("kill", outcome, 7, 3.0).splitlines()[0] == "kill: ok, 3000 kills in 3 s, seed 7"


@pytest.mark.parametrize("planted", [{}, {"a bug": True, "another": False}])
def test_a_harness_that_misses_a_planted_bug_or_plants_none_is_void(planted: dict[str, bool]) -> None:
    outcome = Outcome(3000, "kills", (), planted)
    assert outcome.void
    assert outcome.bound is None
    assert "VOID" in told("kill", outcome, 7, 3.0)


def test_a_harness_without_a_trial_is_void() -> None:
    assert Outcome(0, "kills", (), FOUND).void


def test_failures_are_told_one_by_one_and_bound_nothing() -> None:
    outcome = Outcome(3000, "kills", ("one intent was lost",), FOUND)
    assert outcome.bound is None
    assert "one intent was lost" in told("kill", outcome, 7, 3.0)


def test_each_registered_harness_is_there() -> None:
    assert all(callable(run_of(harness)) and harness.description for harness in HARNESSES.values())
