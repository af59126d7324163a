"""What is known of a feed, and of a place that it reads on demand: how old its facts are, what went wrong last."""

from datetime import datetime

from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem


@frozen
class FeedState:
    """``fetched_at`` is the last time that the feed ended well (UTC); None with ``attempted_at`` None means that
    nobody has asked yet: unknown, not empty. ``problem`` is that of the last attempt, None when it went well.

    ``answered_at`` is the last time that it ended well and its source had been asked for anything: a feed that has
    nothing to ask (no picture is missing, no answer is waited for) ends well without a network too, which says nothing
    of the network and nothing of its source.
    """

    feed: str
    fetched_at: datetime | None = None
    attempted_at: datetime | None = None
    problem: Problem | None = None
    items: int = 0
    answered_at: datetime | None = None


@frozen
class PlaceState:
    """The same for what is said in one channel, chat or group, which is read when somebody opens it and not before."""

    place_id: str
    fetched_at: datetime | None = None
    attempted_at: datetime | None = None
    problem: Problem | None = None
