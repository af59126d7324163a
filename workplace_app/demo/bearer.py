"""Checks the bearer token of every request to Graph and the CMS, and says who is asking."""

import json
from base64 import b64encode
from dataclasses import dataclass
from typing import Protocol

from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from workplace_app.demo import consent
from workplace_app.demo.faults.answers import error_body
from workplace_app.demo.identity.tokens import STRONG_CONTEXT, Claims, TokenSigner
from workplace_app.demo.settings import DemoSettings
from workplace_app.demo.staff import Staff, staff_by_object_id
from workplace_app.demo.tenant_state import TenantState

RESOURCE_APPLICATION = "00000003-0000-0000-c000-000000000000"
"""Microsoft Graph's own application id, which it names in its challenges."""


class TokenRefusedError(Exception):
    """The token does not hold. ``claims`` is the challenge, for a token that a fresh one can replace."""

    def __init__(self, words: str, claims: dict[str, object] | None = None) -> None:
        super().__init__(words)
        self.words = words
        self.claims = claims


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who is asking, and with which scopes."""

    person: Staff
    scopes: frozenset[str]


class BearerCheck:
    """Knows whether a token holds at this moment for this audience."""

    def __init__(self, settings: DemoSettings, state: TenantState, signer: TokenSigner, audience: str) -> None:
        self._settings = settings
        self._state = state
        self._signer = signer
        self._audience = audience

    def check(self, authorization: str) -> SignedIn:
        """Read an Authorization header. Raises ``TokenRefusedError``."""
        kind, _, text = authorization.partition(" ")
        if kind.casefold() != "bearer" or not text:
            raise TokenRefusedError("Access token is empty.")
        claims = self._signer.read(text.strip())
        if claims is None or "scp" not in claims:
            raise TokenRefusedError("Invalid token: it was not issued by this tenant.")
        now = self._settings.now().timestamp()
        if claims["exp"] <= now:
            raise TokenRefusedError("Lifetime validation failed, the token is expired.")
        if claims["aud"] != self._audience:
            raise TokenRefusedError("Access token validation failure. Invalid audience.")
        person = staff_by_object_id(claims["oid"])
        if person is None or self._state.disabled(person):
            raise TokenRefusedError("The account is closed.")
        self._check_generations(claims, person)
        missing = self._state.scopes_without_consent
        return SignedIn(person, frozenset(name for name in claims["scp"].split() if name.casefold() not in missing))

    def _check_generations(self, claims: Claims, person: Staff) -> None:
        session, freshness = self._state.generations(person)
        moment = str(int(self._settings.now().timestamp()))
        fresh: dict[str, object] = {"access_token": {"nbf": {"essential": True, "value": moment}}}
        if claims["session_generation"] < session:
            raise self._challenge(claims, "The token was issued before the sessions were revoked.", fresh)
        if self._state.needs_strong_sign_in(person) and STRONG_CONTEXT not in claims["acrs"]:
            strong: dict[str, object] = {"access_token": {"acrs": {"essential": True, "value": STRONG_CONTEXT}}}
            raise self._challenge(claims, "A second factor is needed.", strong)
        if claims["freshness_generation"] < freshness:
            raise self._challenge(claims, "The token was issued before the conditions changed.", fresh)

    @staticmethod
    def _challenge(claims: Claims, words: str, wanted: dict[str, object]) -> TokenRefusedError:
        """Only a client that said it can (capability cp1) is challenged; another learns that the token is dead."""
        return TokenRefusedError(words, wanted if "cp1" in claims["xms_cc"] else None)


class TokenCheck(Protocol):
    """Whoever knows whether a token holds."""

    def check(self, authorization: str) -> SignedIn:
        """Read an Authorization header. Raises ``TokenRefusedError``."""


class ProtectedOrigin:
    """Lets a request through with its person and scopes in its state, or answers 401, or 403 for want of consent.

    ``anonymous_allowed``: what everyone may read needs no token; one that is sent must hold all the same.
    """

    def __init__(
        self, app: ASGIApp, check: TokenCheck, settings: DemoSettings, origin: str, *, anonymous_allowed: bool
    ) -> None:
        self._app = app
        self._check = check
        self._settings = settings
        self._origin = origin
        self._anonymous_allowed = anonymous_allowed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        authorization = headers.get(b"authorization", b"").decode("latin-1")
        if not authorization and self._anonymous_allowed:
            scope["state"].update(user=None, scopes=frozenset())
            await self._app(scope, receive, send)
            return
        try:
            signed_in = self._check.check(authorization)
        except TokenRefusedError as error:
            await self._unauthorized(error)(scope, receive, send)
            return
        scope["state"].update(user=signed_in.person, scopes=signed_in.scopes)
        refused = None
        if self._origin == "graph":
            refused = consent.refusal(scope["method"], scope["path"], signed_in.scopes)
        await (refused or self._app)(scope, receive, send)

    def _unauthorized(self, error: TokenRefusedError) -> Response:
        authorize = f"{self._settings.addresses.pages}/common/oauth2/v2.0/authorize"
        told = f'Bearer realm="", authorization_uri="{authorize}", client_id="{RESOURCE_APPLICATION}"'
        if error.claims is not None:
            claims = b64encode(json.dumps(error.claims).encode()).decode()
            told += f', error="insufficient_claims", claims="{claims}"'
        body = error_body(self._origin, 401, "InvalidAuthenticationToken", error.words)
        return JSONResponse(body, 401, {"WWW-Authenticate": told, "Cache-Control": "no-store"})
