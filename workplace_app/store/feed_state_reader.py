"""Reads how old each feed's facts are and what went wrong last."""

from workplace_app.domain.feed_state import FeedState
from workplace_app.store.codecs import problem_from_text
from workplace_app.store.connection_type import Connection, Row
from workplace_app.store.moments import maybe_moment

_SELECT = """
SELECT state.feed, fetched_at, attempted_at, problem,
       (SELECT COALESCE(SUM(facts), 0) FROM main.listings WHERE listings.feed = state.feed)
FROM main.feed_states AS state
"""


def feed_states(connection: Connection) -> dict[str, FeedState]:
    """The state of every feed that has been tried, by its name; a feed that is missing is unknown."""
    return {row[0]: _state(row) for row in connection.execute(_SELECT)}


def feed_state(connection: Connection, feed: str) -> FeedState:
    """One feed's state; that of an untried feed has no times."""
    row = connection.execute(f"{_SELECT} WHERE state.feed = ?", (feed,)).fetchone()
    return _state(row) if row else FeedState(feed)


def _state(row: Row) -> FeedState:
    feed, fetched_at, attempted_at, problem, items = row
    return FeedState(feed, maybe_moment(fetched_at), maybe_moment(attempted_at), problem_from_text(problem), items)
