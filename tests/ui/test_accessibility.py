"""Every screen as assistive technology, a keyboard, large text and a long language meet it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTranslator
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.opened import Opened
from tests.ui.screens.conftest import close, open_screens
from tests.ui.widgets.accessible import faults, stops
from ui.models.row_model import RowModel
from ui.screens.sign_in.sign_in_screen import SignInScreen
from ui.screens.today.all_tasks import ALL_TASKS
from ui.widgets.article_text import ArticleText
from ui.widgets.buttons import Button
from ui.widgets.choices import Segmented
from ui.widgets.row_list import RowList
from ui.widgets.scroll_page import ScrollPage
from workplace_app.domain.settings import TEXT_PERCENT

VIEWS: dict[str, Callable[[Opened], None]] = {
    "today": lambda day: day.workplace.go("today"),
    "all tasks": lambda day: day.workplace.go("today", ALL_TASKS),
    "article": lambda day: day.workplace.go("news", "intranet:mallar"),
    "notification": lambda day: day.workplace.go("workspaces", "n:nämnd"),
    "team": lambda day: day.workplace.go("workspaces", "team:bygg"),
    "site": lambda day: day.workplace.go("workspaces", "site:mallar"),
    "service": lambda day: day.workplace.go("services", "service:nybyggnadskarta"),
    "journey": lambda day: day.workplace.go("services", "journey:hus"),
}


class LongLanguage(QTranslator):
    """Says everything twice as long."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        del context, disambiguation, n
        return f"{source} {source[::-1]}" if len(source) > 1 and "{" not in source and "%" not in source else source


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    made = open_screens(qapp, tmp_path)
    yield made
    close(made)
    qapp.setStyleSheet("")


@pytest.fixture
def long_window(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    translator = LongLanguage()
    made = open_screens(qapp, tmp_path)
    QCoreApplication.installTranslator(translator)
    made.workplace.enter(made.connection, made.context.account, made.context.municipality, made.requests)
    yield made
    close(made)
    QCoreApplication.removeTranslator(translator)
    qapp.setStyleSheet("")


def show(day: Opened, view: str, percent: int = 100) -> QWidget:
    day.context.settings.set(TEXT_PERCENT, percent)
    VIEWS[view](day)
    QApplication.processEvents()
    return day.application.window


def cut(root: QWidget) -> list[str]:
    """Buttons and words that have less room than they need, and what stands outside the page."""
    found = []
    for each in root.findChildren(QWidget):
        if not each.isVisible():
            continue
        if isinstance(each, Button) and each.width() < each.minimumSizeHint().width():
            found.append(f"{each.accessibleName()!r} has {each.width()} of {each.minimumSizeHint().width()}")
        if isinstance(each, QLabel) and each.wordWrap() and each.height() + 1 < each.heightForWidth(each.width()):
            found.append(f"{each.text()!r} has {each.height()} of {each.heightForWidth(each.width())}")
        if isinstance(each, (Button, QLabel)) and each.mapTo(root, QPoint(0, 0)).x() + each.width() > root.width() + 1:
            found.append(f"{each.accessibleName() or each.text()!r} stands outside the window")
        page = each.widget() if isinstance(each, ScrollPage) else None
        if page is not None and isinstance(each, ScrollPage) and page.width() > each.viewport().width():
            found.append(f"a page of {page.width()} is shown in {each.viewport().width()}")
    return found


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("view", VIEWS)
def test_everything_has_a_name_a_role_and_a_size(window: Opened, view: str, percent: int) -> None:
    assert faults(show(window, view, percent)) == []


@pytest.mark.parametrize("view", VIEWS)
def test_tab_reaches_everything_and_goes_round(window: Opened, qtbot: QtBot, view: str) -> None:
    shown = show(window, view)
    qtbot.waitUntil(shown.isActiveWindow)
    wanted = {each for each in stops(shown) if not isinstance(each.parentWidget(), Segmented)}
    reached: set[QWidget] = set()
    for _ in range(len(stops(shown)) + 3):
        QTest.keyClick(QApplication.focusWidget() or shown, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
    missed = {f"{type(each).__name__} {each.accessibleName()!r}" for each in wanted - reached}
    assert missed == set()


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (640, 480)])
@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_cut_with_the_largest_text(window: Opened, view: str, size: tuple[int, int]) -> None:
    window.application.window.resize(*size)
    shown = show(window, view, 200)
    QApplication.processEvents()
    assert cut(shown) == []


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_cut_in_a_language_twice_as_long(long_window: Opened, view: str) -> None:
    shown = show(long_window, view)
    QApplication.processEvents()
    assert cut(shown) == []


@pytest.mark.parametrize("view", VIEWS)
def test_the_focus_can_be_seen_wherever_tab_goes(window: Opened, qtbot: QtBot, view: str) -> None:
    shown = show(window, view)
    qtbot.waitUntil(shown.isActiveWindow)
    unseen = []
    for each in stops(shown)[:60]:
        each.clearFocus()
        rest = each.grab().toImage()
        each.setFocus(Qt.FocusReason.TabFocusReason)
        if each.grab().toImage() == rest:
            unseen.append(f"{type(each).__name__} {each.accessibleName()!r}")
    assert unseen == []


class Windows(QObject):
    """Notes every window that is shown, however briefly."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_no_screen_opens_a_window_of_its_own_while_it_is_made(qapp: QApplication, tmp_path: Path) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)
    made = open_screens(qapp, tmp_path)
    for show_view in VIEWS.values():
        show_view(made)
    for place in ("people", "settings"):
        made.workplace.go(place)
    SignInScreen(made.context).deleteLater()
    qapp.removeEventFilter(windows)
    close(made)
    qapp.setStyleSheet("")
    assert windows.shown == ["MainWindow"]


@pytest.mark.parametrize("view", VIEWS)
def test_every_row_is_spoken(window: Opened, view: str) -> None:
    for listed in show(window, view).findChildren(RowList):
        model = listed.model()
        assert isinstance(model, RowModel)
        role = Qt.ItemDataRole.AccessibleTextRole
        spoken = [str(model.data(model.index(number), role) or "") for number in range(model.rowCount())]
        assert all(spoken), f"a row of {listed.accessibleName()} says nothing"


def test_the_article_is_a_text_to_a_screen_reader(window: Opened) -> None:
    text = show(window, "article").findChild(ArticleText)
    assert text is not None
    spoken = QAccessible.queryAccessibleInterface(text)
    assert spoken.role() in (QAccessible.Role.EditableText, QAccessible.Role.Document)
    assert spoken.text(QAccessible.Text.Name) == "The article's text"
    assert spoken.state().readOnly


@pytest.mark.parametrize("view", VIEWS)
def test_no_two_things_have_the_same_mnemonic(window: Opened, view: str) -> None:
    texts = [each.text() for each in show(window, view).findChildren(Button) if each.isVisible()]
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text.replace("&&", "")]
    assert len(letters) == len(set(letters))
