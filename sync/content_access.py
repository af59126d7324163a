"""The CMS's own issuer beside an account: who signs in there when, what its feeds get, what signing out takes away."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

import httpx

from sync.authorized_exchange import Credentials
from sync.clock import Clock
from sync.identity.content_credentials import ContentCredentials
from sync.identity.content_sign_in import ContentSignIn
from sync.identity.content_vault import ContentVault
from sync.identity.openid_client import OpenIdClient
from sync.identity.openid_problems import CMS, sign_in_needed
from sync.identity.process_lock import ProcessLock
from sync.identity.redirect_receiver import ReturnPages
from sync.sign_in_desk import SignInDesk
from workplace_app.domain.account import Account
from workplace_app.domain.content_identity import ContentIdentity
from workplace_app.domain.problem import ProblemRaised
from workplace_app.domain.sign_in import SignInState
from workplace_app.store.connection_type import Connection
from workplace_app.store.content_token_store import refresh_lock_file

_LOG = logging.getLogger(__name__)
REVOKE_SECONDS = 5.0
"""How long signing out tries to tell the issuer; it does not wait for that."""


class _Opened(NamedTuple):
    account: Account
    credentials: ContentCredentials


class ContentAccess:
    """Belongs to the event loop's thread. ``tell`` hears each step, with the CMS named as its service, so that nobody
    takes it for a sign-in of the account; ``signed_in`` is called when the CMS can be read."""

    def __init__(
        self,
        identity: ContentIdentity,
        http: httpx.AsyncClient,
        clock: Clock,
        open_browser: Callable[[str], bool],
        tell: Callable[[SignInState], None],
        pages: ReturnPages,
        signed_in: Callable[[], None],
    ) -> None:
        self._identity = identity
        self._clock = clock
        self._signed_in = signed_in
        self._client = OpenIdClient(identity, http, clock)

        def tell_of_cms(state: SignInState) -> None:
            if self._opened is not None:  # whoever has left is told nothing about it
                tell(replace(state, service=CMS))

        self._way = ContentSignIn(identity, self._client, clock, open_browser, tell_of_cms, pages)
        self._desk = SignInDesk(tell_of_cms, self._read_again)
        self._opened: _Opened | None = None
        self._telling: set[asyncio.Task[None]] = set()

    def open(self, account: Account, connection: Connection) -> Credentials:
        """Credentials for the feeds of this account, whose tokens are in this store."""
        lock = ProcessLock(refresh_lock_file(connection), self._clock)
        vault = ContentVault(connection, self._identity)
        self._opened = _Opened(account, ContentCredentials(self._identity, self._client, vault, lock, self._clock))
        return self._opened.credentials

    def sign_in(self) -> None:
        """Send the browser to the issuer for whoever's account is open; each step is told."""
        self._desk.begin(self._sign_in)

    def follow(self) -> None:
        """Somebody has just signed in to the account: go on with the issuer in the same browser, unless there are
        tokens of an earlier time."""
        if self._opened is not None and not self._opened.credentials.has_tokens():
            self.sign_in()

    async def sign_in_now(self) -> None:
        """The same, here and now, for a round at which nobody looks. Raises ``ProblemRaised``."""
        if self._opened is not None and not self._opened.credentials.has_tokens():
            await self._sign_in()

    def cancel(self) -> None:
        """The user does not want to any more; the account stays signed in."""
        self._desk.cancel()

    async def leave(self, *, for_good: bool = False) -> None:
        """The account is about to be closed: end what is under way; a renewal ends well. ``for_good`` forgets the
        tokens, and the issuer is told of that beside it if it can be; nobody waits for it."""
        opened, self._opened = self._opened, None
        await self._desk.end()
        if opened is None:
            return
        await opened.credentials.settle()
        refresh_token = opened.credentials.give_up() if for_good else None
        if refresh_token is not None:
            task = asyncio.ensure_future(self._revoke(refresh_token))
            self._telling.add(task)
            task.add_done_callback(self._telling.discard)

    async def end(self) -> None:
        """The program ends: what is still being told has had its time."""
        if self._telling:
            await asyncio.wait(self._telling)

    async def _sign_in(self) -> Account:
        opened = self._opened
        if opened is None:
            raise sign_in_needed()
        opened.credentials.adopt(await self._way.sign_in(opened.account))
        return opened.account

    async def _read_again(self, _account: Account) -> None:
        self._signed_in()

    async def _revoke(self, refresh_token: str) -> None:
        try:
            async with asyncio.timeout(REVOKE_SECONDS):
                told = await self._client.revoke(refresh_token)
        except (ProblemRaised, TimeoutError):
            told = False
        _LOG.info("signed out at the CMS's issuer%s", "" if told else ", which could not be told")
