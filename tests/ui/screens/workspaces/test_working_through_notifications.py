"""The list of what happened is worked through by key, from the list or from the page, and both show the same thing."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.opened import Opened
from tests.ui.screens.a_day import NOTIFICATIONS, SITE
from tests.ui.screens.finding import button, part, words
from ui.models.notification_model import NotificationModel, NotificationRow
from ui.screens.workspaces.notification_page import NotificationPage
from ui.screens.workspaces.notification_pane import NotificationPane
from ui.screens.workspaces.workspaces_screen import WorkspacesScreen
from ui.widgets.buttons import Button
from ui.widgets.notification_delegate import HANDLED
from ui.widgets.row_list import RowList
from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.settings import SINGLE_LETTER_KEYS
from workplace_app.store.outbox_reader import pending_intents

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Working:
    """Ytor, with the list and the page beside it."""

    def __init__(self, day: Opened) -> None:
        self.day = day
        day.workplace.go("workspaces")
        assert isinstance(day.workplace.pages.shown, WorkspacesScreen)
        self.screen = day.workplace.pages.shown
        self.listed = part(self.screen, RowList, "Notifications")

    @property
    def rows(self) -> list[NotificationRow]:
        model = self.listed.model()
        assert isinstance(model, NotificationModel)
        return [row for row in model.rows if isinstance(row, NotificationRow)]

    @property
    def ids(self) -> list[str]:
        return [row.id for row in self.rows]

    @property
    def shown(self) -> str:
        QApplication.processEvents()
        return self.screen.shown_item()

    @property
    def chosen(self) -> str:
        row = self.listed.chosen_row
        return row.id if row is not None else ""

    def press(self, key: Qt.Key) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        QApplication.processEvents()

    def focus_page(self, item: str) -> None:
        """Choose a row and go to its page with F6, as its reader would."""
        self.listed.choose(item)
        self.listed.setFocus()
        self.press(Qt.Key.Key_F6)
        assert part(self.screen, NotificationPage).isAncestorOf(focused_widget())


def focused_widget() -> Button:
    found = QApplication.focusWidget()
    assert isinstance(found, Button)
    return found


@pytest.fixture
def working(day: Opened) -> Working:
    return Working(day)


def test_after_e_the_next_one_is_chosen_and_shown(working: Working) -> None:
    first, second, *_rest = working.ids
    working.listed.choose(first)
    working.listed.setFocus()
    working.press(Qt.Key.Key_E)
    assert (working.chosen, working.shown) == (second, second)
    working.press(Qt.Key.Key_E)
    assert len(working.ids) == len(NOTIFICATIONS) - 2
    assert working.chosen == working.shown
    assert working.chosen in working.ids


def test_taking_it_back_shows_it_again(working: Working) -> None:
    first = working.ids[0]
    working.listed.choose(first)
    working.listed.setFocus()
    working.press(Qt.Key.Key_E)
    working.day.workplace._toasts.undo_last()
    assert (working.chosen, working.shown) == (first, first)


def test_after_the_last_one_neither_shows_anything(working: Working) -> None:
    working.listed.choose(working.ids[0])
    working.listed.setFocus()
    for _each in NOTIFICATIONS:
        working.press(Qt.Key.Key_E)
    assert working.ids == []
    assert working.shown == ""
    assert "Nothing chosen" in words(working.screen)


def test_a_row_that_is_done_with_the_pointer_leaves_the_page_alone(working: Working) -> None:
    first, second, *_rest = working.ids
    working.listed.choose(first)
    working.listed.part_pressed.emit(working.rows[1], HANDLED)
    assert second not in working.ids
    assert (working.chosen, working.shown) == (first, first)


def test_e_works_on_the_page_and_goes_on_from_there(working: Working) -> None:
    first, second, *_rest = working.ids
    working.focus_page(first)
    working.press(Qt.Key.Key_E)
    assert working.chosen == working.shown == second
    working.press(Qt.Key.Key_E)
    assert second not in working.ids
    assert working.chosen == working.shown
    assert working.chosen in working.ids


def test_s_on_the_page_asks_when(working: Working) -> None:
    working.focus_page(working.ids[0])
    working.press(Qt.Key.Key_S)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


def test_m_on_the_page_mutes_the_kind_of_what_it_shows(working: Working) -> None:
    working.focus_page("n:fil")
    working.press(Qt.Key.Key_M)
    assert "n:fil" not in working.ids


def test_letters_that_are_turned_off_do_nothing_on_the_page(working: Working) -> None:
    working.day.application.settings.set(SINGLE_LETTER_KEYS, False)
    before = working.ids
    working.focus_page(before[0])
    for key in (Qt.Key.Key_E, Qt.Key.Key_S, Qt.Key.Key_M):
        working.press(key)
    assert working.ids == before
    assert QApplication.activePopupWidget() is None


def test_one_pane_at_a_time_ends_in_the_list(working: Working) -> None:
    working.day.application.window.resize(640, 900)
    QApplication.processEvents()
    part(working.screen, RowList, "Workspaces").choose(SITE.id)
    working.listed.setFocus()
    working.listed.choose_first()
    working.press(Qt.Key.Key_Return)
    done = button(working.screen, "Done")
    done.setFocus()
    working.press(Qt.Key.Key_E)
    assert working.listed.isVisible()
    assert working.day.workplace.pages.place == "workspaces"


def test_without_a_network_each_act_is_kept_says_what_it_does_and_can_be_undone(working: Working) -> None:
    day = working.day
    day.workplace.watcher.at_rest = SyncProgress(running=False, offline=True)
    all_of_them = working.ids
    row = working.rows[0]
    pane = part(working.screen, NotificationPane)
    until = datetime(2026, 10, 14, 6, tzinfo=UTC)
    acts: dict[str, Callable[[], None]] = {
        " is done.": lambda: pane.handle(row),
        " comes back tomorrow 08:00.": lambda: pane._put_off(row, until),
        "You hear no more of ": lambda: pane.mute_kind_of(row),
    }
    for words_of_it, act in acts.items():
        act()
        assert words_of_it in day.workplace._toasts.current_text
        assert row.id not in working.ids
        assert pending_intents(day.connection) == (), "it concerns nobody else: nothing waits to be sent"
        day.workplace._toasts.undo_last()
        assert working.ids == all_of_them
