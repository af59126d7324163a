"""Locking, choosing a code and switching from within an account: what is asked first, and what goes from the window."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.opened import Opened, open_window
from tests.ui.shell_parts import ELIN, NACKA
from ui.choosing_code import ChoosingCode, choose_code
from ui.choosing_person import ChoosingPerson
from ui.idleness import Idleness
from ui.leaving import Copied
from ui.locking import LeavingOpen, lock
from ui.people_here import NobodyElse
from ui.screens.settings.account_page import AccountPage
from ui.screens.settings.settings_screen import SettingsScreen
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Paragraph
from ui.widgets.menus import passing_menu
from workplace_app.domain.access import AccessRules
from workplace_app.domain.keyring import Keyring
from workplace_app.domain.person_here import PersonHere
from workplace_app.domain.unlocking import CodeRefused

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
JONAS = PersonHere("j", "Jonas Tallmo", unit="Home care", has_code=True)
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class People(NobodyElse):
    """Notes what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.has_code = False
        self.refusal: CodeRefused | None = None

    def lock(self) -> None:
        self.asked.append("lock")

    def ask_who_is_here(self, answer: Callable[[tuple[PersonHere, ...]], None]) -> None:
        answer((JONAS,))

    def switch_to(self, person: PersonHere | None) -> None:
        self.asked.append(f"switch to {person.display_name if person is not None else 'somebody else'}")

    def change_code(self, current: str, code: str, answer: Callable[[CodeRefused | None], None]) -> None:
        self.asked.append(f"change {current!r} to {code!r}")
        if self.refusal is None:
            self.has_code = bool(code)
        answer(self.refusal)


@pytest.fixture
def people() -> People:
    return People()


@pytest.fixture
def shown(qapp: QApplication, tmp_path: Path, people: People, qtbot: QtBot) -> Iterator[Opened]:
    made = open_window(qapp, tmp_path, {"settings": SettingsScreen})
    made.context = made.workplace.enter(made.connection, ELIN, NACKA, made.requests, people=people)
    made.application.window.activateWindow()
    qtbot.waitUntil(made.application.window.isActiveWindow)
    yield made
    made.close()


def press(root: Dialog, text: str) -> None:
    next(each for each in root.findChildren(Button) if each.text() == text).click()


def asked(shown: Opened, kind: type[Dialog]) -> Dialog:
    found = [each for each in shown.application.window.findChildren(kind) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def key(shown: Opened) -> None:
    QTest.keyClick(QApplication.focusWidget() or shown.application.window, Qt.Key.Key_L, CTRL_SHIFT)


def test_the_key_locks_at_once_whoever_has_a_code(shown: Opened, people: People) -> None:
    people.has_code = True
    key(shown)
    assert people.asked == ["lock"]


def test_without_a_code_it_is_told_what_unlocking_needs_and_one_stays_by_default(shown: Opened, people: People) -> None:
    key(shown)
    question = asked(shown, LeavingOpen)
    assert isinstance(question, LeavingOpen)
    assert "needs a network" in question.spoken
    assert question.stay.hasFocus()
    QTest.keyClick(question.stay, Qt.Key.Key_Return)
    assert people.asked == []
    key(shown)
    press(asked(shown, LeavingOpen), "Lock all the same")
    assert people.asked == ["lock"]


def test_whoever_is_about_to_lock_may_choose_a_code_first(shown: Opened, people: People) -> None:
    key(shown)
    press(asked(shown, LeavingOpen), "Choose a lock code")
    dialog = asked(shown, ChoosingCode)
    assert isinstance(dialog, ChoosingCode)
    QTest.keyClicks(dialog.code.field, "lingon 4711")
    QTest.keyClick(dialog.code.field, Qt.Key.Key_Return)
    assert dialog.again.field.hasFocus(), "Enter goes on to the next field"
    QTest.keyClicks(dialog.again.field, "lingon 4711")
    QTest.keyClick(dialog.again.field, Qt.Key.Key_Return)
    assert people.asked == ["change '' to 'lingon 4711'", "lock"]


def test_without_a_keyring_it_is_said_that_what_is_here_ends_with_the_app(shown: Opened, people: People) -> None:
    people.has_code = True  # which would not help
    context = shown.workplace.enter(shown.connection, ELIN, NACKA, shown.requests, people=people, keyring=Keyring.NONE)
    question = lock(context, shown.application.window)
    assert question is not None
    assert "lasts only until the app is closed" in question.spoken
    assert question.choose.isHidden()


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("12", "12", "The lock code needs at least 6 signs."),
        ("123456", "123456", "The lock code is too easy to guess. Choose another one."),
        ("lingon 1", "lingon 2", "The two codes are not the same."),
    ],
)
def test_a_code_that_will_not_do_is_told_and_not_sent(
    shown: Opened, people: People, first: str, second: str, said: str
) -> None:
    dialog = choose_code(shown.context, shown.application.window, lambda: None)
    QTest.keyClicks(dialog.code.field, first)
    QTest.keyClicks(dialog.again.field, second)
    press(dialog, "Save the lock code")
    assert said in [each.words for each in dialog.findChildren(Paragraph) if each.isVisible()]
    assert people.asked == []


def test_changing_asks_for_the_code_until_now(shown: Opened, people: People) -> None:
    people.has_code = True
    people.refusal = CodeRefused(wrong=True, wait_seconds=2)
    done: list[str] = []
    dialog = choose_code(shown.context, shown.application.window, lambda: done.append("done"))
    assert dialog.current.field.hasFocus()
    QTest.keyClicks(dialog.current.field, "old code")
    for field in (dialog.code.field, dialog.again.field):
        QTest.keyClicks(field, "new code")
    press(dialog, "Save the lock code")
    assert dialog.isVisible()
    assert "Wrong lock code. Try again in 2 seconds." in [
        each.words for each in dialog.findChildren(Paragraph) if each.isVisible()
    ]
    people.refusal = None
    QTest.keyClicks(dialog.current.field, "old code")
    press(dialog, "Save the lock code")
    assert done == ["done"]
    assert people.asked[-1] == "change 'old code' to 'new code'"


def test_a_code_that_it_demands_can_only_be_put_off_by_locking(shown: Opened, people: People) -> None:
    shown.workplace.people.ask_for_code()
    dialog = asked(shown, ChoosingCode)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert people.asked == ["lock"]


def test_the_settings_follow_the_code(shown: Opened, people: People) -> None:
    shown.workplace.go("settings", "account")
    page = shown.application.window.findChild(AccountPage)
    assert page is not None

    def offered() -> list[str]:
        return [each.text() for each in page.findChildren(Button) if each.isVisibleTo(page)]

    assert offered() == ["Sign out", "Choose a lock code", "Lock", "Switch person"]
    next(each for each in page.findChildren(Button) if each.text() == "Choose a lock code").click()
    dialog = asked(shown, ChoosingCode)
    assert isinstance(dialog, ChoosingCode)
    for field in (dialog.code.field, dialog.again.field):
        QTest.keyClicks(field, "lingon 4711")
    press(dialog, "Save the lock code")
    assert offered() == ["Sign out", "Change the lock code", "Remove the lock code", "Lock", "Switch person"]
    next(each for each in page.findChildren(Button) if each.text() == "Remove the lock code").click()
    dialog = asked(shown, ChoosingCode)
    assert isinstance(dialog, ChoosingCode)
    QTest.keyClicks(dialog.current.field, "lingon 4711")
    press(dialog, "Remove the lock code")
    assert people.asked[-1] == "change 'lingon 4711' to ''"
    assert "Change the lock code" not in offered()


def test_a_code_that_it_demands_cannot_be_removed(shown: Opened, people: People) -> None:
    people.has_code = True
    governed = replace(NACKA, access=AccessRules(lock_code_required=True))
    shown.workplace.enter(shown.connection, ELIN, governed, shown.requests, people=people)
    shown.workplace.go("settings", "account")
    page = shown.application.window.findChildren(AccountPage)[-1]
    assert "Remove the lock code" not in [each.text() for each in page.findChildren(Button) if each.isVisibleTo(page)]


def test_the_menu_of_the_person_locks_and_switches(shown: Opened, people: People) -> None:
    people.has_code = True
    shown.workplace.rail.person_wanted.emit(shown.workplace.rail)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = {each.text().partition("\t")[0]: each for each in menu.actions()}
    assert list(entries)[2:4] == ["Lock the app", "Switch person …"]
    entries["Switch person …"].trigger()
    menu.close()
    dialog = asked(shown, ChoosingPerson)
    assert isinstance(dialog, ChoosingPerson)
    assert dialog.lines[0].hasFocus()
    QTest.keyClick(dialog.lines[0], Qt.Key.Key_Return)
    assert people.asked == ["switch to Jonas Tallmo"]


def test_whoever_switches_without_a_code_is_told_first(shown: Opened, people: People) -> None:
    shown.workplace.commands.run("switch_person")
    press(asked(shown, ChoosingPerson), "Somebody else")
    press(asked(shown, LeavingOpen), "Stay")
    assert people.asked == []


def test_nothing_floats_any_more_when_an_account_is_left(shown: Opened, people: People) -> None:
    window = shown.application.window
    choose_code(shown.context, window, lambda: None)
    menu = passing_menu(window)
    menu.addAction("Call the neighbour")
    menu.popup(window.pos())
    window.setWindowTitle("The neighbour – Nacka arbetsplats")
    shown.workplace.leave()
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [window]
    assert not [each for each in window.findChildren(Dialog) if each.isVisible()]
    assert window.windowTitle() == "Nacka arbetsplats"


def test_what_was_copied_here_is_forgotten_and_what_others_copied_stays(shown: Opened) -> None:
    assert shown
    clipboard, in_front = QApplication.clipboard(), [True]
    copied = Copied(lambda: in_front[0])
    clipboard.setText("070-000 00 00")
    copied.forget()
    assert clipboard.text() == ""
    clipboard.setText("070-000 00 00")
    in_front[0] = False  # the user copies in another program
    clipboard.setText("from elsewhere")
    copied.forget()
    assert clipboard.text() == "from elsewhere"
    clipboard.clear()


class Clocks:
    """Two clocks in seconds."""

    def __init__(self) -> None:
        self.monotonic, self.wall = 100.0, 50_000.0

    def pass_time(self, seconds: float) -> None:
        self.monotonic += seconds
        self.wall += seconds


def test_nobody_uses_the_window_for_a_while(shown: Opened, qapp: QApplication) -> None:
    clocks, told = Clocks(), []
    idle = Idleness(qapp, 5, lambda: clocks.monotonic, lambda: clocks.wall)
    idle.expired.connect(lambda: told.append("idle"))
    clocks.pass_time(299)
    QTest.keyClick(shown.application.window.windowHandle(), Qt.Key.Key_Shift)
    clocks.pass_time(299)
    idle.look()
    assert told == [], "somebody has pressed a key"
    clocks.pass_time(1)
    idle.look()
    idle.look()
    assert told == ["idle"], "once"
    QTest.mouseMove(shown.application.window.windowHandle())
    QApplication.processEvents()
    clocks.pass_time(300)
    idle.look()
    assert told == ["idle", "idle"]


def test_whoever_comes_in_by_the_browser_is_locked_too_when_the_window_is_never_touched(
    shown: Opened, qapp: QApplication
) -> None:
    assert shown
    clocks, told = Clocks(), []
    idle = Idleness(qapp, 5, lambda: clocks.monotonic, lambda: clocks.wall)
    idle.expired.connect(lambda: told.append("idle"))
    clocks.pass_time(300)
    idle.look()
    assert told == ["idle"], "nobody was here, so nothing was locked"
    idle.somebody_came()
    clocks.pass_time(299)
    idle.look()
    assert told == ["idle"]
    clocks.pass_time(1)
    idle.look()
    assert told == ["idle", "idle"]


@pytest.mark.parametrize(("monotonic", "wall"), [(0, 8 * 3600), (301, -86_400)], ids=["asleep", "clock set back"])
def test_sleep_counts_and_a_clock_that_is_set_back_does_not_help(
    shown: Opened, qapp: QApplication, monotonic: float, wall: float
) -> None:
    assert shown
    clocks, told = Clocks(), []
    idle = Idleness(qapp, 5, lambda: clocks.monotonic, lambda: clocks.wall)
    idle.expired.connect(lambda: told.append("idle"))
    clocks.monotonic += monotonic
    clocks.wall += wall
    idle.look()
    assert told == ["idle"]


def test_whoever_wakes_the_computer_before_the_next_look_finds_it_locked(shown: Opened, qapp: QApplication) -> None:
    """The key that wakes it comes before the timer, and would have made it used just now."""
    clocks, told = Clocks(), []
    idle = Idleness(qapp, 5, lambda: clocks.monotonic, lambda: clocks.wall)
    idle.expired.connect(lambda: told.append("idle"))
    clocks.wall += 8 * 3600
    QTest.keyClick(shown.application.window.windowHandle(), Qt.Key.Key_Shift)
    QApplication.processEvents()
    assert told == ["idle"]
    idle.look()
    assert told == ["idle"], "once"
