"""What became of one attempt to deliver one wish."""

from collections.abc import Awaitable, Callable

from sync.graph_client import GraphClient
from workplace_app.domain.frozen import frozen
from workplace_app.domain.intent import Intent, IntentState
from workplace_app.domain.problem import Problem
from workplace_app.domain.task import Task


@frozen
class Outcome:
    """CONFIRMED; WAITING (nothing was done); UNKNOWN (it may have been done); or NEEDS_YOU."""

    state: IntentState
    problem: Problem | None = None


CONFIRMED = Outcome(IntentState.CONFIRMED)


@frozen
class DeliveryTools:
    """What a delivery may touch: a client per service, and tasks as their source last described them."""

    graph: Callable[[str], GraphClient]
    cached_task: Callable[[str], Task | None]


Delivery = Callable[[DeliveryTools, Intent], Awaitable[Outcome]]
"""One attempt. The wish is already ``sending`` on the disk; ``intent.state`` is what it was before: UNKNOWN or SENDING
means that an earlier attempt may have arrived, so the world is read first. It may raise ``ProblemRaised`` for a problem
of the exchange itself; ``outbox_round`` knows what that means for the wish."""
