"""What one running client remembers for its schedule: how its feeds fared, when it woke, how its network is.

The functions of ``schedule`` decide; this keeps what they decide by. It knows neither a loop nor a store, so that the
attendant of one account and a simulated fleet of 100,000 go by the same one.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from sync.feed import Feed
from sync.schedule import LONGEST_REST, UNDISTURBED, Circumstances, Retry, due, due_or_failed, retry_after_round
from workplace_app.domain.feed_state import FeedState
from workplace_app.domain.problem import Problem, ProblemKind

SHORTEST_RETRY = timedelta(seconds=10)
"""Whatever is drawn, and whatever has become of the ledger, nothing that failed is tried again sooner by itself."""
SLEPT = LONGEST_REST + timedelta(minutes=1)
"""Who has not looked at the clock for so long was asleep."""
SET_BACK = timedelta(minutes=1)
"""A clock that has gone back by more was set; by less, it is kept by the network."""
_KEPT = timedelta(milliseconds=1)
"""The ledger keeps no more of a moment."""
_NO_NETWORK = {ProblemKind.OFFLINE, ProblemKind.CAPTIVE_PORTAL}
_AT_ONCE = Retry(1, 0.0)


class _Ended(NamedTuple):
    """How a feed's last round in this session went: from when, until when, and in which problem."""

    feed: str
    began: datetime
    at: datetime
    problem: Problem | None
    pace: float

    def over(self, state: FeedState | None) -> FeedState | None:
        """What is known of the feed: the ledger's word, unless it could not write down that this round failed."""
        if self.problem is None:
            return state
        attempted = state.attempted_at if state is not None else None
        if state is not None and state.problem is not None and attempted and attempted >= self.began - _KEPT:
            return state
        return FeedState(self.feed, state.fetched_at if state is not None else None, self.at, self.problem)


class Rhythm:
    """Times are UTC and come from outside, chance from ``chance`` (from 0 up to 1). ``stretch`` is the fleet's."""

    def __init__(self, now: datetime, chance: Callable[[], float], stretch: float = 1.0) -> None:
        self._chance = chance
        self._retries: dict[str, Retry] = {}
        self._ended: dict[str, _Ended] = {}
        self._gone_since: datetime | None = None
        self._circumstances = UNDISTURBED if stretch == 1 else Circumstances(stretch=stretch)
        self.reachable = True
        self._looked = self._began = now
        self._start_chance = self._pace = chance()
        self._paced_at: datetime | None = None

    def look(self, now: datetime) -> bool:
        """Time has passed. True when the computer has slept meanwhile, or its clock was set: that is a new morning."""
        passed, self._looked = now - self._looked, now
        if -SET_BACK <= passed <= SLEPT:
            return False
        self._began, self._start_chance = now, self._chance()
        self._gone_since = None
        self._circumstances = replace(self._circumstances, returned_at=None)
        return True

    def moment(self, feed: Feed, state: FeedState | None, now: datetime) -> datetime | None:
        """When the feed is due; None for one that waits for somebody to ask."""
        ended = self._ended.get(feed.name)
        if ended is not None and ended.at <= now:
            state = ended.over(state)
        else:
            ended = None
        retry = self._retries.get(feed.name)
        pace = self._start_chance if ended is None else ended.pace
        moment = due(feed, state, retry, now, self._began, self._start_chance, self._circumstances, pace)
        if ended is None or moment is None:
            return moment
        shortest = SHORTEST_RETRY if ended.problem is not None else feed.interval // 2
        return max(moment, ended.at + shortest)

    def moments(
        self, feeds: Collection[Feed], states: Mapping[str, FeedState], now: datetime
    ) -> dict[str, datetime | None]:
        """The same for many, by name."""
        return {feed.name: self.moment(feed, states.get(feed.name), now) for feed in feeds}

    def asked(self, feeds: Collection[Feed], states: Mapping[str, FeedState], now: datetime) -> frozenset[str]:
        """What somebody who asks gets now: what is due and what failed, without jitter, back-off or care for a metered
        network; only a moment that a server named holds, and the share of a fleet that is too large for one service."""
        self._retries.clear()
        self._ended.clear()
        stretch = self._circumstances.stretch
        chance = self._start_chance if stretch > 1 else 0.0
        asked = Circumstances(stretch=stretch)
        moments = {
            feed.name: due(feed, states.get(feed.name), _AT_ONCE, now, self._began, chance, asked) for feed in feeds
        }
        return due_or_failed(moments, states.values(), now)

    def ended(self, name: str, problem: Problem | None, began: datetime, now: datetime) -> None:
        """A round that began then has read the feed, well or badly. Those that end in one moment keep one pace: a
        computer that is woken once for three feeds is to be woken once for them the next time too."""
        if now != self._paced_at:
            self._pace, self._paced_at = self._chance(), now
        if problem is not None or name in self._retries:
            retry = retry_after_round(self._retries.pop(name, None), problem is not None, self._chance)
            if retry is not None:
                self._retries[name] = retry
        self._ended[name] = _Ended(name, began, now, problem, self._pace)
        if problem is None:
            self._gone_since = None if self.reachable else self._gone_since
        elif problem.kind in _NO_NETWORK and self._gone_since is None:
            self._gone_since = now

    def network(self, *, reachable: bool, metered: bool, now: datetime) -> bool:
        """What the operating system says; True when a network has come back. It also has when nobody said that it had
        gone, as to a program that was started without one: feeds have found out."""
        self.look(now)
        self._circumstances = replace(self._circumstances, metered=metered)
        was_reachable, self.reachable = self.reachable, reachable
        if not reachable:
            self._gone_since = self._gone_since or now
            return False
        gone_since, self._gone_since = self._gone_since, None
        if gone_since is None:
            return not was_reachable
        away = max(now - gone_since, timedelta())
        self._circumstances = replace(self._circumstances, returned_at=now, away=away, chance=self._chance())
        return True
