"""When what is due: pure functions of states, time and chance (facts/graph.md, section 9, gives the rhythm)."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta

from sync.back_off import back_off
from sync.feed import Feed
from workplace_app.domain.feed_state import FeedState
from workplace_app.domain.problem import Family

START_JITTER = timedelta(minutes=10)
"""Clients that start at eight o'clock spread their first background round over this."""
FIRST_RETRY = timedelta(minutes=1)
LONGEST_RETRY = timedelta(hours=1)
LONGEST_SLEEP = timedelta(minutes=5)
"""The background looks at the clock at least this often, since a laptop sleeps and a clock is set."""


def due(feed: Feed, state: FeedState | None, failures: int, now: datetime, chance: float) -> datetime | None:
    """The moment from which a round should read the feed; None for one that is read on demand only.

    A clock that was set back leaves attempts in the future: they count as made now, so that nothing waits for a year.
    ``chance`` in [0, 1) is drawn once per failure, so that asking twice gives the same answer.
    """
    if feed.on_demand:
        return None
    attempted = min(state.attempted_at, now) if state is not None and state.attempted_at is not None else None
    if state is None or attempted is None:
        return now
    if state.problem is None:
        return attempted + feed.interval
    if state.problem.family is Family.WAIT:
        soonest = attempted + back_off(failures, FIRST_RETRY, min(LONGEST_RETRY, feed.interval * 2), lambda: chance)
        return max(soonest, state.problem.retry_at or soonest)
    return attempted + feed.interval


def due_feeds(feeds: Iterable[Feed], moments: Mapping[str, datetime | None], now: datetime) -> tuple[Feed, ...]:
    """Those whose moment has come."""
    return tuple(feed for feed in feeds if (moment := moments.get(feed.name)) is not None and moment <= now)


def next_wake(moments: Iterable[datetime | None], now: datetime) -> timedelta:
    """How long the background may sleep."""
    waits = [moment - now for moment in moments if moment is not None]
    return min(max(min(waits, default=LONGEST_SLEEP), timedelta(seconds=1)), LONGEST_SLEEP)


def start_delay(cached: bool, chance: Callable[[], float]) -> timedelta:
    """How long the first background round of a session waits: not at all when there is nothing to show."""
    return START_JITTER * chance() if cached else timedelta()
