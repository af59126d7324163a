"""Whether sync may leave the first minute of a start alone: what is shown was fetched just now, and nothing waits."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from workplace_app.domain.feed_state import FeedState
from workplace_app.store.connection_type import Connection
from workplace_app.store.feed_state_reader import feed_states
from workplace_app.store.outbox_reader import count_intents
from workplace_app.store.said_things import something_said_is_kept

QUICK = ("planner", "todo", "calendar", "mail")
"""Feeds that a working day is made of; the others are read every quarter of an hour and more seldom."""
FRESH = timedelta(minutes=10)
"""Besides what sync's libraries weigh: a municipality that comes to work at eight need not ask its services at once."""


def may_rest(states: Iterable[FeedState], waiting: int, now: datetime) -> bool:
    """True when all went well, what changes by the minute was read less than ten minutes ago, and no wish waits.

    A feed that was interrupted, has a problem, or was read by a clock that has been set back since, is no rest.
    """
    kept = {state.feed: state for state in states}
    if waiting or not all(feed in kept for feed in QUICK):
        return False
    for feed, state in kept.items():
        attempted, fetched = state.attempted_at, state.fetched_at
        if state.problem is not None or attempted is None or fetched is None or not attempted <= fetched <= now:
            return False
        if feed in QUICK and now - fetched >= FRESH:
            return False
    return True


def may_rest_with(connection: Connection, now: datetime, *, teams_reading: bool) -> bool:
    """The same for what is kept here. What IT no longer wants to be kept goes at once. Raises ``ProblemRaised``."""
    if not teams_reading and something_said_is_kept(connection):
        return False
    return may_rest(feed_states(connection).values(), count_intents(connection, now).waiting, now)
