"""The notice: one at a time, no focus taken, no markup, gone only by what somebody does; and on the desktop too."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.opened import Opened
from tests.ui.reminders.ringing import CALL, DAY, HOUR, MINUTE, Desktop, companion, notice, remind, settle, words
from tests.ui.screens.finding import button
from tests.ui.shell_parts import NOW
from tests.ui.widgets.accessible import faults
from ui.reminders.desktop_notice import TrayNotices, without_markup
from ui.reminders.notices import MARGIN
from ui.reminders.reminding import Reminding
from ui.widgets.popover import SHADOW
from workplace_app.domain.reminder import Reminder, ReminderKind, ReminderState, ReminderSubject
from workplace_app.domain.settings import TEXT_PERCENT
from workplace_app.store.own_things import reminders
from workplace_app.store.reminder_reader import count_rung, reminder

TASK = ReminderSubject(ReminderKind.TASK, "Granska kartan", "planner:today", "https://planner.cloud.microsoft/today")
HOSTILE = ReminderSubject(ReminderKind.TEXT, '<img src="//host/x"> & <b>Ring</b> nu')


def ring(opened: Opened, *subjects: ReminderSubject) -> list[Reminder]:
    """Let these ring one after the other, a minute apart."""
    made = []
    for subject in subjects or (CALL,):
        made.append(remind(opened, opened.clock() + MINUTE, subject))
        opened.clock.pass_time(MINUTE)
        companion(opened).alarm.look()
    return made


def state(opened: Opened, which: Reminder) -> ReminderState | None:
    kept = reminder(opened.connection, which.id)
    return kept.state if kept is not None else None


def test_it_takes_no_focus_and_stays(opened: Opened, qtbot: QtBot) -> None:
    qtbot.waitUntil(opened.application.window.isActiveWindow)
    opened.screens["today"].focus_first()
    ring(opened)
    assert opened.screens["today"].field.hasFocus()
    opened.clock.pass_time(DAY)
    companion(opened).alarm.look()
    opened.workplace.go("news")
    settle()
    assert words(opened) == "Ring Pernilla"


def test_one_at_a_time_and_the_next_follows(opened: Opened) -> None:
    first, second = ring(opened, CALL, TASK)
    assert words(opened) == "Ring Pernilla"
    QTest.mouseClick(button(opened.application.window, "Done"), Qt.MouseButton.LeftButton)
    assert state(opened, first) is ReminderState.DONE
    assert words(opened) == "Granska kartan"
    assert state(opened, second) is ReminderState.RUNG


def test_its_key_leads_to_it_and_its_letters_act(opened: Opened, qtbot: QtBot) -> None:
    qtbot.waitUntil(opened.application.window.isActiveWindow)
    opened.screens["today"].focus_first()
    (made,) = ring(opened)
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(opened.application.window, Qt.Key.Key_R, control_shift)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Snooze"
    QTest.keyClick(focused, Qt.Key.Key_E)
    assert state(opened, made) is ReminderState.DONE
    assert words(opened) == ""


def test_f6_reaches_it_and_esc_closes_it_without_losing_it(opened: Opened, qtbot: QtBot) -> None:
    qtbot.waitUntil(opened.application.window.isActiveWindow)
    opened.screens["today"].focus_first()
    (made,) = ring(opened)
    QTest.keyClick(opened.screens["today"].field, Qt.Key.Key_F6)
    focused, shown = QApplication.focusWidget(), notice(opened)
    assert focused is not None
    assert shown is not None
    assert shown.isAncestorOf(focused)
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert words(opened) == ""
    assert state(opened, made) is ReminderState.RUNG
    assert count_rung(opened.connection) == 1


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
def test_snoozed_from_the_notice_it_rings_again(opened: Opened) -> None:
    (made,) = ring(opened)
    QTest.mouseClick(button(opened.application.window, "Snooze"), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [
        "In 5 minutes\t08:18",
        "In an hour\t09:13",
        "Tomorrow morning\tWed 08:00",
    ]
    menu.actions()[0].trigger()
    menu.close()
    assert (words(opened), state(opened, made)) == ("", ReminderState.WAITING)
    opened.clock.pass_time(4 * MINUTE)
    companion(opened).alarm.look()
    assert words(opened) == ""
    opened.clock.pass_time(MINUTE)
    companion(opened).alarm.look()
    assert words(opened) == "Ring Pernilla"


def test_done_can_be_undone_and_does_not_startle(opened: Opened) -> None:
    (made,) = ring(opened)
    QTest.mouseClick(button(opened.application.window, "Done"), Qt.MouseButton.LeftButton)
    opened.workplace._toasts.undo_last()
    assert state(opened, made) is ReminderState.RUNG
    companion(opened).alarm.look()
    assert words(opened) == ""


def test_open_leads_to_the_thing_and_leaves_it_to_be_done(opened: Opened) -> None:
    (made,) = ring(opened, TASK)
    QTest.mouseClick(button(opened.application.window, "Open"), Qt.MouseButton.LeftButton)
    assert opened.screens["today"].shown == ["planner:today"]
    assert (words(opened), state(opened, made)) == ("", ReminderState.RUNG)


def test_the_users_own_words_lead_nowhere_else(opened: Opened) -> None:
    ring(opened)
    shown = notice(opened)
    assert shown is not None
    assert [each.text() for each in shown._offered()] == ["Snooze", "Done"]


def test_several_that_were_missed_are_looked_at_in_their_list(opened: Opened) -> None:
    for minutes in range(1, 6):
        remind(opened, NOW + minutes * MINUTE, ReminderSubject(ReminderKind.TEXT, f"Sak {minutes}"))
    opened.clock.pass_time(HOUR)
    companion(opened).alarm.look()
    assert words(opened) == "•  Sak 1\n•  Sak 2\n•  Sak 3\nand 2 more"
    QTest.mouseClick(button(opened.application.window, "Show them"), Qt.MouseButton.LeftButton)
    assert opened.workplace.pages.place == "reminders"
    assert words(opened) == ""
    assert count_rung(opened.connection) == 5


def test_what_is_done_elsewhere_is_not_told_any_more(opened: Opened, qtbot: QtBot) -> None:
    first, second = ring(opened, CALL, TASK)
    for each in (first, second):
        reminders.mark_done(opened.connection, each.id, NOW)
    companion(opened).notices.read()
    assert words(opened) == ""


def test_a_second_look_does_not_make_the_notice_anew(opened: Opened) -> None:
    """Whoever is about to press a button must not have it taken away."""
    ring(opened)
    before = notice(opened)
    companion(opened).notices.read()
    assert notice(opened) is before


def test_text_from_outside_is_text(opened: Opened) -> None:
    ring(opened, HOSTILE)
    shown = notice(opened)
    assert shown is not None
    assert shown.words == HOSTILE.title
    for label in shown.findChildren(QLabel):
        assert "<img" not in label.text()
        assert "<b>" not in label.text()


def test_it_has_names_and_stays_in_the_window_at_every_size(opened: Opened) -> None:
    long = ReminderSubject(ReminderKind.TASK, "Bostadsrättsföreningsstyrelseledamotsutbildning " * 5, "planner:1")
    ring(opened, long)
    window = opened.application.window
    for width, height, percent in ((1440, 900, 100), (640, 480, 100), (640, 480, 200)):
        opened.context.settings.set(TEXT_PERCENT, percent)
        window.resize(width, height)
        settle()
        shown = notice(opened)
        assert shown is not None
        plate = shown.geometry().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        assert window.rect().contains(plate), (width, height, percent)
        assert plate.right() <= window.width() - MARGIN
        assert faults(shown) == []


@pytest.mark.parametrize("percent", [100, 200])
def test_in_a_small_window_it_lies_over_nothing_and_moves_nothing(opened: Opened, percent: int) -> None:
    window, pages = opened.application.window, opened.workplace.pages
    opened.context.settings.set(TEXT_PERCENT, percent)
    window.resize(640, 480)
    settle()
    before = pages.geometry()
    ring(opened, CALL)
    settle()
    shown = notice(opened)
    assert shown is not None
    plate = shown.geometry().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
    for each in (pages, opened.workplace.strip, opened.workplace.rail):
        assert not plate.intersects(each.geometry()), each
    assert pages.geometry().topLeft() == before.topLeft()
    opened.workplace.say("Saved.")
    settle()
    toast = opened.workplace._toasts._toast
    assert toast is not None
    over = QRect(toast.mapTo(window, QPoint()), toast.size()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
    assert not over.intersects(plate), "nor do they lie over each other"
    button(window, "Done").click()
    settle()
    assert pages.geometry() == before


def test_a_window_that_grows_gives_the_page_its_room_back(opened: Opened) -> None:
    window, pages = opened.application.window, opened.workplace.pages
    window.resize(640, 480)
    ring(opened, CALL)
    settle()
    assert pages.height() < 400
    window.resize(1440, 900)
    settle()
    assert pages.height() > 850


# The desktop


def outside(opened: Opened) -> Desktop:
    """A companion whose desktop remembers; the window is not the one in use."""
    opened.workplace._accompanied.leave()
    settle()
    desktop = Desktop()
    opened.workplace._accompanied._make = lambda context, window: Reminding(context, window, desktop)
    opened.workplace._accompanied.enter(opened.context)
    return desktop


def test_the_desktop_is_told_only_while_the_window_is_not_in_use(opened: Opened, qtbot: QtBot) -> None:
    desktop = outside(opened)
    qtbot.waitUntil(opened.application.window.isActiveWindow)
    ring(opened)
    assert desktop.shown == []
    opened.application.window.hide()
    opened.clock.pass_time(HOUR)
    remind(opened, opened.clock(), TASK)
    companion(opened).alarm.look()
    assert desktop.shown == [("Granska kartan", "today 09:13")]


def test_a_press_on_the_desktops_notice_leads_to_the_thing(opened: Opened) -> None:
    desktop = outside(opened)
    opened.application.window.hide()
    remind(opened, NOW, TASK)
    companion(opened).alarm.look()
    assert desktop.pressed is not None
    desktop.pressed()
    assert opened.application.window.isVisible()
    assert opened.screens["today"].shown == ["planner:today"]


def test_several_are_one_notice_on_the_desktop_and_signing_out_takes_it_away(opened: Opened) -> None:
    desktop = outside(opened)
    opened.application.window.hide()
    remind(opened, NOW - MINUTE, CALL)
    remind(opened, NOW, TASK)
    companion(opened).alarm.look()
    assert desktop.shown == [("2 reminders have rung", "Ring Pernilla, Granska kartan")]
    opened.workplace.leave()
    assert desktop.pressed is None


def test_without_a_tray_nothing_is_shown_outside(opened: Opened) -> None:
    tray = TrayNotices(opened.application.window)
    assert not tray.show("Ring", "nu", lambda: None)
    tray.leave()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bygg & bo", "Bygg & bo"),
        ("<b>Ring</b>", "‹b›Ring‹/b›"),
        ("&lt;b&gt; &#60; &amp;", "& lt;b& gt; & #60; & amp;"),
        ('<img src="file:///x">', '‹img src="file:///x"›'),
    ],
)
def test_a_notification_server_finds_no_markup(text: str, shown: str) -> None:
    assert without_markup(text) == shown
