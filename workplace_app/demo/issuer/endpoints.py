"""What programs ask the second issuer: its metadata and keys, tokens, revocation, and who somebody is."""

import secrets
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from workplace_app.demo.identity.token_endpoint import read_form, s256
from workplace_app.demo.identity.tokens import ALGORITHM, Claims
from workplace_app.demo.issuer.families import Families, Family
from workplace_app.demo.issuer.pages import AUTHORIZE, IssuerPages
from workplace_app.demo.issuer.registration import CLIENT_ID, SCOPES, issuer_of
from workplace_app.demo.issuer.signing import IssuerKeys, subject_of
from workplace_app.demo.settings import DemoSettings
from workplace_app.demo.staff import Staff

ACCESS_LIFE_SECONDS = 86_400
ID_LIFE_SECONDS = 36_000
OPAQUE_TOKENS_KEPT = 100
_NO_STORE = {"Cache-Control": "no-store"}


class IssuerEndpoints:
    """Served on https. A token that was asked for without ``audience`` is opaque and good for /userinfo only."""

    def __init__(self, settings: DemoSettings, keys: IssuerKeys, families: Families, pages: IssuerPages) -> None:
        self._settings = settings
        self._keys = keys
        self._families = families
        self._pages = pages
        self._opaque: dict[str, Staff] = {}

    async def metadata(self, _request: Request) -> Response:
        """GET /.well-known/openid-configuration. The page for the browser is on plain http, so that no browser warns of
        the demo's authority."""
        origin = self._settings.addresses.issuer
        return JSONResponse(
            {
                "issuer": issuer_of(self._settings),
                "authorization_endpoint": f"{self._settings.addresses.pages}{AUTHORIZE}",
                "token_endpoint": f"{origin}/oauth/token",
                "revocation_endpoint": f"{origin}/oauth/revoke",
                "userinfo_endpoint": f"{origin}/userinfo",
                "jwks_uri": f"{origin}/.well-known/jwks.json",
                "scopes_supported": ["openid", "profile", "email", "offline_access"],
                "response_types_supported": ["code"],
                "response_modes_supported": ["query", "form_post"],
                "code_challenge_methods_supported": ["S256"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": [ALGORITHM],
                "token_endpoint_auth_methods_supported": ["none"],
            }
        )

    async def keys(self, _request: Request) -> Response:
        """GET /.well-known/jwks.json."""
        return JSONResponse(self._keys.public())

    async def token(self, request: Request) -> Response:
        """POST /oauth/token."""
        form = await read_form(request)
        if form.get("client_id") != CLIENT_ID:
            return _refused("invalid_client", 401)
        if form.get("grant_type") == "authorization_code":
            return self._redeem(form)
        if form.get("grant_type") == "refresh_token":
            return self._renew(form)
        return _refused("unsupported_grant_type")

    async def revoke(self, request: Request) -> Response:
        """POST /oauth/revoke (RFC 7009)."""
        form = await read_form(request)
        if form.get("client_id") != CLIENT_ID:
            return _refused("invalid_client", 401)
        self._families.revoke(form.get("token", ""))
        return Response(status_code=200)

    async def userinfo(self, request: Request) -> Response:
        """GET /userinfo."""
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        person = self._opaque.get(token)
        if person is None:
            return JSONResponse({"error": "invalid_token"}, 401)
        return JSONResponse({"sub": subject_of(person), "name": person.name})

    def _redeem(self, form: Mapping[str, str]) -> Response:
        issued = self._pages.redeem(form.get("code", ""))
        if issued is None:
            return _refused("invalid_grant", 403)
        asked = issued.parameters
        if form.get("redirect_uri") != asked["redirect_uri"]:
            return _refused("invalid_grant", 403)
        if not secrets.compare_digest(s256(form.get("code_verifier", "")), asked["code_challenge"]):
            return _refused("invalid_grant", 403)
        family = Family(
            object_id=issued.person.object_id,
            scope=" ".join(name for name in asked.get("scope", "").split() if name in _KNOWN_SCOPES),
            audience=asked.get("audience", ""),
            organization=asked.get("organization", ""),
            auth_time=int(self._settings.now().timestamp()),
        )
        refresh = self._families.begin(family) if "offline_access" in family.scope.split() else None
        return self._tokens(family, issued.person, refresh, asked.get("nonce"))

    def _renew(self, form: Mapping[str, str]) -> Response:
        spent = self._families.spend(form.get("refresh_token", ""))
        person = spent[0].person if spent is not None else None
        if spent is None or person is None:
            return _refused("invalid_grant", 403)
        return self._tokens(spent[0], person, spent[1], None)

    def _tokens(self, family: Family, person: Staff, refresh: str | None, nonce: str | None) -> Response:
        seconds = self._families.access_token_seconds or ACCESS_LIFE_SECONDS
        answer: dict[str, Any] = {
            "access_token": self._access_token(family, person, seconds),
            "token_type": "Bearer",
            "expires_in": seconds,
            "scope": family.scope,
            "id_token": self._id_token(family, person, nonce),
        }
        if refresh is not None:
            answer["refresh_token"] = refresh
        return JSONResponse(answer, headers=_NO_STORE)

    def _access_token(self, family: Family, person: Staff, seconds: int) -> str:
        if not family.audience:
            token = secrets.token_urlsafe(24)
            self._opaque = dict([*self._opaque.items(), (token, person)][-OPAQUE_TOKENS_KEPT:])
            return token
        userinfo = f"{self._settings.addresses.issuer}/userinfo"
        claims = self._claims(family, person, seconds) | {
            "aud": [family.audience, userinfo],
            "azp": CLIENT_ID,
            "scope": family.scope,
            "generation": self._families.generation(person),
            "jti": secrets.token_urlsafe(12),
        }
        return self._keys.sign(claims)

    def _id_token(self, family: Family, person: Staff, nonce: str | None) -> str:
        claims = self._claims(family, person, ID_LIFE_SECONDS) | {
            "aud": CLIENT_ID,
            "name": person.name,
            "nickname": person.user_name.partition("@")[0],
            "email": person.user_name,
            "auth_time": family.auth_time,
        }
        if nonce:
            claims["nonce"] = nonce
        return self._keys.sign(claims)

    def _claims(self, family: Family, person: Staff, seconds: int) -> Claims:
        now = int(self._settings.now().timestamp())
        claims: Claims = {
            "iss": issuer_of(self._settings),
            "sub": subject_of(person),
            "iat": now,
            "exp": now + seconds,
        }
        return claims | ({"org_id": family.organization} if family.organization else {})


_KNOWN_SCOPES = {"openid", "profile", "email", "offline_access", *SCOPES}


def _refused(error: str, status: int = 400) -> Response:
    """Auth0 answers 403 to a grant that does not hold, where RFC 6749 has 400."""
    return JSONResponse({"error": error, "error_description": "Refused by the demo."}, status, headers=_NO_STORE)
