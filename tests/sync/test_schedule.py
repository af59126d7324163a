"""When what is due, with every time and every chance given."""

from collections.abc import AsyncIterator, Mapping
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.back_off import back_off
from sync.feed import Feed, FeedContext
from sync.schedule import (
    CONSENT_RECHECK,
    FIRST_RETRY,
    LONGEST_REST,
    LONGEST_RETRY,
    SHORTEST_REST,
    START_JITTER,
    Retry,
    due,
    due_names,
    due_or_failed,
    next_wake,
    on_demand_feed,
    retry_after_round,
)
from tests.sync.fakes import MORNING
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.feed_state import FeedState
from workplace_app.domain.page import Page
from workplace_app.domain.problem import Problem, ProblemKind

HOUR = timedelta(hours=1)


async def nothing(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncIterator[Page]:
    yield Page()


def feed(service: str = "outlook", interval: timedelta = HOUR, on_demand: bool = False) -> Feed:
    return Feed("todo", nothing, service, interval, frozenset({ChangeKind.TASKS}), on_demand=on_demand)


def moment(
    state: FeedState | None, which: Feed | None = None, retry: Retry | None = None, chance: float = 0.5
) -> datetime | None:
    return due(which or feed(), state, retry, MORNING, MORNING, chance)


def state(fetched: datetime | None, attempted: datetime | None, problem: Problem | None = None) -> FeedState:
    return FeedState("todo", fetched, attempted, problem)


def test_what_was_never_read_is_due_at_once() -> None:
    assert moment(None) == MORNING
    assert moment(state(None, None)) == MORNING


def test_what_was_read_is_due_when_its_interval_has_passed() -> None:
    read = MORNING - timedelta(minutes=20)
    assert moment(state(read, read)) == read + HOUR


def test_teams_messages_are_never_due_since_they_are_read_on_demand_only() -> None:
    assert moment(None, feed("teams", on_demand=True)) is None


def test_a_feed_that_was_interrupted_is_due_at_once() -> None:
    attempted = MORNING - timedelta(minutes=1)
    assert moment(state(None, attempted)) == MORNING
    assert moment(state(attempted - HOUR, attempted)) == MORNING


def test_a_clock_that_was_set_back_a_year_makes_nobody_wait_for_a_year() -> None:
    future = MORNING + timedelta(days=365)
    assert moment(state(future, future)) == MORNING
    throttled = Problem(ProblemKind.THROTTLED, retry_at=future)
    assert moment(state(None, future, throttled)) == MORNING
    assert moment(state(future, MORNING)) == MORNING


def test_a_failed_feed_is_tried_again_after_a_back_off_with_full_jitter() -> None:
    failed = state(None, MORNING, Problem(ProblemKind.TIMED_OUT))
    waits = [moment(failed, retry=Retry(failures, 1.0)) for failures in (1, 2, 3, 20)]
    assert waits == [
        MORNING + FIRST_RETRY,
        MORNING + 2 * FIRST_RETRY,
        MORNING + 4 * FIRST_RETRY,
        MORNING + LONGEST_RETRY,
    ]
    assert moment(failed, retry=Retry(5, 0.0)) == MORNING


def test_a_moment_that_the_server_named_is_never_anticipated() -> None:
    until = MORNING + timedelta(hours=5)
    throttled = state(None, MORNING, Problem(ProblemKind.THROTTLED, retry_at=until))
    assert moment(throttled, retry=Retry(1, 0.0)) == until


@pytest.mark.parametrize("kind", [ProblemKind.CONSENT_MISSING, ProblemKind.UNREADABLE_ANSWER])
def test_what_a_person_must_mend_or_is_a_fault_waits_for_its_usual_interval(kind: ProblemKind) -> None:
    assert moment(state(None, MORNING, Problem(kind)), retry=Retry(1, 0.0)) == MORNING + HOUR


def test_a_consent_that_is_missing_is_looked_for_again_within_the_hour() -> None:
    slow = feed(interval=timedelta(days=1))
    missing = state(None, MORNING, Problem(ProblemKind.CONSENT_MISSING))
    assert moment(missing, slow) == MORNING + CONSENT_RECHECK
    assert moment(state(None, MORNING, Problem(ProblemKind.ACCESS_DENIED)), slow) == MORNING + timedelta(days=1)


def test_what_the_whole_tenant_shares_is_spread_over_the_first_minutes_of_a_session() -> None:
    long_ago = MORNING - timedelta(days=3)
    read = state(long_ago, long_ago)
    assert moment(read, feed("sharepoint"), chance=0.5) == MORNING + START_JITTER / 2
    assert moment(read, feed("outlook"), chance=0.5) == long_ago + HOUR
    assert moment(None, feed("sharepoint"), chance=0.5) == MORNING, "an empty cache is filled at once"


def test_only_those_whose_moment_has_come_are_read() -> None:
    moments = {"a": MORNING, "b": MORNING + HOUR, "c": None}
    assert due_names(moments, MORNING) == ("a",)


def test_who_asks_also_gets_what_failed_unless_the_server_named_a_moment() -> None:
    later = MORNING + timedelta(hours=1)
    moments = {"planner": later, "mail": later, "calendar": later, "chats": None}
    states = [
        FeedState("planner", problem=Problem(ProblemKind.SIGN_IN_NEEDED)),
        FeedState("mail", problem=Problem(ProblemKind.THROTTLED, retry_at=later)),
        FeedState("calendar"),
        FeedState("chats", problem=Problem(ProblemKind.SIGN_IN_NEEDED)),
        FeedState("of an older version", problem=Problem(ProblemKind.OFFLINE)),
    ]
    assert due_or_failed(moments, states, MORNING) == {"planner"}
    assert due_or_failed(moments, states, later) == {"planner", "mail", "calendar"}


def test_the_background_rests_until_the_next_moment_but_looks_at_the_clock_now_and_then() -> None:
    assert next_wake([MORNING + timedelta(seconds=90), None], MORNING) == timedelta(seconds=90)
    assert next_wake([MORNING - HOUR], MORNING) == SHORTEST_REST
    assert next_wake([MORNING + HOUR], MORNING) == LONGEST_REST
    assert next_wake([], MORNING) == LONGEST_REST


def test_failures_are_counted_until_one_goes_well() -> None:
    first = retry_after_round(None, True, lambda: 0.25)
    second = retry_after_round(first, True, lambda: 0.75)
    assert (first, second) == (Retry(1, 0.25), Retry(2, 0.75))
    assert retry_after_round(second, False, lambda: 0.5) is None


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("channel:t/c", "channel_messages"),
        ("chat:1", "chats"),
        ("group:1", "group_conversations"),
        ("site:1", None),
        ("", None),
    ],
)
def test_the_kind_of_place_decides_what_reads_it(place: str, name: str | None) -> None:
    assert on_demand_feed(place) == name


@given(st.integers(1, 10_000), st.floats(0, 1, exclude_max=True))
def test_back_off_stays_between_nothing_and_its_bound(attempt: int, chance: float) -> None:
    wait = back_off(attempt, timedelta(seconds=2), timedelta(seconds=20), lambda: chance)
    assert timedelta() <= wait <= timedelta(seconds=20)
