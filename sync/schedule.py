"""When what is due: pure functions of states, time and chance (facts/graph.md, section 9, gives the rhythm)."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta

from sync.back_off import back_off
from sync.feed import Feed
from sync.retry_after import LONGEST_PAUSE
from workplace_app.domain.feed_state import FeedState
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Family, Problem, ProblemKind

START_JITTER = timedelta(hours=1)
"""What all clients of the tenant share (Teams, SharePoint, the directory) is not asked by all at eight, but within an
hour, or within its interval where that is shorter; and what is read every three hours not by all of them at eleven."""
FIRST_RETRY = timedelta(minutes=1)
LONGEST_RETRY = timedelta(hours=1)
"""What has facts to show goes on asking at about its usual pace, so that a service that is down is not asked more than
one that is up: a client that asked again at once would be 6,000 that do."""
CONSENT_RECHECK = timedelta(hours=1)
"""What lacks a consent is asked for as often as tokens are renewed: IT may have given it meanwhile."""
DOUBT_RECHECK = timedelta(minutes=10)
"""What a source said is gone, and was not believed, is listed again soon: if it is so, it is not seen for long."""
_RECHECKED = {ProblemKind.CONSENT_MISSING: CONSENT_RECHECK, ProblemKind.SUSPICIOUS_EMPTINESS: DOUBT_RECHECK}
LONGEST_REST = timedelta(minutes=5)
"""The background looks at the clock at least this often, since a laptop sleeps and a clock is set."""
SHORTEST_REST = timedelta(seconds=1)
PACE = 0.2
"""By what share an interval swings to either side."""
_MORE_ROOM = 2
"""How many times longer the clients of one tenant take to come back to what they share."""
_A_DAY = timedelta(days=1)
_SHARED_BY_THE_TENANT = {"teams", "sharepoint", "directory"}
_STRETCHED = "sharepoint"
_FOR_WANT_OF_A_NETWORK = {ProblemKind.OFFLINE, ProblemKind.CAPTIVE_PORTAL, ProblemKind.TIMED_OUT}
_ON_DEMAND = {"channel": "channel_messages", "chat": "chats", "group": "group_conversations"}


@frozen
class Retry:
    """How often in a row a feed has failed in this session, and the chance that was drawn for the next attempt."""

    failures: int
    chance: float


@frozen
class Circumstances:
    """What holds for all of a client's feeds.

    ``returned_at`` is when the network came back, ``away`` how long it had been gone, and ``chance`` what was drawn for
    the return. ``metered`` is a network that is paid by what comes over it. ``stretch`` is how many times longer the
    fleet's size makes the waiting for what its clients share (``shared_limits.stretch_for``).
    """

    returned_at: datetime | None = None
    away: timedelta = timedelta()
    chance: float = 0.0
    metered: bool = False
    stretch: float = 1.0


UNDISTURBED = Circumstances()


def interval_of(feed: Feed, circumstances: Circumstances) -> timedelta | None:
    """How old the feed's facts may become as things are; None for one that rests until somebody asks."""
    interval = feed.interval
    if circumstances is UNDISTURBED:
        return interval
    if circumstances.stretch > 1 and feed.service == _STRETCHED:
        interval *= circumstances.stretch
    if circumstances.metered:
        if feed.metered_stretch is None:
            return None
        interval = min(interval * feed.metered_stretch, max(interval, _A_DAY))
    return interval


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
    circumstances: Circumstances = UNDISTURBED,
    pace: float = 0.5,
) -> datetime | None:
    """The moment from which a round should read the feed; None for one that is read on demand only.

    ``pace`` is the chance that was drawn when it was last read: the interval is a fifth shorter to a fifth longer by
    it, so that what once came together (everybody's network was back) does not come together for the rest of the day.
    A clock that was set back leaves attempts in the future: they are made again at once, and nothing waits for a year.
    A feed that was interrupted before it ended (the program was closed) is due at once.
    """
    interval = None if feed.on_demand else interval_of(feed, circumstances)
    if interval is None:
        return None
    if state is None or state.attempted_at is None:
        return now
    attempted = state.attempted_at
    if attempted > now:
        return now
    if state.problem is None:
        settled = state.fetched_at is not None and attempted <= state.fetched_at <= now
        swing = interval * round(1000 * (1 - PACE + 2 * PACE * pace)) // 1000
        moment = state.fetched_at + swing if settled and state.fetched_at is not None else now
    else:
        patience = min(interval, LONGEST_RETRY) * (_MORE_ROOM if feed.service in _SHARED_BY_THE_TENANT else 1)
        moment = _due_after(state, state.problem, interval, patience, retry or Retry(1, start_chance))
    if state.fetched_at is not None and feed.service in _SHARED_BY_THE_TENANT and session_began <= now:
        moment = max(moment, session_began + min(interval, START_JITTER * circumstances.stretch) * start_chance)
    returned = circumstances.returned_at
    if returned is not None and attempted <= returned <= now:
        moment = _after_return(moment, state.problem, returned, _spread(feed, interval, circumstances))
    return moment


def _due_after(state: FeedState, problem: Problem, interval: timedelta, patience: timedelta, retry: Retry) -> datetime:
    """When what has ended in a problem is tried again; never before a moment that a server named, and some time after
    it by chance: the server may have named the same one to everybody. ``patience`` is about how long that may be."""
    attempted = state.attempted_at or datetime.min.replace(tzinfo=UTC)
    if problem.family is not Family.WAIT:
        return attempted + min(interval, _RECHECKED.get(problem.kind, interval))
    if state.fetched_at is None:  # there is nothing to show yet
        wait = back_off(retry.failures, FIRST_RETRY, min(LONGEST_RETRY, interval * 2), lambda: retry.chance)
    else:
        wait = patience / 2 + back_off(retry.failures, patience, patience * 2, lambda: retry.chance)
    named = problem.retry_at
    if named is None or named - attempted > LONGEST_PAUSE:  # the latter was written before the clock was set back
        return attempted + wait
    return max(attempted + wait, named + patience * retry.chance)


def _spread(feed: Feed, interval: timedelta, circumstances: Circumstances) -> timedelta:
    """How long after the network's return the feed is read: by chance within twice the time that it was gone, and at
    most within the feed's own interval. Half again as much is asked then as on any other day, however many clients come
    back at once; a client whose own cable was out for a moment has it all in the next. What the tenant shares has twice
    as much time, since nobody waits for it and people who ask come on top."""
    longest = min(circumstances.away * 2, interval)
    if feed.service in _SHARED_BY_THE_TENANT:
        longest *= _MORE_ROOM
    return longest * circumstances.chance


def _after_return(moment: datetime, problem: Problem | None, returned: datetime, spread: timedelta) -> datetime:
    """For what became due while the network was gone, or failed for want of it."""
    missed = problem is not None and problem.kind in _FOR_WANT_OF_A_NETWORK and problem.retry_at is None
    if missed:
        return returned + spread
    return moment if moment > returned else max(moment, returned + spread)


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
    nearest = min((moment for moment in moments if moment is not None), default=None)
    return LONGEST_REST if nearest is None else min(max(nearest - now, SHORTEST_REST), LONGEST_REST)


def on_demand_feed(place_id: str) -> str | None:
    """The feed that reads what is said in a place, by the kind of place that its id begins with."""
    return _ON_DEMAND.get(place_id.partition(":")[0])
