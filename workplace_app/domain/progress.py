"""How far a round of sync has come, in figures that a progress line can show."""

from datetime import datetime

from workplace_app.domain.frozen import frozen


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
    """True when the round ended since there was no network."""
