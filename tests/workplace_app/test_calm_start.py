"""When the first minute of a start needs no sync."""

from datetime import UTC, datetime, timedelta

import pytest

from workplace_app.calm_start import QUICK, may_rest
from workplace_app.domain.feed_state import FeedState
from workplace_app.domain.problem import Problem, ProblemKind

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def fetched(minutes_ago: int, feed: str = "planner") -> FeedState:
    moment = NOW - minutes_ago * MINUTE
    return FeedState(feed, fetched_at=moment, attempted_at=moment)


def day(**minutes_ago: int) -> list[FeedState]:
    """The feeds of a working day, each read two minutes ago unless it is said otherwise."""
    return [fetched(minutes, feed) for feed, minutes in {**dict.fromkeys(QUICK, 2), **minutes_ago}.items()]


def test_a_round_of_just_now_lets_sync_rest() -> None:
    assert may_rest(day(people=300), 0, NOW)


@pytest.mark.parametrize(
    "states",
    [
        [],
        day(mail=10),
        day(people=-1),
        [*day(), FeedState("sites", attempted_at=NOW - MINUTE)],
        [*day(), FeedState("sites", NOW - 3 * MINUTE, NOW - MINUTE)],
        [*day(), FeedState("sites", NOW - MINUTE, NOW - MINUTE, Problem(ProblemKind.OFFLINE))],
    ],
    ids=["nothing known", "old", "from the future", "never read", "interrupted", "a problem"],
)
def test_anything_else_begins_at_once(states: list[FeedState]) -> None:
    assert not may_rest(states, 0, NOW)


def test_a_wish_that_waits_begins_at_once() -> None:
    assert not may_rest(day(), 1, NOW)
