"""What every kind of problem is called in words: what happened, what it means, what to do."""

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from ui.dates import moment_words
from ui.problem_remedy import Remedy
from ui.problem_sentences import SENTENCES
from ui.service_names import service_name
from workplace_app.domain.problem import Problem, ProblemKind

CMS = "cms"
"""What the problems of the CMS name as their service."""


class ProblemWords(NamedTuple):
    """Each part is a whole sentence; ``means`` may be empty."""

    happened: str
    means: str
    do: str
    remedy: Remedy

    @property
    def brief(self) -> str:
        """For a note in a card: what happened and what to do."""
        return f"{self.happened} {self.do}".strip()

    @property
    def whole(self) -> str:
        """All of it."""
        return " ".join(part for part in (self.happened, self.means, self.do) if part)


translate = QCoreApplication.translate


def remedy_text(remedy: Remedy) -> str:
    """The words on the button."""
    return {
        Remedy.NONE: "",
        Remedy.RETRY: translate("problems", "Try again"),
        Remedy.SIGN_IN: translate("problems", "Sign in again"),
        Remedy.SIGN_IN_TO_CMS: translate("problems", "Sign in for the news"),
        Remedy.SHOW_IT: translate("problems", "Show IT how"),
        Remedy.BELIEVE: translate("problems", "It is so"),
    }[remedy]


def short_remedy_text(remedy: Remedy) -> str:
    """The words on a button beside a sentence that says the rest, "" where the usual ones are short."""
    return translate("problems", "Sign in") if remedy is Remedy.SIGN_IN_TO_CMS else ""


def is_cms_sign_in(problem: Problem) -> bool:
    """True when it is the CMS that wants a sign-in, and not the account: news wait for it, and nothing else."""
    return problem.kind is ProblemKind.SIGN_IN_NEEDED and problem.service == CMS


def problem_words(problem: Problem, now: datetime) -> ProblemWords:
    """The words for a problem."""
    happened, means, do, remedy = SENTENCES[problem.kind]()
    time = ""
    if problem.kind is ProblemKind.THROTTLED and problem.retry_at is not None:
        happened = translate("problems", "{service} asks us to wait until {time}.")
        do = translate("problems", "We try again then.")
        time = moment_words(problem.retry_at, now)
    if is_cms_sign_in(problem):
        happened = translate("problems", "{service} wants you to sign in.")
        remedy = Remedy.SIGN_IN_TO_CMS
    service = service_name(problem.service)
    happened, means, do = (_sentence(text, service, time) for text in (happened, means, do))
    return ProblemWords(happened, means, do, remedy)


def _sentence(text: str, service: str, time: str) -> str:
    """A name that begins a sentence has a capital, unless it is an address."""
    if text.startswith("{service}") and "." not in service:
        service = service[:1].upper() + service[1:]
    return text.format(service=service, time=time)
