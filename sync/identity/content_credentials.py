"""Access tokens for the CMS from its own issuer, renewed silently: one process at a time, each refresh token once."""

import asyncio
from datetime import datetime, timedelta

from sync.clock import Clock
from sync.identity.content_vault import ContentTokens, ContentVault
from sync.identity.openid_client import OpenIdClient, TokenAnswer
from sync.identity.openid_problems import sign_in_needed
from sync.identity.process_lock import ProcessLock
from workplace_app.domain.content_identity import ContentIdentity
from workplace_app.domain.problem import ProblemKind, ProblemRaised

RENEW_BEFORE = timedelta(minutes=5)
SETTLE_SECONDS = 5.0


class ContentCredentials:
    """``authorized_exchange.Credentials`` of one account. Belongs to the event loop's thread.

    An issuer that rotates refresh tokens takes the second use of one for theft and ends the whole family (RFC 9700,
    4.14.2). So between reading the token from the store and writing the next one, no other process may do the same, and
    nothing in this one may break it off: a round that is cancelled leaves the renewal to end by itself.
    """

    def __init__(
        self, identity: ContentIdentity, client: OpenIdClient, vault: ContentVault, lock: ProcessLock, clock: Clock
    ) -> None:
        self._identity = identity
        self._client = client
        self._vault = vault
        self._lock = lock
        self._clock = clock
        self._held: ContentTokens | None = None
        self._renewal: asyncio.Task[ContentTokens] | None = None

    async def token(self, *, refused: str | None = None, claims: str | None = None) -> str:
        """See ``authorized_exchange.Credentials``; this issuer knows no claims challenges."""
        del claims
        held = self._held
        if held is not None and self._holds(held, refused):
            return held.access_token
        if self._renewal is None:
            self._renewal = asyncio.ensure_future(self._renewed(refused))
            self._renewal.add_done_callback(self._renewal_ended)
        return (await asyncio.shield(self._renewal)).access_token

    def granted_scopes(self) -> frozenset[str] | None:
        """Nobody looks into this token."""
        return None

    def has_tokens(self) -> bool:
        """True when there is something to go on with, whether it still holds or not."""
        try:
            return self._vault.load() is not None
        except ProblemRaised:  # the store is busy: whoever needs a token will be told
            return True

    def adopt(self, answer: TokenAnswer) -> None:
        """Go on with what a sign-in has given. Raises ``ProblemRaised`` when it cannot be kept."""
        self._keep(answer, str(answer.claims["sub"]), None)

    def give_up(self) -> str | None:
        """Forget everything, here and in the store, and give the refresh token, which the issuer may be told of."""
        try:
            tokens = self._vault.load()
            self._vault.clear()
        except ProblemRaised:  # the store goes away as a whole
            tokens = self._held
        self._held = None
        return tokens.refresh_token if tokens is not None else None

    async def settle(self) -> None:
        """Let a renewal that is under way end, so that the refresh token that it brings is not lost."""
        if self._renewal is not None:
            await asyncio.wait({self._renewal}, timeout=SETTLE_SECONDS)

    async def _renewed(self, refused: str | None) -> ContentTokens:
        async with self._lock.held():
            kept = self._vault.load()  # another process may have been quicker
            if kept is None:
                self._held = None
                raise sign_in_needed()
            if self._holds(kept, refused):
                self._held = kept
                return kept
            if kept.refresh_token is None:
                self._forget()
                raise sign_in_needed("no refresh token")
            try:
                answer = await self._client.renew(kept.refresh_token, kept.subject)
            except ProblemRaised as raised:
                if raised.problem.kind is ProblemKind.SIGN_IN_NEEDED:  # spent, revoked or too old: it never comes back
                    self._forget()
                raise
            return self._keep(answer, kept.subject, kept.refresh_token)

    def _holds(self, tokens: ContentTokens, refused: str | None) -> bool:
        return tokens.access_token != refused and self._clock.now() < tokens.use_until

    def _keep(self, answer: TokenAnswer, subject: str, refresh_token: str | None) -> ContentTokens:
        identity = self._identity
        self._held = ContentTokens(
            issuer=identity.issuer,
            client_id=identity.client_id,
            audience=identity.audience,
            organization=identity.organization,
            subject=subject,
            access_token=answer.access_token,
            use_until=self._use_until(answer.expires_at),
            refresh_token=answer.refresh_token or refresh_token,  # one that does not rotate goes on holding
        )
        self._vault.save(self._held)
        return self._held

    def _use_until(self, expires_at: datetime) -> datetime:
        """Some minutes before its end, or half its life for one that lives shorter than that."""
        now = self._clock.now()
        return max(expires_at - RENEW_BEFORE, now + (expires_at - now) / 2)

    def _forget(self) -> None:
        self._held = None
        self._vault.clear()

    def _renewal_ended(self, task: "asyncio.Task[ContentTokens]") -> None:
        self._renewal = None
        if not task.cancelled():
            task.exception()  # whoever waits for it is told; when nobody does any more, nobody need be
