"""The choice between two versions: nothing is preferred, nothing is lost, and it can wait."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.opened import Opened, open_window
from tests.ui.screens.finding import words
from tests.ui.screens.outbox.full_outbox import COMMENT, FACTS, FilledOutbox
from tests.ui.widgets.accessible import faults
from ui.screens.outbox.conflict_view import ConflictView
from ui.screens.outbox.conflict_words import field_value
from ui.screens.outbox.outbox_screen import OutboxScreen
from workplace_app.domain.conflict import ComparedField, Conflict
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.domain.wishes import DueChange, NewTask, wish_of
from workplace_app.store.outbox_reader import intent, pending_intents


@pytest.fixture
def shown(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    made = open_window(qapp, tmp_path, {"outbox": OutboxScreen}, facts=FACTS)
    made.application.window.activateWindow()
    yield made
    made.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def ask(shown: Opened, filed: Intent) -> ConflictView:
    """Open it as Enter does on the row."""
    shown.workplace.go("outbox")
    screen = shown.workplace.pages.shown
    assert isinstance(screen, OutboxScreen)
    assert screen._list.choose(filed.id)
    screen._list.setFocus()
    QTest.keyClick(screen._list, Qt.Key.Key_Return)
    view = shown.application.window.findChild(ConflictView)
    assert view is not None
    return view


def state_of(shown: Opened, filed: Intent) -> IntentState:
    found = intent(shown.connection, filed.id)
    assert found is not None
    return found.state


def test_both_versions_stand_side_by_side_with_what_differs_marked(shown: Opened, swedish: None) -> None:
    view = ask(shown, FilledOutbox(shown.connection, shown.sync).due_conflict())
    assert words(view) == [
        "Två personer har ändrat samma uppgift",
        "Skriv beslut om attefallsbygge, Tallkottestigen 8",
        "Din ändring",
        "Du, i dag 07:22, utan nät",
        "Förfaller",
        "Fredag 16 oktober",
        "Tilldelad",
        "Elin Ekhamn",
        "Läge",
        "Pågår",
        "I Planner nu",
        "Samira Tjärnvik, i dag 07:52",
        "Förfaller",
        "Onsdag 14 oktober",
        "Tilldelad",
        "Elin Ekhamn",
        "Läge",
        "Pågår",
        "Din version finns kvar i utkorgen, vilket du än väljer.",
    ]
    assert (view.mine.keep.text(), view.theirs.keep.text()) == ("Behåll min", "Behåll Samiras")
    assert "Förfaller: Onsdag 14 oktober (skiljer sig)" in view.theirs.keep.accessibleDescription()
    assert "Läge: Pågår (skiljer sig)" not in view.accessibleDescription()


def test_enter_once_too_often_chooses_nothing(shown: Opened, qtbot: QtBot) -> None:
    filed = FilledOutbox(shown.connection, shown.sync).due_conflict()
    view = ask(shown, filed)
    qtbot.waitUntil(view.later.hasFocus)
    QTest.keyClick(view.later, Qt.Key.Key_Return)
    assert not view.isVisible()
    assert state_of(shown, filed) is IntentState.NEEDS_YOU


def test_esc_decides_later_and_gives_the_focus_back(shown: Opened, qtbot: QtBot) -> None:
    filed = FilledOutbox(shown.connection, shown.sync).due_conflict()
    view = ask(shown, filed)
    QTest.keyClick(view.later, Qt.Key.Key_Escape)
    assert not view.isVisible()
    screen = shown.workplace.pages.shown
    assert isinstance(screen, OutboxScreen)
    qtbot.waitUntil(screen._list.hasFocus)
    assert state_of(shown, filed) is IntentState.NEEDS_YOU


def test_tab_goes_round_within_the_question(shown: Opened, qtbot: QtBot) -> None:
    view = ask(shown, FilledOutbox(shown.connection, shown.sync).due_conflict())
    qtbot.waitUntil(view.later.hasFocus)
    reached = []
    for _ in range(4):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached == [view.mine.keep, view.theirs.keep, view.later, view.mine.keep]
    assert faults(view) == []


def test_mine_is_kept_in_full_knowledge_of_theirs_and_sent_at_once(shown: Opened) -> None:
    filed = FilledOutbox(shown.connection, shown.sync).due_conflict()
    ask(shown, filed).mine.keep.click()
    found = intent(shown.connection, filed.id)
    assert found is not None
    wish = wish_of(found.kind, found.payload)
    assert isinstance(wish, DueChange)
    assert (str(wish.due), str(wish.seen)) == ("2026-10-16", "2026-10-14")
    assert found.state is IntentState.WAITING
    assert shown.requests.asked[-1] == "refresh "
    shown.workplace._toasts.undo_last()
    assert state_of(shown, filed) is IntentState.NEEDS_YOU, "the question stands again"
    again = intent(shown.connection, filed.id)
    assert again is not None
    assert again.payload == filed.payload
    assert again.conflict is not None


def test_theirs_is_kept_and_mine_can_be_read_in_the_outbox(shown: Opened) -> None:
    filed = FilledOutbox(shown.connection, shown.sync).due_conflict()
    ask(shown, filed).theirs.keep.click()
    assert shown.requests.asked[-1:] == ["refresh "], "what stood behind it need wait no longer"
    assert state_of(shown, filed) is IntentState.WITHDRAWN
    screen = shown.workplace.pages.shown
    assert isinstance(screen, OutboxScreen)
    (row,) = [row for row in screen._model.rows if getattr(row, "id", "") == filed.id]
    screen._show_details(row)  # type: ignore[arg-type]
    said = words(screen._details)
    assert "Due: Fredag 16 oktober" in said or any("16" in each for each in said)
    assert "State: Under way" in said
    shown.workplace._toasts.undo_last()
    assert state_of(shown, filed) is IntentState.NEEDS_YOU


def test_words_for_a_task_that_is_gone_become_a_task_and_that_can_be_undone(shown: Opened, swedish: None) -> None:
    filed = FilledOutbox(shown.connection, shown.sync).gone_comment()
    view = ask(shown, filed)
    assert words(view)[0] == "Uppgiften är borttagen i Planner av Samira Tjärnvik"
    assert COMMENT in words(view)
    assert view.mine.keep.text() == "Gör en uppgift av det"
    view.mine.keep.click()
    (made,) = pending_intents(shown.connection)
    wish = wish_of(made.kind, made.payload)
    assert made.kind is IntentKind.CREATE_TASK
    assert isinstance(wish, NewTask)
    assert COMMENT in wish.title
    shown.workplace._toasts.undo_last()
    assert [each.id for each in pending_intents(shown.connection)] == [filed.id]


def test_a_meeting_that_was_moved_asks_whether_the_answer_holds(shown: Opened, swedish: None) -> None:
    view = ask(shown, FilledOutbox(shown.connection, shown.sync).moved_meeting())
    said = words(view)
    assert said[0] == "Mötet har flyttats"
    assert "Torsdag 15 oktober 13:00" in said
    assert "Fredag 16 oktober 10:30" in said
    assert (view.mine.keep.text(), view.theirs.keep.text()) == ("Svara ändå", "Skicka inte svaret")


def test_a_change_of_what_is_gone_can_only_be_let_go(shown: Opened, swedish: None) -> None:
    filled = FilledOutbox(shown.connection, shown.sync)
    wish = DueChange(None, None)
    filed = filled.collide(filled.file(9, IntentKind.CHANGE_DUE, "planner:1", "Karta", wish), Conflict(gone=True))
    view = ask(shown, filed)
    assert words(view)[0] == "Uppgiften är borttagen i Planner"
    assert not view.mine.keep.isVisible()
    assert view.theirs.keep.text() == "Skicka det inte"


def test_what_was_decided_elsewhere_meanwhile_is_told(shown: Opened) -> None:
    filled = FilledOutbox(shown.connection, shown.sync)
    filed = filled.due_conflict()
    view = ask(shown, filed)
    filled.delivery.confirmed(filed.id, filled.now)
    view.mine.keep.click()
    assert "no longer needed you" in shown.workplace._toasts.current_text
    assert state_of(shown, filed) is IntentState.CONFIRMED


def test_the_question_closes_with_the_account(shown: Opened) -> None:
    view = ask(shown, FilledOutbox(shown.connection, shown.sync).due_conflict())
    shown.workplace.leave()
    assert not view.isVisible()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert shown.application.window.findChild(ConflictView) is None


@pytest.mark.parametrize(("name", "button"), [("Samira Tjärnvik", "Samiras"), ("Jonas Vretlund", "Jonas")])
def test_a_name_that_ends_in_s_takes_no_more(shown: Opened, swedish: None, name: str, button: str) -> None:
    filled = FilledOutbox(shown.connection, shown.sync)
    filed = filled.collide(
        filled.file(9, IntentKind.CHANGE_DUE, "planner:1", "Karta", DueChange(None, None)), Conflict(changed_by=name)
    )
    assert ask(shown, filed).theirs.keep.text() == f"Behåll {button}"


@pytest.mark.parametrize("field", ComparedField)
@pytest.mark.parametrize("value", [None, "", "2026-10-16", "2026-10-16T08:30:00+00:00", "done", "accepted", "??"])
def test_every_value_of_every_field_has_words(qapp: QApplication, field: ComparedField, value: str | None) -> None:
    assert field_value(field, value)


class Windows(QObject):
    """Remembers what has become a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_the_question_opens_within_the_window(shown: Opened, qapp: QApplication) -> None:
    """A button that is shown before it has a place would be a window for a moment, and take the keyboard with it."""
    windows = Windows()
    qapp.installEventFilter(windows)
    view = ask(shown, FilledOutbox(shown.connection, shown.sync).due_conflict())
    qapp.removeEventFilter(windows)
    assert view.isVisible()
    assert windows.seen == []
