"""Takes the outbox to the services, wish by wish, and writes down what became of each before it goes on."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from sync.back_off import back_off
from sync.clock import Clock
from sync.delivery.outcome import Delivery, DeliveryTools, Outcome
from sync.delivery.services import service_of
from sync.exchange import NothingWasSent
from sync.problem_after import problem_after
from workplace_app.domain.frozen import frozen
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.domain.problem import Family, Problem, ProblemKind
from workplace_app.store.outbox_delivery import OutboxDelivery

FIRST_REST = timedelta(seconds=15)
LONGEST_REST = timedelta(minutes=15)
"""A wish that could not be delivered waits between the first and, after many failures, twice the longest."""
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

    async def run(self, *, patient: bool = True) -> frozenset[str]:
        """Deliver until nothing more goes; answers the targets whose wish has been confirmed.

        A source that is busy or silent keeps its other wishes for later: the feeds of this round are waiting. Who asks
        is not ``patient``: what waits only because it has failed before is tried now. Cancelled in the middle it leaves
        the wish ``sending``, which the next round treats as unknown.
        """
        confirmed: set[str] = set()
        tried: set[str] = set()
        resting: dict[str, datetime] = {}
        while intents := [each for each in self._deliverable(patient) if each.id not in tried]:
            for number, intent in enumerate(intents):
                tried.add(intent.id)
                service = service_of(intent)
                if service in resting:
                    self.outbox.postpone([intent.id], resting[service])
                    continue
                outcome = await self._deliver(intent)
                if outcome is None:
                    continue
                problem = outcome.problem
                if outcome.state is IntentState.CONFIRMED:
                    confirmed.add(intent.target_id)
                elif problem is not None and problem.kind in _NO_NETWORK:
                    left = [each.id for each in intents[number + 1 :]]
                    self.outbox.postpone(left, self._next_attempt(intent, problem))
                    return frozenset(confirmed)
                elif problem is not None and problem.family is Family.WAIT:
                    resting[service] = self._next_attempt(intent, problem)
        return frozenset(confirmed)

    def _deliverable(self, patient: bool) -> tuple[Intent, ...]:
        return self.outbox.deliverable(self.clock.now(), patient=patient)

    def _next_attempt(self, intent: Intent, problem: Problem | None) -> datetime:
        """Later each time, with jitter, and never before the service has said."""
        now = self.clock.now()
        wait = FIRST_REST + back_off(intent.attempts + 1, FIRST_REST, LONGEST_REST, self.clock.chance)
        said = problem.retry_at if problem is not None else None
        return max(now + wait, said or now)

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
            self.outbox.confirmed(intent.id, now, outcome.answer)
        elif outcome.state is IntentState.WAITING:
            self.outbox.wait(intent.id, outcome.problem, now, self._next_attempt(intent, outcome.problem))
        elif outcome.state is IntentState.UNKNOWN:
            self.outbox.unknown(intent.id, outcome.problem, now, self._next_attempt(intent, outcome.problem))
        else:
            problem = outcome.problem or Problem(ProblemKind.UNEXPECTED)
            self.outbox.needs_you(intent.id, problem, now, outcome.conflict)


def _state_after(problem: Problem, intent: Intent, *, nothing_sent: bool) -> IntentState:
    """What a failed exchange means for the wish: whether anything can have been done."""
    if problem.kind in _REFUSALS:
        return IntentState.NEEDS_YOU
    untouched = nothing_sent or problem.kind in _NOTHING_WAS_DONE
    if untouched or problem.family is Family.ASK:
        # An earlier attempt may still have arrived: that doubt stays until somebody has looked.
        return IntentState.UNKNOWN if intent.state in _IN_DOUBT else IntentState.WAITING
    return IntentState.UNKNOWN
