"""Whether sync may leave the first minute of a start alone: what is shown was fetched just now, and nothing waits."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from workplace_app.domain.feed_state import FeedState

FRESH = timedelta(minutes=10)
"""Besides what sync's libraries weigh: a municipality that comes to work at eight need not ask its services at once."""


def may_rest(states: Iterable[FeedState], waiting: int, now: datetime) -> bool:
    """True when a round ended well less than ten minutes ago and no wish of the user's is to be delivered.

    A feed that was interrupted, has a problem, or was read by a clock that has been set back since, is no rest.
    """
    kept = tuple(states)
    if waiting or not kept:
        return False
    newest: datetime | None = None
    for state in kept:
        attempted, fetched = state.attempted_at, state.fetched_at
        if state.problem is not None or attempted is None or fetched is None or not attempted <= fetched <= now:
            return False
        newest = fetched if newest is None else max(newest, fetched)
    return newest is not None and now - newest < FRESH
