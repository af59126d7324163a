"""Troubleshooting in the settings: it looks when asked, says what is wrong, and gives it on to IT."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.opened import Opened, open_window
from tests.ui.shell_parts import NOW
from ui.screens.settings.checkup_panel import CheckupPanel
from ui.screens.settings.settings_screen import SettingsScreen
from ui.widgets.buttons import Button
from ui.widgets.notes import Note
from workplace_app.check_beside import CheckBeside
from workplace_app.domain.checkup import Area, Check, CheckState, Checkup, Finding
from workplace_app.domain.problem import Problem, ProblemKind

FOUND = Checkup(
    NOW,
    "1.2.3",
    (
        Check(
            Area.NETWORK, "graph.microsoft.com", CheckState.OK, Finding.ANSWERS, {"service": "graph", "seconds": "0.2"}
        ),
        Check(
            Area.KEYRING, "", CheckState.PROBLEM, Finding.PROBLEM, problem=Problem(ProblemKind.NO_KEYRING, detail="x.y")
        ),
        Check(Area.CONSENT, "Chat.Read", CheckState.WARNING, Finding.CONSENT_LACKING, {"scope": "Chat.Read"}),
    ),
)
WELL = Checkup(NOW, "1.2.3", FOUND.checks[:1])


class Doctor:
    """A ``ComputerCheck`` whose answer a test gives."""

    def __init__(self) -> None:
        self.stepped: Callable[[int, int], None] = lambda _done, _of: None
        self.ended: Callable[[Checkup], None] = lambda _checkup: None
        self.begun = 0

    def begin(self, stepped: Callable[[int, int], None], ended: Callable[[Checkup], None]) -> None:
        self.stepped, self.ended = stepped, ended
        self.begun += 1


@pytest.fixture
def doctor() -> Doctor:
    return Doctor()


@pytest.fixture
def shown(qapp: QApplication, tmp_path: Path, doctor: Doctor) -> Iterator[Opened]:
    made = open_window(qapp, tmp_path, {"settings": lambda context: SettingsScreen(context, doctor)})
    made.workplace.go("settings", "about")
    yield made
    made.close()


def panel(shown: Opened) -> CheckupPanel:
    found = shown.application.window.findChild(CheckupPanel)
    assert found is not None
    return found


def press(shown: Opened, name: str) -> None:
    (button,) = [each for each in panel(shown).findChildren(Button) if each.accessibleName() == name]
    button.click()


def said(shown: Opened) -> str:
    QApplication.processEvents()
    labels = [label.text() for label in panel(shown).findChildren(QLabel) if label.isVisible() and label.text()]
    return "\n".join(QTextDocumentFragment.fromHtml(text).toPlainText() if "<p" in text else text for text in labels)


def test_nothing_is_looked_at_before_somebody_asks(shown: Opened, doctor: Doctor) -> None:
    assert doctor.begun == 0
    assert "Copy for IT" not in [button.accessibleName() for button in panel(shown).findChildren(Button)]


def test_while_it_looks_the_steps_are_told_and_it_cannot_be_asked_twice(shown: Opened, doctor: Doctor) -> None:
    press(shown, "Check this computer")
    doctor.stepped(3, 9)
    assert "3 of 9 steps" in said(shown)
    press(shown, "Check this computer")
    assert doctor.begun == 1


def test_what_is_wrong_is_said_with_what_to_do_and_what_is_well_is_counted(shown: Opened, doctor: Doctor) -> None:
    press(shown, "Check this computer")
    doctor.ended(FOUND)
    words = said(shown)
    assert "1 problem found. 1 thing is as it should be." in words
    assert "Keyring" in words
    assert "Chats are missing among the workspaces." in words
    assert "graph.microsoft.com" not in words
    assert "9 steps" not in words


def test_it_is_said_in_swedish_too(swedish: None, qapp: QApplication, tmp_path: Path) -> None:
    doctor = Doctor()
    made = open_window(qapp, tmp_path, {"settings": lambda context: SettingsScreen(context, doctor)})
    made.workplace.go("settings", "about")
    press(made, "Kontrollera datorn")
    doctor.ended(FOUND)
    words = said(made)
    made.close()
    assert "Chattar saknas bland ytorna." in words
    assert "Nyckelring" in words


def test_a_second_look_replaces_the_first(shown: Opened, doctor: Doctor) -> None:
    for checkup in (FOUND, WELL):
        press(shown, "Check this computer")
        doctor.ended(checkup)
    words = said(shown)
    assert "No problem was found." in words
    assert "Chats are missing" not in words


def test_all_of_it_is_copied_for_it(shown: Opened, doctor: Doctor) -> None:
    press(shown, "Check this computer")
    doctor.ended(FOUND)
    press(shown, "Copy for IT")
    copied = QApplication.clipboard().text()
    assert "graph.microsoft.com" in copied
    assert "no_keyring: x.y" in copied


def test_a_page_that_has_gone_hears_no_more(shown: Opened, qtbot: QtBot) -> None:
    heard: list[str] = []

    def examine(told: Callable[[int, int], None]) -> Checkup:
        told(1, 1)
        heard.append("looked")
        return FOUND

    check = CheckBeside(examine)
    gone = CheckupPanel(panel(shown)._context, check)
    gone._begin()
    gone.deleteLater()
    qtbot.waitUntil(lambda: heard == ["looked"])
    QApplication.processEvents()


def test_what_is_found_comes_in_the_windows_own_thread(shown: Opened, qtbot: QtBot) -> None:
    def examine(told: Callable[[int, int], None]) -> Checkup:
        told(1, 2)
        return FOUND

    made = CheckupPanel(panel(shown)._context, CheckBeside(examine))
    made._begin()
    qtbot.waitUntil(lambda: made.found is FOUND)
    made.deleteLater()


def test_the_focus_stays_on_the_button_and_what_is_found_comes_into_sight(
    shown: Opened, doctor: Doctor, qtbot: QtBot
) -> None:
    window = shown.application.window
    window.resize(640, 480)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    (button,) = [each for each in panel(shown).findChildren(Button) if each.accessibleName() == "Check this computer"]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert button.hasFocus()
    doctor.ended(FOUND)
    (note,) = panel(shown).findChildren(Note)
    qtbot.waitUntil(lambda: note.visibleRegion().boundingRect().height() == note.height())
    assert button.hasFocus()
    assert not button.visibleRegion().isEmpty()
