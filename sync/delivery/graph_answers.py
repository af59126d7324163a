"""What deliveries have in common when they speak to Graph: answers read and judged."""

from typing import TypeVar

import msgspec

from sync.answer import Answer
from sync.delivery.outcome import CONFIRMED, Outcome
from sync.graph_client import GraphClient
from sync.problem_translation import unreadable
from sync.wire.graph_envelope import read_single
from sync.wire.reading import UNREADABLE
from workplace_app.domain.intent import Intent, IntentState
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

STALE = frozenset({409, 412})
"""It has changed since its etag was read: read again, look again (planner-overview, "Planner resource versioning")."""
REBASES = 2
"""How often a change is built anew on what somebody else has made meanwhile, before a calmer moment is waited for."""
_Shape = TypeVar("_Shape")


def is_done(answer: Answer) -> bool:
    """True when the service has done what it was asked for."""
    return 200 <= answer.status < 300


def judged(graph: GraphClient, answer: Answer) -> Outcome:
    """A change that was answered was either made or refused; a refusal is the user's to know."""
    return CONFIRMED if is_done(answer) else Outcome(IntentState.NEEDS_YOU, graph.problem(answer))


def found_or_judged(graph: GraphClient, answer: Answer) -> Outcome:
    """As ``judged``, but what the change was about may be gone. Raises NOT_FOUND."""
    outcome = judged(graph, answer)
    if outcome.problem is not None and outcome.problem.kind is ProblemKind.NOT_FOUND:
        raise ProblemRaised(outcome.problem)
    return outcome


def read_as(answer: Answer, shape: type[_Shape], service: str) -> _Shape:
    """The one object of an answer. One that does not say which it is says nothing of the rest either. Raises
    UNREADABLE_ANSWER."""
    try:
        found = msgspec.json.decode(read_single(answer.content), type=shape, strict=False)
    except UNREADABLE as error:
        raise ProblemRaised(unreadable(error, service)) from error
    if not getattr(found, "id", True):
        raise ProblemRaised(Problem(ProblemKind.UNREADABLE_ANSWER, service=service, detail="no id"))
    return found


def may_have_arrived(intent: Intent) -> bool:
    """True when an earlier attempt may have done it, or a part of it. Not the state alone: a wish that was refused in
    its second step waits again when the user says so, and its first step has been made."""
    return intent.attempts > 0 or intent.state in (IntentState.SENDING, IntentState.UNKNOWN)
