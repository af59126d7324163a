"""Days and times in Swedish and English words."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from ui.dates import (
    clock_time,
    day_words,
    due_words,
    heading_day,
    left_words,
    local,
    long_day,
    moment_words,
    running_words,
    span_words,
    until_words,
)

NOW = datetime(2026, 10, 13, 6, 12, tzinfo=UTC)  # Tuesday, 08:12 in Stockholm
TODAY = date(2026, 10, 13)


def stockholm(day: int, hour: int, minute: int = 0, month: int = 10) -> datetime:
    return local(NOW).replace(month=month, day=day, hour=hour, minute=minute).astimezone(UTC)


def test_times_are_those_of_stockholm_in_summer_and_in_winter() -> None:
    assert clock_time(NOW) == "08:12"
    assert clock_time(datetime(2026, 12, 1, 6, 12, tzinfo=UTC)) == "07:12"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 10, 13), "i dag"),
        (date(2026, 10, 12), "i går"),
        (date(2026, 10, 14), "i morgon"),
        (date(2026, 10, 15), "tors 15"),
        (date(2026, 10, 19), "mån 19"),
        (date(2026, 10, 20), "20 okt"),
        (date(2026, 10, 9), "9 okt"),
        (date(2025, 12, 24), "24 dec 2025"),
    ],
)
def test_days_in_swedish(swedish: None, day: date, words: str) -> None:
    assert day_words(day, TODAY) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (stockholm(13, 7, 4), "07:04"),
        (stockholm(12, 16, 38), "i går 16:38"),
        (stockholm(14, 9), "i morgon 09:00"),
        (stockholm(15, 8), "tors 15 08:00"),
        (stockholm(1, 8), "1 okt"),
    ],
)
def test_moments_in_swedish(swedish: None, moment: datetime, words: str) -> None:
    assert moment_words(moment, NOW) == words


def test_running_text_names_the_day(swedish: None) -> None:
    assert running_words(stockholm(13, 6, 45), NOW) == "i dag 06:45"
    assert running_words(stockholm(12, 15, 10), NOW) == "i går 15:10"
    assert running_words(stockholm(9, 15, 10), NOW) == "9 okt"


def test_deadlines_and_headings_say_the_day_in_full(swedish: None) -> None:
    assert long_day(date(2026, 10, 16)) == "fredag 16 oktober"
    assert long_day(date(2027, 1, 2), year=True) == "lördag 2 januari 2027"
    assert heading_day(TODAY) == "Tisdag 13 oktober"


def test_the_next_event_says_how_soon_within_the_hour(swedish: None) -> None:
    assert until_words(NOW + timedelta(minutes=18), NOW) == "om 18 min"
    assert until_words(NOW + timedelta(seconds=20), NOW) == "om 1 min"
    assert until_words(NOW + timedelta(minutes=61), NOW) == ""
    assert until_words(NOW - timedelta(minutes=1), NOW) == ""


def test_a_due_day_does_not_repeat_the_heading_of_its_group(swedish: None) -> None:
    assert due_words(None, NOW, is_a_day=False) == ""
    assert due_words(stockholm(13, 0), NOW, is_a_day=True) == ""
    assert due_words(stockholm(13, 10, 30), NOW, is_a_day=False) == "10:30"
    assert due_words(stockholm(12, 23), NOW, is_a_day=True) == "i går"
    assert due_words(stockholm(16, 0), NOW, is_a_day=True) == "fre 16"


def test_waiting_is_told_in_minutes_and_seconds(swedish: None) -> None:
    assert left_words(102) == "1 minut och 42 sekunder"
    assert left_words(120) == "2 minuter"
    assert left_words(1) == "1 sekund"
    assert left_words(-5) == "0 sekunder"


def test_english_says_the_same(qapp: QApplication) -> None:
    assert day_words(date(2026, 10, 12), TODAY) == "yesterday"
    assert day_words(date(2026, 10, 15), TODAY) == "Thu 15"
    assert day_words(date(2026, 10, 9), TODAY) == "9 Oct"
    assert heading_day(TODAY) == "Tuesday 13 October"
    assert span_words(NOW, NOW + timedelta(minutes=90)) == "08:12–09:42"


@given(st.integers(min_value=-1_000_000, max_value=1_000_000))
def test_every_moment_has_words(hours: int) -> None:
    moment = NOW + timedelta(hours=hours / 10)
    assert moment_words(moment, NOW).strip()
    assert running_words(moment, NOW).strip()
