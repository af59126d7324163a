"""The moments offered are to come, stand at whole minutes, and are right on the nights when the clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workplace_app.domain.reminder_moments import MomentKind, moment_on, offered_moments, snooze_moments

STOCKHOLM = ZoneInfo("Europe/Stockholm")
WEDNESDAY = datetime(2026, 10, 14, 8, 12, 31, tzinfo=STOCKHOLM)
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
"""The days on which clocks are put forward and back in 2026."""


def offered(now: datetime, last_day: date | None = None) -> dict[str, str]:
    moments = offered_moments(now, STOCKHOLM, last_day)
    return {each.kind.value: f"{each.at.astimezone(STOCKHOLM):%a %d %H:%M}" for each in moments}


def test_five_moments_on_a_morning_with_a_last_day() -> None:
    assert offered(WEDNESDAY, date(2026, 10, 16)) == {
        "in_an_hour": "Wed 14 09:12",
        "this_afternoon": "Wed 14 13:00",
        "tomorrow_morning": "Thu 15 08:00",
        "on_monday": "Mon 19 08:00",
        "day_before_last": "Thu 15 08:00",
    }


def test_the_day_before_the_last_is_offered_only_when_there_is_one() -> None:
    assert "day_before_last" not in offered(WEDNESDAY)
    tomorrow = offered(WEDNESDAY, date(2026, 10, 15))
    assert "day_before_last" not in tomorrow, "that would be this morning"
    assert tomorrow["last_day"] == "Thu 15 08:00"
    assert {"day_before_last", "last_day"}.isdisjoint(offered(WEDNESDAY, date(2026, 10, 13))), "it is over"


@pytest.mark.parametrize(
    ("day", "expected"),
    [(16, "Mon 19 08:00"), (17, "Mon 19 08:00"), (18, None), (19, "Mon 26 08:00")],
    ids=["Friday", "Saturday", "Sunday", "Monday"],
)
def test_monday_is_the_next_one_and_on_a_sunday_it_is_tomorrow(day: int, expected: str | None) -> None:
    assert offered(datetime(2026, 10, day, 9, tzinfo=STOCKHOLM)).get("on_monday") == expected


def test_an_afternoon_that_has_begun_is_not_offered() -> None:
    assert "this_afternoon" in offered(WEDNESDAY.replace(hour=12, minute=59))
    assert "this_afternoon" not in offered(WEDNESDAY.replace(hour=13, minute=0, second=0))


def test_an_hour_is_sixty_minutes_on_the_nights_when_clocks_change() -> None:
    for day in (SPRING, AUTUMN):
        now = datetime(day.year, day.month, day.day, 1, 30, tzinfo=STOCKHOLM)
        assert offered_moments(now, STOCKHOLM)[0].at == now.astimezone(UTC) + timedelta(hours=1)
    assert offered(datetime(2026, 3, 29, 1, 30, tzinfo=STOCKHOLM))["in_an_hour"] == "Sun 29 03:30"
    assert offered(datetime(2026, 10, 25, 2, 30, tzinfo=STOCKHOLM))["in_an_hour"] == "Sun 25 02:30", "it comes twice"


def test_tomorrow_at_eight_is_eight_on_the_wall_whatever_happens_to_the_clocks() -> None:
    for day in (SPRING, AUTUMN):
        evening = datetime(day.year, day.month, day.day, 20, tzinfo=STOCKHOLM) - timedelta(days=1)
        moments = {each.kind: each.at for each in offered_moments(evening, STOCKHOLM)}
        at = moments[MomentKind.TOMORROW_MORNING].astimezone(STOCKHOLM)
        assert (at.date(), at.time()) == (day, time(8))


def test_a_time_that_never_comes_is_as_much_later_and_one_that_comes_twice_is_the_first() -> None:
    assert moment_on(SPRING, time(2, 30), STOCKHOLM) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert f"{moment_on(SPRING, time(2, 30), STOCKHOLM).astimezone(STOCKHOLM):%H:%M}" == "03:30"
    assert moment_on(AUTUMN, time(2, 30), STOCKHOLM) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


MOMENTS = st.integers(0, 10_000_000).map(lambda minutes: WEDNESDAY.astimezone(UTC) + timedelta(minutes=minutes))
DAYS = st.none() | st.dates(date(2020, 1, 1), date(2040, 1, 1))
ZONES = st.sampled_from([STOCKHOLM, ZoneInfo("America/New_York"), ZoneInfo("Australia/Lord_Howe"), UTC])


@given(MOMENTS, ZONES, DAYS)
def test_whatever_the_moment_all_are_to_come_and_at_whole_minutes(
    now: datetime, zone: ZoneInfo, last_day: date | None
) -> None:
    moments = [*offered_moments(now, zone, last_day), *snooze_moments(now, zone)]
    assert all(each.at > now for each in moments)
    assert all((each.at.second, each.at.microsecond) == (0, 0) for each in moments)
    assert all(each.at.utcoffset() == timedelta(0) for each in moments)
    assert 2 <= len(offered_moments(now, zone, last_day)) <= 5


def test_snoozing_is_brief_an_hour_or_until_tomorrow() -> None:
    moments = snooze_moments(WEDNESDAY, STOCKHOLM)
    assert [f"{each.at.astimezone(STOCKHOLM):%d %H:%M}" for each in moments] == ["14 08:17", "14 09:12", "15 08:00"]
