"""The page where somebody's things were and are no longer: why, what was lost, and whose they were to nobody."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.opened import Opened, open_window
from tests.ui.screens.sign_in.test_locked import NACKA
from ui.screens.sign_in.removed import RemovedStage
from ui.screens.sign_in.sign_in_screen import SignInScreen
from ui.widgets.buttons import Button
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.locked import removed
from workplace_app.domain.person_here import PersonHere
from workplace_app.domain.problem import Problem, ProblemKind

TOO_LONG = "Det som fanns här är borttaget. Ingen hade loggat in på kontot med nät på så länge som IT tillåter."
BLOCKED = "Kontot är spärrat. Det som fanns här är borttaget."


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    made = open_window(qapp, tmp_path, {"sign_in": SignInScreen})
    yield made
    made.close()


def show(made: Opened, kind: ProblemKind, waiting: int | None) -> RemovedStage:
    gone = removed(PersonHere("e", "Elin Ekhamn", "elin@nacka.example", waiting=waiting), Problem(kind))
    made.workplace.enter(made.connection, PUBLIC_ACCOUNT, NACKA, made.requests, locked=gone)
    screen = made.workplace.pages.shown
    assert isinstance(screen, SignInScreen)
    assert isinstance(screen.account_pane.stage, RemovedStage)
    return screen.account_pane.stage


@pytest.mark.parametrize(
    ("kind", "waiting", "said"),
    [
        (ProblemKind.ACCOUNT_DISABLED, 0, f"{BLOCKED} Fråga IT om du tror att det är fel."),
        (
            ProblemKind.ACCOUNT_DISABLED,
            1,
            f"{BLOCKED} Fråga IT om du tror att det är fel. 1 sak hade inte skickats och försvann också.",
        ),
        (
            ProblemKind.GRACE_OVER,
            3,
            f"{TOO_LONG} 3 saker hade inte skickats och försvann också.",
        ),
        (
            ProblemKind.GRACE_OVER,
            None,
            TOO_LONG,
        ),
    ],
)
def test_it_says_why_and_what_was_lost(
    window: Opened, swedish: None, kind: ProblemKind, waiting: int | None, said: str
) -> None:
    assert show(window, kind, waiting).said == said


def test_whose_things_they_were_is_told_to_nobody_and_the_next_step_is_there(window: Opened, swedish: None) -> None:
    stage = show(window, ProblemKind.ACCOUNT_DISABLED, 3)
    texts = [each.accessibleName() for each in window.application.window.findChildren(Button)]
    assert not [text for text in [*texts, stage.said] if "Elin" in text]
    assert stage.first is not None
    stage.first.click()  # type: ignore[attr-defined]
    assert window.requests.asked == ["sign in"]
