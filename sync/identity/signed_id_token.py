"""Checks an ID token (OpenID Connect Core 1.0, 3.1.3.7): signature, issuer, audience, times, nonce, organization."""

import hmac
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jws import JWSRegistry

from sync.identity.openid_problems import untrusted
from sync.identity.signing_keys import SigningKey, SigningKeys
from sync.wire.reading import UNREADABLE
from workplace_app.domain.content_identity import ContentIdentity

ALGORITHMS = ("RS256", "ES256", "PS256")
"""Never "none", and never one with a shared secret: a public client has no secret, so whoever knows its public key
could sign with HS256."""
MOST_BYTES = 64 * 1024
LEEWAY_SECONDS = 60
_REGISTRY = JWSRegistry(algorithms=list(ALGORITHMS), strict_check_header=False)
"""What else stands in a header is left alone, as RFC 7515 (4) asks; what it calls critical is refused below."""

Claims = Mapping[str, Any]


class _Header(msgspec.Struct):
    alg: str
    kid: str | None = None
    crit: list[str] | None = None
    b64: bool = True


async def verified_claims(
    text: str,
    identity: ContentIdentity,
    keys: SigningKeys,
    now: datetime,
    *,
    nonce: str | None,
    subject: str | None = None,
) -> Claims:
    """The claims of a token that holds. ``nonce`` is the one that was sent, None for a renewed token, which must be
    about the same ``subject`` as before (12.2).

    Raises ``ProblemRaised`` with UNREADABLE_ANSWER, whose detail names what does not hold and never what stood there.
    """
    claims = await _signed_claims(text, keys)
    _check_parties(claims, identity)
    _check_times(claims, now)
    if nonce is not None and not _same(claims.get("nonce"), nonce):
        raise untrusted("id_token: nonce")
    if not isinstance(claims.get("sub"), str) or not claims["sub"]:
        raise untrusted("id_token: sub")
    if subject is not None and claims["sub"] != subject:
        raise untrusted("id_token: sub")
    _check_organization(claims, identity.organization)
    return claims


async def _signed_claims(text: str, keys: SigningKeys) -> Claims:
    if len(text) > MOST_BYTES:
        raise untrusted("id_token: size")
    try:
        content = text.encode("ascii")
        header = msgspec.convert(jws.extract_compact(content, registry=_REGISTRY).headers(), _Header)
    except (JoseError, *UNREADABLE) as error:
        raise untrusted("id_token: header") from error
    if header.alg not in ALGORITHMS or header.crit is not None or not header.b64:
        raise untrusted("id_token: alg")
    for key in await keys.that_may_have_signed(header.kid, header.alg):
        payload = _payload(content, key)
        if payload is not None:
            return payload
    raise untrusted("id_token: signature")


def _payload(content: bytes, key: SigningKey) -> Claims | None:
    """The claims if this key has signed them."""
    try:
        signed = jws.deserialize_compact(content, key.key, registry=_REGISTRY)
    except (JoseError, ValueError):
        return None
    try:
        return msgspec.json.decode(signed.payload or b"", type=dict[str, Any])
    except UNREADABLE as error:
        raise untrusted("id_token: claims") from error


def _check_parties(claims: Claims, identity: ContentIdentity) -> None:
    if claims.get("iss") != identity.issuer:
        raise untrusted("id_token: iss")
    audience = claims.get("aud")
    audiences = audience if isinstance(audience, list) else [audience]
    if identity.client_id not in audiences:
        raise untrusted("id_token: aud")
    party = claims.get("azp")
    if (party is None and len(audiences) > 1) or party not in (None, identity.client_id):
        raise untrusted("id_token: azp")


def _check_times(claims: Claims, now: datetime) -> None:
    """In seconds since 1970, with a leeway of a minute for clocks that are not quite together."""
    moment = now.timestamp()
    if _time(claims, "exp") <= moment - LEEWAY_SECONDS:
        raise untrusted("id_token: exp")
    for name in ("iat", "nbf") if "nbf" in claims else ("iat",):
        if _time(claims, name) > moment + LEEWAY_SECONDS:
            raise untrusted(f"id_token: {name}")


def _time(claims: Claims, name: str) -> float:
    value = claims.get(name)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise untrusted(f"id_token: {name}")
    return float(value)


def _check_organization(claims: Claims, organization: str) -> None:
    """Auth0 names an organization by ``org_id``, or by ``org_name`` in lower case where the client asked by name
    (auth0.com/docs, "Work with tokens and organizations", read 2026-11)."""
    if not organization:
        return
    by_id = organization.startswith("org_")
    if claims.get("org_id" if by_id else "org_name") != (organization if by_id else organization.casefold()):
        raise untrusted("id_token: organization")


def _same(given: object, expected: str) -> bool:
    return isinstance(given, str) and hmac.compare_digest(given.encode(), expected.encode())
