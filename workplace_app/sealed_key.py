"""How a key looks that needs a code of its owner's beside the keyring; the arithmetic is in ``key_sealing.py``.

Apart from it since every start has to tell a sealed key from a plain one, and few have to open one.
"""

import struct

from workplace_app.domain.frozen import frozen

KEY_BYTES = 32
SALT_BYTES, SECRET_BYTES, NONCE_BYTES, WRAPPED_BYTES = 16, 32, 12, KEY_BYTES + 16
_MAGIC = b"NAS1"
"""The first version. A later one gets another number, and this one is read for as long as there are computers
with it."""
_LAYOUT = struct.Struct(f">4sBBB{SALT_BYTES}s{SECRET_BYTES}s{NONCE_BYTES}s{WRAPPED_BYTES}s")
MOST_BYTES = _LAYOUT.size
MOST_LOG2_COST = 20
"""A keyring's entry that asks for more than a gigabyte is none of ours."""


@frozen
class SealedKey:
    """scrypt's cost (2 to the power of ``log2_cost``, ``block``, ``lanes``) and ``salt``; ``secret`` is the
    keyring's own share; ``nonce`` and ``wrapped`` are AES-256-GCM's, with its 16 bytes of proof at the end."""

    log2_cost: int
    block: int
    lanes: int
    salt: bytes
    secret: bytes
    nonce: bytes
    wrapped: bytes

    def to_bytes(self) -> bytes:
        """As it lies in the keyring: 115 bytes, of which Windows allows 960."""
        return _LAYOUT.pack(
            _MAGIC, self.log2_cost, self.block, self.lanes, self.salt, self.secret, self.nonce, self.wrapped
        )


def sealed_key(entry: bytes | None) -> SealedKey | None:
    """The sealed key in an entry of the keyring; None when it is something else."""
    if entry is None or len(entry) != _LAYOUT.size:
        return None
    magic, log2_cost, block, lanes, salt, secret, nonce, wrapped = _LAYOUT.unpack(entry)
    if magic != _MAGIC or not 1 <= log2_cost <= MOST_LOG2_COST or not block or not lanes:
        return None
    return SealedKey(log2_cost, block, lanes, salt, secret, nonce, wrapped)


def is_key(entry: bytes | None) -> bool:
    """A plain key, or a sealed one."""
    return entry is not None and (len(entry) == KEY_BYTES or sealed_key(entry) is not None)
