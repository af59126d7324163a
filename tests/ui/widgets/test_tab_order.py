"""What is made later is reached with Tab where it stands, and not after the foot of the window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.layouts import Column
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.tab_order import keep_in_tab_order


def page_of(*names: str) -> QWidget:
    content = QWidget()
    content.setLayout(Column(*(QPushButton(name) for name in names)))
    return content


def tabbed(qtbot: QtBot, window: QWidget, first: QPushButton) -> list[str]:
    """The names that Tab comes to, from the first on and once round."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus()
    seen: list[str] = []
    while (on := QApplication.focusWidget()) is not None and isinstance(on, QPushButton) and on.text() not in seen:
        seen.append(on.text())
        QTest.keyClick(on, Qt.Key.Key_Tab)
    return seen


def test_a_page_that_is_shown_later_stands_where_it_is(qtbot: QtBot) -> None:
    window, head, foot = QWidget(), QPushButton("head"), QPushButton("foot")
    page = ScrollPage(page_of("old"))
    window.setLayout(Column(head, page, foot))
    qtbot.addWidget(window)
    window.show()
    page.setWidget(page_of("a", "b"))
    assert tabbed(qtbot, window, head) == ["head", "a", "b", "foot"]


def test_what_is_added_to_a_list_of_messages_stands_where_it_is(qtbot: QtBot) -> None:
    window, head, foot = QWidget(), QPushButton("head"), QPushButton("foot")
    holder = QWidget()
    added = QVBoxLayout(holder)
    added.addWidget(QPushButton("a"))
    window.setLayout(Column(head, holder, foot))
    qtbot.addWidget(window)
    window.show()
    added.addWidget(QPushButton("b"))
    keep_in_tab_order(holder)
    assert tabbed(qtbot, window, head) == ["head", "a", "b", "foot"]


def test_what_stands_alone_stays_as_it_is(qtbot: QtBot) -> None:
    page = ScrollPage(page_of("a", "b"))
    qtbot.addWidget(page)
    keep_in_tab_order(page)
