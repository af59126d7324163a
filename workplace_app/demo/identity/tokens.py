"""Signs and reads the demo's tokens: access tokens, ID tokens and refresh tokens, with a key kept between starts."""

import hashlib
import json
from base64 import urlsafe_b64encode
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey

from workplace_app.demo.settings import DemoSettings
from workplace_app.demo.staff import Staff, staff_by_object_id
from workplace_app.demo.tenant_state import TenantState
from workplace_app.demo.whole_files import write_whole

KEY_BITS = 2048
ALGORITHM = "RS256"
TOKENS_REMEMBERED = 256
STRONG_CONTEXT = "c1"
"""The authentication context that a strong claims challenge demands (claim ``acrs``)."""

Claims = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Grant:
    """What a person has allowed a client: the root of a family of tokens. ``strong`` after a second factor."""

    person: Staff
    scope: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class RefreshToken:
    """A refresh token that was read: its own id, the grant, and the session generation of its birth."""

    token_id: str
    grant: Grant
    session_generation: int


def url_safe(content: bytes) -> str:
    """Base64 for addresses, without padding."""
    return urlsafe_b64encode(content).rstrip(b"=").decode()


def client_info(person: Staff, tenant_id: str) -> str:
    """Entra's ``client_info``: who the person is ("uid") and where ("utid"), which makes MSAL's account id."""
    return url_safe(json.dumps({"uid": person.object_id, "utid": tenant_id}).encode())


class TokenSigner:
    """Holds the signing key. A signature that has been checked once is remembered, its life is checked each time."""

    def __init__(self, settings: DemoSettings, state: TenantState) -> None:
        self._settings = settings
        self._state = state
        self._key = _kept_key(settings.data_dir / "signing-key.pem")
        self._key_id = self._key.thumbprint()
        self._remembered: OrderedDict[str, Claims] = OrderedDict()

    @property
    def issuer(self) -> str:
        """The ``iss`` of every token."""
        return f"{self._settings.addresses.identity}/{self._settings.tenant_id}/v2.0"

    def public_keys(self) -> dict[str, Any]:
        """The key set that ``jwks_uri`` serves."""
        return {"keys": [{**self._key.as_dict(private=False, use="sig"), "kid": self._key_id, "issuer": self.issuer}]}

    def _sign(self, claims: Claims) -> str:
        return jwt.encode({"typ": "JWT", "alg": ALGORITHM, "kid": self._key_id}, claims, self._key)

    def _claims_of(self, grant: Grant, now: datetime, seconds: int) -> Claims:
        person, moment = grant.person, int(now.timestamp())
        pair = f"{self._settings.client_id}{person.object_id}".encode()
        return {
            "iss": self.issuer,
            "iat": moment,
            "nbf": moment,
            "exp": moment + seconds,
            "oid": person.object_id,
            "tid": self._settings.tenant_id,
            "sub": url_safe(hashlib.sha256(pair).digest()),
            "name": person.name,
            "ver": "2.0",
            "uti": url_safe(uuid4().bytes),
        }

    def access_token(
        self, grant: Grant, audience: str, names: Sequence[str], now: datetime, seconds: int, *, challengeable: bool
    ) -> str:
        """A token for one resource. ``challengeable``: the client can answer a claims challenge (capability cp1)."""
        session, freshness = self._state.generations(grant.person)
        claims = self._claims_of(grant, now, seconds) | {
            "aud": audience,
            "azp": self._settings.client_id,
            "preferred_username": grant.person.user_name,
            "scp": " ".join(names),
            "xms_cc": ["cp1"] if challengeable else [],
            "acrs": [STRONG_CONTEXT] if grant.strong else [],
            "session_generation": session,
            "freshness_generation": freshness,
        }
        return self._sign(claims)

    def id_token(self, grant: Grant, now: datetime, seconds: int, nonce: str | None) -> str:
        """Who signed in, for the client itself."""
        claims = self._claims_of(grant, now, seconds) | {
            "aud": self._settings.client_id,
            "preferred_username": grant.person.user_name,
            "email": grant.person.user_name,
            "roles": [grant.person.role],
        }
        if nonce:
            claims["nonce"] = nonce
        return self._sign(claims)

    def refresh_token(self, grant: Grant, now: datetime, seconds: int) -> str:
        """A token that renews. Entra's is opaque to the client, and so is this; being signed it needs no table."""
        session, _ = self._state.generations(grant.person)
        claims: Claims = {
            "use": "refresh",
            "jti": str(uuid4()),
            "oid": grant.person.object_id,
            "scope": grant.scope,
            "strong": grant.strong,
            "session_generation": session,
            "exp": int(now.timestamp()) + seconds,
        }
        return f"1.A{self._sign(claims)}"

    def read(self, text: str) -> Claims | None:
        """The claims of a token that this tenant signed; None for anything else. Its life is not looked at."""
        known = self._remembered.get(text)
        if known is not None:
            return known
        try:
            claims = dict(jwt.decode(text, self._key, algorithms=[ALGORITHM]).claims)
        except (JoseError, ValueError):
            return None
        self._remembered[text] = claims
        if len(self._remembered) > TOKENS_REMEMBERED:
            self._remembered.popitem(last=False)
        return claims

    def read_refresh_token(self, text: str, now: datetime) -> RefreshToken | None:
        """The refresh token, if it is one of ours and still lives."""
        claims = self.read(text.removeprefix("1.A"))
        if claims is None or claims.get("use") != "refresh" or claims["exp"] < now.timestamp():
            return None
        person = staff_by_object_id(claims["oid"])
        if person is None:
            return None
        grant = Grant(person, claims["scope"], claims["strong"])
        return RefreshToken(claims["jti"], grant, claims["session_generation"])


def _kept_key(file: Path) -> RSAKey:
    if file.exists():
        return RSAKey.import_key(file.read_bytes())
    key = RSAKey.generate_key(KEY_BITS)
    write_whole(file, key.as_pem(private=True))
    return key
