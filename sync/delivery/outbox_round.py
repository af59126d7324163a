"""Takes the outbox to the services, wish by wish, and writes down what became of each before it goes on."""

import asyncio
from collections.abc import Callable, Mapping

from sync.clock import Clock
from sync.delivery.outcome import Delivery, DeliveryTools, Outcome
from sync.exchange import NothingWasSent
from sync.problem_after import problem_after
from workplace_app.domain.frozen import frozen
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.domain.problem import Family, Problem, ProblemKind
from workplace_app.store.outbox_delivery import OutboxDelivery

_NOTHING_WAS_DONE = {ProblemKind.THROTTLED, ProblemKind.FOREIGN_ADDRESS}
"""Beside these, whatever asks for the user or for IT was said before the service did anything."""
_REFUSALS = {
    ProblemKind.NOT_FOUND,
    ProblemKind.ACCESS_DENIED,
    ProblemKind.CONSENT_MISSING,
    ProblemKind.REQUEST_REFUSED,
}
_IN_DOUBT = {IntentState.SENDING, IntentState.UNKNOWN}
_NO_NETWORK = {ProblemKind.OFFLINE, ProblemKind.CAPTIVE_PORTAL, ProblemKind.SIGN_IN_NEEDED}


@frozen
class OutboxRound:
    """One walk over what is deliverable. ``changed`` is called whenever a wish has come to another state."""

    outbox: OutboxDelivery
    tools: DeliveryTools
    deliveries: Mapping[IntentKind, Delivery]
    clock: Clock
    changed: Callable[[], None]

    async def run(self) -> frozenset[str]:
        """Deliver until nothing more goes; answers the targets whose wish has been confirmed.

        A source that is busy or silent keeps its other wishes for the next round: the feeds of this one are waiting.
        Cancelled in the middle it leaves the wish ``sending``, which the next round treats as unknown.
        """
        confirmed: set[str] = set()
        tried: set[str] = set()
        resting: set[str] = set()
        while intents := [intent for intent in self.outbox.deliverable() if intent.id not in tried]:
            for intent in intents:
                tried.add(intent.id)
                source = intent.target_id.partition(":")[0]
                if source in resting:
                    continue
                outcome = await self._deliver(intent)
                if outcome is None:
                    continue
                if outcome.state is IntentState.CONFIRMED:
                    confirmed.add(intent.target_id)
                elif outcome.problem is not None and outcome.problem.kind in _NO_NETWORK:
                    return frozenset(confirmed)
                elif outcome.problem is not None and outcome.problem.family is Family.WAIT:
                    resting.add(source)
        return frozenset(confirmed)

    async def _deliver(self, intent: Intent) -> Outcome | None:
        if not self.outbox.sending(intent.id, self.clock.now()):
            return None
        self.changed()
        work = asyncio.ensure_future(self.deliveries[intent.kind](self.tools, intent))
        problem = await problem_after(work)
        if problem is None:
            outcome = work.result()
        else:
            nothing_sent = isinstance(work.exception(), NothingWasSent)
            outcome = Outcome(_state_after(problem, intent, nothing_sent=nothing_sent), problem)
        self._write_down(intent, outcome)
        self.changed()
        return outcome

    def _write_down(self, intent: Intent, outcome: Outcome) -> None:
        now = self.clock.now()
        if outcome.state is IntentState.CONFIRMED:
            self.outbox.confirmed(intent.id, now)
        elif outcome.state is IntentState.WAITING:
            self.outbox.wait(intent.id, outcome.problem, now)
        elif outcome.state is IntentState.UNKNOWN:
            self.outbox.unknown(intent.id, outcome.problem, now)
        else:
            self.outbox.needs_you(intent.id, outcome.problem or Problem(ProblemKind.UNEXPECTED), now)


def _state_after(problem: Problem, intent: Intent, *, nothing_sent: bool) -> IntentState:
    """What a failed exchange means for the wish: whether anything can have been done."""
    if problem.kind in _REFUSALS:
        return IntentState.NEEDS_YOU
    untouched = nothing_sent or problem.kind in _NOTHING_WAS_DONE
    if untouched or problem.family is Family.ASK:
        # An earlier attempt may still have arrived: that doubt stays until somebody has looked.
        return IntentState.UNKNOWN if intent.state in _IN_DOUBT else IntentState.WAITING
    return IntentState.UNKNOWN
