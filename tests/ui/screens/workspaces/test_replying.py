"""A reply is written at the foot of what was said, seen at once, kept while it is not sent, and called back in time."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.opened import Opened
from tests.ui.screens.a_day import CHANNEL, CHAT, MESSAGES, SITE, TEAM
from tests.ui.screens.finding import button, part, words
from tests.ui.shell_parts import NOW
from ui.screens.outbox.conflict_view import ConflictView
from ui.screens.workspaces.notification_page import NotificationPage
from ui.screens.workspaces.reply_box import ReplyBox, conversation
from ui.screens.workspaces.thread_view import MessageView
from ui.screens.workspaces.workspace_page import WorkspacePage
from ui.screens.workspaces.workspaces_screen import WorkspacesScreen
from ui.widgets.row_list import RowList
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.conflict import Conflict
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.wishes import Reply, wish_of
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_reader import pending_intents

THREAD = MESSAGES[0].thread_id
WORDS = "Jag tittar efter lunch.\nHälsningar"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def thread(day: Opened) -> Opened:
    """The page of a mention in a channel's thread."""
    day.workplace.go("workspaces", "n:nämnd")
    return day


def screen(day: Opened) -> WorkspacesScreen:
    found = day.workplace.pages.shown
    assert isinstance(found, WorkspacesScreen)
    return found


def page(day: Opened) -> NotificationPage | WorkspacePage:
    shown = screen(day)._page_pane.shown
    assert shown is not None
    return shown


def box(day: Opened) -> ReplyBox:
    return part(page(day), ReplyBox)


def write(day: Opened, text: str = WORDS) -> None:
    button(box(day), "Reply").click()
    box(day).field.setPlainText(text)


def send(day: Opened, text: str = WORDS) -> None:
    write(day, text)
    QTest.keyClick(box(day).field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def said(day: Opened) -> list[str]:
    """What the screen reader says of each message."""
    QApplication.processEvents()
    return [each.accessibleName() for each in page(day).findChildren(MessageView) if each.isVisible()]


def wishes(day: Opened) -> list[tuple[str, Reply]]:
    found = []
    for each in pending_intents(day.connection):
        wish = wish_of(each.kind, each.payload)
        assert isinstance(wish, Reply)
        found.append((each.target_id, wish))
    return found


def test_ctrl_enter_sends_and_the_words_stand_in_the_thread_at_once(thread: Opened) -> None:
    send(thread)
    assert wishes(thread) == [(CHANNEL.id, Reply(WORDS, THREAD))]
    (filed,) = pending_intents(thread.connection)
    assert (filed.kind, filed.about) == (IntentKind.REPLY, TEAM.title)
    assert filed.held_until == NOW + timedelta(seconds=6)
    assert said(thread)[-1] == f"Elin Ekhamn, 08:12: {WORDS}, waiting to be sent"
    assert box(thread).field.toPlainText() == ""
    assert not box(thread).field.isVisible()
    assert thread.workplace._toasts.current_text == "The reply is sent."
    assert thread.requests.asked[-1] == "refresh "


def test_r_opens_the_field_from_the_list_and_from_the_page(thread: Opened) -> None:
    rows = part(screen(thread), RowList, "Notifications")
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_R)
    assert box(thread).field.hasFocus()
    QTest.keyClick(box(thread).field, Qt.Key.Key_R)
    assert box(thread).field.toPlainText() == "r", "in the field a letter is a letter"
    QTest.keyClick(box(thread).field, Qt.Key.Key_Escape)
    assert box(thread).open_button.hasFocus()
    QTest.keyClick(box(thread).open_button, Qt.Key.Key_R)
    assert box(thread).field.hasFocus()


def test_esc_closes_the_field_and_keeps_what_is_written_also_over_a_restart(thread: Opened) -> None:
    write(thread)
    QTest.keyClick(box(thread).field, Qt.Key.Key_Escape)
    assert not box(thread).field.isVisible()
    context = thread.context
    thread.workplace.leave()
    thread.context = thread.workplace.enter(thread.connection, context.account, context.municipality, thread.requests)
    thread.workplace.go("workspaces", "n:nämnd")
    button(box(thread), "Go on with the reply").click()
    assert box(thread).field.toPlainText() == WORDS
    assert wishes(thread) == []


def test_what_is_written_is_kept_when_something_else_is_chosen(thread: Opened) -> None:
    write(thread)
    screen(thread).show_item(CHAT.id)
    assert box(thread).field.toPlainText() == "", "another conversation has a draft of its own"
    screen(thread).show_item("n:nämnd")
    assert box(thread).field.toPlainText() == WORDS


def test_reading_again_takes_neither_the_words_nor_the_focus(thread: Opened) -> None:
    write(thread)
    field = box(thread).field
    screen(thread).refresh(frozenset({ChangeKind.MESSAGES, ChangeKind.OUTBOX}))
    assert box(thread).field is field
    assert field.hasFocus()
    assert field.toPlainText() == WORDS


def test_ctrl_z_calls_it_back_and_the_words_are_in_the_field_again(thread: Opened) -> None:
    send(thread)
    thread.workplace._toasts.undo_last()
    assert wishes(thread) == []
    assert box(thread).field.toPlainText() == WORDS
    assert box(thread).field.isVisible()
    assert len(said(thread)) == 2


def test_ctrl_z_from_another_place_puts_the_words_where_they_belong(thread: Opened) -> None:
    send(thread)
    screen(thread).show_item(CHAT.id)
    QApplication.processEvents()
    thread.workplace.go("today")
    thread.workplace._toasts.undo_last()
    assert wishes(thread) == []
    thread.workplace.go("workspaces", "n:nämnd")
    assert box(thread).field.toPlainText() == WORDS


def test_what_is_called_back_stands_before_what_has_been_begun_since(thread: Opened) -> None:
    send(thread)
    write(thread, "En sak till.")
    thread.workplace._toasts.undo_last()
    assert box(thread).field.toPlainText() == f"{WORDS}\n\nEn sak till."


def test_it_is_too_late_once_it_is_on_its_way(thread: Opened) -> None:
    send(thread)
    (filed,) = pending_intents(thread.connection)
    OutboxDelivery(thread.sync).sending(filed.id, NOW)
    thread.workplace._toasts.undo_last()
    assert wishes(thread) == [(CHANNEL.id, Reply(WORDS, THREAD))]
    assert box(thread).field.toPlainText() == ""
    assert "too late" in thread.workplace._toasts.current_text


def test_one_that_waits_for_the_network_is_taken_back_where_it_stands(thread: Opened) -> None:
    send(thread)
    assert "waiting to be sent" in words(page(thread))
    button(page(thread), "Take back").click()
    assert wishes(thread) == []
    assert box(thread).field.toPlainText() == WORDS


def test_how_far_it_has_come_is_told(thread: Opened) -> None:
    send(thread)
    (filed,) = pending_intents(thread.connection)
    delivery = OutboxDelivery(thread.sync)
    delivery.sending(filed.id, NOW)
    screen(thread).refresh(frozenset({ChangeKind.OUTBOX}))
    assert said(thread)[-1].endswith("being sent")
    delivery.needs_you(filed.id, Problem(ProblemKind.ACCESS_DENIED), NOW)
    screen(thread).refresh(frozenset({ChangeKind.OUTBOX}))
    assert said(thread)[-1].endswith("needs you")


def test_a_thread_that_is_gone_is_told_with_the_words_and_what_can_become_of_them(thread: Opened) -> None:
    send(thread)
    (filed,) = pending_intents(thread.connection)
    OutboxDelivery(thread.sync).needs_you(filed.id, Problem(ProblemKind.CHANGED_MEANWHILE), NOW, Conflict(gone=True))
    screen(thread).refresh(frozenset({ChangeKind.OUTBOX}))
    assert said(thread)[-1].endswith("needs you")
    button(page(thread), "See why").click()
    view = part(thread.application.window, ConflictView)
    assert any(WORDS.splitlines()[0] in each for each in words(view))
    view.later.click()


def test_without_a_network_it_is_said_that_it_is_sent_later(thread: Opened) -> None:
    thread.workplace.watcher.at_rest = SyncProgress(False, 1, 1, 0, False, ended_at=NOW, offline=True)
    write(thread)
    assert "No network. The reply is sent when it is back." in words(box(thread))
    box(thread).send()
    assert thread.workplace._toasts.current_text == "The reply is sent when the network is back."


@pytest.mark.parametrize("text", ["", "   \n "])
def test_nothing_is_not_sent(thread: Opened, text: str) -> None:
    send(thread, text)
    assert wishes(thread) == []
    assert not button(box(thread), "Send").isEnabled()


def test_a_chat_is_answered_as_a_whole(thread: Opened) -> None:
    screen(thread).show_item(CHAT.id)
    assert box(thread).open_button.isVisible()
    send(thread, "Hej!")
    assert wishes(thread) == [(CHAT.id, Reply("Hej!"))]
    assert said(thread) == ["Elin Ekhamn, 08:12: Hej!, waiting to be sent"]
    assert part(box(thread), type(box(thread).field)).accessibleName() == f"Reply in {CHAT.title}"


def test_a_channel_shows_how_threads_began_and_each_is_opened_to_be_answered(thread: Opened) -> None:
    screen(thread).show_item(CHANNEL.id)
    assert not box(thread).isVisible()
    assert len(said(thread)) == 1
    button(page(thread), "1 reply: open the thread").click()
    assert len(said(thread)) == 2
    send(thread)
    assert wishes(thread) == [(CHANNEL.id, Reply(WORDS, THREAD))]
    assert len(said(thread)) == 3
    button(page(thread), "All threads").click()
    assert len(said(thread)) == 1
    assert not box(thread).isVisible()


def test_where_the_program_cannot_speak_there_is_no_field(thread: Opened) -> None:
    screen(thread).show_item(SITE.id)
    assert not page(thread).findChildren(ReplyBox) or not box(thread).isVisible()
    screen(thread).show_item(TEAM.id)
    assert not box(thread).isVisible()


def in_sight(day: Opened, widget: QWidget) -> bool:
    for _ in range(5):  # a layout within a layout is given its place a turn later
        QApplication.processEvents()
    pane = screen(day)._page_pane
    area = part(pane, QScrollArea)
    top = widget.mapTo(area.viewport(), QPoint(0, 0)).y()
    return top >= 0 and top + widget.height() <= area.viewport().height()


def long_thread(day: Opened, place: str, thread_id: str, workspace: str) -> None:
    said = (
        replace(MESSAGES[1], id=f"message:l{number}", place_id=place, thread_id=thread_id, workspace_id=workspace)
        for number in range(30)
    )
    day.keep(*said)


def test_the_field_is_in_sight_below_a_long_thread(thread: Opened) -> None:
    long_thread(thread, CHANNEL.id, THREAD, TEAM.id)
    screen(thread).refresh(frozenset({ChangeKind.MESSAGES}))
    assert not in_sight(thread, box(thread))
    page(thread).reply()
    assert in_sight(thread, box(thread).field)
    assert in_sight(thread, button(box(thread), "Send"))


def test_a_long_chat_begins_at_its_end_with_the_answer_in_sight(thread: Opened) -> None:
    long_thread(thread, CHAT.id, "message:l0", CHAT.id)
    screen(thread).show_item(CHAT.id)
    assert in_sight(thread, box(thread).open_button)
    box(thread).open()
    assert in_sight(thread, button(box(thread), "Send"))


def test_what_does_not_fit_on_the_disk_is_not_called_sent_and_stays_written(thread: Opened, qtbot: QtBot) -> None:
    """The problem leaves the slot by its name: main.py words it for the user (crash_report)."""
    long = "ord " * 50_000
    write(thread, long)
    thread.connection.opened.set_authorizer(None)  # type: ignore[attr-defined]  # a screen may not fill the disk
    thread.connection.execute("PRAGMA mine.max_page_count = 1")  # no more than there are
    with qtbot.capture_exceptions() as raised:
        QTest.keyClick(box(thread).field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [each[1].problem.kind for each in raised] == [ProblemKind.DISK_FULL]  # type: ignore[attr-defined]
    assert box(thread).field.toPlainText() == long
    assert wishes(thread) == []
    assert thread.workplace._toasts.current_text == ""
    thread.connection.execute("PRAGMA mine.max_page_count = 1000000")
    QTest.keyClick(box(thread).field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [wish.text for _, wish in wishes(thread)] == [long.strip()]


def test_a_text_of_a_million_letters_is_sent_whole_and_shown_in_part(thread: Opened) -> None:
    """Laid out whole it would hold the window up for a quarter of a minute, each time that the thread is opened."""
    long = "ord " * 250_000
    send(thread, long)
    assert [wish.text for _, wish in wishes(thread)] == [long.strip()]
    assert len(said(thread)[-1]) < 5_000


def disk_is_full(day: Opened) -> None:
    day.connection.opened.set_authorizer(None)  # type: ignore[attr-defined]  # a screen may not fill the disk
    day.connection.execute("PRAGMA mine.max_page_count = 1")  # no more than there are


def disk_has_room(day: Opened) -> None:
    day.connection.execute("PRAGMA mine.max_page_count = 1000000")


def test_a_full_disk_keeps_nobody_from_another_page_and_the_words_are_there_afterwards(
    thread: Opened, qtbot: QtBot
) -> None:
    long = "ord " * 50_000
    write(thread, long)
    disk_is_full(thread)
    with qtbot.capture_exceptions() as raised:
        screen(thread).show_item(CHAT.id)
        QApplication.processEvents()
    assert [each[1].problem.kind for each in raised] == [ProblemKind.DISK_FULL]  # type: ignore[attr-defined]
    assert CHAT.title in words(page(thread))
    disk_has_room(thread)
    screen(thread).show_item("n:nämnd")
    assert box(thread).field.toPlainText() == long


def test_the_field_goes_along_to_the_next_conversation_also_on_a_full_disk(thread: Opened, qtbot: QtBot) -> None:
    """What is written next would go to the conversation before."""
    long = "ord " * 50_000
    write(thread, long)
    disk_is_full(thread)
    with qtbot.capture_exceptions():
        box(thread).show_for(conversation(CHAT.id, "", CHAT.title))
        QApplication.processEvents()
    assert box(thread).field.toPlainText() == ""
    disk_has_room(thread)
    send(thread)
    assert wishes(thread) == [(CHAT.id, Reply(WORDS))]
