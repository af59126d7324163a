"""Asking when: moments with their clock times, a day and a time, words of one's own; by key and with an undo."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.opened import Opened
from tests.ui.reminders.ringing import DAY, HOUR, MINUTE, companion, settle
from tests.ui.screens.finding import button, words
from tests.ui.shell_parts import NOW
from tests.ui.widgets.accessible import faults
from ui.reminders.moment_button import MomentButton
from ui.reminders.popover import RemindPopover
from ui.widgets.day_and_time import DayField, TimeField
from ui.widgets.fields import TextField
from workplace_app.domain.reminder import Reminder, ReminderKind, ReminderSubject
from workplace_app.domain.settings import TEXT_PERCENT
from workplace_app.store.reminder_reader import open_reminders

ARTICLE = ReminderSubject(ReminderKind.ARTICLE, "Nya <b>mallar</b>", "intranet:1", None, date(2026, 10, 16))
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def popover() -> RemindPopover:
    found = QApplication.activePopupWidget()
    assert isinstance(found, RemindPopover)
    return found


@pytest.fixture
def asking(opened: Opened) -> Iterator[Opened]:
    """The window with its companion; what is still open at the end is closed."""
    companion(opened)
    yield opened
    left = QApplication.activePopupWidget()
    if left is not None:
        left.close()
    settle()


def kept(opened: Opened) -> tuple[Reminder, ...]:
    return open_reminders(opened.connection)


def test_five_moments_stand_with_their_clock_times(asking: Opened) -> None:
    asking.workplace.remind(ARTICLE)
    assert [each.accessibleName() for each in popover().findChildren(MomentButton)] == [
        "In an hour, 09:12",
        "This afternoon, 13:00",
        "Tomorrow morning, Wed 08:00",
        "On Monday, Mon 19 08:00",
        "The day before the last day, Thu 15 08:00",
    ]
    assert "Nya <b>mallar</b>" in words(popover()), "as it is written"
    assert faults(popover()) == []


def test_down_and_enter_choose_and_the_toast_can_undo(asking: Opened) -> None:
    asking.workplace.remind(ARTICLE)
    first = popover().focusWidget()
    assert isinstance(first, MomentButton)
    QTest.keyClick(first, Qt.Key.Key_Down)
    second = popover().focusWidget()
    assert second is not None
    QTest.keyClick(second, Qt.Key.Key_Return)
    (made,) = kept(asking)
    assert (made.subject, made.at) == (ARTICLE, NOW + 5 * HOUR - 12 * MINUTE)
    assert asking.workplace._toasts.current_text == "You are reminded today 13:00."
    assert QApplication.activePopupWidget() is None
    asking.workplace._toasts.undo_last()
    assert kept(asking) == ()


def test_esc_sets_nothing(asking: Opened) -> None:
    asking.workplace.remind(ARTICLE)
    QTest.keyClick(popover(), Qt.Key.Key_Escape)
    assert kept(asking) == ()


def test_a_day_and_a_time_of_ones_own(asking: Opened) -> None:
    asking.workplace.remind(ARTICLE)
    button(popover(), "Choose day and time").click()
    day, clock = popover().findChildren(DayField)[0], popover().findChildren(TimeField)[0]
    day.setDate(QDate(2026, 10, 25))
    clock.setTime(QTime(2, 30))
    button(popover(), "One day later").click()
    button(popover(), "Remind me").click()
    (made,) = kept(asking)
    assert f"{made.at:%d %H:%M}" == "26 01:30", "in UTC, after the clocks were put back"


def test_a_time_that_has_passed_is_refused_in_words(asking: Opened) -> None:
    asking.workplace.remind(ARTICLE)
    button(popover(), "Choose day and time").click()
    button(popover(), "One day earlier").click()
    button(popover(), "Remind me").click()
    assert "That time has passed. Choose a later one." in words(popover())
    assert kept(asking) == ()


def test_words_of_ones_own_are_asked_for_and_needed(asking: Opened) -> None:
    asking.workplace.remind(None)
    shown = popover()
    moment = shown.findChildren(MomentButton)[0]
    moment.click()
    assert "Write what you want to be reminded of." in words(shown)
    field = shown.findChild(TextField)
    assert field is not None
    QTest.keyClicks(field, "Ring Pernilla")
    moment.click()
    (made,) = kept(asking)
    assert (made.subject, made.at) == (ReminderSubject(ReminderKind.TEXT, "Ring Pernilla"), NOW + HOUR)


def test_it_is_whole_and_on_the_screen_with_the_largest_text(asking: Opened) -> None:
    asking.context.settings.set(TEXT_PERCENT, 200)
    asking.workplace.remind(ARTICLE)
    button(popover(), "Choose day and time").click()
    QApplication.processEvents()
    clock = popover().findChildren(TimeField)[0]
    assert clock.lineEdit().width() >= clock.fontMetrics().horizontalAdvance("08:00")
    assert popover().screen().geometry().contains(popover().geometry().adjusted(20, 20, -20, -20))


def test_nothing_is_asked_before_somebody_is_here(asking: Opened) -> None:
    asking.workplace.leave()
    asking.workplace.remind(ARTICLE)
    assert QApplication.activePopupWidget() is None


def test_the_day_it_proposes_is_tomorrow_morning(asking: Opened) -> None:
    asking.workplace.remind(ARTICLE)
    button(popover(), "Choose day and time").click()
    button(popover(), "Remind me").click()
    (made,) = kept(asking)
    assert made.at == NOW + DAY - 12 * MINUTE
