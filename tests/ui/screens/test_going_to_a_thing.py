"""Whoever goes to a thing finds its row chosen, and the focus there or on its page where that stands alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.opened import Opened
from tests.ui.screens.a_day import ARTICLES, CHAT, EVENTS, MAP, NOTIFICATIONS
from tests.ui.screens.finding import part
from tests.ui.shell_parts import NOW
from ui.screen import Screen
from ui.screens.people.people_screen import PeopleScreen
from ui.screens.people.person_page import PersonPage
from ui.screens.search.palette import Palette
from ui.screens.workspaces.thread_view import MessageView
from ui.widgets.fields import SearchField, TextField
from ui.widgets.row_list import RowList
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.splitter import RememberingSplitter
from workplace_app.domain.person import Person
from workplace_app.domain.workspace import Message

LISTS = {"news": "News", "workspaces": "Notifications", "services": "Services", "people": "Colleagues"}
LAST = Person("person:1199", "Östen Öberg", unit="Bygglovsenheten")


def keep_people(day: Opened) -> None:
    many = [Person(f"person:{number}", f"Namn {number:04}") for number in range(1_199)]
    day.keep(*many, LAST)


def screen(day: Opened) -> Screen:
    found = day.workplace.pages.shown
    assert found is not None
    return found


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def chosen(listed: RowList) -> str:
    row = listed.chosen_row
    return row.id if row is not None else ""


def search(day: Opened, words: str) -> None:
    """Ctrl+K, the words, Enter: as it is done by hand."""
    QTest.keyClick(focused(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = part(day.application.window, Palette)
    box = part(palette, TextField)
    box.setText(words)
    palette._answer()
    QTest.keyClick(box, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_the_palette_leads_to_a_colleague_whose_row_had_not_been_read(day: Opened) -> None:
    keep_people(day)
    day.workplace.go("people")
    part(screen(day), RememberingSplitter).handle(1).setFocus()
    search(day, LAST.name)
    listed = part(screen(day), RowList, "Colleagues")
    assert listed.hasFocus()
    assert chosen(listed) == LAST.id
    assert part(screen(day), PersonPage).person == LAST


def test_a_filter_that_leaves_them_out_is_emptied(day: Opened) -> None:
    keep_people(day)
    day.workplace.go("people")
    part(screen(day), SearchField).setText("Namn 0001")
    day.workplace.go("people", LAST.id)
    assert chosen(part(screen(day), RowList, "Colleagues")) == LAST.id
    assert part(screen(day), SearchField).text() == ""


@pytest.mark.parametrize(
    ("place", "item"), [("news", ARTICLES[2].id), ("workspaces", NOTIFICATIONS[0].id), ("services", MAP.id)]
)
def test_the_row_takes_the_focus_where_it_is_in_sight(day: Opened, place: str, item: str) -> None:
    day.workplace.go(place, item)
    listed = part(screen(day), RowList, LISTS[place])
    assert listed.hasFocus()
    assert chosen(listed) == item


@pytest.mark.parametrize(
    ("place", "item"),
    [("news", ARTICLES[2].id), ("workspaces", NOTIFICATIONS[0].id), ("services", MAP.id), ("people", LAST.id)],
)
def test_the_page_takes_the_focus_where_it_stands_alone(day: Opened, place: str, item: str) -> None:
    keep_people(day)
    day.application.window.resize(640, 900)
    QApplication.processEvents()
    day.workplace.go(place, item)
    QApplication.processEvents()
    assert screen(day).isAncestorOf(focused())
    assert screen(day).panes()[-1].isAncestorOf(focused())


def test_a_colleague_of_a_colleague_is_reached_without_losing_the_focus(day: Opened) -> None:
    keep_people(day)
    day.workplace.go("people", LAST.id)
    shown = screen(day)
    assert isinstance(shown, PeopleScreen)
    part(shown, PersonPage).chat_button.setFocus()
    part(shown, PersonPage).shown_wanted.emit("person:7")
    QApplication.processEvents()
    assert shown.isAncestorOf(focused())


def bottom_of_last(page: ScrollPage) -> int:
    """Where the last message ends in what is in sight of a page."""
    last = page.findChildren(MessageView)[-1]
    return last.mapTo(page.viewport(), last.rect().bottomLeft()).y()


@pytest.mark.parametrize("place", ["news", "workspaces", "services"])
def test_a_place_that_is_gone_to_from_a_page_begins_with_its_list(day: Opened, place: str) -> None:
    day.application.window.resize(1024, 700)
    keep_people(day)
    day.workplace.go("people", LAST.id)
    part(screen(day), PersonPage).setFocus()
    day.workplace.go(place)
    assert part(screen(day), RowList, LISTS[place]).hasFocus()


BELOW = 100
"""The button that answers stands under what was said last, and some air."""


def test_a_chat_opens_at_its_newest_message_and_stays_where_its_reader_scrolls(day: Opened) -> None:
    def said(number: int) -> Message:
        words = f"Rad {number} " + "ord " * 40
        key, sent = f"m:{number}", NOW.replace(minute=number)
        return Message(key, CHAT.id, CHAT.id, key, None, "Jonas Vretlund", sent, words, "")

    day.keep(*(said(number) for number in range(30)))
    day.workplace.go("workspaces", CHAT.id)
    page = part(screen(day).panes()[-1], ScrollPage)
    bar = page.verticalScrollBar()
    QApplication.processEvents()
    assert bar.maximum() > 500
    assert 0 < page.viewport().height() - bottom_of_last(page) < BELOW
    day.keep(said(31))
    QApplication.processEvents()
    assert 0 < page.viewport().height() - bottom_of_last(page) < BELOW
    bar.triggerAction(bar.SliderAction.SliderToMinimum)
    day.keep(said(32))
    QApplication.processEvents()
    assert bar.value() == 0


def test_an_event_that_is_gone_to_from_another_page_keeps_its_row(day: Opened) -> None:
    day.workplace.go("news", ARTICLES[2].id)
    day.workplace.go("today", EVENTS[2].id)
    card = next(each for each in screen(day).findChildren(RowList) if each.hasFocus())
    assert card.chosen_row.event.id == EVENTS[2].id  # type: ignore[union-attr]
