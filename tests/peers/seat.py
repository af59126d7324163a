"""One person's place at the program, as far as the CMS's own issuer goes: what sync builds, with the test's browser."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from sync.clock import Clock, SystemClock
from sync.http_client import open_client, trust
from sync.identity.content_credentials import ContentCredentials
from sync.identity.content_sign_in import ContentSignIn
from sync.identity.content_vault import ContentVault
from sync.identity.openid_client import OpenIdClient
from sync.identity.process_lock import ProcessLock
from sync.identity.redirect_receiver import ReturnPages
from tests.peers.issuers import ELIN, Issuer
from tests.sync.fakes import Listener
from workplace_app.domain.account import Account
from workplace_app.domain.content_identity import ContentIdentity
from workplace_app.store.connection_type import Connection
from workplace_app.store.content_token_store import load_content_tokens

Result = TypeVar("Result")
LONGEST_SECONDS = 20
"""A browser that never answers fails a test in this time, not in the five minutes that a person has."""
ELINS_ACCOUNT = Account("tenant", "", "", ELIN, "Elin Ekhamn")


@dataclass
class Seat:
    """Everything at one place; ``sign_in`` and ``credentials`` are made anew for each question, as after a start."""

    issuer: Issuer
    connection: Connection
    browser: Callable[[str], bool]
    changed: dict[str, object] = field(default_factory=dict)
    clock: Clock = field(default_factory=SystemClock)
    listener: Listener = field(default_factory=Listener)
    lock: ProcessLock | None = None

    @property
    def identity(self) -> ContentIdentity:
        return replace(self.issuer.identity, **self.changed)  # type: ignore[arg-type]

    def ask(self, question: Callable[["Desk"], Awaitable[Result]]) -> Result:
        async def run() -> Result:
            async with asyncio.timeout(LONGEST_SECONDS), open_client(trust(self.issuer.ca_file)) as http:
                client = OpenIdClient(self.identity, http, self.clock)
                tell = self.listener.sign_in_changed
                way = ContentSignIn(self.identity, client, self.clock, self.browser, tell, ReturnPages())
                vault = ContentVault(self.connection, self.identity)
                lock = self.lock or ProcessLock(None, self.clock)
                return await question(
                    Desk(client, way, ContentCredentials(self.identity, client, vault, lock, self.clock), vault)
                )

        return asyncio.run(run())

    def kept(self) -> str:
        """What lies in the store, "" when nothing does."""
        return load_content_tokens(self.connection) or ""


@dataclass
class Desk:
    """What a question may use."""

    client: OpenIdClient
    way: ContentSignIn
    credentials: ContentCredentials
    vault: ContentVault

    async def sign_in(self, account: Account = ELINS_ACCOUNT) -> str:
        """Sign in as the program does, and give the access token."""
        self.credentials.adopt(await self.way.sign_in(account))
        return await self.credentials.token()

    def refresh_token(self) -> str:
        """The refresh token in the store."""
        tokens = self.vault.load()
        assert tokens is not None
        assert tokens.refresh_token is not None
        return tokens.refresh_token
