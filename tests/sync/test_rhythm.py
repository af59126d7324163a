"""What one client remembers for its schedule: sleep, a network that returns, a metered one, a ledger that forgets."""

from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from sync.feed import Feed, FeedContext
from sync.rhythm import SHORTEST_RETRY, SLEPT, Rhythm
from sync.schedule import LONGEST_REST, PACE, START_JITTER
from tests.sync.fakes import MORNING
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.feed_state import FeedState
from workplace_app.domain.page import Page
from workplace_app.domain.problem import Problem, ProblemKind

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
OFFLINE = Problem(ProblemKind.OFFLINE)


async def nothing(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncIterator[Page]:
    yield Page()


def feed(name: str = "mail", service: str = "outlook", interval: timedelta = 5 * MINUTE, **more: int | None) -> Feed:
    return replace(Feed(name, nothing, service, interval, frozenset({ChangeKind.TASKS})), **more)  # type: ignore[arg-type]


MAIL, FILES, PICTURES = (
    feed(),
    feed("files", "sharepoint", HOUR),
    feed("pictures", "public", 10 * MINUTE, metered_stretch=None),
)


def drawn(*chances: float) -> Callable[[], float]:
    """These one after the other, then the last for ever."""
    left = list(chances)
    return lambda: left.pop(0) if len(left) > 1 else left[0]


def rhythm(*chances: float, stretch: float = 1.0) -> Rhythm:
    return Rhythm(MORNING, drawn(*chances or (0.5,)), stretch)


def read(which: Feed, moment: datetime) -> FeedState:
    return FeedState(which.name, moment, moment)


def test_a_network_that_was_gone_for_an_hour_brings_each_feed_within_its_own_interval() -> None:
    client = rhythm(0.0, 0.99)
    gone, back = MORNING + MINUTE, MORNING + HOUR
    assert not client.network(reachable=False, metered=False, now=gone)
    for minutes in range(2, 60, 5):
        client.look(MORNING + minutes * MINUTE)
    assert client.network(reachable=True, metered=False, now=back)
    moment = client.moment(MAIL, read(MAIL, MORNING), back)
    assert moment is not None
    assert back + 4 * MINUTE < moment < back + 5 * MINUTE


def test_a_cable_that_was_out_for_ten_seconds_costs_no_more_than_twenty() -> None:
    client = rhythm(0.0, 0.99)
    gone = MORNING + MINUTE
    client.network(reachable=False, metered=False, now=gone)
    client.network(reachable=True, metered=False, now=gone + timedelta(seconds=10))
    failed = FeedState(MAIL.name, MORNING - HOUR, gone + timedelta(seconds=5), OFFLINE)
    moment = client.moment(MAIL, failed, gone + timedelta(seconds=10))
    assert moment is not None
    assert moment <= gone + timedelta(seconds=30)


def test_a_network_that_nobody_said_was_gone_counts_from_the_first_failure() -> None:
    client = rhythm(0.0, 0.5)
    client.ended(MAIL.name, OFFLINE, MORNING, MORNING)
    assert client.network(reachable=True, metered=False, now=MORNING + 2 * MINUTE)
    state = FeedState(MAIL.name, MORNING - HOUR, MORNING, OFFLINE)
    assert client.moment(MAIL, state, MORNING + 2 * MINUTE) == MORNING + 4 * MINUTE


def test_the_word_that_there_is_a_network_is_no_return_when_nothing_had_failed() -> None:
    assert not rhythm().network(reachable=True, metered=False, now=MORNING)


def test_a_retry_after_outlasts_the_network() -> None:
    client = rhythm(0.0)
    until = MORNING + 3 * HOUR
    state = FeedState(MAIL.name, MORNING - HOUR, MORNING, Problem(ProblemKind.THROTTLED, retry_at=until))
    client.network(reachable=False, metered=False, now=MORNING + MINUTE)
    client.network(reachable=True, metered=False, now=MORNING + 2 * MINUTE)
    moment = client.moment(MAIL, state, MORNING + 2 * MINUTE)
    assert moment is not None
    assert moment >= until
    assert client.asked([MAIL], {MAIL.name: state}, MORNING + 2 * MINUTE) == frozenset()
    assert client.asked([MAIL], {MAIL.name: state}, until) == {MAIL.name}


def test_a_night_under_a_closed_lid_is_a_new_morning_for_what_the_tenant_shares() -> None:
    client = rhythm(0.0, 0.5)
    woken = MORNING + 8 * HOUR
    assert client.look(woken)
    assert client.moment(FILES, read(FILES, MORNING), woken) == woken + START_JITTER / 2
    assert client.moment(MAIL, read(MAIL, MORNING), woken) == MORNING + 5 * MINUTE, "one's own mailbox at once"


def test_a_rest_is_no_sleep() -> None:
    client = rhythm()
    assert not client.look(MORNING + LONGEST_REST)
    assert client.look(MORNING + LONGEST_REST + SLEPT + MINUTE)


def test_a_clock_that_is_set_back_holds_nothing_up() -> None:
    client = rhythm(0.0)
    client.ended(MAIL.name, None, MORNING, MORNING)
    earlier = MORNING - timedelta(days=365)
    assert client.look(earlier)
    assert client.moment(MAIL, read(MAIL, MORNING), earlier) == earlier


@pytest.mark.parametrize(("which", "usual"), [(MAIL, 5 * MINUTE), (FILES, HOUR)])
def test_a_metered_network_is_asked_a_third_as_often(which: Feed, usual: timedelta) -> None:
    client = rhythm(0.5)
    client.network(reachable=True, metered=True, now=MORNING)
    assert client.moment(which, read(which, MORNING), MORNING) == MORNING + 3 * usual
    client.network(reachable=True, metered=False, now=MORNING)
    assert client.moment(which, read(which, MORNING), MORNING) == MORNING + usual


def test_pictures_rest_on_a_metered_network_until_somebody_asks() -> None:
    client = rhythm(0.5)
    client.network(reachable=True, metered=True, now=MORNING)
    old = read(PICTURES, MORNING - HOUR)
    assert client.moment(PICTURES, old, MORNING) is None
    assert client.asked([PICTURES], {PICTURES.name: old}, MORNING) == {PICTURES.name}


def test_who_asks_waits_neither_for_jitter_nor_for_back_off() -> None:
    client = rhythm(0.99)
    failed = FeedState(MAIL.name, MORNING - HOUR, MORNING, Problem(ProblemKind.SERVICE_UNAVAILABLE))
    states = {MAIL.name: failed, FILES.name: read(FILES, MORNING - 2 * HOUR)}
    client.ended(MAIL.name, failed.problem, MORNING, MORNING)
    assert client.moment(FILES, states[FILES.name], MORNING) != MORNING
    assert client.asked([MAIL, FILES], states, MORNING) == {MAIL.name, FILES.name}


def test_in_a_fleet_too_large_for_its_units_who_asks_waits_for_their_turn_with_sharepoint() -> None:
    client = rhythm(0.5, stretch=10.0)
    old = read(FILES, MORNING - timedelta(days=1))
    assert client.asked([FILES], {FILES.name: old}, MORNING) == frozenset()
    assert client.moment(FILES, read(FILES, MORNING), MORNING + MINUTE) == MORNING + 10 * HOUR


@pytest.mark.parametrize("kind", [ProblemKind.DISK_FULL, ProblemKind.OFFLINE, ProblemKind.STORE_BUSY])
def test_a_ledger_that_cannot_be_written_makes_no_hot_loop(kind: ProblemKind) -> None:
    client = rhythm(0.0)
    stale = read(MAIL, MORNING - HOUR)
    asked = 0
    for second in range(3600):
        now = MORNING + timedelta(seconds=second)
        moment = client.moment(MAIL, stale, now)
        if moment is not None and moment <= now:
            asked += 1
            client.ended(MAIL.name, Problem(kind), now, now)
    assert asked <= 30


def test_a_success_that_the_ledger_forgot_makes_none_either() -> None:
    client = rhythm(0.0)
    asked = 0
    for second in range(3600):
        now = MORNING + timedelta(seconds=second)
        moment = client.moment(MAIL, None, now)
        if moment is not None and moment <= now:
            asked += 1
            client.ended(MAIL.name, None, now, now)
    assert asked <= 24


def test_even_the_unluckiest_draws_leave_a_breath_between_two_attempts() -> None:
    client = rhythm(0.0)
    never_read = FeedState(MAIL.name, None, MORNING, Problem(ProblemKind.TIMED_OUT))
    client.ended(MAIL.name, never_read.problem, MORNING, MORNING)
    assert client.moment(MAIL, never_read, MORNING) == MORNING + SHORTEST_RETRY


def test_feeds_that_end_together_keep_one_pace_and_the_fleet_keeps_many() -> None:
    client = rhythm(0.5, 0.0, 1.0)
    client.ended(MAIL.name, None, MORNING, MORNING)
    client.ended("calendar", None, MORNING, MORNING)
    calendar = feed("calendar")
    swift = 5 * MINUTE * (1 - PACE)
    assert client.moment(MAIL, read(MAIL, MORNING), MORNING) == MORNING + swift
    assert client.moment(calendar, read(calendar, MORNING), MORNING) == MORNING + swift
    client.ended(MAIL.name, None, MORNING + HOUR, MORNING + HOUR)
    slow = 5 * MINUTE * (1 + PACE)
    assert client.moment(MAIL, read(MAIL, MORNING + HOUR), MORNING + HOUR) == MORNING + HOUR + slow
