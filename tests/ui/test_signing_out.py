"""Signing out says first what would be lost: what has not been sent, what was begun, what was to be reminded of."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.opened import Opened
from tests.ui.screens.finding import words
from tests.ui.shell_parts import NOW
from tests.ui.widgets.accessible import faults
from ui.person_menu import open_person_menu
from ui.signing_out import SigningOut, sign_out
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.only_here import OnlyHere
from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.remark import RemarkDraft, RemarkKind
from workplace_app.domain.reminder import ReminderKind, ReminderSubject
from workplace_app.domain.wishes import Comment
from workplace_app.store.drafts import Drafts
from workplace_app.store.only_here_reader import only_here
from workplace_app.store.outbox_filing import file_intent, withdraw
from workplace_app.store.own_things.remark_drafts import keep_draft
from workplace_app.store.own_things.reminders import mark_done, remind


def write_a_comment(opened: Opened) -> str:
    wish = Comment("Nyckeln hänger på kroken.")
    return file_intent(opened.connection, IntentKind.COMMENT_TASK, "planner:1", NOW, wish, about="Platsbesök").id


def set_a_reminder(opened: Opened) -> str:
    return remind(opened.connection, ReminderSubject(ReminderKind.TEXT, "Ring"), NOW + timedelta(hours=1), NOW).id


def asked(opened: Opened) -> SigningOut:
    made = sign_out(opened.context, opened.application.window)
    assert made is not None
    return made


def test_with_nothing_to_lose_nothing_is_asked(opened: Opened) -> None:
    withdraw(opened.connection, write_a_comment(opened), NOW)
    mark_done(opened.connection, set_a_reminder(opened), NOW)
    assert sign_out(opened.context, opened.application.window) is None
    assert opened.requests.asked == ["sign out"]


def test_what_cannot_be_counted_is_asked_about_and_can_be_signed_out_of(opened: Opened) -> None:
    opened.sync.execute("ALTER TABLE mine.drafts RENAME TO unreadable")
    made = asked(opened)
    assert "cannot be read" in made.spoken
    assert not made.show_outbox.isVisibleTo(made)
    made.lose.click()
    assert opened.requests.asked == ["sign out"]


def test_everything_that_would_be_lost_is_told(opened: Opened) -> None:
    write_a_comment(opened)
    set_a_reminder(opened)
    keep_draft(opened.connection, "service:karta", RemarkDraft(RemarkKind.IDEA, "Visa priset"))
    Drafts(opened.connection).keep("reply:chat:1", "Jag kommer")
    assert only_here(opened.connection) == OnlyHere(unsent=1, drafts=2, reminders=1)
    made = asked(opened)
    said = words(made)
    assert "1 thing in the outbox that has not been sent" in said
    assert "2 texts that you have begun" in said
    assert "1 reminder" in said
    assert faults(made) == []
    assert opened.requests.asked == []


def test_without_a_network_it_says_that_nothing_can_be_sent_now(opened: Opened) -> None:
    opened.workplace.watcher.at_rest = SyncProgress(running=False, offline=True)
    write_a_comment(opened)
    assert "There is no network, so nothing can be sent now." in asked(opened).spoken


def test_enter_and_esc_lose_nothing(opened: Opened) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        write_a_comment(opened)
        made = asked(opened)
        focused = opened.application.window.focusWidget()
        assert focused is made.stay
        QTest.keyClick(focused, key)
        assert made.isHidden()
    assert opened.requests.asked == []


def test_the_outbox_is_one_step_away_and_offered_only_when_something_waits_there(opened: Opened) -> None:
    set_a_reminder(opened)
    without = asked(opened)
    assert not without.show_outbox.isVisible()
    without.leave()
    write_a_comment(opened)
    asked(opened).show_outbox.click()
    assert opened.requests.asked == []


def test_whoever_says_so_is_signed_out(opened: Opened) -> None:
    write_a_comment(opened)
    asked(opened).lose.click()
    assert opened.requests.asked == ["sign out"]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_of_the_person_asks_too(opened: Opened) -> None:
    write_a_comment(opened)
    open_person_menu(opened.context, opened.workplace.rail)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[-1].trigger()
    menu.close()
    assert opened.requests.asked == []
    assert opened.application.window.findChild(SigningOut) is not None


def test_all_of_it_stands_without_scrolling_where_a_scroll_bar_would_break_the_line_of_buttons(opened: Opened) -> None:
    write_a_comment(opened)
    made = asked(opened)
    buttons = made.stay.parentWidget()
    assert buttons is not None
    bar = made._page.verticalScrollBar()
    made._width = buttons.sizeHint().width() + made._layout.contentsMargins().left() * 2 + 2
    made._plate.setFixedSize(made._plate.width(), 120)  # as in a window that was low before
    QApplication.processEvents()
    assert bar.isVisible()
    made._place()
    QApplication.processEvents()
    assert not bar.isVisible()
