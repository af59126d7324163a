"""What is shown where somebody's things were and are no longer: why they were removed, and what was lost with them."""

from PySide6.QtCore import QCoreApplication

from ui.screen import ScreenContext
from ui.screens.sign_in.failed import lead
from ui.screens.sign_in.stages import Acts, Stage, without_link
from ui.screens.sign_in.tall_button import TallButton
from workplace_app.domain.locked import Locked
from workplace_app.domain.problem import ProblemKind

translate = QCoreApplication.translate


class RemovedStage(Stage):
    """Whose things they were is not told: they are gone, and others may use this computer."""

    def __init__(self, context: ScreenContext, removed: Locked, acts: Acts) -> None:
        super().__init__()
        sign_in = TallButton(self.tr("Sign in with your work account"), "primary", icon="sign-in")
        sign_in.clicked.connect(acts.sign_in)
        lost = removed.person.waiting or 0
        words = [_why(removed), self.tr("%n thing(s) had not been sent and went with it.", "", lost) if lost else ""]
        rest = " ".join(part for part in words if part)
        title = self.tr("What was here has been removed")
        if removed.problem is not None and removed.problem.kind is ProblemKind.ACCOUNT_DISABLED:
            title = self.tr("The account is blocked. What was here has been removed.")
        self.fill(title, lead("info", "muted", rest), 24, sign_in, 8, without_link(context, acts), role="title")
        self.said = f"{title}. {rest}".replace("..", ".")
        self.first = sign_in


def _why(removed: Locked) -> str:
    if removed.problem is not None and removed.problem.kind is ProblemKind.ACCOUNT_DISABLED:
        return translate("RemovedStage", "Ask IT if you think that this is wrong.")
    return translate("RemovedStage", "Nobody had signed in to the account with a network for as long as IT allows.")
