"""What became of one attempt to deliver one wish."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from sync.dialogue_client import DialogueClient
from sync.graph_client import GraphClient
from workplace_app.domain.account import PUBLIC_ACCOUNT, Account
from workplace_app.domain.conflict import Conflict
from workplace_app.domain.frozen import frozen
from workplace_app.domain.intent import Intent, IntentState
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.task import Task


@frozen
class Outcome:
    """CONFIRMED; WAITING (nothing was done); UNKNOWN (it may have been done); or NEEDS_YOU, with the ``conflict`` when
    somebody else has changed the same thing."""

    state: IntentState
    problem: Problem | None = None
    conflict: Conflict | None = None
    answer: str | None = None
    """The source's id of what has been made."""


CONFIRMED = Outcome(IntentState.CONFIRMED)


def collided(conflict: Conflict, service: str) -> Outcome:
    """Somebody else has changed what the wish is about: the user sees both versions and chooses."""
    problem = Problem(ProblemKind.CHANGED_MEANWHILE, service=service)
    return Outcome(IntentState.NEEDS_YOU, problem, conflict)


def _nobody(_object_id: str) -> None:
    """The directory has not been read."""


def _never(_intent_id: str) -> None:
    """Nothing has been sent."""


def _nothing(_answer: str, _intent_id: str) -> bool:
    return False


@frozen
class DeliveryTools:
    """What a delivery may touch: a Graph client for a service and the permission that its requests need, tasks as their
    source last described them, who the user is, what the directory calls a colleague (by object id), and the
    municipality's dialogue, None where it has none.

    ``in_doubt_since`` says when the first attempt was made for a wish that may have arrived, None when none can have.
    ``has_become`` is True of a source's id that another wish than this one has become.
    """

    graph: Callable[[str, str], GraphClient]
    cached_task: Callable[[str], Task | None]
    me: Account = PUBLIC_ACCOUNT
    person_name: Callable[[str], str | None] = _nobody
    in_doubt_since: Callable[[str], datetime | None] = _never
    has_become: Callable[[str, str], bool] = _nothing
    dialogue: DialogueClient | None = None


Delivery = Callable[[DeliveryTools, Intent], Awaitable[Outcome]]
"""One attempt. The wish is already ``sending`` on the disk; ``intent.state`` is what it was before: UNKNOWN or SENDING
means that an earlier attempt may have arrived, so the world is read first. It may raise ``ProblemRaised`` for a problem
of the exchange itself; ``outbox_round`` knows what that means for the wish."""
