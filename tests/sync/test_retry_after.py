"""Retry-After in every shape that servers have been seen to send."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.retry_after import LONGEST_PAUSE, retry_after
from tests.sync.fakes import MORNING


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0),
        ("10", 10),
        (" 31 ", 31),
        ("Mon, 12 Oct 2026 06:02:30 GMT", 30),
        ("Mon, 12 Oct 2026 06:02:30", 30),
        ("Mon, 12 Oct 2026 05:00:00 GMT", 0),
        ("86401", 86_400),
        ("99999999999999999999999", 86_400),
        ("Fri, 12 Oct 2126 06:02:30 GMT", 86_400),
    ],
)
def test_a_wait_is_read_and_kept_within_a_day(value: str, seconds: int) -> None:
    assert retry_after({"retry-after": value}, MORNING) == timedelta(seconds=seconds)


@pytest.mark.parametrize("value", ["", "-5", "soon", "1.5", "٣", "Mon, 99 Oct 2026 06:02:30 GMT", "10, 20"])
def test_nonsense_says_nothing(value: str) -> None:
    assert retry_after({"retry-after": value}, MORNING) is None


def test_a_missing_header_says_nothing() -> None:
    assert retry_after({}, MORNING) is None


@given(st.text())
def test_no_text_breaks_it(value: str) -> None:
    wait = retry_after({"retry-after": value}, MORNING)
    assert wait is None or timedelta() <= wait <= LONGEST_PAUSE
