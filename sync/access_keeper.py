"""Keeps the record of an account's access: what the identity provider has answered, and the time that passes.

It writes, and the window, which reads the same row, locks or wipes. What each answer means:

- a new token: confirmed, and whatever was held against the account is over;
- ACCESS_REVOKED (every session was ended): locked as soon as it is written;
- ACCOUNT_DISABLED: to remove what is here cannot be undone, so one answer is not enough: the provider is asked anew
  some seconds later, and only the same answer, from the same origin over TLS (MSAL reaches no other, see
  ``allowed_hosts``), counts as true. Without that answer it is locked all the same, as if it had been revoked. What
  feeds are told meanwhile does not count: they are read side by side, and MSAL repeats a refusal for a minute without
  asking anybody (``throttled_http_client.py``, msal 1.39);
- any other refusal (a refresh token that is too old, a second factor that is due): nothing changes but what its clock
  says, where this very answer has told it; the account stays open for as long as IT's rules allow.
"""

import asyncio
import logging
from datetime import datetime, timedelta

from sync.clock import Clock
from sync.identity.entra import Entra
from workplace_app.domain.access_record import (
    AccessRecord,
    confirmed,
    disabled,
    noted,
    revoked,
    witnessed,
)
from workplace_app.domain.changes import ChangeKind, ChangeListener
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.store.access_reader import access_record
from workplace_app.store.access_writer import save_access
from workplace_app.store.connection_type import Connection

_LOG = logging.getLogger(__name__)
LOOK_EVERY = timedelta(minutes=10)
"""How often the passing of time is written down: a program that is killed loses no more than this."""
ORDINARY_LIFE = timedelta(hours=1)
"""Of a token whose end nobody knows: one that the operating system's broker keeps to itself."""
SECONDS_TO_THE_SECOND_ASKING = 10.0


class AccessKeeper:
    """Belongs to the event loop's thread, and so does the connection that is open in it. ``listener`` is told
    when the record says something new."""

    def __init__(self, entra: Entra, clock: Clock, listener: ChangeListener) -> None:
        self._entra = entra
        self._clock = clock
        self._listener = listener
        self._connection: Connection | None = None
        self._record = AccessRecord()
        self._looked_at = 0.0
        self._second_asking: asyncio.Task[None] | None = None
        entra.account_answered = self.answered

    def open(self, connection: Connection, *, signed_in: bool = False) -> None:
        """The store has been opened whose tokens ``Entra`` has: go on with the record in it; its owner may have
        ``signed_in`` just now. Raises ``ProblemRaised``."""
        if self._entra.vault.account() is None:
            return
        self._record = access_record(connection)
        self._connection, self._looked_at = connection, self._clock.monotonic()
        self._keep(noted(self._record, self._clock.now()))
        if signed_in:
            self.answered(None)

    def close(self) -> None:
        """The store is about to be closed."""
        if self._ask_no_more():
            self._record = revoked(self._record, self._clock.now())
        self._look()
        self._connection = None

    def look(self) -> None:
        """Write down, now and then, that time has passed."""
        if self._clock.monotonic() - self._looked_at >= LOOK_EVERY.total_seconds():
            self._look()

    def answered(self, problem: Problem | None) -> None:
        """The identity provider has answered just now: with a token, also after a sign-in, or with this problem."""
        if self._connection is None:
            return
        now = self._clock.now()
        if problem is None:
            self._confirm(now)
        elif problem.kind is ProblemKind.ACCESS_REVOKED:
            self._keep(revoked(self._record, now), tell=True)
        elif problem.kind is ProblemKind.ACCOUNT_DISABLED:
            if self._second_asking is None:
                self._second_asking = asyncio.ensure_future(self._ask_again())
        else:
            told = self._entra.provider_told()
            if told is None:  # an older answer's clock and ours of now together could give time back
                self._look()
            else:
                self._keep(witnessed(self._record, now, told), tell=True)

    def _confirm(self, now: datetime) -> None:
        self._ask_no_more()
        holds_until = self._entra.vault.holds_until()
        life = ORDINARY_LIFE if holds_until is None else holds_until - now
        self._looked_at = self._clock.monotonic()
        self._keep(confirmed(now, self._entra.provider_told(), life), tell=True)

    async def _ask_again(self) -> None:
        await self._clock.sleep(SECONDS_TO_THE_SECOND_ASKING)
        self._entra.ask_anew()
        try:
            token = await self._entra.token()  # out of a cache, perhaps: then it is the provider's turn
            await self._entra.token(refused=token)
        except ProblemRaised as raised:
            blocked = raised.problem.kind is ProblemKind.ACCOUNT_DISABLED
            self._keep((disabled if blocked else revoked)(self._record, self._clock.now()), tell=True)
        finally:
            self._second_asking = None  # whatever came of it, the next answer of this kind begins anew

    def _ask_no_more(self) -> bool:
        """True when the second answer was still to come."""
        asking, self._second_asking = self._second_asking, None
        if asking is None or asking is asyncio.current_task():
            return False
        asking.cancel()
        return True

    def _look(self) -> None:
        before, self._looked_at = self._looked_at, self._clock.monotonic()
        self._keep(noted(self._record, self._clock.now(), timedelta(seconds=max(self._looked_at - before, 0.0))))

    def _keep(self, record: AccessRecord, *, tell: bool = False) -> None:
        """Write the record. What a disk refuses is kept in memory and written with the next."""
        self._record = record
        if self._connection is None:
            return
        try:
            save_access(self._connection, record)
        except ProblemRaised as raised:
            _LOG.warning("the record of access could not be written: %s", raised.problem.kind.value)
        if tell:
            self._listener.changed(frozenset({ChangeKind.ACCESS}))
