"""Somebody asks to be reminded of an editor's deadline, closes the lid, and is reminded without a network: once."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journeys.desk import Desk, translate
from tests.journeys.town import Town
from ui.reminders.moment_button import MomentButton
from ui.reminders.notice import ReminderNotice
from ui.reminders.popover import RemindPopover
from workplace_app.clock import now_utc
from workplace_app.domain.as_seen import ArticleSummary, NewsFilter, Recipient
from workplace_app.domain.reminder import ReminderKind, ReminderState
from workplace_app.store.news_reader import articles
from workplace_app.store.reminder_reader import count_rung, open_reminders

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
A_NIGHT = timedelta(hours=33)
"""Beyond tomorrow at eight, whenever the test is run."""


def later(by: timedelta) -> Callable[[], datetime]:
    return lambda: now_utc() + by


def _article_with_deadline(desk: Desk) -> ArticleSummary:
    listed = articles(desk.connection, NewsFilter.ALL, Recipient(), now_utc(), limit=200).rows
    (found,) = [each for each in listed if each.deadline is not None]
    return found


def _notice(desk: Desk) -> ReminderNotice | None:
    found = desk.program.application.window.findChildren(ReminderNotice)
    shown = [each for each in found if each.isVisible()]
    assert len(shown) <= 1
    return shown[0] if shown else None


def _choose(name: str) -> None:
    popover = QApplication.activePopupWidget()
    assert isinstance(popover, RemindPopover)
    (moment,) = [each for each in popover.findChildren(MomentButton) if each.text() == name]
    QTest.keyClick(moment, Qt.Key.Key_Return)


def _companion_is_there(desk: Desk) -> None:
    """It comes a moment after the first picture; until then nothing can have rung."""
    desk.until(lambda: desk.program.workplace.commands.get("reminder.focus") is not None)


def test_a_reminder_rings_once(desk: Desk, town: Town) -> None:
    municipality = town.municipality
    desk.start(municipality)
    desk.sign_in(town.robot())
    desk.until_answered("intranet_news")

    # At the office: "Glöm inte", and Ctrl+R on the article.
    wanted = _article_with_deadline(desk)
    desk.go("news", wanted.id)
    desk.until_it_says(f"Glöm inte: {wanted.deadline_label}, senast")
    desk.program.workplace.commands.run("remind")
    _choose(translate("reminders", "Tomorrow morning"))
    desk.until_it_says("Du får en påminnelse i morgon 08:00.")
    (made,) = open_reminders(desk.connection)
    assert (made.subject.kind, made.subject.target_id) == (ReminderKind.ARTICLE, wanted.id)
    assert made.subject.last_day == wanted.deadline
    assert _notice(desk) is None
    desk.close()

    # The lid was closed over the moment, and where it is opened there is no network.
    town.pull_the_plug()
    desk.start(municipality, clock=later(A_NIGHT))
    desk.until(lambda: _notice(desk) is not None)
    shown = _notice(desk)
    assert shown is not None
    assert shown.words == wanted.title
    desk.until_it_says("Påminnelser, 1 oläst")
    (rung,) = open_reminders(desk.connection)
    assert rung.state is ReminderState.RUNG
    desk.press(translate("ReminderNotice", "Open", "a reminder"))
    desk.until_it_says(wanted.title)
    assert (desk.place, _notice(desk)) == ("news", None)
    desk.close()

    # Started anew, later, and with a clock that was set back: it does not ring again, and is not lost.
    for by in (A_NIGHT + timedelta(hours=1), timedelta(0), timedelta(days=5)):
        desk.start(municipality, clock=later(by))
        _companion_is_there(desk)
        assert (_notice(desk), count_rung(desk.connection)) == (None, 1)
        desk.close()

    # Among the reminders it is still there to be done.
    desk.start(municipality, clock=later(A_NIGHT))
    desk.go("reminders")
    desk.until_it_says("Har ringt", wanted.title)
    desk.page.focus_first()
    focused = desk.page.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_E)
    desk.until(lambda: count_rung(desk.connection) == 0)


def test_signing_out_takes_the_reminders_and_their_notice_along(desk: Desk, town: Town) -> None:
    desk.start(town.municipality)
    desk.sign_in(town.robot())
    desk.until_answered("intranet_news")
    desk.program.workplace.commands.run("remind.new")
    popover = QApplication.activePopupWidget()
    assert isinstance(popover, RemindPopover)
    assert popover._text is not None
    popover._text.setText("Ring om kanariefågeln")
    _choose(translate("reminders", "In an hour"))
    desk.close()
    desk.start(town.municipality, clock=later(timedelta(hours=2)))
    desk.until(lambda: _notice(desk) is not None)
    desk.program.requests.sign_out()
    assert _notice(desk) is None, "at once, not only when the files are gone"
    desk.until(lambda: desk.place == "sign_in")
    assert open_reminders(desk.connection) == ()
    assert desk.program.workplace.commands.get("remind") is None
