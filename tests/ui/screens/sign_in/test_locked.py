"""The page of somebody who is locked: who, since when, why, and every way back by mouse, key and ear."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.opened import Opened, open_window
from tests.ui.shell_parts import NOW, Storage
from ui.choosing_person import ChoosingPerson
from ui.people_here import NobodyElse, PeopleHere
from ui.screens.sign_in.forgotten_code import ForgottenCode
from ui.screens.sign_in.locked import LockedStage
from ui.screens.sign_in.sign_in_screen import SignInScreen
from ui.screens.sign_in.stages import Stage
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Paragraph
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.locked import LockCause, Locked
from workplace_app.domain.person_here import PersonHere
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.sign_in import SignInState, SignInStep, SignInWish
from workplace_app.domain.unlocking import CodeRefused

NACKA = Municipality("Nacka", tenant_id="a-tenant", client_id="a-client")
ELIN = PersonHere("e", "Elin Ekhamn", "elin@nacka.example", "Planning", has_code=True, left_at=NOW, waiting=3)
JONAS = PersonHere("j", "Jonas Tallmo", "jonas@nacka.example", left_at=NOW - timedelta(hours=1))


class People(NobodyElse):
    """Notes what it is asked; refuses with ``refusal`` while there is one."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.refusal: CodeRefused | None = None

    def ask_who_is_here(self, answer: Callable[[tuple[PersonHere, ...]], None]) -> None:
        answer((JONAS,))

    def unlock(self, code: str, refused: Callable[[CodeRefused], None]) -> None:
        self.asked.append(f"unlock {code}")
        if self.refusal is not None:
            refused(self.refusal)

    def switch_to(self, person: PersonHere | None) -> None:
        self.asked.append(f"switch to {person.display_name if person is not None else 'somebody else'}")

    def start_anew(self, person: PersonHere) -> None:
        self.asked.append(f"start anew {person.display_name}")


@pytest.fixture
def people() -> People:
    return People()


@pytest.fixture
def shown(qapp: QApplication, tmp_path: Path, people: People, qtbot: QtBot) -> Iterator[Opened]:
    made = open_window(qapp, tmp_path, {"sign_in": SignInScreen})
    show(made, people, Locked(ELIN, NOW, LockCause.BY_HAND))
    made.application.window.activateWindow()
    qtbot.waitUntil(made.application.window.isActiveWindow)
    yield made
    made.close()


def show(made: Opened, people: People, locked: Locked) -> None:
    made.workplace.enter(made.connection, PUBLIC_ACCOUNT, NACKA, made.requests, locked=locked, people=people)


def stage(shown: Opened) -> LockedStage:
    screen = shown.workplace.pages.shown
    assert isinstance(screen, SignInScreen)
    assert isinstance(screen.account_pane.stage, LockedStage)
    return screen.account_pane.stage


def words(shown: Opened) -> str:
    here = stage(shown)
    return " ".join(each.words for each in here.findChildren(Paragraph) if each.isVisibleTo(here))


def press(root: Dialog | Stage, text: str) -> None:
    next(each for each in root.findChildren(Button) if each.text() == text).click()


def test_it_says_who_since_when_and_what_waits(shown: Opened) -> None:
    assert stage(shown).said.startswith("Elin Ekhamn is locked. Locked ")
    assert "3 things wait here to be sent" in stage(shown).said
    assert "Elin Ekhamn is locked" in words(shown)
    assert shown.application.window.windowTitle() == "Sign in – Nacka arbetsplats"


def test_the_code_is_written_where_the_focus_is_and_sent_with_enter(shown: Opened, people: People) -> None:
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.accessibleName() == "Your lock code"
    QTest.keyClicks(field, "lingon")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert people.asked == ["unlock lingon"]
    unlock = stage(shown).unlock
    assert unlock is not None
    assert not unlock.isEnabled(), "not twice"


def test_what_is_written_is_hidden_from_eyes_and_ears_until_it_is_asked_for(shown: Opened) -> None:
    code = stage(shown).code
    assert code is not None
    QTest.keyClicks(code.field, "lingon")
    spoken = QAccessible.queryAccessibleInterface(code.field)
    assert code.field.displayText() != "lingon"
    assert "lingon" not in spoken.text(QAccessible.Text.Value)
    code.show_it.click()
    assert code.field.displayText() == "lingon"
    assert code.show_it.accessibleName() == "Hide"
    assert code.field.hasFocus()
    code.clear()
    assert code.is_hidden


def test_a_wrong_code_is_said_with_the_wait_and_can_be_written_anew(shown: Opened, people: People) -> None:
    people.refusal = CodeRefused(wrong=True, wait_seconds=4)
    code, unlock = stage(shown).code, stage(shown).unlock
    assert code is not None
    assert unlock is not None
    QTest.keyClicks(code.field, "lingon")
    unlock.click()
    assert "Wrong lock code. Try again in 4 seconds." in words(shown)
    assert code.code == ""
    assert code.field.hasFocus()
    assert unlock.isEnabled()
    assert unlock.text() == "Unlock"


def test_who_is_writing_goes_on_when_the_tablet_is_turned(shown: Opened) -> None:
    code = stage(shown).code
    assert code is not None
    QTest.keyClicks(code.field, "lin")
    for width, height in ((700, 1000), (1440, 900)):
        shown.application.window.resize(width, height)
        QApplication.processEvents()
        assert code.field.hasFocus()
        assert code.code == "lin"


def test_an_empty_code_is_not_tried(shown: Opened, people: People) -> None:
    unlock = stage(shown).unlock
    assert unlock is not None
    unlock.click()
    assert people.asked == []
    assert "Write your lock code." in words(shown)


def test_what_is_being_written_stays_when_sync_tells_that_nobody_is_signed_in(shown: Opened) -> None:
    code = stage(shown).code
    assert code is not None
    QTest.keyClicks(code.field, "lin")
    shown.workplace.watcher.sign_in.emit(SignInState(SignInStep.SIGNED_OUT))
    assert stage(shown).code is code
    assert code.code == "lin"


def test_whoever_has_forgotten_the_code_is_told_what_is_lost_and_stays_by_default(
    shown: Opened, people: People
) -> None:
    press(stage(shown), "I have forgotten the lock code")
    asked = shown.application.window.findChild(ForgottenCode)
    assert asked is not None
    assert "had not been sent" in asked.spoken
    assert asked.stay.hasFocus()
    QTest.keyClick(asked.stay, Qt.Key.Key_Return)
    assert people.asked == []
    press(stage(shown), "I have forgotten the lock code")
    press(shown.application.window.findChildren(ForgottenCode)[-1], "Sign in and begin anew")
    assert people.asked == ["start anew Elin Ekhamn"]


def test_without_a_code_the_way_back_is_signing_in_as_the_same(shown: Opened, people: People) -> None:
    show(shown, people, Locked(JONAS, NOW, LockCause.IDLE))
    assert stage(shown).code is None
    assert "so unlocking needs a network" in words(shown)
    press(stage(shown), "Sign in again")
    assert shown.requests.asked == ["sign in"]
    assert shown.requests.wishes[-1].account_key == "j"
    assert shown.requests.wishes[-1].proof


@pytest.mark.parametrize("others", [True, False])
def test_where_others_are_locked_the_browser_alone_lets_nobody_in(shown: Opened, people: People, others: bool) -> None:
    """It may still know one of them."""
    here: PeopleHere = people if others else NobodyElse()
    shown.workplace.enter(shown.connection, PUBLIC_ACCOUNT, NACKA, shown.requests, people=here)
    screen = shown.workplace.pages.shown
    assert isinstance(screen, SignInScreen)
    press(screen.account_pane.stage, "Sign in with your work account")
    assert shown.requests.wishes[-1] == SignInWish(proof=others)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (ProblemKind.OFFLINE, "There is no network, so Jonas Tallmo cannot sign in now."),
        (ProblemKind.WRONG_ACCOUNT, "You signed in as somebody else than Jonas Tallmo. Nothing was opened."),
        (ProblemKind.SIGN_IN_CANCELLED, "Jonas Tallmo is locked"),
    ],
)
def test_a_sign_in_that_fails_leaves_the_same_ways_back_and_says_why(
    shown: Opened, people: People, kind: ProblemKind, said: str
) -> None:
    show(shown, people, Locked(JONAS, NOW, LockCause.BY_HAND))
    shown.workplace.watcher.sign_in.emit(SignInState(SignInStep.FAILED, problem=Problem(kind)))
    assert said in stage(shown).said
    press(stage(shown), "Sign in again")


def test_a_lock_for_a_reason_says_it_and_asks_for_no_code(shown: Opened, people: People) -> None:
    show(shown, people, Locked(ELIN, NOW, LockCause.PROBLEM, Problem(ProblemKind.ACCESS_REVOKED)))
    assert "Your sign-in has been ended from elsewhere." in words(shown)
    assert stage(shown).code is None


def test_somebody_else_is_let_in_from_here(shown: Opened, people: People) -> None:
    press(stage(shown), "Switch person")
    asked = shown.application.window.findChild(ChoosingPerson)
    assert asked is not None
    assert [line.accessibleName() for line in asked.lines] == ["Jonas Tallmo, Signs in again, needs a network"]
    asked.lines[0].click()
    press(stage(shown), "Switch person")
    press(shown.application.window.findChildren(ChoosingPerson)[-1], "Somebody else")
    assert people.asked == ["switch to Jonas Tallmo", "switch to somebody else"]


def test_a_reminder_that_rings_is_told_without_its_words(shown: Opened, people: People) -> None:
    show(shown, people, Locked(PersonHere("e", "Elin", rings=(NOW + timedelta(minutes=3),)), NOW, LockCause.BY_HAND))
    assert "reminder" not in words(shown)
    shown.clock.pass_time(timedelta(minutes=3))
    stage(shown).look_at_rings()
    assert "A reminder rang at" in words(shown)


def test_what_is_open_to_all_can_be_used_all_the_while(shown: Opened) -> None:
    press(stage(shown), "Continue without signing in")
    assert shown.workplace.pages.place == "services"


@pytest.mark.parametrize("cause", [each for each in LockCause if each is not LockCause.REMOVED])
@pytest.mark.parametrize("since", [NOW, None])
def test_every_cause_has_words(shown: Opened, people: People, cause: LockCause, since: object) -> None:
    problem = Problem(ProblemKind.GRACE_OVER) if cause is LockCause.PROBLEM else None
    show(shown, people, Locked(ELIN, NOW if since else None, cause, problem))
    assert "{" not in stage(shown).said
    assert stage(shown).first is not None


def test_the_largest_text_fits_in_the_smallest_window(qapp: QApplication, tmp_path: Path, people: People) -> None:
    made = open_window(
        qapp, tmp_path, {"sign_in": SignInScreen}, storage=Storage(language="en", text_percent="200"), size=(640, 480)
    )
    show(made, people, Locked(ELIN, NOW, LockCause.BY_HAND))
    QApplication.processEvents()
    screen = made.workplace.pages.shown
    assert isinstance(screen, SignInScreen)
    assert screen.account_pane.width() <= screen.width()
    made.close()


def test_the_welcome_page_offers_to_switch_only_where_somebody_else_has_things(shown: Opened, people: People) -> None:
    def offered() -> bool:
        screen = shown.workplace.pages.shown
        assert screen is not None
        return any(each.text() == "Switch person" and each.isVisible() for each in screen.findChildren(Button))

    shown.workplace.enter(shown.connection, PUBLIC_ACCOUNT, NACKA, shown.requests, people=people)
    assert offered()
    shown.workplace.enter(shown.connection, PUBLIC_ACCOUNT, NACKA, shown.requests)
    assert not offered()


def test_enter_pressed_twice_tries_a_code_once_and_the_focus_stays_by_the_code(shown: Opened, people: People) -> None:
    code, unlock = stage(shown).code, stage(shown).unlock
    assert code is not None
    assert unlock is not None
    QTest.keyClicks(code.field, "lingon")
    unlock.setFocus()
    QTest.keyClick(unlock, Qt.Key.Key_Space)
    assert code.field.hasFocus(), "and not what stands below: forgetting the code is far from what was meant"
    QTest.keyClick(code.field, Qt.Key.Key_Return)
    assert people.asked == ["unlock lingon"]


@pytest.mark.parametrize("step", [SignInStep.STARTING, SignInStep.FINISHING])
def test_nobody_switches_person_while_somebody_signs_in(
    shown: Opened, qtbot: QtBot, people: People, step: SignInStep
) -> None:
    shown.workplace.enter(shown.connection, PUBLIC_ACCOUNT, NACKA, shown.requests, people=people)
    screen = shown.workplace.pages.shown
    assert isinstance(screen, SignInScreen)
    pane = screen.account_pane
    switch = next(each for each in pane.findChildren(Button) if each.text() == "Switch person")
    assert switch.isVisible()
    screen.show_state(SignInState(step))
    assert switch.isHidden()
    focused = shown.application.window.focusWidget()
    assert focused is pane.stage or (focused is not None and pane.stage.isAncestorOf(focused)), "Enter opens nothing"
    screen.show_state(SignInState(SignInStep.SIGNED_OUT))
    assert switch.isVisible()
