"""Ctrl+R reminds of whatever is chosen: article, task, event, notification, workspace, service, journey, colleague."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.opened import Opened
from tests.ui.reminders.ringing import companion
from tests.ui.screens.a_day import ARTICLES, EVENTS, JOURNEY, MAP, NOTIFICATIONS, SITE, TASKS
from tests.ui.screens.finding import button, words
from tests.ui.screens.today.test_today_screen import rows
from tests.ui.shell_parts import NOW
from ui.models.article_model import article_row
from ui.reminders.moment_button import MomentButton
from ui.reminders.popover import RemindPopover
from ui.reminders.subjects import of_event
from ui.screens.news.deadline_note import DeadlineNote
from ui.widgets.buttons import Button
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.as_seen import ArticleSummary
from workplace_app.domain.person import Person
from workplace_app.domain.reminder import ReminderKind, ReminderSubject
from workplace_app.store.reminder_reader import open_reminders

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
JONAS = Person("person:jonas", "Jonas Vretlund", "Kartingenjör", "Lantmäterienheten")


def choose_first_moment() -> None:
    popover = QApplication.activePopupWidget()
    assert isinstance(popover, RemindPopover)
    popover.findChildren(MomentButton)[0].click()


def set_by_key(day: Opened) -> ReminderSubject:
    """Ctrl+R and the first moment; what the reminder is about."""
    companion(day)
    assert day.workplace.commands.run("remind")
    choose_first_moment()
    (made,) = open_reminders(day.connection)
    return made.subject


def choose_task(day: Opened) -> None:
    rows(day, "tasks").setFocus()
    rows(day, "tasks").choose(TASKS[2].id)


def choose_event(day: Opened) -> None:
    rows(day, "calendar").setFocus()
    rows(day, "calendar").choose(EVENTS[2].id)


def choose_in_list_of_all(day: Opened) -> None:
    day.workplace.go("today", TASKS[1].id)


@pytest.mark.parametrize(
    ("choose", "kind", "target", "last_day"),
    [
        (choose_task, ReminderKind.TASK, TASKS[2].id, date(2026, 10, 15)),
        (choose_in_list_of_all, ReminderKind.TASK, TASKS[1].id, date(2026, 10, 13)),
        (choose_event, ReminderKind.EVENT, EVENTS[2].id, date(2026, 10, 13)),
        (
            lambda day: day.workplace.go("news", ARTICLES[0].id),
            ReminderKind.ARTICLE,
            ARTICLES[0].id,
            date(2026, 10, 16),
        ),
        (
            lambda day: day.workplace.go("workspaces", NOTIFICATIONS[0].id),
            ReminderKind.NOTIFICATION,
            NOTIFICATIONS[0].id,
            None,
        ),
        (lambda day: day.workplace.go("workspaces", SITE.id), ReminderKind.WORKSPACE, SITE.id, None),
        (lambda day: day.workplace.go("services", MAP.id), ReminderKind.SERVICE, MAP.id, None),
        (lambda day: day.workplace.go("services", JOURNEY.id), ReminderKind.JOURNEY, JOURNEY.id, None),
    ],
    ids=["task", "task in the list of all", "event", "article", "notification", "workspace", "service", "journey"],
)
def test_of_what_is_chosen(
    day: Opened, choose: Callable[[Opened], None], kind: ReminderKind, target: str, last_day: date | None
) -> None:
    choose(day)
    about = set_by_key(day)
    assert (about.kind, about.target_id, about.last_day) == (kind, target, last_day)
    assert about.title


def test_of_a_colleague(day: Opened) -> None:
    day.keep(JONAS)
    day.workplace.go("people", JONAS.id)
    assert set_by_key(day) == ReminderSubject(ReminderKind.PERSON, "Jonas Vretlund", JONAS.id)


def test_where_nothing_is_chosen_one_writes_oneself(day: Opened) -> None:
    companion(day)
    day.workplace.go("settings")
    day.workplace.commands.run("remind")
    popover = QApplication.activePopupWidget()
    assert isinstance(popover, RemindPopover)
    assert popover._text is not None
    popover.close()


@pytest.mark.parametrize("place", ["news", "services"])
def test_the_button_on_the_page_does_the_same(day: Opened, place: str) -> None:
    companion(day)
    day.workplace.go(place, ARTICLES[1].id if place == "news" else MAP.id)
    button(day.application.window, "Remind me").click()
    choose_first_moment()
    assert len(open_reminders(day.connection)) == 1


def test_the_menu_of_a_task_an_event_and_a_notification_offers_it(day: Opened) -> None:
    companion(day)
    for card in ("tasks", "calendar"):
        listed = rows(day, card)
        listed.setFocus()
        QTest.keyClick(listed, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        entry = next(action for action in menu.actions() if action.text() == "Remind me …\tCtrl+R")
        menu.close()
        entry.trigger()
        choose_first_moment()
    assert {each.subject.kind for each in open_reminders(day.connection)} == {ReminderKind.TASK, ReminderKind.EVENT}


def test_a_reminder_leads_back_to_what_it_is_about(day: Opened) -> None:
    day.workplace.go("services", MAP.id)
    set_by_key(day)
    day.workplace.go("today")
    day.clock.now = NOW.replace(hour=9)
    companion(day).alarm.look()
    button(day.application.window, "Open").click()
    assert day.workplace.pages.place == "services"
    assert day.workplace.pages.shown is not None
    assert day.workplace.pages.shown.shown_item() == MAP.id


# "Glöm inte"


def test_an_editors_deadline_is_told_in_the_reader_with_the_button_that_reminds(day: Opened) -> None:
    with_deadline = replace(
        ARTICLES[2], deadline=date(2026, 10, 16), deadline_label="Lämna synpunkter", acknowledge_by=None
    )
    day.keep(with_deadline)
    companion(day)
    day.workplace.go("news", with_deadline.id)
    note = day.application.window.findChild(DeadlineNote)
    assert note is not None
    assert "Do not forget: Lämna synpunkter, by Friday 16 October" in words(note)
    button(note, "Remind me").click()
    popover = QApplication.activePopupWidget()
    assert isinstance(popover, RemindPopover)
    eve = popover.findChildren(MomentButton)[-1]
    assert eve.accessibleName() == "The day before the last day, Thu 15 08:00"
    eve.click()
    (made,) = open_reminders(day.connection)
    assert f"{made.at:%d %H:%M}" == "15 06:00"


def test_a_deadline_that_is_over_or_withdrawn_is_not_told(day: Opened) -> None:
    over = replace(ARTICLES[2], deadline=date(2026, 10, 12))
    withdrawn = replace(ARTICLES[1], deadline=date(2026, 10, 16), stop_publish=NOW)
    day.keep(over, withdrawn)
    for each in (over, withdrawn):
        day.workplace.go("news", each.id)
        note = day.application.window.findChild(DeadlineNote)
        assert note is not None
        assert not note.isVisible()


def test_the_row_says_the_day_whole(day: Opened) -> None:
    summary = ArticleSummary(
        "a", ARTICLES[0].source, "Nyhet", "", NOW, deadline=date(2026, 10, 16), deadline_label="Något mycket långt " * 9
    )
    assert article_row(summary, NOW).deadline_words == "Do not forget: by Friday 16 October"


def test_the_day_before_an_event_is_called_so(day: Opened) -> None:
    later = replace(EVENTS[2], id="event:senare", start=NOW.replace(day=20), end=NOW.replace(day=21))
    companion(day)
    day.workplace.remind(of_event(later))
    popover = QApplication.activePopupWidget()
    assert isinstance(popover, RemindPopover)
    assert popover.findChildren(MomentButton)[-1].accessibleName() == "The day before, Mon 19 08:00"
    popover.close()


def test_before_signing_in_nothing_offers_what_would_not_be_kept(day: Opened) -> None:
    day.keep(replace(ARTICLES[2], deadline=date(2026, 10, 16)))
    day.workplace.enter(day.connection, PUBLIC_ACCOUNT, day.context.municipality, day.requests)
    for place, item_id in (("news", ARTICLES[2].id), ("services", MAP.id), ("services", JOURNEY.id)):
        day.workplace.go(place, item_id)
        buttons = [each for each in day.application.window.findChildren(Button) if each.isVisible()]
        assert not [each for each in buttons if "Remind me" in each.accessibleName()], item_id
    assert day.workplace.commands.get("remind") is None
