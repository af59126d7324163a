"""Attends to one municipality on sync's event loop: who is signed in, which store is open, what is read when."""

import asyncio
import logging
from collections.abc import Iterable, Mapping
from contextlib import AsyncExitStack
from datetime import datetime
from types import TracebackType
from typing import Self

from sync.access_keeper import AccessKeeper
from sync.account_session import AccountSession
from sync.clock import rest_until
from sync.cms_sign_in import CmsSignIn
from sync.feed import Feed
from sync.http_client import open_blocking_client, open_client, trust
from sync.identity.entra import Entra
from sync.identity.os_broker import os_broker_for
from sync.identity.token_vault import TokenVault
from sync.rhythm import Rhythm
from sync.round_report import RoundReport
from sync.schedule import due_names, next_wake, on_demand_feed
from sync.settings import OpenedStore, Settings
from sync.shared_limits import stretch_for
from sync.sign_in_desk import SignInDesk
from workplace_app.domain.account import PUBLIC_ACCOUNT, Account
from workplace_app.domain.problem import ProblemRaised
from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.sign_in import SignInState, SignInStep
from workplace_app.store.connection_type import Connection
from workplace_app.store.sync_connection import open_for_sync

_LOG = logging.getLogger(__name__)


class Attendant:
    """An asynchronous context manager; everything in it belongs to the thread of the loop that entered it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._clock = settings.clock
        asks = settings.municipality.asks
        self._feeds: Mapping[str, Feed] = {feed.name: feed for feed in settings.feeds if asks(feed.name)}
        self._rounds: set[asyncio.Task[RoundReport]] = set()
        self._session: AccountSession | None = None
        self._store: OpenedStore | None = None
        """What the session has open."""
        self._woken = asyncio.Event()
        self._open = AsyncExitStack()
        self._taking_up: asyncio.Task[None] | None = None
        stretch = stretch_for(settings.municipality.clients)
        self._rhythm = Rhythm(settings.clock.now(), settings.clock.chance, stretch)

    async def __aenter__(self) -> Self:
        context = trust(self._settings.municipality.ca_file)
        self._http = await self._open.enter_async_context(open_client(context))
        settings = self._settings
        self.entra = Entra(
            settings.municipality,
            open_blocking_client(context),
            self._clock,
            settings.open_browser,
            settings.listener.sign_in_changed,
            settings.pages,
            os_broker_for(settings.municipality, settings.window_id),
        )
        self._open.callback(self.entra.close)
        self.access = AccessKeeper(self.entra, self._clock, settings.listener)
        self.desk = SignInDesk(settings.listener.sign_in_changed, self._begin_account)
        self.cms = CmsSignIn(settings, self._http, self.entra, self.desk, self.wake)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.desk.end()
        if self._taking_up is not None:
            self._taking_up.cancel()
            await asyncio.wait({self._taking_up})
        await self._close_session()
        await self.cms.end()
        await self._open.aclose()

    @property
    def signed_in(self) -> bool:
        """True when there are tokens to go on with."""
        return self._session is not None and self._session.account is not PUBLIC_ACCOUNT

    def adopt(self, opened: OpenedStore | None) -> None:
        """Go on with the store that is on this computer, and tell who that is.

        A store without tokens is read and its public feeds go on. Raises ``ProblemRaised`` when it cannot be opened.
        """
        account: Account | None = None
        if opened is not None:
            connection = open_for_sync(opened.files, opened.key)
            vault = TokenVault.opened(connection)
            account = vault.account()
            self.entra.use(vault)
            self._session, self._store = self._new_session(account or PUBLIC_ACCOUNT, connection), opened
            self.access.open(connection)
            self._woken.set()
        step = SignInStep.SIGNED_OUT if account is None else SignInStep.SIGNED_IN
        self._settings.listener.sign_in_changed(SignInState(step, account=account))

    def adopt_or_tell(self, opened: OpenedStore | None) -> None:
        """The same, and what keeps the store from being opened is told: sync goes on listening."""
        try:
            self.adopt(opened)
        except ProblemRaised as raised:
            _LOG.warning("the store could not be opened: %s", raised.problem.kind.value)
            self._settings.listener.sign_in_changed(SignInState(SignInStep.FAILED, problem=raised.problem))

    def take_up(self, opened: OpenedStore) -> None:
        """Close what is open and go on with this store, unless somebody is quicker and signs in."""
        self._taking_up = asyncio.ensure_future(self._take_up(opened))

    async def _take_up(self, opened: OpenedStore) -> None:
        if not self.signed_in:
            await self._close_session()
            if self._session is None:
                self.adopt_or_tell(opened)
                self.wake()

    async def sign_in(self) -> None:
        """Sign in with the browser, here and now. Raises ``ProblemRaised``."""
        account = await self.entra.sign_in()
        await self._begin_account(account, follow=False)
        await self.cms.follow_now()
        self._settings.listener.sign_in_changed(SignInState(SignInStep.SIGNED_IN, account=account))

    async def sign_out(self) -> None:
        """Stop what is under way, forget the tokens, close the store, and tell so."""
        await self.leave_account(forget=True)

    async def leave_account(self, *, forget: bool = False) -> None:
        """Stop what is under way and close the store; its tokens stay in it. Told as SIGNED_OUT: nobody is here."""
        await self.desk.end()
        session = await self._take_session(for_good=forget)
        if forget:
            await self.entra.sign_out()
        self.entra.leave()
        if session is not None:
            session.close()
        self._settings.listener.sign_in_changed(SignInState(SignInStep.SIGNED_OUT))

    async def attend(self) -> None:
        """Read what is due, for ever."""
        while True:
            self._woken.clear()
            now = self._clock.now()
            self._rhythm.look(now)
            self.access.look()
            try:
                moments = self._moments(now)
            except ProblemRaised as raised:  # the store is busy or broken; the window, which reads it too, says so
                _LOG.warning("what is due could not be read: %s", raised.problem.kind.value)
                moments = {}
            names = due_names(moments, now)
            wishes = self._session.wishes_due(now) if self._session is not None else None
            if self._rhythm.reachable and (names or (wishes is not None and wishes <= now)):
                self.begin_round(names)
            later = [moments[name] for name in moments if name not in names]
            rest = next_wake([*later, wishes if wishes is not None and wishes > now else None], now)
            await rest_until(self._woken, self._clock, rest)

    def wake(self, names: frozenset[str] = frozenset()) -> None:
        """Read these feeds now; with none, deliver the outbox and read what is due, as if nothing had failed before."""
        self.entra.ask_anew()
        if not names and self._session is not None:
            names = self._rhythm.asked(self._free_feeds(), self._session.ledger.states(), self._clock.now())
        self.begin_round(names, patient=False)
        self._woken.set()  # what is held for some seconds must not wait until this round has read everything

    def open_conversation(self, place_id: str) -> None:
        """Read what is said in one channel, chat or group."""
        name = on_demand_feed(place_id)
        if name is not None:
            self.begin_round((name,), place_id, patient=False)

    def believe(self, feed: str) -> None:
        """The user says that what a feed's source no longer names is gone: read it now and believe it."""
        if self._session is not None and self._session.writer.believe(feed):
            self.begin_round((feed,), patient=False)

    def network_changed(self, reachable: bool, metered: bool = False) -> None:
        """The operating system says whether there is a network, and whether it is paid by what comes over it. That is
        told at once, since no round will find out. When it has come back, the outbox is delivered at once, and what
        failed is read soon: with all clients of the tenant, which may have been without one too."""
        before = self._rhythm.reachable
        returned = self._rhythm.network(reachable=reachable, metered=metered, now=self._clock.now())
        if reachable != before:
            self._settings.listener.progress_changed(SyncProgress(False, offline=not reachable))
        if returned:
            self.begin_round((), patient=False)
        self._woken.set()

    def begin_round(self, names: Iterable[str], target: str | None = None, *, patient: bool = True) -> None:
        """Start a round of these feeds, beside any other that is under way."""
        task = asyncio.ensure_future(self.round(names, target, patient=patient))
        self._rounds.add(task)
        task.add_done_callback(self._round_ended)

    async def round(
        self, names: Iterable[str] | None = None, target: str | None = None, *, patient: bool = True
    ) -> RoundReport:
        """One round of these feeds (None: all that are not on demand), and what it did. Who asks is not ``patient``
        with wishes that have failed before."""
        session = self._session
        if session is None:
            return RoundReport()
        if names is None:
            names = [feed.name for feed in self._feeds.values() if not feed.on_demand]
        known = [name for name in names if name in self._feeds]
        public = session.account is PUBLIC_ACCOUNT
        began = self._clock.now()
        report = await session.engine.round(
            [name for name in known if not (public and self._feeds[name].needs_sign_in)], target, patient=patient
        )
        now = self._clock.now()
        for feed in report.feeds:
            self._rhythm.ended(feed.name, feed.problem, began, now)
        session.let_go_of_what_is_old()
        return report

    def _moments(self, now: datetime) -> dict[str, datetime | None]:
        """When each feed is due that nobody is reading."""
        if self._session is None:
            return {}
        return self._rhythm.moments(self._free_feeds(), self._session.ledger.states(), now)

    def _free_feeds(self) -> list[Feed]:
        """Those that can be read by who is signed in, and that no round is at."""
        session = self._session
        public = session is not None and session.account is PUBLIC_ACCOUNT
        return [
            feed
            for feed in self._feeds.values()
            if not (public and feed.needs_sign_in) and session is not None and not session.engine.is_reading(feed.name)
        ]

    def _round_ended(self, task: "asyncio.Task[RoundReport]") -> None:
        self._rounds.discard(task)
        self._woken.set()
        if not self._rhythm.reachable:  # what it had fetched before the network went says nothing of now
            self._settings.listener.progress_changed(SyncProgress(False, offline=True))
        if not task.cancelled() and (error := task.exception()) is not None:
            _LOG.error("a round ended in %s", type(error).__name__, exc_info=error)

    async def _begin_account(self, account: Account, *, follow: bool = True) -> None:
        """Open the store of who has just signed in, put the tokens into it, and let everything that is due begin.
        When it cannot be opened, what was open before goes on."""
        vault, before = self.entra.vault, self._store
        await self._close_session()
        try:
            opened = await asyncio.to_thread(self._settings.open_account, account)
            connection = open_for_sync(opened.files, opened.key)
        except BaseException:
            if self.entra.vault is vault:
                self.entra.leave()
                self.adopt_or_tell(before)
            raise
        vault.keep_in(connection)
        if self.entra.vault is not vault:  # a store has been taken up meanwhile, and its tokens with it
            await self._close_session()
            self.entra.use(vault)
        self._session, self._store = self._new_session(account, connection), opened
        self.access.open(connection, signed_in=True)
        self.wake()
        if follow:
            self.cms.follow()

    def _new_session(self, account: Account, connection: Connection) -> AccountSession:
        settings = self._settings
        dialogue = settings.municipality.dialogue
        signed_in = account is not PUBLIC_ACCOUNT
        return AccountSession(
            account,
            connection,
            settings.municipality,
            self._http,
            self.entra,
            self.cms.credentials(account, connection) if signed_in else None,
            settings.listener,
            self._clock,
            self._feeds,
            self.entra.for_scopes((dialogue.scope,)) if signed_in and dialogue.address else None,
        )

    async def _close_session(self) -> None:
        """End the rounds of the open account, then close its store: nothing writes after this."""
        session = await self._take_session()
        if session is not None:
            session.close()

    async def _take_session(self, *, for_good: bool = False) -> AccountSession | None:
        """The open account, for which no round runs any more and none begins: a round that ends wakes the schedule, and
        the window may ask for another one at any time."""
        session, self._session, self._store = self._session, None, None
        rounds = list(self._rounds)
        for task in rounds:
            task.cancel()
        if rounds:
            await asyncio.wait(rounds)
        self.access.close()
        await self.cms.leave(for_good=for_good)
        return session
