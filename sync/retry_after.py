"""Retry-After as servers really send it: seconds, a date, nothing, or nonsense."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

LONGEST_PAUSE = timedelta(hours=24)
"""A header that asks for more is obeyed for a day: nobody's Monday is lost to a typing error in a proxy."""


def retry_after(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """How long the server wants to be left alone, from 0 to 24 hours; None when it does not say (RFC 9110, 10.2.3)."""
    value = headers.get("retry-after", "").strip()
    if not value:
        return None
    wait = timedelta(seconds=int(value[:9])) if value.isdecimal() and value.isascii() else _until_date(value, now)
    return None if wait is None else min(max(wait, timedelta()), LONGEST_PAUSE)


def _until_date(value: str, now: datetime) -> timedelta | None:
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - now
