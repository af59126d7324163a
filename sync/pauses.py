"""Until when each service of one account wants to be left alone, and how often a busy one is asked within one round.

Without asyncio and without a socket: ``service_gates`` waits by it, ``exchange`` tells it what was answered, and the
fleet (``sync/fleet``) asks it for a hundred thousand clients.
"""

from datetime import datetime, timedelta
from typing import Protocol

from sync.back_off import back_off
from sync.clock import Clock
from sync.retry_after import LONGEST_PAUSE
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

ATTEMPTS = 3
"""How often a request that is safe to repeat is sent within one round, to a service that has answered before."""
PATIENCE = timedelta(seconds=30)
"""A pause that ends within this is waited out on the spot; a longer one ends the feed, which goes on from its bookmark
in the round that comes after the pause."""
_FIRST_BACK_OFF = timedelta(seconds=2)
_LONGEST_BACK_OFF = timedelta(seconds=20)
_BUSY = {429, 500, 502, 503, 504, 507, 509}


class PauseLedger(Protocol):
    """Where pauses outlive the process: the store's feed ledger."""

    def pause(self, service: str, until: datetime) -> None:
        """Remember that nothing may be asked of the service before this moment."""

    def paused_until(self, service: str) -> datetime | None:
        """The moment that is remembered, if any."""


def is_busy(status: int) -> bool:
    """True for an answer after which the service is to be left alone for a while."""
    return status in _BUSY


def may_repeat(method: str, status: int, *, says_when: bool) -> bool:
    """True when sending the same again cannot do anything twice. A busy service says when to come back
    (``says_when``): then nothing was done. A bare 503 may be a proxy's, behind which it was."""
    return method == "GET" or status == 429 or (status == 503 and says_when)


class Pauses:
    """The services of one account. What lies further ahead than any pause may was written by a clock that has been set
    back since, and holds nobody up."""

    def __init__(self, ledger: PauseLedger, clock: Clock, services: tuple[str, ...]) -> None:
        self._ledger = ledger
        self._clock = clock
        self._until = {name: ledger.paused_until(name) for name in services}
        self._busy = dict.fromkeys(services, 0)

    def pause(self, service: str, until: datetime) -> None:
        """Ask nothing before this moment; an earlier moment than the one that holds changes nothing."""
        current = self._holding(service)
        if current is None or until > current:
            self._until[service] = until
            self._ledger.pause(service, until)

    def is_free(self, service: str) -> bool:
        """True when it was not busy the last time, and no pause is known that holds or has held since."""
        return self._until[service] is None and not self._busy[service]

    def rest(self, service: str) -> timedelta:
        """How long to wait before the service may be asked; nothing when it may be at once. Raises THROTTLED with
        ``retry_at`` when that is longer than anybody has patience for."""
        until = self._until[service]
        if until is None or (until := self._holding(service)) is None:
            return timedelta()
        rest = until - self._clock.now()
        if rest > PATIENCE:
            raise ProblemRaised(Problem(ProblemKind.THROTTLED, service=service, retry_at=until))
        if rest > timedelta():
            return rest
        self._until[service] = None
        return timedelta()

    def busy(self, service: str, named: timedelta | None) -> None:
        """It has answered that it is busy: pause as long as it named, else for a back-off that grows with each such
        answer in a row, whoever got it: a client's feeds together are one client."""
        self._busy[service] += 1
        wait = named
        if wait is None:
            wait = back_off(self._busy[service], _FIRST_BACK_OFF, _LONGEST_BACK_OFF, self._clock.chance)
        self.pause(service, self._clock.now() + wait)

    def answered(self, service: str) -> None:
        """It has answered something else."""
        self._busy[service] = 0

    def given_up(self, service: str) -> bool:
        """True while the service has been busy to everybody: it is asked once a round then, and not three times."""
        return self._busy[service] >= ATTEMPTS

    def _holding(self, service: str) -> datetime | None:
        until = self._until[service]
        if until is not None and until - self._clock.now() > LONGEST_PAUSE:
            until = self._until[service] = None
        return until
