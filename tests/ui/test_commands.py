"""A command exists once: given by key, menu and palette alike."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from ui.commands import Command, Commands, key_words


def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_key_gives_the_command(qtbot: QtBot) -> None:
    shown = window(qtbot)
    commands, done = Commands(shown), []
    commands.add([Command("new", "Ny uppgift", lambda: done.append("new"), "Ctrl+N")])
    QTest.keyClick(shown, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert done == ["new"]


def test_a_command_that_is_withdrawn_has_no_key(qtbot: QtBot) -> None:
    shown = window(qtbot)
    commands, done = Commands(shown), []
    commands.add([Command("new", "Ny uppgift", lambda: done.append("new"), "Ctrl+N")])
    commands.remove(["new"])
    QTest.keyClick(shown, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert done == []
    assert not commands.run("new")
    assert shown.actions() == []


def test_what_cannot_be_done_now_is_not_offered(qtbot: QtBot) -> None:
    commands = Commands(window(qtbot))
    commands.add(
        [Command("undo", "Ångra", lambda: None, enabled=lambda: False), Command("back", "Bakåt", lambda: None)]
    )
    assert [command.id for command in commands.offered()] == ["back"]
    assert not commands.run("undo")


def test_a_menu_entry_shows_the_key_and_gives_the_command(qtbot: QtBot) -> None:
    shown = window(qtbot)
    commands, done = Commands(shown), []
    commands.add([Command("refresh", "Hämta", lambda: done.append("refresh"), "F5", "refresh")])
    action = commands.menu_action("refresh", QMenu(shown))
    assert action.text() == "Hämta\tF5"
    action.trigger()
    assert done == ["refresh"]


def test_keys_are_written_as_the_system_writes_them(qtbot: QtBot) -> None:
    assert key_words("Ctrl+K") == "Ctrl+K"
