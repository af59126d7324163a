"""The screens with panes: whole again after large text and small windows, and the way back leads to the list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.opened import Opened
from tests.ui.screens.a_day import TEAM
from tests.ui.screens.finding import button, part
from ui.look import look
from ui.screen import Screen
from ui.screens.news.article_reader import ArticleReader
from ui.screens.workspaces.workspace_page import WorkspacePage
from ui.widgets.adaptive_panes import AdaptivePanes
from ui.widgets.article_text import ArticleText
from ui.widgets.buttons import Button
from ui.widgets.fields import TextField
from ui.widgets.labels import Label, Paragraph
from ui.widgets.row_list import RowList
from workplace_app.domain.person import Person
from workplace_app.domain.settings import TEXT_PERCENT

WITH_PANES = ("news", "workspaces", "services", "people")
LISTS = {"news": "News", "workspaces": "Notifications", "services": "Services", "people": "Colleagues"}


def resize(day: Opened, width: int) -> None:
    day.application.window.resize(width, 900)
    QApplication.processEvents()


def screen(day: Opened) -> Screen:
    shown = day.workplace.pages.shown
    assert shown is not None
    return shown


def panes(day: Opened) -> AdaptivePanes:
    return part(screen(day), AdaptivePanes)


def widths(day: Opened) -> list[int]:
    QApplication.processEvents()
    return panes(day).sizes()


def press(day: Opened, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or day.application.window, key, modifiers)
    QApplication.processEvents()


def go_back(day: Opened) -> None:
    press(day, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)


def too_large(day: Opened) -> list[str]:
    """Words whose font is not the one that the look has for them now."""
    labels = [each for each in day.application.window.findChildren(QLabel) if isinstance(each, (Label, Paragraph))]
    fields = day.application.window.findChildren(TextField)
    return [
        f"{each.font().pointSizeF()} {each.accessibleName() or each.text()}"
        for each in (*labels, *fields)
        if abs(each.font().pointSizeF() - look.font(each._role).pointSizeF()) > 0.1
    ]


@pytest.mark.parametrize("place", WITH_PANES)
def test_large_text_and_back_leaves_every_screen_as_it_was(day: Opened, place: str) -> None:
    day.workplace.go(place)
    part(screen(day), RowList, LISTS[place]).choose_first()
    before = widths(day)
    day.application.settings.set(TEXT_PERCENT, 200)
    QApplication.processEvents()
    assert too_large(day) == []
    day.workplace.go("today")
    day.application.settings.set(TEXT_PERCENT, 100)
    QApplication.processEvents()
    day.workplace.go(place)
    QApplication.processEvents()
    assert too_large(day) == []
    assert widths(day) == before


@pytest.mark.parametrize("place", WITH_PANES)
def test_a_window_that_was_small_for_a_while_leaves_the_panes_as_they_were(day: Opened, place: str) -> None:
    day.workplace.go(place)
    before = widths(day)
    resize(day, 640)
    assert panes(day).room == 1
    resize(day, 1440)
    assert widths(day) == before


@pytest.mark.parametrize("place", WITH_PANES)
def test_alt_left_leads_from_what_was_opened_to_the_list_and_then_to_the_place_before(day: Opened, place: str) -> None:
    resize(day, 640)
    day.keep(Person("person:olof", "Olof Strand"))
    day.workplace.go(place)
    listed = part(screen(day), RowList, LISTS[place])
    listed.choose_first()
    listed.setFocus()
    press(day, Qt.Key.Key_Return)
    assert not listed.isVisible()
    go_back(day)
    assert day.workplace.pages.place == place
    assert listed.hasFocus()
    press(day, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert not listed.isVisible()
    go_back(day)
    assert listed.hasFocus()
    go_back(day)
    assert day.workplace.pages.place == "today"


def test_an_article_from_idag_leads_back_to_idag(day: Opened) -> None:
    resize(day, 640)
    day.workplace.go("news")
    day.workplace.go("today")
    day.workplace.go("news", "intranet:skola")
    assert part(screen(day), ArticleReader).isVisible()
    go_back(day)
    assert day.workplace.pages.place == "today"


def test_the_button_above_the_page_leads_to_the_list_too(day: Opened) -> None:
    resize(day, 640)
    day.workplace.go("news", "intranet:skola")
    text = part(screen(day), ArticleText)
    text.setFocus()
    button(screen(day), "Back to the list").click()
    assert part(screen(day), RowList, "News").hasFocus()
    assert not text.isVisible()


def test_larger_text_does_not_take_the_article_from_its_reader(day: Opened) -> None:
    day.workplace.go("news", "intranet:skola")
    text = part(screen(day), ArticleText)
    text.setFocus()
    day.application.settings.set(TEXT_PERCENT, 200)
    QApplication.processEvents()
    assert panes(day).room == 1
    assert text.isVisible()
    go_back(day)
    assert part(screen(day), RowList, "News").isVisible()


def test_with_one_pane_at_a_time_a_workspace_itself_is_reached_by_key(day: Opened) -> None:
    resize(day, 640)
    day.workplace.go("workspaces")
    choices = part(screen(day), RowList, "Workspaces")
    button(screen(day), "All workspaces").click()
    assert choices.isVisible()
    choices.choose(TEAM.id)
    choices.setFocus()
    press(day, Qt.Key.Key_Return)
    assert part(screen(day), RowList, "Notifications").hasFocus()
    press(day, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    for _stop in range(10):
        if QApplication.focusWidget() is button(screen(day), "Show the workspace"):
            break
        press(day, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    press(day, Qt.Key.Key_Space)
    page = part(screen(day), WorkspacePage)
    assert page.isVisible()
    assert part(page, RowList, "Channels").isVisible()
    assert button(page, "Make a favourite").isVisible()
    go_back(day)
    assert part(screen(day), RowList, "Notifications").isVisible()


def test_what_stands_beside_the_list_needs_no_button(day: Opened) -> None:
    day.workplace.go("workspaces")
    part(screen(day), RowList, "Workspaces").choose(TEAM.id)
    QApplication.processEvents()
    assert not any(each.text() == "Show the workspace" for each in screen(day).findChildren(Button) if each.isVisible())
