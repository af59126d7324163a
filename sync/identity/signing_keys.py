"""The keys that an issuer signs with (JWKS, RFC 7517): fetched once, and once again for a key that is not known yet."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import msgspec
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, RSAKey

from sync.clock import Clock
from sync.identity.openid_problems import untrusted
from sync.wire.reading import UNREADABLE, without_byte_order_mark
from workplace_app.domain.frozen import frozen

ASK_AGAIN_AFTER = timedelta(minutes=1)
"""A token that names a key of nobody's must not make every client ask the issuer at every answer."""
_MOST_KEYS = 100
_LEAST_RSA_BITS = 2048
_BITS_PER_CHARACTER = 6
"""Of base64: what cannot be long enough is not read, since joserfc warns of it on standard error."""
_KEY_TYPES = {"RS256": "RSA", "PS256": "RSA", "ES256": "EC"}


class _KeySet(msgspec.Struct):
    keys: list[msgspec.Raw]


class _Described(msgspec.Struct):
    kty: str
    kid: str | None = None
    use: str | None = None
    alg: str | None = None
    crv: str | None = None


@frozen
class SigningKey:
    """One public key with what the set says of it."""

    kid: str | None
    alg: str | None
    kind: str
    key: RSAKey | ECKey


class SigningKeys:
    """One issuer's keys; ``fetch`` gives the text of the set. Belongs to the event loop's thread."""

    def __init__(self, fetch: Callable[[], Awaitable[bytes]], clock: Clock) -> None:
        self._fetch = fetch
        self._clock = clock
        self._keys: tuple[SigningKey, ...] = ()
        self._asked = False
        self._asked_again_at: datetime | None = None

    async def that_may_have_signed(self, kid: str | None, algorithm: str) -> tuple[SigningKey, ...]:
        """The keys of this name that fit the algorithm; without a name all that fit. Raises ``ProblemRaised``."""
        if not self._asked:
            await self._ask()
        found = self._fitting(kid, algorithm)
        if not found and self._may_ask_again():
            self._asked_again_at = self._clock.now()
            await self._ask()
            found = self._fitting(kid, algorithm)
        return found

    def _fitting(self, kid: str | None, algorithm: str) -> tuple[SigningKey, ...]:
        return tuple(
            key
            for key in self._keys
            if key.kind == _KEY_TYPES[algorithm] and key.alg in (None, algorithm) and kid in (None, key.kid)
        )

    def _may_ask_again(self) -> bool:
        last = self._asked_again_at
        return last is None or not timedelta() <= self._clock.now() - last < ASK_AGAIN_AFTER

    async def _ask(self) -> None:
        self._keys = keys_from(await self._fetch())
        self._asked = True


def keys_from(content: bytes) -> tuple[SigningKey, ...]:
    """The keys of a set that can check signatures. One that cannot be read, is too short, is meant for encrypting or is
    a shared secret costs itself only. Raises UNREADABLE_ANSWER for what is no key set."""
    try:
        raw = msgspec.json.decode(without_byte_order_mark(content), type=_KeySet).keys
    except UNREADABLE as error:
        raise untrusted("jwks") from error
    return tuple(key for each in raw[:_MOST_KEYS] if (key := _key(bytes(each))) is not None)


def _key(text: bytes) -> SigningKey | None:
    try:
        described = msgspec.json.decode(text, type=_Described)
        values = msgspec.json.decode(text, type=dict[str, Any])
    except UNREADABLE:
        return None
    if described.use not in (None, "sig"):
        return None
    key = _imported(described, values)
    return None if key is None else SigningKey(described.kid, described.alg, described.kty, key)


def _imported(described: _Described, values: dict[str, Any]) -> RSAKey | ECKey | None:
    # Only what makes the public key: what else the set says of it (operations, certificates) is not joserfc's to judge.
    try:
        if described.kty == "RSA" and len(values["n"]) * _BITS_PER_CHARACTER >= _LEAST_RSA_BITS:
            key = RSAKey.import_key({"kty": "RSA", "n": values["n"], "e": values["e"]})
            return key if key.public_key.key_size >= _LEAST_RSA_BITS else None
        if described.kty == "EC" and described.crv == "P-256":
            return ECKey.import_key({"kty": "EC", "crv": "P-256", "x": values["x"], "y": values["y"]})
    except (JoseError, ValueError, TypeError, KeyError):
        return None
    return None
