"""What a search finds leads to the thing itself: a task in the list of all, an event in the calendar, else outside."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.store.many_facts import tasks as many_tasks
from tests.ui.opened import Opened
from tests.ui.screens.a_day import EVENTS, TASKS
from tests.ui.screens.today.test_today_screen import rows, screen
from tests.ui.shell_parts import NOW
from ui.models.event_model import EventRow
from ui.models.task_model import TaskRow
from ui.places import TODAY
from ui.screens.search.hit_rows import hit_row
from ui.screens.today.all_tasks import AllTasks
from workplace_app.domain.search_hit import HitKind, SearchHit
from workplace_app.store.outbox_reader import count_intents


def all_tasks(day: Opened) -> AllTasks:
    found = screen(day).findChild(AllTasks)
    assert found is not None
    return found


def test_a_task_is_chosen_in_the_list_of_all(day: Opened) -> None:
    day.workplace.go(TODAY, TASKS[2].id)
    chosen = all_tasks(day).rows.chosen_row
    assert isinstance(chosen, TaskRow)
    assert chosen.id == TASKS[2].id


def test_a_task_far_down_is_read_until_it_is_there(day: Opened) -> None:
    many = tuple(many_tasks(450))
    day.keep(*many)
    last = max((each for each in many if not each.completed), key=lambda each: (each.due is None, each.due or NOW))
    day.workplace.go(TODAY, last.id)
    chosen = all_tasks(day).rows.chosen_row
    assert isinstance(chosen, TaskRow)
    assert chosen.id == last.id


def test_a_task_that_is_done_opens_where_it_is_kept(day: Opened) -> None:
    day.keep(replace(TASKS[1], completed=True))
    day.workplace.go(TODAY, TASKS[1].id)
    assert day.addresses == [TASKS[1].address]


def test_an_event_of_today_is_chosen_in_the_calendar(day: Opened) -> None:
    day.workplace.go(TODAY, EVENTS[2].id)
    chosen = rows(day, "calendar").chosen_row
    assert isinstance(chosen, EventRow)
    assert chosen.event.id == EVENTS[2].id


def test_an_event_of_another_day_opens_in_the_calendar_outside(day: Opened) -> None:
    later = replace(EVENTS[0], id="event:senare", address="https://outlook.office.com/calendar/item/x")
    later = replace(later, start=later.start + timedelta(days=9), end=later.end + timedelta(days=9))
    day.keep(later)
    day.workplace.go(TODAY, later.id)
    assert day.addresses == [later.address]


@pytest.mark.parametrize(("kind", "words"), [(HitKind.TASK, "tomorrow"), (HitKind.EVENT, "tomorrow 10:12")])
def test_a_task_is_due_on_a_day_and_an_event_begins_at_a_time(qapp: QApplication, kind: HitKind, words: str) -> None:
    hit = SearchHit("x:1", kind, "Möte", at=NOW + timedelta(days=1, hours=2))
    assert hit_row(hit, NOW, "").words == words


def choose_in_menu(day: Opened, entry: str) -> list[str]:
    """Shift+F10 on the first task, then this entry; all that the menu offers."""
    listed = rows(day, "tasks")
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    found = {action.text().partition("\t")[0]: action for action in menu.actions()}
    found[entry].trigger()
    menu.close()
    return list(found)


MENU = [
    "Done",
    "Change the date …",
    "Comment …",
    "Remind me …",
    "Take time in the calendar …",
    "Open where it is kept",
    "Copy the link",
]


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
def test_the_menu_of_a_task_ticks_opens_and_copies(day: Opened) -> None:
    assert choose_in_menu(day, "Copy the link") == MENU
    assert QApplication.clipboard().text() == TASKS[0].address
    choose_in_menu(day, "Open where it is kept")
    assert day.addresses == [TASKS[0].address]
    choose_in_menu(day, "Done")
    assert count_intents(day.connection, NOW).waiting == 1
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert rows(day, "tasks").findChildren(QMenu) == [], "no menu stays behind"
