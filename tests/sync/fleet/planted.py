"""The schedule with one rule taken away: what the simulation must find, or it is worth nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from sync.feed import Feed
from sync.fleet.computer import SERVICES, FleetClock, Ledger, Rules
from sync.fleet.report import Check
from sync.pauses import Pauses
from sync.rhythm import Rhythm
from workplace_app.domain.feed_state import FeedState
from workplace_app.domain.problem import Family


class NoJitter(Rules):
    """Nobody draws: everybody comes back in the same second."""

    def rhythm(self, now: datetime, chance: Callable[[], float], stretch: float) -> Rhythm:
        return Rhythm(now, lambda: 0.0, stretch)


class _Deaf(Pauses):
    def rest(self, service: str) -> timedelta:
        return timedelta()

    def is_free(self, service: str) -> bool:
        return True


class RetryAfterIgnored(Rules):
    """A pause is noted and nobody waits for its end."""

    def pauses(self, ledger: Ledger, clock: FleetClock) -> Pauses:
        return _Deaf(ledger, clock, SERVICES)


class ForgottenAtStart(Rules):
    """Who ends the program and starts it again has never been told to wait."""

    def kept(self, states: list[FeedState | None], ledger: Ledger) -> tuple[list[FeedState | None], Ledger]:
        return [None if state is None else replace(state, problem=None) for state in states], Ledger()


class NoCap(Rules):
    """As many requests at once to a mailbox as there are questions."""

    def places(self, service: str, parts: int) -> int:
        return 0


class _Impatient(Rhythm):
    def moment(self, feed: Feed, state: FeedState | None, now: datetime) -> datetime | None:
        if state is not None and state.problem is not None and state.problem.family is Family.WAIT:
            return max(now, state.problem.retry_at or now) + timedelta(seconds=30)
        return super().moment(feed, state, now)


class NoBackOff(Rules):
    """What failed is tried again after half a minute, and after half a minute again."""

    def rhythm(self, now: datetime, chance: Callable[[], float], stretch: float) -> Rhythm:
        return _Impatient(now, chance, stretch)


class AllAtOnceAfterTheNetwork(Rules):
    """A network that is back is taken for a reason to ask everything now."""

    def rhythm(self, now: datetime, chance: Callable[[], float], stretch: float) -> Rhythm:
        return _Eager(now, chance, stretch)


class _Eager(Rhythm):
    def network(self, *, reachable: bool, metered: bool, now: datetime) -> bool:
        returned = super().network(reachable=reachable, metered=metered, now=now)
        self._circumstances = replace(self._circumstances, away=timedelta())
        return returned


class NoStretch(Rules):
    """A large fleet asks SharePoint as if it were a small one."""

    def rhythm(self, now: datetime, chance: Callable[[], float], stretch: float) -> Rhythm:
        return Rhythm(now, chance)


PLANTED: dict[str, tuple[Rules, Check]] = {
    "no jitter": (NoJitter(), Check.PEAK),
    "Retry-After ignored": (RetryAfterIgnored(), Check.RETRY_AFTER),
    "Retry-After forgotten by a new start": (ForgottenAtStart(), Check.RETRY_AFTER),
    "no cap": (NoCap(), Check.IN_FLIGHT),
    "no back-off": (NoBackOff(), Check.IN_TROUBLE),
    "all at once after the network": (AllAtOnceAfterTheNetwork(), Check.PEAK),
}
"""Each with the check that has to find it. ``NoStretch`` shows in fleets of tens of thousands only: `make soak`."""
