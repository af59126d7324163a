"""Time of one's own is taken from the calendar: asked for in a popover, seen at once, and given back with Ctrl+Z."""

from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.opened import Opened
from tests.ui.screens.finding import button, part, words
from tests.ui.shell_parts import NOW
from ui.models.event_model import EventModel, EventRow
from ui.screens.today.calendar_card import CalendarCard
from ui.screens.today.time_popover import TimePopover
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.wishes import ReservedTime, wish_of
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_reader import pending_intents

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
QUARTER_PAST = NOW.replace(minute=15)
"""The tests stand at 08:12 in the municipality; the next quarter begins at 08:15."""


@pytest.fixture
def asked(day: Opened) -> Opened:
    rows = calendar(day).rows
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_B)
    return day


def calendar(day: Opened) -> CalendarCard:
    shown = day.workplace.pages.shown
    assert shown is not None
    return part(shown, CalendarCard)


def popover(day: Opened) -> TimePopover:
    return part(calendar(day).rows, TimePopover)


def rows(day: Opened) -> list[EventRow]:
    model = calendar(day).rows.model()
    assert isinstance(model, EventModel)
    return [row for row in model.rows if isinstance(row, EventRow)]


def take(day: Opened, title: str = "Skriva yttrandet") -> None:
    popover(day).words.setText(title)
    button(popover(day), "Take the time").click()


def test_b_asks_and_the_time_stands_in_the_calendar_at_once(asked: Opened) -> None:
    take(asked)
    (filed,) = pending_intents(asked.connection)
    wish = ReservedTime("Skriva yttrandet", QUARTER_PAST, QUARTER_PAST + timedelta(hours=1))
    assert (filed.kind, filed.target_id, filed.about) == (IntentKind.RESERVE_TIME, "calendar:", wish.title)
    assert wish_of(filed.kind, filed.payload) == wish
    assert filed.held_until == NOW + timedelta(seconds=6)
    (row,) = [each for each in rows(asked) if each.event.title == wish.title]
    assert (row.start, row.end, row.answer, row.asks) == ("08:15", "09:15", "waiting", False)
    assert asked.workplace._toasts.current_text.startswith("The time is taken: today 08:15")


def test_ctrl_z_gives_the_time_back(asked: Opened) -> None:
    take(asked)
    asked.workplace._toasts.undo_last()
    calendar(asked).refit()
    assert pending_intents(asked.connection) == ()
    assert "Skriva yttrandet" not in [each.event.title for each in rows(asked)]


def test_what_is_in_the_calendar_already_is_removed_from_it_again(asked: Opened) -> None:
    take(asked)
    (filed,) = pending_intents(asked.connection)
    OutboxDelivery(asked.sync).confirmed(filed.id, NOW, "event:made")
    asked.requests.asked.clear()
    asked.workplace._toasts.undo_last()
    (back,) = pending_intents(asked.connection)
    assert (back.kind, back.target_id, back.about) == (IntentKind.GIVE_TIME_BACK, "event:made", filed.about)
    assert "refresh " in asked.requests.asked
    assert asked.workplace._toasts.current_text == "The time was already in the calendar. It is removed."
    calendar(asked).refit()
    assert "Skriva yttrandet" not in [each.event.title for each in rows(asked)]


def test_what_is_on_its_way_is_undone_in_the_outbox_later(asked: Opened) -> None:
    take(asked)
    (filed,) = pending_intents(asked.connection)
    OutboxDelivery(asked.sync).sending(filed.id, NOW)
    asked.workplace._toasts.undo_last()
    assert "Undo it in the outbox when it has arrived" in asked.workplace._toasts.current_text
    assert [each.id for each in pending_intents(asked.connection)] == [filed.id]


def test_another_day_time_and_length(asked: Opened) -> None:
    shown = popover(asked)
    shown.day.setDate(QDate(2026, 10, 26))  # after the night on which the clocks are put back
    shown.clock.setTime(QTime(9, 30))
    shown.length.choose(15)
    take(asked)
    (filed,) = pending_intents(asked.connection)
    wish = wish_of(filed.kind, filed.payload)
    assert isinstance(wish, ReservedTime)
    assert wish.start == datetime.combine(date(2026, 10, 26), time(8, 30), NOW.tzinfo)
    assert wish.end - wish.start == timedelta(minutes=15)


@pytest.mark.parametrize(
    ("title", "on", "said"),
    [
        ("  ", None, "Write what the time is for."),
        ("Skriva", QDate(2026, 10, 1), "That time has passed. Choose a later one."),
    ],
    ids=["no words", "passed"],
)
def test_what_is_missing_is_said_in_the_popover(asked: Opened, title: str, on: QDate | None, said: str) -> None:
    if on is not None:
        popover(asked).day.setDate(on)
    take(asked, title)
    assert popover(asked).isVisible()
    assert said in words(popover(asked))
    assert pending_intents(asked.connection) == ()


def test_esc_takes_nothing(asked: Opened) -> None:
    shown = popover(asked)
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert pending_intents(asked.connection) == ()


def test_time_that_was_refused_says_so_and_leads_to_the_outbox(asked: Opened) -> None:
    take(asked)
    (filed,) = pending_intents(asked.connection)
    OutboxDelivery(asked.sync).needs_you(filed.id, Problem(ProblemKind.ACCESS_DENIED), NOW)
    calendar(asked).refit()
    (row,) = [each for each in rows(asked) if each.event.title == "Skriva yttrandet"]
    assert row.needs_you
    assert row.answer
