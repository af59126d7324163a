"""Dates as Graph, Outlook and editors of feeds write them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.wire.dates import feed_date, moment, required_moment, zone_called, zoned_moment
from sync.wire.reading import UnreadableItemError
from sync.wire.windows_zones import IANA_BY_WINDOWS_NAME


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-23T08:12:00Z", datetime(2026, 11, 23, 8, 12, tzinfo=UTC)),
        ("2026-11-23T08:12:00.1234567Z", datetime(2026, 11, 23, 8, 12, 0, 123456, tzinfo=UTC)),
        ("2026-11-23t08:12:00z", datetime(2026, 11, 23, 8, 12, tzinfo=UTC)),
        ("2026-11-23T08:12:00+01:00", datetime(2026, 11, 23, 7, 12, tzinfo=UTC)),
        ("2026-11-23T08:12:00", datetime(2026, 11, 23, 8, 12, tzinfo=UTC)),
        ("0001-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("9999-12-31T23:59:59Z", None),
        ("datetime-value", None),
        ("", None),
        (None, None),
    ],
)
def test_a_moment_is_read_in_utc_or_not_at_all(text: str | None, expected: datetime | None) -> None:
    assert moment(text) == expected


def test_an_item_that_needs_its_date_says_which() -> None:
    with pytest.raises(UnreadableItemError, match="createdDateTime"):
        required_moment("soon", "createdDateTime")


@pytest.mark.parametrize(
    ("text", "zone", "expected"),
    [
        ("2026-07-01T10:00:00.0000000", "W. Europe Standard Time", "2026-07-01T08:00:00+00:00"),
        ("2026-12-01T10:00:00.0000000", "w. europe standard time", "2026-12-01T09:00:00+00:00"),
        ("2026-12-01T10:00:00", "Europe/Stockholm", "2026-12-01T09:00:00+00:00"),
        ("2026-12-01T10:00:00", "UTC", "2026-12-01T10:00:00+00:00"),
        ("2026-12-01T10:00:00", "tzone://Microsoft/Utc", "2026-12-01T10:00:00+00:00"),
        ("2026-12-01T10:00:00", None, "2026-12-01T10:00:00+00:00"),
    ],
)
def test_outlooks_dates_are_read_in_their_zone(text: str, zone: str | None, expected: str) -> None:
    assert zoned_moment(text, zone) == datetime.fromisoformat(expected)


@pytest.mark.parametrize(
    "zone", ["Middle-earth Standard Time", "../../etc/passwd", "/etc/passwd", "a\x00b", "x" * 5000]
)
def test_a_zone_that_nobody_knows_makes_no_date(zone: str) -> None:
    assert zone_called(zone) is None
    assert zoned_moment("2026-12-01T10:00:00", zone) is None


def test_every_windows_name_leads_to_a_zone() -> None:
    assert all(ZoneInfo(zone) for zone in IANA_BY_WINDOWS_NAME.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tue, 17 Feb 2026 08:00:00 +0100", "2026-02-17T07:00:00+00:00"),
        ("Tue, 17 Feb 2026 08:00:00 GMT", "2026-02-17T08:00:00+00:00"),
        ("2026-02-17T08:00:00+01:00", "2026-02-17T07:00:00+00:00"),
        ("17 februari 2026 08:00", "2026-02-17T07:00:00+00:00"),
        ("tis, 17 maj 2026 kl. 08.30", "2026-05-17T06:30:00+00:00"),
        ("fre, 3 okt 2026 08:00:00 +0200", "2026-10-03T06:00:00+00:00"),
        ("3 OKT 2026", "2026-10-02T22:00:00+00:00"),
        ("31 februari 2026", None),
        ("snart", None),
    ],
)
def test_feeds_write_dates_in_many_ways(text: str, expected: str | None) -> None:
    assert feed_date(text) == (datetime.fromisoformat(expected) if expected else None)


@given(st.text(max_size=60))
def test_no_text_makes_reading_a_date_fail(text: str) -> None:
    for read in (moment(text), feed_date(text), zoned_moment(text, text)):
        assert read is None or read.tzinfo is UTC
