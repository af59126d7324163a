"""How old what is shown is, and what went wrong: the one rule by which every card and list says so."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from ui.dates import moment_words
from ui.problem_remedy import Remedy
from ui.problem_wording import ProblemWords, is_cms_sign_in, problem_words, remedy_text, short_remedy_text
from ui.widgets.card import CardState, Freshness
from workplace_app.domain.feed_state import FeedState, PlaceState
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import SIGN_IN_HELPS, Family, Problem, ProblemKind

AnyState = TypeVar("AnyState", FeedState, PlaceState)
OLD_AFTER = timedelta(hours=24)
"""Facts that nobody has confirmed for a day are old even if nothing went wrong."""


@frozen
class Fetched:
    """What several feeds together say: the oldest of their ages, the first of their problems."""

    at: datetime | None
    problem: Problem | None
    never: bool = False
    """One of them has been asked and has never answered: what it would have told is unknown."""
    absent: bool = False
    """One of them has not been asked yet, or is not asked at all here."""
    doubted: tuple[str, ...] = ()
    """Those whose source says that much is gone, which nobody believes until the user does."""


def fetched(states: Mapping[str, FeedState], feeds: Iterable[str]) -> Fetched:
    """What the feeds of one card together say."""
    wanted = sorted(feeds)
    known = [as_it_stands(states[feed], states) for feed in wanted if feed in states]
    ages = [state.fetched_at for state in known if state.fetched_at is not None]
    problems = [state.problem for state in known if state.problem is not None]
    asking = [problem for problem in problems if problem.family is Family.ASK]
    # Whoever signs in to the account is led on to the CMS: the account comes first.
    asking.sort(key=is_cms_sign_in)
    problem = next(iter(asking or problems), None)
    doubted = tuple(
        state.feed
        for state in known
        if state.problem is not None and state.problem.kind is ProblemKind.SUSPICIOUS_EMPTINESS
    )
    return Fetched(min(ages) if ages else None, problem, len(ages) < len(known), len(known) < len(wanted), doubted)


def is_without_network(states: Mapping[str, FeedState]) -> bool:
    """True when some feed found no network and none has got through since."""
    standing = (as_it_stands(state, states) for state in states.values())
    return any(state.problem is not None and state.problem.kind is ProblemKind.OFFLINE for state in standing)


def as_it_stands(state: AnyState, states: Mapping[str, FeedState]) -> AnyState:
    """That there was no network is over as soon as another feed's source has answered; its own age is still the
    truth."""
    if state.problem is None or state.problem.kind is not ProblemKind.OFFLINE or state.attempted_at is None:
        return state
    answered = [other.answered_at for other in states.values() if other.answered_at is not None]
    over = bool(answered) and max(answered) > state.attempted_at
    return replace(state, problem=None) if over else state


def needs_sign_in(together: Fetched) -> bool:
    """True when the remedy is to sign in again."""
    problem = together.problem
    return problem is not None and problem.kind in SIGN_IN_HELPS


def needs_cms_sign_in(together: Fetched) -> bool:
    """True when the remedy is to sign in for the CMS alone."""
    return together.problem is not None and is_cms_sign_in(together.problem)


def needs_it(together: Fetched, now: datetime) -> bool:
    """True when the remedy is that IT is shown what to do."""
    return together.problem is not None and problem_words(together.problem, now).remedy is Remedy.SHOW_IT


def can_be_believed(together: Fetched) -> bool:
    """True when the remedy is that the user says that it is so."""
    return together.problem is not None and together.problem.kind is ProblemKind.SUSPICIOUS_EMPTINESS


def freshness(
    fetched_state: Fetched, now: datetime, *, empty: bool, empty_words: str, fetching: bool, on_demand: bool = False
) -> CardState:
    """How a card stands. Unknown is never empty, old is never fresh, and old rows stay. What is read ``on_demand`` is
    not tried again by itself, so nobody is told that it will be."""
    age = moment_words(fetched_state.at, now) if fetched_state.at is not None else ""
    problem = fetched_state.problem
    if problem is not None:
        words = problem_words(problem, now)
        action = remedy_text(words.remedy)
        short = short_remedy_text(words.remedy)
        said = _without_promise(problem, words) if on_demand else words.brief
        if not empty:
            kind = Freshness.OLD if problem.family is Family.WAIT or fetched_state.at is not None else Freshness.FAILED
            return CardState(kind, age, said, action, short)
        if fetched_state.at is None and fetching:
            return CardState(Freshness.FETCHING)
        unknown = QCoreApplication.translate("freshness", "We do not know.")
        return CardState(Freshness.UNKNOWN, "", f"{unknown} {said}", action, short)
    if fetched_state.at is None:
        return CardState(Freshness.FRESH, "") if not empty else _not_known(fetching=fetching)
    if empty and (fetched_state.never or (fetched_state.absent and fetching)):
        return _not_known(fetching=fetching)
    if empty:
        return CardState(Freshness.EMPTY, age, empty_words)
    if now - fetched_state.at > OLD_AFTER:
        old = QCoreApplication.translate("freshness", "This is how things stood {time}.").format(time=age)
        return CardState(Freshness.OLD, age, old, remedy_text(Remedy.RETRY))
    return CardState(Freshness.FRESH, age)


def _without_promise(problem: Problem, words: ProblemWords) -> str:
    """What happened, and that the user asks again, where the usual words say that the program does; which it does for
    what it could not read without a network."""
    if problem.kind is ProblemKind.OFFLINE:
        return words.brief
    if problem.family is Family.WAIT or problem.kind is ProblemKind.UNREADABLE_ANSWER:
        ask = QCoreApplication.translate("freshness", "It is read again when you ask for it.")
        return f"{words.happened} {ask}"
    return words.brief


def _not_known(*, fetching: bool) -> CardState:
    """Nothing to show, and nobody has said that there is nothing."""
    if fetching:
        return CardState(Freshness.FETCHING)
    words = QCoreApplication.translate("freshness", "We do not know yet. Nothing has been fetched.")
    return CardState(Freshness.UNKNOWN, "", words, remedy_text(Remedy.RETRY))
