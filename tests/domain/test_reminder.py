"""A reminder goes from waiting to rung to done, and says on one line what it is about."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workplace_app.domain.reminder import (
    LONGEST_TITLE,
    ReminderKind,
    ReminderState,
    ReminderSubject,
    done,
    due,
    moved,
    new_reminder,
    plain_title,
    put_off,
    retitled,
    taken_up,
)

NOW = datetime(2026, 10, 14, 8, 12, tzinfo=UTC)
MAP = ReminderSubject(ReminderKind.TASK, "Granska kartan", "planner:1")
HOUR = timedelta(hours=1)


def test_it_rings_when_its_moment_has_come_and_only_once_for_it() -> None:
    waiting = new_reminder(MAP, NOW + HOUR, NOW)
    assert waiting.state is ReminderState.WAITING
    assert not due(waiting, NOW + HOUR - timedelta(milliseconds=1))
    assert due(waiting, NOW + HOUR)
    assert due(waiting, NOW + timedelta(days=400)), "however long the computer was off"
    rung = moved(waiting, waiting.at)
    assert due(rung, NOW + HOUR)


def test_put_off_it_waits_again_and_done_it_does_not() -> None:
    waiting = new_reminder(MAP, NOW, NOW)
    later = put_off(put_off(waiting, NOW + HOUR), NOW + 2 * HOUR)
    assert (later.state, later.snoozed, later.at) == (ReminderState.WAITING, 2, NOW + 2 * HOUR)
    finished = done(later, NOW)
    assert finished.state is ReminderState.DONE
    assert not due(finished, NOW + timedelta(days=1))
    assert done(finished, NOW + HOUR) == finished, "the first time counts"
    assert moved(finished, NOW + HOUR).state is ReminderState.WAITING


def test_what_is_taken_up_after_its_moment_has_rung_already() -> None:
    """Otherwise an undo of "done" would let the alarm go off in the user's face."""
    finished = done(new_reminder(MAP, NOW, NOW), NOW)
    assert taken_up(finished, NOW + HOUR).state is ReminderState.RUNG
    assert taken_up(finished, NOW - HOUR).state is ReminderState.WAITING


@given(st.text())
def test_a_title_is_one_visible_line(text: str) -> None:
    title = plain_title(text)
    assert title.isprintable()
    assert len(title) <= LONGEST_TITLE
    assert title == title.strip()
    assert plain_title(title) == title


@pytest.mark.parametrize("nothing", ["", "   ", "\n\t", "\u202e\u200b", "\ud800"])
def test_nobody_is_reminded_of_nothing(nothing: str) -> None:
    with pytest.raises(ValueError, match="nothing"):
        new_reminder(ReminderSubject(ReminderKind.TEXT, nothing), NOW, NOW)
    with pytest.raises(ValueError, match="nothing"):
        retitled(new_reminder(MAP, NOW, NOW), nothing)


def test_marks_of_direction_cannot_turn_a_title_round() -> None:
    assert plain_title("Ring\u202e moc.live\u2066 nu\r\nTo: x") == "Ring moc.live nu To: x"
