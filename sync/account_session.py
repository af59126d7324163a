"""One account's open store and everything that sync does with it, on the one thread that opened it."""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta

import httpx

from sync.authorized_exchange import Credentials
from sync.clients import Clients
from sync.clock import Clock
from sync.delivery.outbox_round import OutboxRound
from sync.delivery.registry import DELIVERIES
from sync.delivery.tools import tools_of
from sync.engine import Engine
from sync.feed import Feed
from sync.known_facts import StoredFacts
from sync.service_gates import ServiceGates
from workplace_app.domain.account import Account
from workplace_app.domain.changes import LAID_OVER, ChangeListener
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.problem import ProblemRaised
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection_type import Connection
from workplace_app.store.feed_ledger import FeedLedger
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.retention import apply_retention
from workplace_app.store.said_things import forget_what_was_said

_LOG = logging.getLogger(__name__)
SHORTEST_BETWEEN = timedelta(seconds=15)
"""What was due at once and still is waits this long, whatever went wrong."""
_RETENTION_INTERVAL = timedelta(days=1)


class AccountSession:
    """Belongs to the event loop's thread, and so does its connection.

    The store is written right on the loop: it is sync's own thread and nothing there is waited for by a person, a page
    takes some milliseconds, one connection needs no locks, and what is cancelled is cancelled between pages, never
    inside one.
    """

    def __init__(
        self,
        account: Account,
        connection: Connection,
        municipality: Municipality,
        http: httpx.AsyncClient,
        credentials: Credentials,
        cms_credentials: Credentials | None,
        listener: ChangeListener,
        clock: Clock,
        feeds: Mapping[str, Feed],
        dialogue_credentials: Credentials | None = None,
    ) -> None:
        self.account = account
        self.connection = connection
        self.ledger = FeedLedger(connection)
        self._clock = clock
        self._municipality = municipality
        self._listener = listener
        self._retained_at: datetime | None = None
        self._delivered_at: datetime | None = None
        gates = ServiceGates(self.ledger, clock)
        self._clients = Clients(municipality, http, gates, credentials, clock, cms_credentials, dialogue_credentials)
        self.outbox = OutboxDelivery(connection)
        self.writer = CacheWriter(connection)
        outbox_round = self._outbox_round(connection, listener, clock)
        self.engine = Engine(
            feeds=feeds,
            clients=self._clients,
            writer=self.writer,
            ledger=self.ledger,
            known=StoredFacts(connection, clock.now),
            listener=listener,
            me=account.object_id,
            deliver=lambda patient: outbox_round.run(patient=patient),
        )
        self._let_go_of_what_is_not_read()

    def wishes_due(self, now: datetime) -> datetime | None:
        """When the outbox is to be delivered next, None when nothing waits. A wish that could not even be noted as sent
        (the disk is full) is due at once and for ever: it is tried again only after a while."""
        if not self.account.object_id:
            return None
        last = self._delivered_at
        try:
            moment = self.outbox.next_moment(now)
        except ProblemRaised:  # the store is busy or broken; the rounds, which read it too, say so
            moment = now if last is None else min(last, now)
        if moment is None or moment > now:
            return moment
        if last is not None and moment <= last <= now < last + SHORTEST_BETWEEN:
            return last + SHORTEST_BETWEEN
        self._delivered_at = now
        return now

    def let_go_of_what_is_old(self) -> None:
        """Once a day: remove what has been kept for as long as it may be."""
        self._let_go_of_what_is_not_read()
        now = self._clock.now()
        if self._retained_at is not None and now - self._retained_at < _RETENTION_INTERVAL:
            return
        try:
            apply_retention(self.connection, now, self._municipality.keeping)
        except ProblemRaised as raised:
            _LOG.warning("old facts were left: %s", raised.problem.kind.value)
        self._retained_at = now

    def _let_go_of_what_is_not_read(self) -> None:
        """Where IT has turned off that what people say is read, what was kept of it goes, before anything else is done;
        what could not go (the disk is full, the store busy) goes after the next round."""
        if self._municipality.teams_reading:
            return
        try:
            changes = forget_what_was_said(self.connection)
        except ProblemRaised as raised:
            _LOG.warning("what people have said was left: %s", raised.problem.kind.value)
            return
        if changes:
            self._listener.changed(changes)

    def close(self) -> None:
        """Close the store."""
        self.connection.close()

    def _outbox_round(self, connection: Connection, listener: ChangeListener, clock: Clock) -> OutboxRound:
        tools = tools_of(self.account, connection, self._clients, self.outbox)

        def changed() -> None:
            listener.changed(LAID_OVER)

        return OutboxRound(self.outbox, tools, DELIVERIES, clock, changed)
