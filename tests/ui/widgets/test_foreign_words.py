"""Names from outside on buttons and in menus: an ampersand is a letter, a tab starts no column of shortcuts."""

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from ui.widgets.buttons import Button
from ui.widgets.tool_tips import menu_words


@pytest.mark.parametrize("name", ["Bygg & bo", "&Logga ut", "Trafik &amp; gator", "A&&B"])
def test_a_name_with_an_ampersand_gives_a_button_no_shortcut(qtbot: QtBot, name: str) -> None:
    button = Button(name)
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()
    assert button.text() == name
    assert button.accessibleName() == name


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("Bygg & bo", "Bygg && bo"),
        ("Lag\tCtrl+Q", "Lag Ctrl+Q"),
        ("en\n\n rad", "en rad"),
        ("x" * 200, "x" * 59 + "…"),
    ],
)
def test_a_name_in_a_menu_is_one_line_of_letters(qtbot: QtBot, name: str, given: str) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    assert menu.addAction(menu_words(name)).text() == given
