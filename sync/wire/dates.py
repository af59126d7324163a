"""Reads the dates that servers write: RFC 3339, Graph's dateTimeTimeZone and the date lines of RSS."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from sync.wire.reading import UnreadableItemError
from sync.wire.windows_zones import IANA_BY_WINDOWS_NAME

_NEVER_YEAR = 1
"""Graph writes 0001-01-01 where there is no date."""
_LAST_YEAR = 9998
"""A date on the calendar's last day leaves no room for another zone."""

UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""What an item without any date is dated where a date must be: the end of every list, and old to every rule."""

_SWEDISH_MONTHS = {
    "januari": 1,
    "februari": 2,
    "mars": 3,
    "april": 4,
    "maj": 5,
    "juni": 6,
    "juli": 7,
    "augusti": 8,
    "september": 9,
    "oktober": 10,
    "november": 11,
    "december": 12,
}
_DAY_MONTH_YEAR = re.compile(
    r"(?:^|[\s,.])(\d{1,2})\.?\s+([^\W\d_]{3,})\.?\s+(\d{4})(?:,?\s+(?:kl\.?\s*)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)?"
    r"\s*([+-]\d{2}:?\d{2}|[A-Z]{1,4})?\s*$"
)
_NAMED_OFFSETS = {"UTC": 0, "GMT": 0, "UT": 0, "Z": 0, "CET": 1, "CEST": 2, "MET": 1}


def moment(text: str | None) -> datetime | None:
    """An RFC 3339 date in UTC; None for nothing, for "never" and for what is no date.

    Graph writes up to seven digits of fraction and sometimes leaves out the zone, which then is UTC.
    """
    if not text:
        return None
    try:
        value = datetime.fromisoformat(text.strip().upper())
    except ValueError:
        return None
    return _in_utc(value, UTC)


def required_moment(text: str | None, name: str) -> datetime:
    """As ``moment``, but the item cannot do without it."""
    value = moment(text)
    if value is None:
        raise UnreadableItemError(f"{name} is no date")
    return value


def zoned_moment(text: str | None, zone_name: str | None) -> datetime | None:
    """A dateTimeTimeZone in UTC. Zones are written as IANA's names or as Windows' (dateTimeTimeZone in Graph's
    reference, 2023). A zone that nobody knows makes the date unreadable: a meeting at the wrong hour is worse than
    a meeting that is said to be missing."""
    if not text:
        return None
    try:
        value = datetime.fromisoformat(text.strip().upper())
    except ValueError:
        return None
    zone = zone_called(zone_name)
    return None if zone is None else _in_utc(value, zone)


def zone_called(name: str | None) -> tzinfo | None:
    """The zone of a Windows or IANA name; UTC when there is none; None when nobody knows it."""
    if not name or name.upper() in {"UTC", "TZONE://MICROSOFT/UTC", "Z"}:
        return UTC
    iana = IANA_BY_WINDOWS_NAME.get(name.casefold(), name)
    try:
        return ZoneInfo(iana)
    except (ValueError, OSError, KeyError):  # a path, a name too long for the file system, a name nobody knows
        return None


def feed_date(text: str | None) -> datetime | None:
    """The date of an RSS or Atom entry in UTC: RFC 3339, RFC 822, or Swedish words ("17 februari 2026 08:00")."""
    if not text:
        return None
    value = moment(text)
    if value is not None:
        return value
    try:
        return _in_utc(parsedate_to_datetime(text), UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return _swedish_date(text)


def _swedish_date(text: str) -> datetime | None:
    match = _DAY_MONTH_YEAR.search(text.strip())
    if match is None:
        return None
    day, word, year, hour, minute, second, zone = match.groups()
    month = next((number for name, number in _SWEDISH_MONTHS.items() if name.startswith(word.lower())), None)
    if month is None:
        return None
    try:
        value = datetime(int(year), month, int(day), int(hour or 0), int(minute or 0), int(second or 0))  # noqa: DTZ001
    except ValueError:
        return None
    return _in_utc(value, _offset(zone))


def _offset(zone: str | None) -> tzinfo:
    if zone is None:
        return ZoneInfo("Europe/Stockholm")
    if zone in _NAMED_OFFSETS:
        return timezone(timedelta(hours=_NAMED_OFFSETS[zone]))
    if zone[0] not in "+-":
        return UTC
    digits = zone[1:].replace(":", "")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    return timezone(timedelta(minutes=minutes if zone[0] == "+" else -minutes))


def _in_utc(value: datetime, zone: tzinfo) -> datetime | None:
    if not _NEVER_YEAR < value.year <= _LAST_YEAR:
        return None
    aware = value.replace(tzinfo=zone) if value.tzinfo is None else value
    return aware.astimezone(UTC)
