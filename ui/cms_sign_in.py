"""Tells of the sign-in for the news, where the CMS has an issuer of its own: it goes on beside the work and may end."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ui.background_requests import BackgroundRequests
from ui.problem_remedy import Remedy
from ui.problem_wording import problem_words, remedy_text
from ui.screen import Shell
from workplace_app.domain.problem import ProblemKind
from workplace_app.domain.sign_in import SignInState, SignInStep

translate = QCoreApplication.translate
UNDER_WAY = (SignInStep.STARTING, SignInStep.WAITING_FOR_BROWSER, SignInStep.FINISHING)


class CmsSignInTelling:
    """Hears the steps and says those that somebody has to know of."""

    def __init__(self, shell: Shell, requests: BackgroundRequests, clock: Callable[[], datetime]) -> None:
        self._shell = shell
        self._requests = requests
        self._clock = clock

    def tell(self, state: SignInState) -> None:
        """Say the step, with what can be done about it."""
        if state.step is SignInStep.WAITING_FOR_BROWSER:
            self._shell.say(
                translate("cms_sign_in", "Continue in the browser to sign in for the news."),
                icon="external",
                action_text=translate("cms_sign_in", "Cancel"),
                action=self._requests.cancel_cms_sign_in,
            )
        elif state.step is SignInStep.SIGNED_IN:
            self._shell.say(translate("cms_sign_in", "You are signed in for the news."))
        elif state.step is SignInStep.FAILED:
            self._shell.say(
                failure_words(state, self._clock()),
                icon="warning",
                action_text=remedy_text(Remedy.SIGN_IN_TO_CMS),
                action=self._requests.sign_in_to_cms,
            )


def failure_words(state: SignInState, now: datetime) -> str:
    """That the news wait, and why where the user has not decided it."""
    problem = state.problem
    if problem is None or problem.kind is ProblemKind.SIGN_IN_CANCELLED:
        return translate("cms_sign_in", "You are not signed in for the news. Everything else works.")
    words = translate("cms_sign_in", "You are not signed in for the news. {why}")
    return words.format(why=problem_words(problem, now).happened)
