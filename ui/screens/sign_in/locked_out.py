"""What is shown where somebody's things are kept, and the computer's keyring does not give the key to them."""

from ui.problem_wording import problem_words
from ui.screen import ScreenContext
from ui.screens.sign_in.failed import lead
from ui.screens.sign_in.stages import Acts, Stage, without_link
from ui.screens.sign_in.tall_button import TallButton
from workplace_app.domain.keyring import Keyring
from workplace_app.domain.problem import Problem, ProblemKind


class LockedOut(Stage):
    """Signing in would need the keyring too, so it is not offered beside."""

    def __init__(self, context: ScreenContext, acts: Acts) -> None:
        super().__init__()
        silent = context.keyring is Keyring.SILENT
        kind = ProblemKind.KEYRING_SILENT if silent else ProblemKind.KEYRING_LOCKED
        words = problem_words(Problem(kind), context.clock())
        again = TallButton(self.tr("Try again"), "primary", icon="refresh")
        again.clicked.connect(context.requests.open_account_again)
        self.fill(
            words.happened,
            lead("lock", "warning", f"{words.means} {words.do}"),
            24,
            again,
            8,
            without_link(context, acts),
            role="title",
        )
        self.said = words.whole
        self.first = again
