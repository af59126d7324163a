"""Reads how old the facts of each feed, and of each place, are and what went wrong last."""

from workplace_app.domain.feed_state import FeedState, PlaceState
from workplace_app.store.codecs import problem_from_text
from workplace_app.store.connection_type import Connection, Row
from workplace_app.store.moments import maybe_moment

_SELECT = """
SELECT state.feed, fetched_at, attempted_at, problem,
       (SELECT COALESCE(SUM(facts), 0) FROM main.listings WHERE listings.feed = state.feed), answered_at
FROM main.feed_states AS state
"""


def feed_states(connection: Connection) -> dict[str, FeedState]:
    """The state of every feed that has been tried, by its name; a feed that is missing is unknown."""
    return {row[0]: _state(row) for row in connection.execute(_SELECT)}


def feed_state(connection: Connection, feed: str) -> FeedState:
    """One feed's state; that of an untried feed has no times."""
    row = connection.execute(f"{_SELECT} WHERE state.feed = ?", (feed,)).fetchone()
    return _state(row) if row else FeedState(feed)


def place_state(connection: Connection, place_id: str) -> PlaceState:
    """The state of one channel, chat or group; that of one which nobody has opened has no times."""
    row = connection.execute(
        "SELECT fetched_at, attempted_at, problem FROM main.place_states WHERE place_id = ?", (place_id,)
    ).fetchone()
    if row is None:
        return PlaceState(place_id)
    return PlaceState(place_id, maybe_moment(row[0]), maybe_moment(row[1]), problem_from_text(row[2]))


def _state(row: Row) -> FeedState:
    feed, fetched_at, attempted_at, problem, items, answered_at = row
    known = problem_from_text(problem)
    return FeedState(
        feed, maybe_moment(fetched_at), maybe_moment(attempted_at), known, items, maybe_moment(answered_at)
    )
