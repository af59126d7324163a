"""Widths of panes are set with pointer or keys, and remembered."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.shell_parts import Storage
from ui.widgets.splitter import STEP, RememberingSplitter


def shown(qtbot: QtBot, storage: Storage) -> RememberingSplitter:
    made = RememberingSplitter("news", (300, 0), QLabel("lista"), QLabel("läsare"), memory=storage)
    made.resize(1000, 400)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_first_widths_are_those_of_the_design(qtbot: QtBot) -> None:
    assert abs(shown(qtbot, Storage()).sizes()[0] - 300) <= 8


def test_keys_move_the_line_and_it_is_remembered(qtbot: QtBot) -> None:
    storage = Storage()
    splitter = shown(qtbot, storage)
    before = splitter.sizes()[0]
    QTest.keyClick(splitter.handle(1), Qt.Key.Key_Right)
    assert splitter.sizes()[0] == before + STEP
    again = shown(qtbot, storage)
    assert abs(again.sizes()[0] - splitter.sizes()[0]) <= 2
    QTest.keyClick(splitter.handle(1), Qt.Key.Key_Home)
    assert "splitter.news" not in storage.kept


def test_what_is_remembered_wrongly_is_ignored(qtbot: QtBot) -> None:
    for kept in ("", "x y", "300", "300 200 100"):
        assert abs(shown(qtbot, Storage(**{"splitter.news": kept})).sizes()[0] - 300) <= 8


def test_the_line_has_a_name_and_takes_the_focus(qtbot: QtBot) -> None:
    handle = shown(qtbot, Storage()).handle(1)
    assert handle.accessibleName()
    assert handle.focusPolicy() & Qt.FocusPolicy.TabFocus
