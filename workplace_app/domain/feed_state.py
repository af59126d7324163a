"""What is known of a feed: how old its facts are and what went wrong last; every card shows it."""

from datetime import datetime

from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem


@frozen
class FeedState:
    """``fetched_at`` is the last time that the feed ended well (UTC); None with ``attempted_at`` None means that
    nobody has asked yet: unknown, not empty. ``problem`` is that of the last attempt, None when it went well."""

    feed: str
    fetched_at: datetime | None = None
    attempted_at: datetime | None = None
    problem: Problem | None = None
    items: int = 0
