"""The outbox: what waits, what needs the user, what was sent; and taking back."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from tests.ui.choosing_a_file import choose_file
from tests.ui.opened import Opened, open_window
from tests.ui.screens.finding import words
from tests.ui.screens.outbox.full_outbox import COMMENT, DECISION, VISIT, FilledOutbox, unreadable
from tests.ui.shell_parts import NOW
from ui.look import look
from ui.models.row_model import GroupRow
from ui.offline_note import OfflineNote
from ui.screens.outbox.conflict_view import ConflictView
from ui.screens.outbox.intent_delegate import IntentDelegate
from ui.screens.outbox.intent_details import IntentDetails
from ui.screens.outbox.intent_rows import IntentModel, IntentRow, intent_row
from ui.screens.outbox.outbox_screen import OutboxScreen
from ui.widgets.notes import EmptyState
from ui.widgets.row_list import RowList
from workplace_app.domain.event import Response
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.task import Task, TaskSource
from workplace_app.domain.wishes import (
    Acknowledgement,
    Comment,
    InvitationAnswer,
    Nothing,
    Remark,
    Reply,
    ReservedTime,
    Wish,
)
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_filing import file_intent, keep_theirs, withdraw
from workplace_app.store.outbox_reader import intent, pending_intents

NO_KEY = Qt.KeyboardModifier.NoModifier

TASK = Task("planner:1", TaskSource.PLANNER, "Boka platsbesök", "p", "Bygglov: ärenden", None, False, False, etag="1")


@pytest.fixture
def shown(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    made = open_window(qapp, tmp_path, {"outbox": OutboxScreen}, facts=(TASK,))
    yield made
    made.close()


def go(shown: Opened) -> OutboxScreen:
    shown.workplace.go("outbox")
    screen = shown.workplace.pages.shown
    assert isinstance(screen, OutboxScreen)
    return screen


def lose_network(shown: Opened) -> None:
    told = SyncProgress(running=False, offline=True)
    shown.workplace.watcher.at_rest = told
    shown.workplace.watcher.progress.emit(told)


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def place(screen: OutboxScreen) -> int:
    """Where the list begins."""
    QApplication.processEvents()
    found = screen.findChild(RowList)
    assert found is not None
    return found.mapTo(screen, QPoint()).y()


def listed(screen: OutboxScreen) -> list[str]:
    found = screen.findChild(RowList)
    assert found is not None
    model = found.model()
    assert isinstance(model, IntentModel)
    return [
        f"[{row.title}]" if isinstance(row, GroupRow) else f"{row.title}: {row.standing.words}" for row in model.rows
    ]


def wish(state: IntentState, problem: Problem | None = None) -> Intent:
    return Intent("1", IntentKind.COMPLETE_TASK, TASK.id, "{}", state, NOW, problem=problem)


def test_nothing_on_its_way_is_said_in_words(shown: Opened) -> None:
    screen = go(shown)
    empty = screen.findChild(EmptyState)
    assert empty is not None
    assert empty.isVisible()


def test_what_is_filed_is_on_its_way(shown: Opened) -> None:
    file_intent(shown.connection, IntentKind.COMPLETE_TASK, TASK.id, NOW)
    assert listed(go(shown)) == ["[On its way]", "Done: Boka platsbesök: Being sent"]


def test_without_a_network_it_waits_and_nothing_moves_until_one_comes_back_to_the_page(
    shown: Opened, qtbot: QtBot
) -> None:
    file_intent(shown.connection, IntentKind.COMPLETE_TASK, TASK.id, NOW)
    screen = go(shown)
    shown.workplace.watcher.progress_changed(SyncProgress(running=False, offline=True))
    qtbot.waitUntil(lambda: listed(screen) == ["[Waits for a network]", "Done: Boka platsbesök: Waits"])
    note = screen.findChild(OfflineNote)
    assert note is not None
    before = place(screen)
    assert note.words == ""
    shown.workplace.go("today")
    shown.workplace.go("outbox")
    assert note.words.startswith("No network.")
    come_to = place(screen)
    assert come_to > before, "one came to it as it is"
    settle()
    assert place(screen) == come_to


def test_delete_takes_back_what_waits(shown: Opened) -> None:
    file_intent(shown.connection, IntentKind.COMPLETE_TASK, TASK.id, NOW)
    screen = go(shown)
    screen.focus_first()
    view = screen.findChild(RowList)
    assert view is not None
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert listed(screen) == ["[Let go or taken back]", "Done: Boka platsbesök: Taken back 08:12"]
    assert "taken back" in shown.workplace._toasts.current_text
    assert shown.requests.asked == ["refresh "], "what stood behind it need wait no longer"


def sent(shown: Opened, kind: IntentKind, target: str, wish: Wish, answer: str | None = None) -> Intent:
    filed = file_intent(shown.connection, kind, target, NOW, wish, about="Läsa handlingar")
    OutboxDelivery(shown.sync).confirmed(filed.id, NOW, answer)
    return filed


def test_time_that_has_been_taken_is_given_back_from_its_row(shown: Opened) -> None:
    taken = ReservedTime("Läsa handlingar", NOW, NOW + timedelta(hours=1))
    filed = sent(shown, IntentKind.RESERVE_TIME, "calendar:", taken, "event:made")
    screen = go(shown)
    press(screen, filed, Qt.Key.Key_Delete)
    assert listed(screen) == [
        "[On its way]",
        "Time given back: Läsa handlingar: Being sent",
        "[Sent today]",
        "Time reserved: Läsa handlingar: Arrived 08:12",
    ]
    (back,) = pending_intents(shown.connection)
    assert (back.kind, back.target_id) == (IntentKind.GIVE_TIME_BACK, "event:made")
    assert shown.requests.asked == ["refresh "]
    press(screen, filed, Qt.Key.Key_Delete)
    assert pending_intents(shown.connection) == (back,), "once is enough"


def test_a_tick_that_has_arrived_is_taken_away_again_from_its_row(shown: Opened) -> None:
    filed = sent(shown, IntentKind.COMPLETE_TASK, TASK.id, Nothing())
    screen = go(shown)
    row = next(each for each in model_of(screen).rows if isinstance(each, IntentRow))
    assert [action.text for action in IntentDelegate().actions(row)] == ["Undo (Delete)"]
    press(screen, filed, Qt.Key.Key_Delete)
    assert [each.kind for each in pending_intents(shown.connection)] == [IntentKind.REOPEN_TASK]


@pytest.mark.parametrize(
    ("kind", "wish", "said"),
    [
        (IntentKind.COMMENT_TASK, Comment("Klart"), "A comment that has been sent cannot be taken back."),
        (IntentKind.REPLY, Reply("Ja"), "A reply that has been sent can only be removed in Teams."),
        (IntentKind.ACKNOWLEDGE_ARTICLE, Acknowledgement(NOW), "An acknowledgement cannot be taken back."),
        (IntentKind.ANSWER_INVITATION, InvitationAnswer(Response.ACCEPTED), "An answer is changed by giving another"),
        (IntentKind.ASK_QUESTION, Remark("När?"), "What the municipality has received cannot be taken back."),
    ],
)
def test_what_cannot_be_called_back_says_so_when_it_has_arrived(
    shown: Opened, kind: IntentKind, wish: Wish, said: str
) -> None:
    filed = file_intent(shown.connection, kind, "chat:1", NOW, wish)
    assert said not in intent_row(filed, None, NOW, offline=False).words
    sent_one = sent(shown, kind, "chat:2", wish)
    screen = go(shown)
    row = next(each for each in model_of(screen).rows if isinstance(each, IntentRow) and each.id == sent_one.id)
    assert said in row.words
    assert not row.can_be_undone
    assert not row.can_be_withdrawn


def test_taking_back_does_not_promise_that_what_may_have_arrived_was_not_sent(shown: Opened) -> None:
    """Its answer was lost, and then nobody was allowed to look for it."""
    filed = file_intent(shown.connection, IntentKind.REPLY, "chat:1", NOW, Reply("Jag kommer"))
    delivery = OutboxDelivery(shown.sync)
    delivery.sending(filed.id, NOW)
    delivery.unknown(filed.id, Problem(ProblemKind.TIMED_OUT), NOW)
    delivery.sending(filed.id, NOW)
    delivery.needs_you(filed.id, Problem(ProblemKind.CONSENT_MISSING), NOW)
    screen = go(shown)
    press(screen, filed, Qt.Key.Key_Delete)
    assert "may have arrived" in shown.workplace._toasts.current_text


def test_what_is_already_being_sent_is_not_taken_back(shown: Opened) -> None:
    filed = file_intent(shown.connection, IntentKind.COMPLETE_TASK, TASK.id, NOW)
    screen = go(shown)
    OutboxDelivery(shown.sync).sending(filed.id, NOW)
    view = screen.findChild(RowList)
    assert view is not None
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert "too late" in shown.workplace._toasts.current_text


def test_what_needs_the_user_stands_first_and_can_be_tried_again(shown: Opened) -> None:
    first = file_intent(shown.connection, IntentKind.COMPLETE_TASK, TASK.id, NOW)
    file_intent(shown.connection, IntentKind.REOPEN_TASK, TASK.id, NOW)
    refused = Problem(ProblemKind.ACCESS_DENIED, service="planner")
    delivery = OutboxDelivery(shown.sync)
    delivery.sending(first.id, NOW)
    delivery.needs_you(first.id, refused, NOW)
    screen = go(shown)
    assert listed(screen)[:2] == ["[Needs you]", "Done: Boka platsbesök: Needs you"]
    view = screen.findChild(RowList)
    assert view is not None
    view.part_pressed.emit(view.current_row, "try_again")
    assert shown.requests.asked == ["refresh "]
    assert "[Needs you]" not in listed(screen)


def test_what_was_sent_today_stays_to_be_seen(shown: Opened) -> None:
    filed = file_intent(shown.connection, IntentKind.COMPLETE_TASK, TASK.id, NOW)
    delivery = OutboxDelivery(shown.sync)
    delivery.sending(filed.id, NOW)
    delivery.confirmed(filed.id, NOW + timedelta(seconds=2))
    assert listed(go(shown)) == ["[Sent today]", "Done: Boka platsbesök: Arrived 08:12"]


def test_a_task_that_is_gone_is_still_told(qapp: QApplication) -> None:
    row = intent_row(wish(IntentState.WAITING), None, NOW, offline=True)
    assert row.title == "Done: something that is no longer here"
    assert row.can_be_withdrawn


def test_a_service_that_names_a_time_is_quoted(qapp: QApplication) -> None:
    later = Problem(ProblemKind.THROTTLED, service="planner", retry_at=NOW + timedelta(minutes=8))
    row = intent_row(wish(IntentState.WAITING, later), TASK, NOW, offline=False)
    assert row.standing.words == "Waits until 08:20"
    assert "Planner asks us to wait" in row.words


def test_the_screen_reader_hears_the_state_first(qapp: QApplication) -> None:
    row: IntentRow = intent_row(wish(IntentState.CONFIRMED), TASK, NOW, offline=False)
    spoken = IntentModel().spoken(row)
    assert spoken == "Arrived 08:12, Done: Boka platsbesök, Planner, Bygglov: ärenden, 08:12"


# The whole outbox


def model_of(screen: OutboxScreen) -> IntentModel:
    return screen._model


def row_of(screen: OutboxScreen, intent: Intent) -> IntentRow:
    return next(row for row in model_of(screen).rows if isinstance(row, IntentRow) and row.id == intent.id)


def press(screen: OutboxScreen, intent: Intent, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
    assert screen._list.choose(intent.id)
    screen._list.setFocus()
    QTest.keyClick(screen._list, key, modifier)


def test_every_kind_in_every_state_stands_under_its_heading(shown: Opened) -> None:
    FilledOutbox(shown.connection, shown.sync).fill()
    headings = [row for row in model_of(go(shown)).rows if isinstance(row, GroupRow)]
    assert [(each.title, each.count) for each in headings] == [
        ("Needs you", 4),
        ("We do not know whether it arrived", 1),
        ("On its way", 7),
        ("Waits", 1),
        ("Waits for your choice", 1),
        ("Sent today", 3),
        ("Let go or taken back", 1),
    ]


def test_without_a_network_a_heading_counts_what_waits_for_one_and_nothing_else(shown: Opened) -> None:
    FilledOutbox(shown.connection, shown.sync).fill()
    lose_network(shown)
    listed: dict[str, set[str]] = {}
    counts = {}
    for row in model_of(go(shown)).rows:
        if isinstance(row, GroupRow):
            heading = row.title
            counts[heading] = row.count
        else:
            listed.setdefault(heading, set()).add(row.standing.words)
    assert listed["Waits for a network"] == {"Waits"}
    assert listed["Waits for your choice"] == {"Waits"}
    assert listed["On its way"] == {"Being sent"}
    assert listed["We do not know whether it arrived"] == {"Not known"}
    assert (counts["Waits for a network"], counts["Waits for your choice"], counts["On its way"]) == (7, 1, 1)
    assert [text for text in shown.workplace.strip.texts if "waiting" in text or "sent" in text] == [
        "1 thing being sent",
        "9 waiting",
    ]


def test_a_low_window_leaves_the_room_to_the_list(shown: Opened) -> None:
    FilledOutbox(shown.connection, shown.sync).fill()
    lose_network(shown)
    screen = go(shown)
    note = screen.findChild(OfflineNote)
    assert note is not None
    assert note.isVisible()
    look.change(text_scale=2.0)
    shown.application.window.resize(640, 480)
    QApplication.processEvents()
    assert not note.isVisible()
    assert "No network" in [each.text() for each in shown.workplace.strip.findChildren(QAbstractButton)]


def test_one_poisoned_wish_holds_back_what_is_behind_it_and_nothing_else(shown: Opened) -> None:
    filled = FilledOutbox(shown.connection, shown.sync)
    poisoned = filled.due_conflict()
    behind = filled.file(5, IntentKind.COMPLETE_TASK, "planner:1", DECISION)
    other = filled.file(4, IntentKind.COMPLETE_TASK, "planner:2", VISIT)
    screen = go(shown)
    said = row_of(screen, behind)
    assert (said.standing.words, row_of(screen, poisoned).title in said.words) == ("Waits", True)
    assert row_of(screen, other).standing.words == "Being sent"
    assert [each.id for each in filled.delivery.deliverable(NOW)] == [other.id]
    filled.confirm(other, 0)
    screen.refresh(screen.kinds)
    assert row_of(screen, other).standing.words == "Arrived 08:12"


def test_what_cannot_be_read_costs_its_own_row_and_can_be_removed(shown: Opened) -> None:
    filled = FilledOutbox(shown.connection, shown.sync)
    broken = filled.file(3, IntentKind.REPLY, "channel:bygg/1", "Ärenden", Reply("Ja"))
    sound = filled.file(2, IntentKind.COMPLETE_TASK, TASK.id)
    unreadable(shown.connection, broken)
    screen = go(shown)
    said = row_of(screen, broken)
    assert (said.standing.words, said.readable, said.can_be_tried) == ("Cannot be read", False, False)
    assert "cannot be read" in said.words
    assert row_of(screen, sound).title == "Done: Boka platsbesök"
    press(screen, broken, Qt.Key.Key_Delete)
    assert row_of(screen, broken).standing.words == "Taken back 08:12"


def test_words_that_were_let_go_can_still_be_copied_a_month_later(shown: Opened) -> None:
    filled = FilledOutbox(shown.connection, shown.sync)
    lost = filled.gone_comment()
    assert keep_theirs(shown.connection, filled_intent(shown, lost), NOW)
    ticked = filled.file(5, IntentKind.COMPLETE_TASK, "planner:2", VISIT)
    withdraw(shown.connection, ticked.id, NOW)
    shown.clock.pass_time(timedelta(days=30))
    screen = go(shown)
    assert len(listed(screen)) == 2, "the heading and the words; a tick that was taken back is no news any more"
    press(screen, lost, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == COMMENT


def filled_intent(shown: Opened, filed: Intent) -> Intent:
    found = intent(shown.connection, filed.id)
    assert found is not None
    return found


def test_taking_back_can_be_undone(shown: Opened) -> None:
    filed = file_intent(shown.connection, IntentKind.COMPLETE_TASK, TASK.id, NOW)
    screen = go(shown)
    press(screen, filed, Qt.Key.Key_Delete)
    shown.workplace._toasts.undo_last()
    assert listed(screen) == ["[On its way]", "Done: Boka platsbesök: Being sent"]


def test_what_can_be_taken_back_counts_its_seconds(shown: Opened) -> None:
    held = FilledOutbox(shown.connection, shown.sync).file(
        0, IntentKind.COMMENT_TASK, TASK.id, "Boka", Comment("Nyckeln hänger på kroken."), hold=6
    )
    screen = go(shown)
    assert row_of(screen, held).standing.words == "Can be taken back for 6 s"
    assert screen._second.isActive()
    shown.clock.pass_time(timedelta(seconds=4, milliseconds=200))
    screen._second.timeout.emit()
    assert row_of(screen, held).standing.words == "Can be taken back for 2 s"
    shown.clock.pass_time(timedelta(seconds=2))
    screen._second.timeout.emit()
    assert row_of(screen, held).standing.words == "Being sent"
    assert not screen._second.isActive(), "nothing more counts down"


def test_the_details_tell_all_that_has_happened_and_all_that_is_written(shown: Opened) -> None:
    lost = FilledOutbox(shown.connection, shown.sync).gone_comment()
    screen = go(shown)
    screen._show_details(row_of(screen, lost))
    details = screen.findChild(IntentDetails)
    assert details is not None
    assert details.isVisible()
    said = words(details)
    assert any(COMMENT in each for each in said)
    assert [each for each in said if each.startswith("07:")] == [
        "07:27  Saved on the computer",
        "07:52  Being sent",
        "07:52  Waits. There is no network.",
        "07:54  Being sent",
        "07:54  Needs you. Somebody else has changed the same thing.",
    ]


def test_in_a_narrow_window_the_details_stand_in_the_place_of_the_list(shown: Opened) -> None:
    filed = FilledOutbox(shown.connection, shown.sync).file(3, IntentKind.COMPLETE_TASK, TASK.id)
    screen = go(shown)
    screen.set_effective_width(720)
    press(screen, filed, Qt.Key.Key_Return)
    assert (screen._details.isVisible(), screen._list.isVisible()) == (True, False)
    shown.workplace.pages.go_back()
    assert (screen._details.isVisible(), screen._list.isVisible()) == (False, True)


def test_going_to_what_it_is_about_leads_to_the_place(shown: Opened) -> None:
    filed = FilledOutbox(shown.connection, shown.sync).file(
        3, IntentKind.ACKNOWLEDGE_ARTICLE, "intranet:1", "Nya mallar", Acknowledgement(NOW)
    )
    press(go(shown), filed, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.screens["news"].shown == ["intranet:1"]


def test_a_press_on_what_needs_you_in_the_strip_asks_at_once_when_there_is_one_choice(shown: Opened) -> None:
    FilledOutbox(shown.connection, shown.sync).due_conflict()
    shown.workplace.strip.opened.emit("outbox/needs_you")
    view = shown.application.window.findChild(ConflictView)
    assert view is not None
    assert view.isVisible()
    view.leave()
    screen = shown.workplace.pages.shown
    assert isinstance(screen, OutboxScreen)
    assert screen._list.hasFocus()


# Saving


def test_the_whole_outbox_can_be_saved_as_text(shown: Opened, tmp_path: Path) -> None:
    FilledOutbox(shown.connection, shown.sync).fill()
    go(shown)
    shown.workplace.commands.run("outbox.save")
    target = tmp_path / "utkorg.txt"
    choose_file(target)
    written = target.read_text(encoding="utf-8")
    assert COMMENT in written
    assert "We do not know whether it arrived" in written
    assert "Saved on the computer" in written
    assert shown.workplace._toasts.current_text == "The outbox is saved in utkorg.txt."


def test_it_can_be_saved_for_a_program_to_read(shown: Opened, tmp_path: Path) -> None:
    FilledOutbox(shown.connection, shown.sync).fill()
    go(shown)
    shown.workplace.commands.run("outbox.save")
    target = tmp_path / "utkorg.json"
    choose_file(target)
    written = json.loads(target.read_text(encoding="utf-8"))
    assert len(written) == 18
    assert {each["kind"] for each in written} == {kind.value for kind in IntentKind}


def test_what_came_back_since_it_cannot_be_read_can_be_removed(shown: Opened) -> None:
    filled = FilledOutbox(shown.connection, shown.sync)
    broken = filled.file(3, IntentKind.REPLY, "channel:bygg/1", "Ärenden", Reply("Ja"))
    unreadable(shown.connection, broken)
    filled.delivery.needs_you(broken.id, Problem(ProblemKind.UNREADABLE_ITEM, item_id=broken.id), NOW)
    screen = go(shown)
    said = row_of(screen, broken)
    assert (said.standing.words, said.can_be_tried, said.can_be_withdrawn) == ("Cannot be read", False, True)
    assert "Remove" in [act.text for act in screen._acts.acts(said)]
