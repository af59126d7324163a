"""Writing about an article or a service: never lost, sent after a moment in which it can be undone, honest without a
network; by mail where the municipality has no interface."""

from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.opened import Opened
from tests.ui.screens.a_day import ARTICLES, JOURNEY, MAP
from tests.ui.screens.conftest import close, open_screens
from tests.ui.screens.finding import button, words
from tests.ui.shell_parts import SPEAKING
from tests.ui.widgets.accessible import faults
from ui.dialogue.remark_dialog import RemarkDialog
from ui.widgets.choices import Segmented
from ui.widgets.toast import HOLD
from ui.widgets.writing_area import WritingArea
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.intent import IntentKind, IntentState
from workplace_app.domain.problem import ProblemRaised
from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.remark import LONGEST_REMARK, RemarkDraft, RemarkKind
from workplace_app.domain.wishes import Remark, wish_of
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_reader import let_go_intents, pending_intents
from workplace_app.store.own_things.remark_drafts import draft_about

ARTICLE = ARTICLES[1]
WORDS = "Hur lång är handläggningstiden?"


def settle() -> None:
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def dialogs(opened: Opened) -> list[RemarkDialog]:
    settle()
    return [each for each in opened.application.window.findChildren(RemarkDialog) if each.isVisible()]


def dialog(opened: Opened) -> RemarkDialog:
    (found,) = dialogs(opened)
    return found


def area(opened: Opened) -> WritingArea:
    return dialog(opened).findChildren(WritingArea)[0]


def ask_about(opened: Opened, place: str, item: str, name: str) -> None:
    opened.workplace.go(place, item)
    settle()
    screen = opened.workplace.pages.shown
    assert screen is not None
    button(screen, name).click()
    settle()


def ask_about_article(opened: Opened) -> None:
    ask_about(opened, "news", ARTICLE.id, "Ask or correct")


def ask_about_service(opened: Opened) -> None:
    ask_about(opened, "services", MAP.id, "Ask, suggest or correct")


def write(opened: Opened, text: str = WORDS) -> None:
    area(opened).setPlainText(text)


def send(opened: Opened) -> None:
    QTest.keyClick(area(opened), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()


def said(opened: Opened) -> str:
    return opened.workplace._toasts.current_text


def test_a_question_about_an_article_goes_to_the_outbox_with_what_it_is_about(speaking: Opened) -> None:
    ask_about_article(speaking)
    assert ARTICLE.title in words(dialog(speaking))
    write(speaking)
    send(speaking)
    assert dialogs(speaking) == []
    (sent,) = pending_intents(speaking.connection)
    assert (sent.kind, sent.target_id, sent.about) == (IntentKind.ASK_QUESTION, ARTICLE.id, ARTICLE.title)
    assert wish_of(sent.kind, sent.payload) == Remark(WORDS, ARTICLE.address)
    assert speaking.requests.asked[-1] == "refresh "
    assert said(speaking) == "The question is being sent."


@pytest.mark.parametrize(
    ("kind", "sent_as", "prompt"),
    [
        (RemarkKind.IDEA, IntentKind.SEND_IDEA, "What do you suggest?"),
        (RemarkKind.CORRECTION, IntentKind.CORRECT_ERROR, "What is wrong, and what is right?"),
    ],
)
def test_the_three_kinds_are_a_choice(speaking: Opened, kind: RemarkKind, sent_as: IntentKind, prompt: str) -> None:
    ask_about_service(speaking)
    choice = dialog(speaking).findChildren(Segmented)[0]
    choice.choose(kind)
    choice.changed.emit(kind)
    assert prompt in words(dialog(speaking))
    assert area(speaking).accessibleName() == prompt
    write(speaking)
    send(speaking)
    (sent,) = pending_intents(speaking.connection)
    assert (sent.kind, sent.target_id) == (sent_as, MAP.id)


def test_a_journey_can_be_asked_about_too(speaking: Opened) -> None:
    ask_about(speaking, "services", JOURNEY.id, "Ask, suggest or correct")
    write(speaking)
    send(speaking)
    assert [each.target_id for each in pending_intents(speaking.connection)] == [JOURNEY.id]


def test_the_palette_offers_all_three(speaking: Opened) -> None:
    speaking.workplace.go("news", ARTICLE.id)
    settle()
    assert speaking.workplace.commands.run("news.correction")
    assert dialog(speaking).draft.kind is RemarkKind.CORRECTION


def test_the_focus_is_in_the_text_and_tab_goes_round_within(speaking: Opened, qtbot: QtBot) -> None:
    ask_about_service(speaking)
    window = speaking.application.window
    qtbot.waitUntil(lambda: QApplication.focusWidget() is area(speaking))
    write(speaking)
    seen = []
    for _ in range(4):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(window.focusWidget())
    assert len({id(each) for each in seen}) == 4
    assert all(dialog(speaking).isAncestorOf(each) for each in seen if each is not None)
    assert seen[-1] is area(speaking)
    assert faults(dialog(speaking)) == []


def test_esc_closes_keeps_the_words_and_gives_the_focus_back(speaking: Opened, qtbot: QtBot) -> None:
    window = speaking.application.window
    speaking.workplace.go("news", ARTICLE.id)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    before = window.focusWidget()
    ask_about_article(speaking)
    assert window.focusWidget() is area(speaking)
    write(speaking)
    QTest.keyClick(area(speaking), Qt.Key.Key_Escape)
    assert dialogs(speaking) == []
    assert window.focusWidget() is before
    assert pending_intents(speaking.connection) == ()
    ask_about_article(speaking)
    assert area(speaking).toPlainText() == WORDS


def test_what_is_written_is_kept_while_it_is_written(speaking: Opened, qtbot: QtBot) -> None:
    ask_about_article(speaking)
    write(speaking)
    qtbot.waitUntil(lambda: draft_about(speaking.connection, ARTICLE.id) == RemarkDraft(RemarkKind.QUESTION, WORDS))


def test_words_that_the_disk_does_not_take_stay_written(speaking: Opened) -> None:
    long = "ord " * 50_000
    ask_about_service(speaking)
    write(speaking, long)
    speaking.connection.opened.set_authorizer(None)  # type: ignore[attr-defined]  # a screen may not fill the disk
    speaking.connection.execute("PRAGMA mine.max_page_count = 1")  # no more than there are
    for _ in range(2):
        with pytest.raises(ProblemRaised):  # it is said each time: main.py words it for the user (crash_report)
            QTest.keyClick(area(speaking), Qt.Key.Key_Escape)
        assert area(speaking).toPlainText() == long
    speaking.connection.execute("PRAGMA mine.max_page_count = 1000000")
    QTest.keyClick(area(speaking), Qt.Key.Key_Escape)
    assert dialogs(speaking) == []
    draft = draft_about(speaking.connection, MAP.id)
    assert draft is not None
    assert draft.text == long


def test_going_elsewhere_or_closing_the_window_keeps_the_words(qapp: QApplication, tmp_path: Path) -> None:
    made = open_screens(qapp, tmp_path, municipality=SPEAKING)
    ask_about_article(made)
    write(made)
    made.workplace.go("services")
    assert dialogs(made) == []
    assert draft_about(made.connection, ARTICLE.id) is not None
    ask_about_service(made)
    write(made, "Vid tjänsten")
    close(made)
    again = open_screens(qapp, tmp_path, municipality=SPEAKING)
    try:
        ask_about_service(again)
        assert area(again).toPlainText() == "Vid tjänsten"
    finally:
        close(again)
        qapp.setStyleSheet("")


def test_an_emptied_text_is_no_draft_and_is_not_sent(speaking: Opened) -> None:
    ask_about_article(speaking)
    write(speaking)
    QTest.keyClick(area(speaking), Qt.Key.Key_Escape)
    ask_about_article(speaking)
    write(speaking, "  \n ")
    send(speaking)
    assert pending_intents(speaking.connection) == ()
    QTest.keyClick(area(speaking), Qt.Key.Key_Escape)
    assert draft_about(speaking.connection, ARTICLE.id) is None


def test_a_text_that_is_too_long_says_so_and_waits(speaking: Opened) -> None:
    ask_about_article(speaking)
    write(speaking, "x" * (LONGEST_REMARK + 1))
    assert f"{LONGEST_REMARK + 1} of {LONGEST_REMARK} characters" in words(dialog(speaking))
    send(speaking)
    assert pending_intents(speaking.connection) == ()


def test_undo_within_the_moment_gives_the_words_back(speaking: Opened) -> None:
    ask_about_article(speaking)
    write(speaking)
    send(speaking)
    assert OutboxDelivery(speaking.sync).deliverable(speaking.clock(), patient=False) == ()
    speaking.workplace.commands.run("undo")
    assert pending_intents(speaking.connection) == ()
    assert area(speaking).toPlainText() == WORDS
    assert len(let_go_intents(speaking.connection, speaking.clock())) == 1


@pytest.mark.parametrize("closed", [True, False])
def test_undo_puts_the_words_before_what_has_been_written_since(speaking: Opened, closed: bool) -> None:
    ask_about_article(speaking)
    write(speaking)
    send(speaking)
    ask_about_article(speaking)
    write(speaking, "Och en sak till")
    if closed:
        QTest.keyClick(area(speaking), Qt.Key.Key_Escape)
    speaking.workplace.commands.run("undo")
    assert area(speaking).toPlainText() == f"{WORDS}\n\nOch en sak till"


def test_undo_too_late_says_so(speaking: Opened) -> None:
    ask_about_article(speaking)
    write(speaking)
    send(speaking)
    speaking.clock.pass_time(HOLD + timedelta(seconds=1))
    (due,) = OutboxDelivery(speaking.sync).deliverable(speaking.clock())
    OutboxDelivery(speaking.sync).sending(due.id, speaking.clock())
    speaking.workplace.commands.run("undo")
    assert said(speaking) == "It was too late: it is already on its way."
    assert [each.state for each in pending_intents(speaking.connection)] == [IntentState.SENDING]
    assert dialogs(speaking) == []


def test_without_a_network_it_is_said_before_and_after(speaking: Opened) -> None:
    speaking.workplace.watcher.at_rest = SyncProgress(False, offline=True)
    ask_about_article(speaking)
    assert "There is no network. It is kept here and sent when the network is back." in words(dialog(speaking))
    write(speaking)
    send(speaking)
    assert said(speaking) == "The question is sent when the network is back."


def test_who_reads_it_and_that_the_name_goes_along_is_said(speaking: Opened) -> None:
    ask_about_article(speaking)
    assert any("Your name goes along" in each for each in words(dialog(speaking)))


# By mail


def test_by_mail_the_mail_program_opens_through_the_door_and_only_when_it_is_pressed(writing: Opened) -> None:
    ask_about_article(writing)
    assert any("nothing is sent before you send it there" in each for each in words(dialog(writing)))
    write(writing, "Rad ett & två?\nÅäö")
    assert writing.addresses == []
    send(writing)
    (address,) = writing.addresses
    parts = urlsplit(address)
    fields = parse_qs(parts.query)
    assert (parts.scheme, parts.path) == ("mailto", "redaktionen@nacka.example")
    assert fields["subject"] == [f"Question: {ARTICLE.title}"]
    assert fields["body"][0] == f"Rad ett & två?\nÅäö\n\n{ARTICLE.title}\n\n{ARTICLE.address}"
    assert pending_intents(writing.connection) == ()
    assert writing.requests.asked == []


def test_by_mail_the_words_stay_until_they_are_removed(writing: Opened) -> None:
    ask_about_article(writing)
    write(writing)
    send(writing)
    assert draft_about(writing.connection, ARTICLE.id) is not None
    button(writing.application.window, "Remove it here").click()
    assert draft_about(writing.connection, ARTICLE.id) is None


def test_a_text_too_long_for_an_address_goes_by_the_clipboard(writing: Opened) -> None:
    ask_about_article(writing)
    long = "å" * 3_000
    write(writing, long)
    send(writing)
    assert QApplication.clipboard().text() == long
    assert "body" not in writing.addresses[0]
    assert "paste it" in said(writing)


def test_a_municipality_with_neither_offers_nothing(day: Opened) -> None:
    day.workplace.go("news", ARTICLE.id)
    settle()
    screen = day.workplace.pages.shown
    assert screen is not None
    with pytest.raises(StopIteration):
        button(screen, "Ask or correct")
    assert not day.workplace.commands.run("news.question")


def test_nobody_who_is_not_signed_in_is_offered_the_interface(qapp: QApplication, tmp_path: Path) -> None:
    made = open_screens(qapp, tmp_path, municipality=SPEAKING, account=PUBLIC_ACCOUNT)
    try:
        made.workplace.go("services", MAP.id)
        settle()
        screen = made.workplace.pages.shown
        assert screen is not None
        with pytest.raises(StopIteration):
            button(screen, "Ask, suggest or correct")
    finally:
        close(made)
        qapp.setStyleSheet("")
