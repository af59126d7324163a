"""How far a round of sync has come, in figures that a progress line can show."""

from datetime import datetime

from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem


@frozen
class SyncProgress:
    """One moment of one round. ``running`` is False for the message that ends it."""

    running: bool
    feeds_done: int = 0
    feeds_total: int = 0
    items: int = 0
    first_round: bool = False
    current_feed: str | None = None
    ended_at: datetime | None = None
    offline: bool = False
    """True when the round ended since there was no network, or when the operating system says that there is none."""
    stopped_by: Problem | None = None
    """What keeps every round from beginning, until the program is started again."""
