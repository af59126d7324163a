"""Reads how old each feed's facts are and what went wrong last."""

from workplace_app.domain.feed_state import FeedState
from workplace_app.store.connection_type import Connection


def feed_states(connection: Connection) -> dict[str, FeedState]:
    """The state of every feed that has been tried, by its name; a feed that is missing is unknown."""
    raise NotImplementedError


def feed_state(connection: Connection, feed: str) -> FeedState:
    """One feed's state; that of an untried feed has no times."""
    raise NotImplementedError
