"""An invitation is answered where it stands in the calendar: by key, by pressing, from the menu; and taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.opened import Opened
from tests.ui.screens.a_day import EVENTS
from tests.ui.screens.finding import button, part, words
from tests.ui.shell_parts import NOW
from ui.invitation_answering import InvitationAnswering
from ui.models.event_model import EventModel, EventRow
from ui.screens.today.answer_popover import AnswerPopover
from ui.screens.today.calendar_card import CalendarCard
from ui.screens.today.today_screen import TodayScreen
from ui.screens.workspaces.notification_page import NotificationPage
from ui.widgets.event_delegate import EventDelegate
from ui.widgets.row_list import RowList
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.event import Response
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.wishes import InvitationAnswer, wish_of
from workplace_app.store.drafts import Drafts
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_filing import withdraw
from workplace_app.store.outbox_reader import pending_intents

INVITATION = replace(EVENTS[2], response=Response.NOT_ANSWERED, organizer="Samira Tjärnvik")

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def invited(day: Opened) -> Opened:
    day.keep(INVITATION)
    screen(day).refresh(frozenset({ChangeKind.EVENTS}))
    calendar(day).rows.choose(INVITATION.id)
    return day


def screen(day: Opened) -> TodayScreen:
    found = day.workplace.pages.shown
    assert isinstance(found, TodayScreen)
    return found


def calendar(day: Opened) -> CalendarCard:
    return part(screen(day), CalendarCard)


def row(day: Opened, event_id: str = INVITATION.id) -> EventRow:
    model = calendar(day).rows.model()
    assert isinstance(model, EventModel)
    return next(each for each in model.rows if isinstance(each, EventRow) and each.id == event_id)


def spoken(day: Opened) -> str:
    model = calendar(day).rows.model()
    assert isinstance(model, EventModel)
    return model.spoken(row(day))


def press(day: Opened, key: Qt.Key) -> None:
    calendar(day).rows.setFocus()
    QTest.keyClick(calendar(day).rows, key)


def answers(day: Opened) -> list[Response]:
    """What waits to be sent, in the order of filing."""
    wishes = [wish_of(each.kind, each.payload) for each in pending_intents(day.connection)]
    return [wish.response for wish in wishes if isinstance(wish, InvitationAnswer)]


def confirm_all(day: Opened) -> None:
    delivery = OutboxDelivery(day.sync)
    for each in pending_intents(day.connection):
        delivery.sending(each.id, NOW)
        delivery.confirmed(each.id, NOW)


@pytest.mark.parametrize(
    ("key", "response", "said"),
    [
        (Qt.Key.Key_J, Response.ACCEPTED, "accepted, waiting"),
        (Qt.Key.Key_K, Response.TENTATIVE, "maybe, waiting"),
        (Qt.Key.Key_N, Response.DECLINED, "declined, waiting"),
    ],
)
def test_a_letter_answers_and_the_row_says_so_at_once(
    invited: Opened, key: Qt.Key, response: Response, said: str
) -> None:
    assert row(invited).answer == "not answered"
    press(invited, key)
    assert (row(invited).event.response, row(invited).answer) == (response, said)
    assert said in spoken(invited)
    (filed,) = pending_intents(invited.connection)
    assert (filed.kind, filed.target_id, filed.about) == (
        IntentKind.ANSWER_INVITATION,
        INVITATION.id,
        INVITATION.title,
    )
    assert filed.held_until == NOW + timedelta(seconds=6)
    wish = wish_of(filed.kind, filed.payload)
    assert wish == InvitationAnswer(response, "", INVITATION.start, INVITATION.end, INVITATION.place)
    assert invited.requests.asked[-1] == "refresh "


def test_the_answers_are_words_in_the_row_and_can_be_pressed(invited: Opened) -> None:
    rows = calendar(invited).rows
    delegate = part_of(rows)
    index = invited_index(invited)
    actions = delegate.action_rects(delegate.content(QRectF(rows.visualRect(index))), row(invited))
    assert [action.text for action, _ in actions] == ["Accept", "Maybe", "Decline"]
    assert all(plate.height() >= 24 for _, plate in actions)
    assert actions[-1][1].right() <= rows.viewport().width()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=centre(actions[1][1]))
    assert answers(invited) == [Response.TENTATIVE]


def part_of(rows: RowList) -> EventDelegate:
    delegate = rows.itemDelegate()
    assert isinstance(delegate, EventDelegate)
    return delegate


def invited_index(day: Opened) -> QModelIndex:
    model = calendar(day).rows.model()
    assert isinstance(model, EventModel)
    return model.index_of(INVITATION.id)


def centre(plate: QRectF) -> QPoint:
    at: QPointF = plate.center()
    return at.toPoint()


def test_the_row_is_no_higher_when_it_is_chosen_than_before(invited: Opened) -> None:
    rows = calendar(invited).rows
    chosen = rows.visualRect(invited_index(invited)).height()
    rows.clearSelection()
    assert rows.visualRect(invited_index(invited)).height() == chosen


def test_ctrl_z_takes_the_answer_back_before_it_is_sent(invited: Opened) -> None:
    press(invited, Qt.Key.Key_J)
    invited.workplace._toasts.undo_last()
    assert pending_intents(invited.connection) == ()
    assert row(invited).answer == "not answered"


def test_another_answer_takes_the_place_of_one_that_still_waits_and_undo_brings_that_back(invited: Opened) -> None:
    press(invited, Qt.Key.Key_J)
    press(invited, Qt.Key.Key_N)
    assert answers(invited) == [Response.DECLINED]
    invited.workplace._toasts.undo_last()
    assert answers(invited) == [Response.ACCEPTED]


def test_an_answer_that_the_disk_refuses_leaves_the_one_that_waits(invited: Opened) -> None:
    press(invited, Qt.Key.Key_J)
    invited.sync.execute("CREATE TRIGGER mine.fails BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, ''); END")
    with pytest.raises(ProblemRaised):
        InvitationAnswering(invited.context, screen(invited), lambda: None).answer(INVITATION.id, Response.DECLINED)
    assert answers(invited) == [Response.ACCEPTED]


def test_the_words_of_an_answer_that_gave_way_come_back_with_it(invited: Opened) -> None:
    calendar(invited).answer_with_words(row(invited))
    shown = part(calendar(invited).rows, AnswerPopover)
    shown.field.setPlainText("Jag kommer tio minuter sent.")
    button(shown, "Accept").click()
    (first,) = pending_intents(invited.connection)
    press(invited, Qt.Key.Key_N)
    invited.workplace._toasts.undo_last()
    assert [(each.id, each.payload) for each in pending_intents(invited.connection)] == [(first.id, first.payload)]


def test_the_words_of_an_answer_are_kept_while_they_are_written_and_until_they_are_filed(
    invited: Opened, qtbot: QtBot
) -> None:
    calendar(invited).answer_with_words(row(invited))
    shown = part(calendar(invited).rows, AnswerPopover)
    shown.field.setPlainText("Jag kommer tio minuter sent.")
    drafts, key = Drafts(invited.connection), f"answer:{INVITATION.id}"
    qtbot.waitUntil(lambda: drafts.text(key) == "Jag kommer tio minuter sent.")
    button(shown, "Accept").click()
    assert drafts.text(key) == ""
    assert len(pending_intents(invited.connection)) == 1


def test_undo_of_a_change_that_has_been_sent_gives_the_earlier_answer_again(invited: Opened) -> None:
    invited.keep(replace(INVITATION, response=Response.ACCEPTED))
    screen(invited).refresh(frozenset({ChangeKind.EVENTS}))
    press(invited, Qt.Key.Key_N)
    confirm_all(invited)
    invited.workplace._toasts.undo_last()
    assert answers(invited) == [Response.ACCEPTED]


def test_undo_of_a_first_answer_that_has_been_sent_says_that_it_is_too_late(invited: Opened) -> None:
    press(invited, Qt.Key.Key_J)
    confirm_all(invited)
    invited.workplace._toasts.undo_last()
    assert answers(invited) == []
    assert "already been sent" in invited.workplace._toasts.current_text


def test_an_answer_that_needs_the_user_says_so_in_its_row(invited: Opened) -> None:
    press(invited, Qt.Key.Key_J)
    (filed,) = pending_intents(invited.connection)
    OutboxDelivery(invited.sync).needs_you(filed.id, Problem(ProblemKind.CHANGED_MEANWHILE), NOW)
    screen(invited).refresh(frozenset({ChangeKind.OUTBOX}))
    assert row(invited).answer == "the answer needs you"
    QTest.keyClick(calendar(invited).rows, Qt.Key.Key_Menu)
    menu = part(calendar(invited).rows, QMenu)
    assert menu.actions()[0].text() == "Needs you: decide …"
    menu.close()
    press(invited, Qt.Key.Key_K)
    assert answers(invited) == [Response.TENTATIVE]


def test_ones_own_meeting_and_a_cancelled_one_are_not_answered(invited: Opened) -> None:
    own, cancelled = (
        replace(INVITATION, response=Response.ORGANIZER),
        replace(INVITATION, cancelled=True),
    )
    for each in (own, cancelled):
        invited.keep(each)
        screen(invited).refresh(frozenset({ChangeKind.EVENTS}))
        press(invited, Qt.Key.Key_J)
        assert not row(invited).asks
    assert pending_intents(invited.connection) == ()


def test_the_menu_offers_the_answers_with_their_keys(invited: Opened) -> None:
    rows = calendar(invited).rows
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Menu)
    menu = part(rows, QMenu)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[:3] == ["Accept\tJ", "Maybe\tK", "Decline\tN"]
    assert texts[3] == "Answer with words …"
    assert texts[4:] == ["Remind me …\tCtrl+R", "Take time of your own …\tB", "Open in Outlook\tEnter"]
    menu.actions()[2].trigger()
    menu.close()
    assert answers(invited) == [Response.DECLINED]


def test_the_page_of_its_notification_answers_it_too(invited: Opened) -> None:
    invited.workplace.go("workspaces", "n:inbjudan")
    workspaces = invited.workplace.pages.shown
    assert workspaces is not None
    page = part(workspaces, NotificationPage)
    button(page, "Accept").click()
    assert answers(invited) == [Response.ACCEPTED]
    assert "accepted, waiting" in words(page)
    assert not button(page, "Accept").isEnabled()
    invited.workplace.go("today")
    invited.workplace._toasts.undo_last()
    assert answers(invited) == []


def test_words_go_along_with_the_answer_and_come_back_with_undo(invited: Opened) -> None:
    words_for = "Jag kommer tio minuter sent."
    calendar(invited).answer_with_words(row(invited))
    shown = part(calendar(invited).rows, AnswerPopover)
    assert shown.field.accessibleName() == "Words to Samira Tjärnvik"
    shown.field.setPlainText(words_for)
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    calendar(invited).answer_with_words(row(invited))
    shown = part(calendar(invited).rows, AnswerPopover)
    assert shown.field.toPlainText() == words_for, "Esc keeps what is written"
    button(shown, "Accept").click()
    (filed,) = pending_intents(invited.connection)
    wish = wish_of(filed.kind, filed.payload)
    assert isinstance(wish, InvitationAnswer)
    assert (wish.response, wish.words) == (Response.ACCEPTED, words_for)
    assert Drafts(invited.connection).text(f"answer:{INVITATION.id}") == ""
    invited.workplace._toasts.undo_last()
    assert pending_intents(invited.connection) == ()
    assert Drafts(invited.connection).text(f"answer:{INVITATION.id}") == words_for


def test_words_of_an_answer_that_was_taken_back_elsewhere_come_back_with_undo_too(invited: Opened) -> None:
    calendar(invited).answer_with_words(row(invited))
    part(calendar(invited).rows, AnswerPopover).field.setPlainText("Jag kommer tio minuter sent.")
    button(part(calendar(invited).rows, AnswerPopover), "Accept").click()
    (filed,) = pending_intents(invited.connection)
    assert withdraw(invited.connection, filed.id, NOW)
    invited.workplace._toasts.undo_last()
    assert Drafts(invited.connection).text(f"answer:{INVITATION.id}") == "Jag kommer tio minuter sent."


def test_in_a_full_calendar_the_answered_invitation_keeps_the_focus(invited: Opened) -> None:
    """Past meetings give way to what comes; none of that may move the row that the next key acts on."""
    past = [replace(EVENTS[0], id=f"event:past{number}", title=f"Möte {number}") for number in range(9)]
    invited.keep(*past)
    screen(invited).refresh(frozenset({ChangeKind.EVENTS}))
    rows = calendar(invited).rows
    assert len([each for each in past if rows.choose(each.id)]) < len(past), "there is not room for all"
    assert rows.choose(INVITATION.id)
    press(invited, Qt.Key.Key_J)
    assert rows.current_row is not None
    assert rows.current_row.id == INVITATION.id
    press(invited, Qt.Key.Key_N)
    assert answers(invited)[-1] is Response.DECLINED
