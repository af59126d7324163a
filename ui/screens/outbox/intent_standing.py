"""How far a wish has come, in words with an icon: the short ones of a row, and the sentence that says what follows."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject

from ui.dates import clock_time, moment_words
from ui.problem_wording import problem_words
from ui.screens.outbox.conflict_words import conflict_title
from ui.theme import ColourRole
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.domain.problem import Problem, ProblemKind

translate = QCoreApplication.translate
_LONGEST_HOLD = timedelta(minutes=1)
"""What seems to be held for longer was filed by a clock that has been set back since."""
_NO_NETWORK = (ProblemKind.OFFLINE, ProblemKind.CAPTIVE_PORTAL)
_NO_WAY_BACK: Mapping[IntentKind, Callable[[], str]] = {
    IntentKind.COMMENT_TASK: lambda: translate("outbox", "A comment that has been sent cannot be taken back."),
    IntentKind.REPLY: lambda: translate("outbox", "A reply that has been sent can only be removed in Teams."),
    IntentKind.ANSWER_INVITATION: lambda: translate("outbox", "An answer is changed by giving another one."),
    IntentKind.ACKNOWLEDGE_ARTICLE: lambda: translate("outbox", "An acknowledgement cannot be taken back."),
    IntentKind.ASK_QUESTION: lambda: translate("outbox", "What the municipality has received cannot be taken back."),
    IntentKind.SEND_IDEA: lambda: translate("outbox", "What the municipality has received cannot be taken back."),
    IntentKind.CORRECT_ERROR: lambda: translate("outbox", "What the municipality has received cannot be taken back."),
}
"""The kinds whose wishes have no opposite (domain/opposite.py)."""


class Part(IntEnum):
    """The groups of the outbox, in their order: what a heading says is true of each thing below it."""

    NEEDS_YOU = 0
    UNKNOWN = 1
    ON_ITS_WAY = 2
    WAITS = 3
    WAITS_FOR_CHOICE = 4
    SENT = 5
    LET_GO = 6


class Standing(NamedTuple):
    """``words`` stand at the end of the row; ``more`` is a sentence or two, "" when the words say it all. ``part`` is
    the group that a wish which stands so belongs to."""

    part: Part
    icon: str
    words: str
    tone: ColourRole = "muted"
    more: str = ""


def standing(intent: Intent, now: datetime, *, offline: bool, behind: str = "", readable: bool = True) -> Standing:
    """How a wish stands at a moment (UTC). ``behind`` is the title of a wish that has to be decided first."""
    if intent.state is IntentState.NEEDS_YOU and readable:
        return _needing_you(intent, now)
    if intent.state is IntentState.CONFIRMED:
        words = translate("outbox", "Arrived {time}").format(time=moment_words(intent.since or intent.filed_at, now))
        return Standing(Part.SENT, "check-circle", words, "success", _no_way_back(intent))
    if intent.state is IntentState.WITHDRAWN:
        return _let_go(intent, now)
    if not readable:
        return Standing(Part.NEEDS_YOU, "warning", translate("outbox", "Cannot be read"), "warning", _unreadable())
    if intent.state is IntentState.UNKNOWN:
        more = translate("outbox", "We do not know whether it arrived. We look before we send it again.")
        return Standing(Part.UNKNOWN, "help", translate("outbox", "Not known"), "warning", more)
    if intent.state is IntentState.SENDING:
        return Standing(Part.ON_ITS_WAY, "send", translate("outbox", "Being sent"))
    return _waiting(intent, now, offline=offline, behind=behind)


def held_seconds(intent: Intent, now: datetime) -> int:
    """For how many seconds more nobody sends it, so that it can be taken back; 0 for one that nobody holds."""
    if intent.state is not IntentState.WAITING or intent.held_until is None:
        return 0
    if intent.held_until - now > _LONGEST_HOLD:
        return 0
    return max(0, -int((now - intent.held_until).total_seconds() // 1))


def _waiting(intent: Intent, now: datetime, *, offline: bool, behind: str) -> Standing:
    if behind:
        more = translate("outbox", "It is sent when you have decided about “{what}”.").format(what=behind)
        return Standing(Part.WAITS_FOR_CHOICE, "clock", translate("outbox", "Waits"), more=more)
    problem = intent.problem
    if offline:  # for longer than it is held: nobody need hurry to take it back
        return Standing(Part.WAITS, "clock", translate("outbox", "Waits"))  # the heading says for what
    if seconds := held_seconds(intent, now):
        return Standing(Part.ON_ITS_WAY, "undo", HeldCounts().can_be_taken_back(seconds))
    if problem is not None and problem.kind in _NO_NETWORK:
        return Standing(Part.WAITS, "clock", translate("outbox", "Waits for a network"))
    why = problem_words(problem, now).happened if problem is not None else ""
    until = _next_attempt(intent, problem)
    if until is not None and until > now:
        words = translate("outbox", "Waits until {time}").format(time=clock_time(until))
        return Standing(Part.WAITS, "clock", words, more=why)
    if problem is not None:
        return Standing(Part.WAITS, "clock", translate("outbox", "Waits"), more=why)
    return Standing(Part.ON_ITS_WAY, "send", translate("outbox", "Being sent"))


def _next_attempt(intent: Intent, problem: Problem | None) -> datetime | None:
    said = problem.retry_at if problem is not None else None
    return max((each for each in (said, intent.not_before) if each is not None), default=None)


def _needing_you(intent: Intent, now: datetime) -> Standing:
    if intent.conflict is not None:
        words = translate("outbox", "Needs you") if intent.conflict.gone else translate("outbox", "Choose a version")
        return Standing(Part.NEEDS_YOU, "warning", words, "warning", conflict_title(intent, intent.conflict))
    more = problem_words(intent.problem, now).brief if intent.problem is not None else ""
    return Standing(Part.NEEDS_YOU, "warning", translate("outbox", "Needs you"), "warning", more)


def _let_go(intent: Intent, now: datetime) -> Standing:
    time = moment_words(intent.since or intent.filed_at, now)
    if intent.conflict is not None and intent.problem is not None:  # else it had been decided that it is sent
        return Standing(Part.LET_GO, "undo", translate("outbox", "Let go {time}").format(time=time))
    return Standing(Part.LET_GO, "undo", translate("outbox", "Taken back {time}").format(time=time))


def _no_way_back(intent: Intent) -> str:
    """Said of what has arrived and has no opposite wish."""
    said = _NO_WAY_BACK.get(intent.kind)
    return said() if said is not None else ""


def _unreadable() -> str:
    return translate("outbox", "What was saved cannot be read, so it is not sent. You can remove it.")


class HeldCounts(QObject):
    """Plurals: the extraction of words knows them in ``tr`` only, which needs a QObject."""

    def can_be_taken_back(self, seconds: int) -> str:
        return self.tr("Can be taken back for %n s", "", seconds)
