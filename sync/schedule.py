"""When what is due: pure functions of states, time and chance (facts/graph.md, section 9, gives the rhythm)."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta

from sync.back_off import back_off
from sync.feed import Feed
from workplace_app.domain.feed_state import FeedState
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Family, ProblemKind

START_JITTER = timedelta(minutes=10)
"""What all clients of the tenant share (Teams, SharePoint) is not asked by all of them at eight o'clock."""
FIRST_RETRY = timedelta(minutes=1)
LONGEST_RETRY = timedelta(hours=1)
CONSENT_RECHECK = timedelta(hours=1)
"""What lacks a consent is asked for as often as tokens are renewed: IT may have given it meanwhile."""
LONGEST_REST = timedelta(minutes=5)
"""The background looks at the clock at least this often, since a laptop sleeps and a clock is set."""
SHORTEST_REST = timedelta(seconds=1)
_SHARED_BY_THE_TENANT = {"teams", "sharepoint"}
_ON_DEMAND = {"channel": "channel_messages", "chat": "chats", "group": "group_conversations"}


@frozen
class Retry:
    """How often in a row a feed has failed in this session, and the chance that was drawn for the next attempt."""

    failures: int
    chance: float


def retry_after_round(before: Retry | None, failed: bool, chance: Callable[[], float]) -> Retry | None:
    """What is remembered of a feed's failures after one more round."""
    return Retry((before.failures if before else 0) + 1, chance()) if failed else None


def due(
    feed: Feed,
    state: FeedState | None,
    retry: Retry | None,
    now: datetime,
    session_began: datetime,
    start_chance: float,
) -> datetime | None:
    """The moment from which a round should read the feed; None for one that is read on demand only.

    A clock that was set back leaves attempts in the future: they are made again at once, and nothing waits for a year.
    A feed that was interrupted before it ended (the program was closed) is due at once.
    """
    if feed.on_demand:
        return None
    if state is None or state.attempted_at is None:
        return now
    attempted = state.attempted_at
    if attempted > now:
        return now
    if state.problem is None:
        settled = state.fetched_at is not None and attempted <= state.fetched_at <= now
        moment = state.fetched_at + feed.interval if settled and state.fetched_at is not None else now
    elif state.problem.family is Family.WAIT:
        known = retry or Retry(1, start_chance)
        wait = back_off(known.failures, FIRST_RETRY, min(LONGEST_RETRY, feed.interval * 2), lambda: known.chance)
        moment = max(attempted + wait, state.problem.retry_at or attempted)
    elif state.problem.kind is ProblemKind.CONSENT_MISSING:
        moment = attempted + min(feed.interval, CONSENT_RECHECK)
    else:
        moment = attempted + feed.interval
    if state.fetched_at is not None and feed.service in _SHARED_BY_THE_TENANT and session_began <= now:
        return max(moment, session_began + START_JITTER * start_chance)
    return moment


def due_names(moments: Mapping[str, datetime | None], now: datetime) -> tuple[str, ...]:
    """Those whose moment has come."""
    return tuple(name for name, moment in moments.items() if moment is not None and moment <= now)


def due_or_failed(moments: Mapping[str, datetime | None], states: Iterable[FeedState], now: datetime) -> frozenset[str]:
    """What a user who asks gets: also what went wrong for want of an act of theirs, which may have been done now."""
    failed = {
        state.feed
        for state in states
        if state.problem is not None and (state.problem.retry_at is None or state.problem.retry_at <= now)
    }
    return frozenset(due_names(moments, now)) | {
        name for name, moment in moments.items() if moment is not None and name in failed
    }


def next_wake(moments: Iterable[datetime | None], now: datetime) -> timedelta:
    """How long the background may rest."""
    waits = [moment - now for moment in moments if moment is not None]
    return min(max(min(waits, default=LONGEST_REST), SHORTEST_REST), LONGEST_REST)


def on_demand_feed(place_id: str) -> str | None:
    """The feed that reads what is said in a place, by the kind of place that its id begins with."""
    return _ON_DEMAND.get(place_id.partition(":")[0])
