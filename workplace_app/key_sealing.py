"""Seals an account's key with a code, and opens it again: neither the keyring's entry nor the code is enough alone.

key = AES-256-GCM(HKDF-SHA256(secret ‖ scrypt(code, salt))). scrypt is from RFC 7914 and HKDF from RFC 5869; the
header and the account's name are authenticated, so an entry cannot be moved to another account or made cheaper.
"""

import hashlib
import os
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from workplace_app.domain.frozen import frozen
from workplace_app.sealed_key import KEY_BYTES, NONCE_BYTES, SALT_BYTES, SECRET_BYTES, SealedKey

_INFO = b"nacka-arbetsplats lock code 1"


@frozen
class Cost:
    """scrypt's cost. Its memory is 128 bytes x 2 to the power of ``log2_cost`` x ``block``."""

    log2_cost: int
    block: int
    lanes: int


USUAL_COST = Cost(16, 8, 2)
"""64 MiB and 0.35 s on one core of the machine that the tests run on (measured 2026-11-28)."""


def seal(key: bytes, code: str, account_key: str, cost: Cost = USUAL_COST) -> bytes:
    """The entry for the keyring: from now on the key needs the code."""
    salt, secret, nonce = os.urandom(SALT_BYTES), os.urandom(SECRET_BYTES), os.urandom(NONCE_BYTES)
    bare = SealedKey(cost.log2_cost, cost.block, cost.lanes, salt, secret, nonce, b"")
    wrapped = AESGCM(_wrapping_key(bare, code)).encrypt(nonce, key, _bound_to(bare, account_key))
    return SealedKey(cost.log2_cost, cost.block, cost.lanes, salt, secret, nonce, wrapped).to_bytes()


def unseal(sealed: SealedKey, code: str, account_key: str) -> bytes | None:
    """The key; None when the code is another, or the entry was made for another account or tampered with."""
    try:
        key = AESGCM(_wrapping_key(sealed, code)).decrypt(sealed.nonce, sealed.wrapped, _bound_to(sealed, account_key))
    except InvalidTag:
        return None
    return key if len(key) == KEY_BYTES else None


def plain_code(code: str) -> str:
    """The same code however a keyboard writes it: composed letters, common forms, nothing around it."""
    return unicodedata.normalize("NFKC", code).strip()


def _wrapping_key(sealed: SealedKey, code: str) -> bytes:
    cost = 1 << sealed.log2_cost
    from_code = hashlib.scrypt(
        plain_code(code).encode(),
        salt=sealed.salt,
        n=cost,
        r=sealed.block,
        p=sealed.lanes,
        maxmem=2 * 128 * cost * sealed.block + (1 << 20),
        dklen=KEY_BYTES,
    )
    expand = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=_INFO)
    return expand.derive(sealed.secret + from_code)


def _bound_to(sealed: SealedKey, account_key: str) -> bytes:
    return bytes((sealed.log2_cost, sealed.block, sealed.lanes)) + sealed.salt + account_key.encode()
