"""All components on one sheet: named, large enough, reachable, and with a ring that can be seen, in every theme."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.gallery import sheet
from tests.ui.test_theme import contrast
from tests.ui.widgets.accessible import faults, stops
from ui.look import look
from ui.restyling import apply_look
from ui.theme import THEMES, Theme
from ui.widgets.buttons import Button, Toggle
from ui.widgets.choices import Segmented


def shown_sheet(qapp: QApplication, qtbot: QtBot, theme: Theme, scale: float = 1.0) -> QWidget:
    look.change(theme=theme, text_scale=scale)
    apply_look(qapp)
    window = sheet()
    qtbot.addWidget(window)
    window.resize(round(1440 * scale), 1400)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_everything_has_a_name_a_role_and_a_size(qapp: QApplication, qtbot: QtBot, theme: Theme, scale: float) -> None:
    assert faults(shown_sheet(qapp, qtbot, theme, scale)) == []


def test_tab_reaches_everything_and_goes_round(qapp: QApplication, qtbot: QtBot) -> None:
    window = shown_sheet(qapp, qtbot, THEMES[0])
    wanted = {each for each in stops(window) if not isinstance(each.parentWidget(), Segmented)}
    reached: list[QWidget] = []
    for _ in range(len(wanted) * 2):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in reached:
            break
        reached.append(focused)
    assert len(reached) > 25
    assert {type(each).__name__ for each in wanted} <= {type(each).__name__ for each in reached}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_ring_of_a_button_can_be_seen(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    window = shown_sheet(qapp, qtbot, theme)
    for kind in (Button, Toggle):
        button = next(each for each in window.findChildren(kind) if each.isEnabled() and each.isVisible())
        button.clearFocus()
        rest = button.grab().toImage()
        button.setFocus(Qt.FocusReason.TabFocusReason)
        ringed = button.grab().toImage()
        changed = sum(
            rest.pixelColor(x, y) != ringed.pixelColor(x, y) for x in range(rest.width()) for y in range(rest.height())
        )
        assert changed >= 2 * 2 * (rest.width() + rest.height()) * 0.5  # two pixels wide, all around, corners cut
        top = ringed.pixelColor(rest.width() // 2, 1).name()
        assert contrast(top, look.hex("canvas")) >= 3


def test_a_click_shows_no_ring(qapp: QApplication, qtbot: QtBot) -> None:
    window = shown_sheet(qapp, qtbot, THEMES[0])
    button = next(each for each in window.findChildren(Button) if each.isEnabled() and each.isVisible())
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not button.shows_focus
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.shows_focus


def test_enter_presses_as_space_does(qapp: QApplication, qtbot: QtBot) -> None:
    button = Button("Öppna")
    qtbot.addWidget(button)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("pressed"))
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert len(pressed) == 2


def test_arrows_move_a_choice(qapp: QApplication, qtbot: QtBot) -> None:
    choice = Segmented("Urval", [("me", "För mig"), ("all", "Alla"), ("kept", "Sparat")], "me")
    qtbot.addWidget(choice)
    choice.show()
    choice.activateWindow()
    qtbot.waitUntil(choice.isActiveWindow)
    choice.focus_chosen()
    told: list[str] = []
    choice.changed.connect(told.append)
    QTest.keyClick(QApplication.focusWidget() or choice, Qt.Key.Key_Right)
    assert choice.chosen == "all"
    assert told == ["all"]
    choice.choose("kept")
    assert told == ["all"]
