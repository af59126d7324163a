"""Attends to one municipality on sync's event loop: who is signed in, which store is open, whose rounds are run."""

import asyncio
import logging
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Self

from sync.access_keeper import AccessKeeper
from sync.account_session import AccountSession
from sync.clock import rest_until
from sync.cms_sign_in import CmsSignIn
from sync.http_client import open_blocking_client, open_client, trust
from sync.identity.entra import Entra
from sync.identity.os_broker import os_broker_for
from sync.identity.token_vault import TokenVault
from sync.rounds import Rounds
from sync.settings import OpenedStore, Settings
from sync.sign_in_desk import SignInDesk
from workplace_app.domain.account import PUBLIC_ACCOUNT, Account
from workplace_app.domain.problem import ProblemRaised
from workplace_app.domain.sign_in import ANYBODY, SignInState, SignInStep, SignInWish
from workplace_app.store.connection_type import Connection
from workplace_app.store.sync_connection import open_for_sync

_LOG = logging.getLogger(__name__)


class Attendant:
    """An asynchronous context manager; everything in it belongs to the thread of the loop that entered it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._clock = settings.clock
        self._session: AccountSession | None = None
        self._store: OpenedStore | None = None
        """What the session has open."""
        self._woken = asyncio.Event()
        self._open = AsyncExitStack()
        self._taking_up: asyncio.Task[None] | None = None
        self.rounds = Rounds(settings, self._woken.set)

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
        await self._until_taken_up()
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
            self._open_session(account or PUBLIC_ACCOUNT, connection, opened)
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
        self._taking_up = asyncio.ensure_future(self._take_up(opened, self._taking_up))

    async def _take_up(self, opened: OpenedStore, before: "asyncio.Task[None] | None") -> None:
        if before is not None:
            await asyncio.wait({before})
        if not self.signed_in:
            await self._close_session()
            if self._session is None:
                self.adopt_or_tell(opened)
                self.wake()

    async def _until_taken_up(self) -> None:
        """What is half taken up would be open after everybody has left; broken off, it would be closed by nobody."""
        if self._taking_up is not None:
            await asyncio.wait({self._taking_up})

    async def sign_in(self, wish: SignInWish = ANYBODY) -> None:
        """Sign in with the browser, here and now. Raises ``ProblemRaised``."""
        account = await self.entra.sign_in(wish)
        await self._begin_account(account, follow=False)
        await self.cms.follow_now()
        self._settings.listener.sign_in_changed(SignInState(SignInStep.SIGNED_IN, account=account))

    async def sign_out(self) -> None:
        """Stop what is under way, forget the tokens, close the store, and tell so."""
        await self.leave_account(forget=True)

    async def leave_account(self, *, forget: bool = False) -> None:
        """Stop what is under way and close the store; its tokens stay in it. Told as SIGNED_OUT: nobody is here."""
        await self.desk.end()
        await self._until_taken_up()
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
            self.access.look()
            await rest_until(self._woken, self._clock, self.rounds.begin_what_is_due())

    def wake(self, names: frozenset[str] = frozenset()) -> None:
        """Read these feeds now, as ``Rounds.ask``; what the identity provider has refused is asked anew."""
        self.entra.ask_anew()
        self.rounds.ask(names)

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
        self._open_session(account, connection, opened)
        self.access.open(connection, signed_in=True)
        self.wake()
        if follow:
            self.cms.follow()

    def _open_session(self, account: Account, connection: Connection, opened: OpenedStore) -> None:
        settings = self._settings
        dialogue = settings.municipality.dialogue
        signed_in = account is not PUBLIC_ACCOUNT
        session = AccountSession(
            account,
            connection,
            settings.municipality,
            self._http,
            self.entra,
            self.cms.credentials(account, connection) if signed_in else None,
            settings.listener,
            self._clock,
            self.rounds.feeds,
            self.entra.for_scopes((dialogue.scope,)) if signed_in and dialogue.address else None,
        )
        self._session, self._store = session, opened
        self.rounds.serve(session)

    async def _close_session(self) -> None:
        """End the rounds of the open account, then close its store: nothing writes after this."""
        session = await self._take_session()
        if session is not None:
            session.close()

    async def _take_session(self, *, for_good: bool = False) -> AccountSession | None:
        """The open account, for which no round runs any more and none begins."""
        session, self._session, self._store = self._session, None, None
        await self.rounds.end()
        self.access.close()
        await self.cms.leave(for_good=for_good)
        return session
