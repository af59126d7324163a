"""Signs and reads the second issuer's tokens, with keys that can be changed while it runs."""

import hashlib
from pathlib import Path
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, RSAKey

from workplace_app.demo.identity.tokens import ALGORITHM, KEY_BITS, Claims, url_safe
from workplace_app.demo.staff import Staff
from workplace_app.demo.whole_files import write_whole


def subject_of(person: Staff) -> str:
    """The issuer's name for somebody who came from Entra ID: its kind of connection before a name of its own."""
    return f"waad|{url_safe(hashlib.sha256(person.object_id.encode()).digest())}"


class IssuerKeys:
    """The newest key signs; the one before it still checks what it has signed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        files = sorted(folder.glob("key-*.pem"))
        self._keys = [RSAKey.import_key(file.read_bytes()) for file in files]
        self._number = int(files[-1].stem.partition("-")[2]) if files else 0
        if not self._keys:
            self.rotate()

    def rotate(self) -> None:
        """Sign with a new key from now on, and let go of the one before the last."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._number += 1
        key = RSAKey.generate_key(KEY_BITS)
        write_whole(self._folder / f"key-{self._number:04}.pem", key.as_pem(private=True))
        self._keys = [*self._keys[-1:], key]
        for old in sorted(self._folder.glob("key-*.pem"))[:-2]:
            old.unlink()

    def public(self) -> dict[str, Any]:
        """The key set that ``jwks_uri`` serves."""
        return {
            "keys": [
                {**key.as_dict(private=False, use="sig", alg=ALGORITHM), "kid": key.thumbprint()} for key in self._keys
            ]
        }

    def sign(self, claims: Claims) -> str:
        """A signed token."""
        key = self._keys[-1]
        return jwt.encode({"typ": "JWT", "alg": ALGORITHM, "kid": key.thumbprint()}, claims, key)

    def read(self, text: str) -> Claims | None:
        """The claims of a token that one of these keys has signed; None for anything else."""
        for key in self._keys:
            try:
                return dict(jwt.decode(text, KeySet([key]), algorithms=[ALGORITHM]).claims)
            except (JoseError, ValueError):
                continue
        return None
