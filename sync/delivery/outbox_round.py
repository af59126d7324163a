"""Takes the outbox to the services, wish by wish, and writes down what became of each before it goes on."""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sync.back_off import back_off
from sync.clock import Clock
from sync.delivery.outcome import Delivery, DeliveryTools, Outcome
from sync.delivery.services import service_of
from sync.exchange import NothingWasSent
from sync.problem_after import problem_after
from workplace_app.domain.frozen import frozen
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.domain.problem import SIGN_IN_HELPS, Family, Problem, ProblemKind
from workplace_app.domain.wishes import wish_of
from workplace_app.store.outbox_delivery import OutboxDelivery

FIRST_REST = timedelta(seconds=15)
LONGEST_REST = timedelta(minutes=15)
"""A wish that could not be delivered waits between the first and, after many failures, twice the longest."""
SILENT = 3
"""So many wishes in a row without an answer, and it is not the wishes."""
_NOTHING_WAS_DONE = {ProblemKind.THROTTLED, ProblemKind.FOREIGN_ADDRESS}
"""Beside these, whatever asks for the user or for IT was said before the service did anything."""
_REFUSALS = {
    ProblemKind.NOT_FOUND,
    ProblemKind.ACCESS_DENIED,
    ProblemKind.CONSENT_MISSING,
    ProblemKind.REQUEST_REFUSED,
}
_IN_DOUBT = {IntentState.SENDING, IntentState.UNKNOWN}
_NO_NETWORK = {ProblemKind.CAPTIVE_PORTAL, *SIGN_IN_HELPS}


@frozen
class _Attempted:
    """What became of one wish. ``no_network``: no other wish would fare better now."""

    outcome: Outcome
    no_network: bool


@dataclass(slots=True)
class _Services:
    """What this round has heard of each service: until when it rests, and how often it was silent in a row."""

    resting: dict[str, datetime] = field(default_factory=dict)
    silent: Counter[str] = field(default_factory=Counter)

    def heard(self, service: str, problem: Problem | None, later: datetime) -> None:
        """One attempt has ended."""
        if problem is None or problem.family is not Family.WAIT:
            self.silent[service] = 0
            return
        self.silent[service] += 1
        if problem.kind is ProblemKind.THROTTLED or self.silent[service] >= SILENT:
            self.resting[service] = later


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

        A service that asks to be left alone, or is silent several times in a row, keeps its other wishes for later: the
        feeds of this round are waiting. One wish that always fails is no such service: what has failed most often is
        tried last, so that it stands in nobody's way. Who asks is not ``patient``: what waits only because it has
        failed before is tried now. Cancelled in the middle it leaves the wish ``sending``, which the next round treats
        as unknown.
        """
        confirmed: set[str] = set()
        tried: set[str] = set()
        services = _Services()
        while intents := [each for each in self._deliverable(patient) if each.id not in tried]:
            self._put_off(intents, services)
            for number, intent in enumerate(intents):
                tried.add(intent.id)
                service = service_of(intent)
                if service in services.resting:
                    continue  # it has been put off with the others
                attempt = await self._deliver(intent)
                if attempt is None:
                    continue
                outcome = attempt.outcome
                if outcome.state is IntentState.CONFIRMED:
                    confirmed.add(intent.target_id)
                later = self._next_attempt(intent, outcome.problem)
                services.heard(service, outcome.problem, later)
                if attempt.no_network:
                    self.outbox.postpone([each.id for each in intents[number + 1 :]], later)
                    return frozenset(confirmed)
                if service in services.resting:
                    self._put_off(intents[number + 1 :], services)
        return frozenset(confirmed)

    def _put_off(self, intents: Sequence[Intent], services: _Services) -> None:
        """All that go to a service that rests, in one step each: thousands may wait."""
        for service, until in services.resting.items():
            waiting = [intent.id for intent in intents if service_of(intent) == service]
            if waiting:
                self.outbox.postpone(waiting, until)

    def _deliverable(self, patient: bool) -> tuple[Intent, ...]:
        found = self.outbox.deliverable(self.clock.now(), patient=patient)
        return tuple(sorted(found, key=lambda intent: intent.attempts))

    def _next_attempt(self, intent: Intent, problem: Problem | None) -> datetime:
        """Later each time, with jitter, and never before the service has said."""
        now = self.clock.now()
        wait = FIRST_REST + back_off(intent.attempts + 1, FIRST_REST, LONGEST_REST, self.clock.chance)
        said = problem.retry_at if problem is not None else None
        return max(now + wait, said or now)

    async def _deliver(self, intent: Intent) -> _Attempted | None:
        if not _is_readable(intent):
            # Nobody will ever know what was wished: it comes back to the user, who can remove it.
            unreadable = Problem(ProblemKind.UNREADABLE_ITEM, item_id=intent.id)
            self.outbox.needs_you(intent.id, unreadable, self.clock.now())
            self.changed()
            return None
        if not self.outbox.sending(intent.id, self.clock.now()):
            return None
        self.changed()
        work = asyncio.ensure_future(self.deliveries[intent.kind](self.tools, intent))
        problem = await problem_after(work)
        nothing_sent = problem is not None and isinstance(work.exception(), NothingWasSent)
        if problem is None:
            outcome = work.result()
        else:
            outcome = Outcome(_state_after(problem, intent, nothing_sent=nothing_sent), problem)
        self._write_down(intent, outcome)
        self.changed()
        kind = outcome.problem.kind if outcome.problem is not None else None
        # A connection that breaks in the middle may be the doing of this one request: the network is there.
        return _Attempted(outcome, kind in _NO_NETWORK or (kind is ProblemKind.OFFLINE and nothing_sent))

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


def _is_readable(intent: Intent) -> bool:
    try:
        wish_of(intent.kind, intent.payload)
    except ValueError:
        return False
    return True


def _state_after(problem: Problem, intent: Intent, *, nothing_sent: bool) -> IntentState:
    """What a failed exchange means for the wish: whether anything can have been done."""
    if problem.kind in _REFUSALS:
        return IntentState.NEEDS_YOU
    untouched = nothing_sent or problem.kind in _NOTHING_WAS_DONE
    if untouched or problem.family is Family.ASK:
        # An earlier attempt may still have arrived: that doubt stays until somebody has looked.
        return IntentState.UNKNOWN if intent.state in _IN_DOUBT else IntentState.WAITING
    return IntentState.UNKNOWN
