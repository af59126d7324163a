"""A clock that stands still until somebody waits, a ledger in memory, and credentials that count questions."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sync.granted_scopes import scopes_in
from sync.identity.token_vault import claims_of
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.sign_in import SignInState, SignInStep

MORNING = datetime(2026, 10, 12, 6, 2, tzinfo=UTC)


class FakeClock:
    """Waiting takes no time and moves the clock; chance is what the test says."""

    def __init__(self, now: datetime = MORNING, chance: float = 0.5) -> None:
        self.moment = now
        self.waits: list[float] = []
        self.drawn = chance

    def now(self) -> datetime:
        return self.moment

    def monotonic(self) -> float:
        return self.moment.timestamp()

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.moment += timedelta(seconds=seconds)
        await asyncio.sleep(0)

    def chance(self) -> float:
        return self.drawn


class PatientClock(FakeClock):
    """Waiting never ends: for whoever waits for an event beside the clock."""

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        await asyncio.Event().wait()


class MemoryLedger:
    """Pauses that survive as long as this object."""

    def __init__(self) -> None:
        self.pauses: dict[str, datetime] = {}

    def pause(self, service: str, until: datetime) -> None:
        self.pauses[service] = until

    def paused_until(self, service: str) -> datetime | None:
        return self.pauses.get(service)


class GivenTokens:
    """Gives these tokens one after the other whenever one is refused; then says that a sign-in is needed."""

    def __init__(self, tokens: Sequence[str] = ("token-1",)) -> None:
        self._left = list(tokens)
        self.asked: list[tuple[str | None, str | None]] = []

    async def token(self, *, refused: str | None = None, claims: str | None = None) -> str:
        if refused is not None or claims is not None:
            self.asked.append((refused, claims))
            self._left.pop(0)
        if not self._left:
            raise ProblemRaised(Problem(ProblemKind.SIGN_IN_NEEDED, service="identity"))
        return self._left[0]

    def renew(self, tokens: Sequence[str]) -> None:
        """The user has signed in again."""
        self._left = list(tokens)

    def granted_scopes(self) -> frozenset[str] | None:
        """What the municipality wrote into the token; nothing is known of one that is a mere word."""
        scp = claims_of(self._left[0]).get("scp") if self._left else None
        return scopes_in(scp) if isinstance(scp, str) else None


class Listener:
    """Keeps all that it hears, and lets a test wait for something in particular."""

    def __init__(self) -> None:
        self.changes: list[frozenset[ChangeKind]] = []
        self.progress: list[SyncProgress] = []
        self.sign_in: list[SignInState] = []

    def changed(self, kinds: frozenset[ChangeKind]) -> None:
        self.changes.append(kinds)

    def progress_changed(self, progress: SyncProgress) -> None:
        self.progress.append(progress)

    def sign_in_changed(self, state: SignInState) -> None:
        self.sign_in.append(state)

    @property
    def kinds(self) -> frozenset[ChangeKind]:
        """Everything that has been announced."""
        return frozenset().union(*self.changes)

    @property
    def steps(self) -> list[SignInStep]:
        """The steps of signing in, in order."""
        return [state.step for state in self.sign_in]
