"""Mina frågor: what is on its way and what the municipality has, its answers, and the way back to what it is about."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from tests.ui.opened import Opened
from tests.ui.screens.a_day import ARTICLES, MAP
from tests.ui.screens.finding import button, part, words
from tests.ui.shell_parts import NOW
from ui.dialogue.remark_dialog import RemarkDialog
from ui.screens.my_questions.my_questions_screen import MyQuestionsScreen
from ui.screens.my_questions.question_rows import QuestionModel, QuestionRow
from ui.widgets.row_list import RowList
from ui.widgets.writing_area import WritingArea
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.conflict import Conflict
from workplace_app.domain.intent import Intent, IntentState
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.remark import (
    About,
    ReceivedRemark,
    RemarkAnswer,
    RemarkDraft,
    RemarkKind,
    RemarkState,
    remark_id,
)
from workplace_app.store.feed_ledger import FeedLedger
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_reader import intent as read_intent
from workplace_app.store.own_things.remark_drafts import draft_about, send_draft
from workplace_app.store.remark_reader import count_unread_answers

ABOUT_ARTICLE = About(ARTICLES[1].id, ARTICLES[1].title, ARTICLES[1].address)
ABOUT_SERVICE = About(MAP.id, MAP.title, MAP.address)
ANSWER = RemarkAnswer("Tio veckor.\nDet står på sidan nu.", "Bygglovsenheten", NOW - timedelta(hours=2))


def received(name: str, state: RemarkState, *answers: RemarkAnswer, about: About = ABOUT_SERVICE) -> ReceivedRemark:
    return ReceivedRemark(
        remark_id(name),
        RemarkKind.QUESTION,
        f"Fråga {name}\nmed två rader",
        about.id,
        about.title,
        NOW - timedelta(days=1),
        state,
        NOW - timedelta(hours=3),
        about.address,
        answers=answers,
    )


ANSWERED = received("answered", RemarkState.ANSWERED, ANSWER, about=ABOUT_ARTICLE)
WAITING = received("waiting", RemarkState.LOOKED_AT)


@pytest.fixture
def mine(speaking: Opened) -> Opened:
    FeedLedger(speaking.sync).succeed("remarks", NOW)
    speaking.keep(ANSWERED, WAITING, feed="remarks")
    speaking.workplace.go("my_questions")
    settle()
    return speaking


def settle() -> None:
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def screen(mine: Opened) -> MyQuestionsScreen:
    found = mine.workplace.pages.shown
    assert isinstance(found, MyQuestionsScreen)
    return found


def rows(mine: Opened) -> list[QuestionRow]:
    model = part(screen(mine), RowList).model()
    assert isinstance(model, QuestionModel)
    return [row for row in model.rows if isinstance(row, QuestionRow)]


def choose(mine: Opened, name: str) -> None:
    assert part(screen(mine), RowList).choose(remark_id(name))
    settle()


def file(mine: Opened, text: str = "På väg") -> Intent:
    filed = send_draft(mine.connection, ABOUT_SERVICE, RemarkDraft(RemarkKind.IDEA, text), NOW, timedelta())
    screen(mine).refresh(frozenset({ChangeKind.OUTBOX}))
    settle()
    return filed


def press(mine: Opened, name: str) -> None:
    button(screen(mine), name).click()
    settle()


def test_what_is_on_its_way_stands_first_then_what_waits_then_what_is_answered(mine: Opened) -> None:
    filed = file(mine)
    assert [row.id for row in rows(mine)] == [remark_id(filed.id), WAITING.id, ANSWERED.id]
    assert [row.standing.words for row in rows(mine)] == ["Being sent", "Somebody is looking at it", "Answered"]
    assert rows(mine)[1].title == "Fråga waiting"


def test_the_rows_are_a_model_as_qt_wants_it(mine: Opened, qtmodeltester: ModelTester) -> None:
    file(mine)
    qtmodeltester.check(part(screen(mine), RowList).model())  # type: ignore[no-untyped-call]
    spoken = part(screen(mine), RowList).model()
    assert isinstance(spoken, QuestionModel)
    assert spoken.spoken(rows(mine)[2]).startswith("new answer, Fråga answered, Question, ")


def test_an_answer_is_counted_in_the_rail_until_it_has_been_shown(mine: Opened) -> None:
    assert [row.unread for row in rows(mine)] == [False, True]
    assert mine.workplace.rail._items["my_questions"].accessibleName() == "My questions, 1 unread"
    choose(mine, "answered")
    assert ANSWER.text in words(screen(mine))
    assert "Bygglovsenheten" in " ".join(words(screen(mine)))
    assert [row.unread for row in rows(mine)] == [False, False]
    assert count_unread_answers(mine.connection) == 0
    assert mine.workplace.rail._items["my_questions"].accessibleName() == "My questions"


def test_where_the_page_is_not_in_sight_nothing_has_been_seen(mine: Opened) -> None:
    mine.application.window.resize(700, 600)
    settle()
    choose(mine, "answered")
    assert count_unread_answers(mine.connection) == 1
    QTest.keyClick(part(screen(mine), RowList), Qt.Key.Key_Return)
    settle()
    assert count_unread_answers(mine.connection) == 0


def test_it_leads_to_the_article_and_to_the_service(mine: Opened) -> None:
    choose(mine, "answered")
    press(mine, "Show what it is about")
    shown = mine.workplace.pages.shown
    assert mine.workplace.pages.place == "news"
    assert shown is not None
    assert shown.shown_item() == ABOUT_ARTICLE.id
    mine.workplace.go("my_questions")
    choose(mine, "waiting")
    QTest.keyClick(part(screen(mine), RowList), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert mine.workplace.pages.place == "services"


def test_what_is_not_on_this_computer_opens_on_the_web(mine: Opened) -> None:
    gone = About("intranet:gone", "Borta", "https://intranat.nacka.example/borta")
    mine.keep(received("gone", RemarkState.RECEIVED, about=gone), feed="remarks")
    screen(mine).refresh(frozenset({ChangeKind.REMARKS}))
    choose(mine, "gone")
    press(mine, "Show what it is about")
    assert mine.addresses == [gone.address]


def test_taking_back_gives_the_words_back(mine: Opened) -> None:
    filed = file(mine, "Ett förslag")
    choose(mine, filed.id)
    QTest.keyClick(part(screen(mine), RowList), Qt.Key.Key_Delete)
    settle()
    (dialog,) = mine.application.window.findChildren(RemarkDialog)
    assert dialog.findChildren(WritingArea)[0].toPlainText() == "Ett förslag"
    assert draft_about(mine.connection, MAP.id) == RemarkDraft(RemarkKind.IDEA, "Ett förslag")
    assert remark_id(filed.id) not in [row.id for row in rows(mine)]


def test_taking_back_what_has_left_says_that_it_was_too_late(mine: Opened) -> None:
    filed = file(mine)
    choose(mine, filed.id)
    OutboxDelivery(mine.sync).sending(filed.id, NOW)
    press(mine, "Take back")
    assert mine.workplace._toasts.current_text == "It was too late: it is already on its way."


def test_a_refused_one_says_why_and_can_be_tried_again(mine: Opened) -> None:
    filed = file(mine)
    OutboxDelivery(mine.sync).needs_you(filed.id, Problem(ProblemKind.ACCESS_DENIED, "dialogue"), NOW)
    screen(mine).refresh(frozenset({ChangeKind.OUTBOX}))
    choose(mine, filed.id)
    assert rows(mine)[0].standing.words == "Needs you"
    assert any("You do not have access" in each for each in words(screen(mine)))
    press(mine, "Try again")
    again = read_intent(mine.connection, filed.id)
    assert again is not None
    assert again.state is IntentState.WAITING
    assert mine.requests.asked[-1] == "refresh "


def test_one_about_something_withdrawn_keeps_its_words_and_offers_no_trying_again(mine: Opened) -> None:
    filed = file(mine, "Mina ord")
    gone = Conflict(gone=True)
    OutboxDelivery(mine.sync).needs_you(filed.id, Problem(ProblemKind.CHANGED_MEANWHILE, "dialogue"), NOW, gone)
    screen(mine).refresh(frozenset({ChangeKind.OUTBOX}))
    choose(mine, filed.id)
    told = words(screen(mine))
    assert "The page that this is about has been withdrawn. Your words are kept here." in told
    assert "Mina ord" in told
    with pytest.raises(StopIteration):
        button(screen(mine), "Try again")


def test_without_a_network_it_says_when_it_is_sent_and_when_it_has_arrived(mine: Opened) -> None:
    filed = file(mine)
    mine.workplace.watcher.at_rest = SyncProgress(False, offline=True)
    screen(mine).refresh(frozenset({ChangeKind.FEED_STATE}))
    choose(mine, filed.id)
    assert rows(mine)[0].standing.words == "Sent when the network is back"
    OutboxDelivery(mine.sync).confirmed(filed.id, NOW)
    screen(mine).refresh(frozenset({ChangeKind.OUTBOX}))
    assert rows(mine)[0].standing.words == "Arrived 08:12"
    assert "Arrived 08:12" in words(screen(mine))


def test_more_can_be_written_about_the_same(mine: Opened) -> None:
    choose(mine, "waiting")
    press(mine, "Write more about it")
    (dialog,) = mine.application.window.findChildren(RemarkDialog)
    assert dialog.about == ABOUT_SERVICE


def test_nothing_asked_is_said_only_when_it_is_known(speaking: Opened) -> None:
    speaking.workplace.go("my_questions")
    settle()
    assert "You have asked nothing yet" not in words(screen(speaking))
    FeedLedger(speaking.sync).succeed("remarks", NOW)
    screen(speaking).refresh(frozenset({ChangeKind.FEED_STATE}))
    assert "You have asked nothing yet" in words(screen(speaking))
    press(speaking, "Show services")
    assert speaking.workplace.pages.place == "services"


def test_the_place_is_there_only_where_the_municipality_answers(speaking: Opened, day: Opened) -> None:
    assert "my_questions" in speaking.workplace.rail._items
    assert "my_questions" not in day.workplace.rail._items
