"""Who signs staff in for the CMS: an issuer of its own, Entra ID, or nobody. The configuration decides."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

import httpx

from sync.authorized_exchange import Credentials
from sync.identity.entra import Entra
from sync.settings import Settings
from sync.sign_in_desk import SignInDesk
from workplace_app.domain.account import Account
from workplace_app.domain.problem import ProblemRaised
from workplace_app.store.connection_type import Connection

if TYPE_CHECKING:
    from sync.content_access import ContentAccess

CMS_FEEDS = frozenset({"intranet_news", "disruptions", "pictures"})
"""What may wait for a token of the CMS's own issuer."""


class CmsSignIn:
    """One attendant's; ``desk`` is where accounts sign in, ``wake`` reads feeds. Belongs to the event loop's thread."""

    def __init__(
        self,
        settings: Settings,
        http: httpx.AsyncClient,
        entra: Entra,
        desk: SignInDesk,
        wake: Callable[[frozenset[str]], None],
    ) -> None:
        self._cms = cms = settings.municipality.cms
        self._entra = entra
        self._desk = desk
        self._own: ContentAccess | None = None
        if cms is not None and cms.identity is not None and settings.content_access is not None:
            self._own = settings.content_access(
                cms.identity,
                http,
                settings.clock,
                settings.open_browser,
                settings.listener.sign_in_changed,
                settings.pages,
                lambda: wake(CMS_FEEDS),
            )

    def credentials(self, account: Account, connection: Connection) -> Credentials | None:
        """What the feeds of somebody who is signed in ask the CMS with; None where it is asked as anybody may ask."""
        if self._own is not None:
            return self._own.open(account, connection)
        return self._entra.for_scopes((self._cms.scope,)) if self._cms is not None and self._cms.scope else None

    def sign_in(self) -> None:
        """Sign in for the CMS, wherever that is done; each step is told."""
        if self._own is not None:
            self._own.sign_in()
        else:
            self._desk.begin(self._entra.sign_in)

    def follow(self) -> None:
        """Somebody has just signed in to the account: go on with the CMS's issuer where it has one."""
        if self._own is not None:
            self._own.follow()

    async def follow_now(self) -> None:
        """The same, waited for. What goes wrong the feeds of the CMS tell: they lack a token."""
        if self._own is not None:
            with suppress(ProblemRaised):
                await self._own.sign_in_now()

    def cancel(self) -> None:
        """Stop waiting for the browser there; the account stays signed in."""
        if self._own is not None:
            self._own.cancel()

    async def leave(self, *, for_good: bool) -> None:
        """The account is about to be closed, and with ``for_good`` signed out."""
        if self._own is not None:
            await self._own.leave(for_good=for_good)

    async def end(self) -> None:
        """The program ends."""
        if self._own is not None:
            await self._own.end()
