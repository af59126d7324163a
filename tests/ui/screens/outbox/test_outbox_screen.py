"""The outbox: what waits, what needs the user, what was sent; and taking back."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.opened import Opened, open_window
from tests.ui.shell_parts import NOW
from ui.models.row_model import GroupRow
from ui.screens.outbox.intent_rows import IntentModel, IntentRow, intent_row, wish_words
from ui.screens.outbox.outbox_screen import OutboxScreen
from ui.widgets.notes import EmptyState, Note
from ui.widgets.row_list import RowList
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.task import Task, TaskSource
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_filing import file_intent

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


def listed(screen: OutboxScreen) -> list[str]:
    found = screen.findChild(RowList)
    assert found is not None
    model = found.model()
    assert isinstance(model, IntentModel)
    return [f"[{row.title}]" if isinstance(row, GroupRow) else f"{row.title}: {row.state_words}" for row in model.rows]


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


def test_without_a_network_it_waits_and_the_page_says_so(shown: Opened, qtbot: QtBot) -> None:
    file_intent(shown.connection, IntentKind.COMPLETE_TASK, TASK.id, NOW)
    screen = go(shown)
    shown.workplace.watcher.progress_changed(SyncProgress(running=False, offline=True))
    qtbot.waitUntil(lambda: listed(screen) == ["[On its way]", "Done: Boka platsbesök: Waits"])
    assert any(note.isVisible() for note in screen.findChildren(Note))


def test_delete_takes_back_what_waits(shown: Opened) -> None:
    file_intent(shown.connection, IntentKind.COMPLETE_TASK, TASK.id, NOW)
    screen = go(shown)
    screen.focus_first()
    view = screen.findChild(RowList)
    assert view is not None
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert listed(screen) == []
    assert "taken back" in shown.workplace._toasts.current_text


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
    assert listed(go(shown)) == ["[Sent today]", "Done: Boka platsbesök: Sent"]


def test_a_task_that_is_gone_is_still_told(qapp: QApplication) -> None:
    row = intent_row(wish(IntentState.WAITING), None, NOW, offline=True)
    assert row.title == "Done: a task that is gone"
    assert row.can_be_withdrawn


def test_a_service_that_names_a_time_is_quoted(qapp: QApplication) -> None:
    later = Problem(ProblemKind.THROTTLED, service="planner", retry_at=NOW + timedelta(minutes=8))
    row = intent_row(wish(IntentState.WAITING, later), TASK, NOW, offline=False)
    assert row.state_words == "Waits until 08:20"


@pytest.mark.parametrize("kind", IntentKind)
def test_every_kind_of_wish_has_words(qapp: QApplication, kind: IntentKind) -> None:
    assert "Boka" in wish_words(kind, "Boka")


def test_the_screen_reader_hears_the_state_first(qapp: QApplication) -> None:
    row: IntentRow = intent_row(wish(IntentState.CONFIRMED), TASK, NOW, offline=False)
    assert IntentModel().spoken(row) == "Sent, Done: Boka platsbesök, Bygglov: ärenden, today 08:12"
