"""The one place outside sync where the time of day is read."""

from datetime import UTC, datetime


def now_utc() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)
