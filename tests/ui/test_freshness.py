"""The one rule of how old a thing is: unknown is never empty, old is never fresh, old rows stay."""

from datetime import timedelta

import pytest

from tests.ui.shell_parts import NOW
from ui.freshness import Fetched, fetched, freshness, is_without_network, needs_sign_in
from ui.widgets.card import Freshness
from workplace_app.domain.feed_state import FeedState
from workplace_app.domain.problem import Problem, ProblemKind

THROTTLED = Problem(ProblemKind.THROTTLED)
EXPIRED = Problem(ProblemKind.SIGN_IN_NEEDED)
GOOD = FeedState("planner", fetched_at=NOW, attempted_at=NOW, answered_at=NOW)
OLDER = FeedState("todo", fetched_at=NOW - timedelta(hours=2), attempted_at=NOW)
TRIED = FeedState("mail", attempted_at=NOW)


def kind(state: Fetched, *, empty: bool, fetching: bool = False) -> Freshness:
    return freshness(state, NOW, empty=empty, empty_words="Nothing.", fetching=fetching).freshness


def test_several_feeds_are_as_old_as_the_oldest() -> None:
    states = {"planner": GOOD, "todo": OLDER}
    assert fetched(states, ("planner", "todo")) == Fetched(OLDER.fetched_at, None)


def test_a_problem_that_the_user_can_mend_goes_first() -> None:
    states = {
        "mail": FeedState("mail", NOW, NOW, THROTTLED),
        "planner": FeedState("planner", NOW, NOW, EXPIRED),
    }
    together = fetched(states, ("mail", "planner"))
    assert together.problem == EXPIRED
    assert needs_sign_in(together)


@pytest.mark.parametrize(
    ("state", "empty", "fetching", "expected"),
    [
        (Fetched(NOW, None), False, False, Freshness.FRESH),
        (Fetched(NOW, None), True, False, Freshness.EMPTY),
        (Fetched(None, None, absent=True), True, False, Freshness.UNKNOWN),
        (Fetched(None, None, absent=True), True, True, Freshness.FETCHING),
        (Fetched(NOW, None, never=True), True, False, Freshness.UNKNOWN),
        (Fetched(NOW, None, never=True), True, True, Freshness.FETCHING),
        (Fetched(NOW, None, never=True), False, False, Freshness.FRESH),
        (Fetched(NOW, None, absent=True), True, False, Freshness.EMPTY),
        (Fetched(NOW, None, absent=True), True, True, Freshness.FETCHING),
        (Fetched(NOW - timedelta(hours=25), None), False, False, Freshness.OLD),
        (Fetched(NOW, THROTTLED), False, False, Freshness.OLD),
        (Fetched(NOW, THROTTLED), True, False, Freshness.UNKNOWN),
        (Fetched(None, THROTTLED), True, False, Freshness.UNKNOWN),
        (Fetched(None, EXPIRED), False, False, Freshness.FAILED),
    ],
)
def test_how_a_thing_stands(state: Fetched, empty: bool, fetching: bool, expected: Freshness) -> None:
    assert kind(state, empty=empty, fetching=fetching) is expected


def test_what_has_never_answered_is_told_from_what_is_not_asked_here() -> None:
    together = fetched({"planner": GOOD, "mail": TRIED}, ("planner", "mail", "todo"))
    assert (together.never, together.absent) == (True, True)
    assert fetched({"planner": GOOD}, ("planner",)) == Fetched(NOW, None)


def test_words_say_what_happened_and_what_to_do() -> None:
    state = freshness(Fetched(NOW, EXPIRED), NOW, empty=False, empty_words="", fetching=False)
    assert state.words
    assert state.action


def test_a_feed_that_asked_nothing_says_nothing_of_the_network() -> None:
    """Whichever it is."""
    before, later = NOW - timedelta(hours=1), NOW + timedelta(minutes=1)
    states = {
        "planner": FeedState("planner", before, NOW, Problem(ProblemKind.OFFLINE), answered_at=before),
        "todo": FeedState("todo", later, later),
        "remarks": FeedState("remarks", later, later, answered_at=before),
    }
    assert is_without_network(states)
    assert not is_without_network({**states, "pictures": FeedState("pictures", later, later, answered_at=later)})
