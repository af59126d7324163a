"""How moments and days are kept: moments as milliseconds since 1970 in UTC, days by their number."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

LOCAL_ZONE = ZoneInfo("Europe/Stockholm")
"""Where the municipality lives: decides on which day something is due."""

NO_DAY = date.max.toordinal() + 1
"""The day of what has no day, so that it sorts last."""

MILLISECONDS_PER_DAY = 86_400_000
FOREVER = 9_223_372_036_854_775_807
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def to_milliseconds(moment: datetime) -> int:
    """The kept form of an aware moment."""
    return (moment - _EPOCH) // _MILLISECOND


def to_moment(milliseconds: int) -> datetime:
    """The moment, in UTC."""
    return _EPOCH + timedelta(milliseconds=milliseconds)


def maybe_moment(milliseconds: int | None) -> datetime | None:
    """The moment, None for none."""
    return None if milliseconds is None else to_moment(milliseconds)


def local_day(moment: datetime) -> int:
    """The number of the day (``date.toordinal``) on which a moment falls in the municipality."""
    return moment.astimezone(LOCAL_ZONE).toordinal()
