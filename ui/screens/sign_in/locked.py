"""What is shown where somebody's things are here and locked: who, since when, why, and the ways back."""

from PySide6.QtCore import QCoreApplication

from ui.dates import moment_words
from ui.problem_wording import problem_words
from ui.screen import ScreenContext
from ui.screens.sign_in.failed import lead
from ui.screens.sign_in.stages import Acts, Stage, without_link
from ui.screens.sign_in.tall_button import TallButton
from workplace_app.domain.locked import LockCause, Locked
from workplace_app.domain.sign_in import SignInWish

translate = QCoreApplication.translate


class LockedStage(Stage):
    """The way back first. Whoever else uses the computer has a way of their own."""

    def __init__(self, context: ScreenContext, locked: Locked, acts: Acts) -> None:
        super().__init__()
        person = locked.person
        again = TallButton(self.tr("Sign in again"), "primary", icon="sign-in")
        again.clicked.connect(
            lambda: context.requests.sign_in(SignInWish(person.account_key, person.user_name, proof=True))
        )
        other = TallButton(self.tr("Somebody else"), icon="person")
        other.clicked.connect(lambda: context.requests.sign_in(SignInWish(choose=True)))
        title = self.tr("{name} is locked").format(name=person.display_name or self.tr("The account"))
        why = cause_words(context, locked)
        self.fill(title, lead("lock", "muted", why), 24, again, 8, other, 8, without_link(context, acts), role="title")
        self.said = f"{title}. {why}"
        self.first = again


def cause_words(context: ScreenContext, locked: Locked) -> str:
    """Since when, and why."""
    now = context.clock()
    if locked.problem is not None:
        return problem_words(locked.problem, now).whole
    since = moment_words(locked.since, now) if locked.since is not None else ""
    by_cause = {
        LockCause.BY_HAND: translate("LockedStage", "Locked {since}."),
        LockCause.IDLE: translate("LockedStage", "Locked {since}, since nobody used the computer."),
        LockCause.SWITCHED: translate("LockedStage", "Locked {since}, for somebody else."),
    }
    words = by_cause.get(locked.cause, translate("LockedStage", "Locked {since}."))
    return words.format(since=since) if since else translate("LockedStage", "Locked.")
