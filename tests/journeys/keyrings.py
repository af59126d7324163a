"""The keyrings of the journeys: GNOME's own where it is unlocked, else one that lasts as long as the test."""

import os
from collections.abc import Callable

from sync.identity.key_vault import KeyVault
from tests.workplace_app.vault import VaultInMemory
from workplace_app.key_entries import KeyVault as AnyKeyVault

Keyring = Callable[[], AnyKeyVault]
"""Gives the keyring when the program first needs it."""
REAL = "KEYRING_IS_UNLOCKED" in os.environ
WHY_NOT_REAL = "needs an unlocked keyring: sh tools/with_keyring.sh python -m pytest tests/journeys"


class OwnDrawer:
    """The real keyring, under names that no other test has: journeys run beside each other and are about the same
    person, and one of them signs out. Is its own ``open_vault``: called, it gives itself."""

    def __init__(self, test: str) -> None:
        self._vault = KeyVault()
        self._test = test

    def __call__(self) -> "OwnDrawer":
        return self

    def fetch(self, account_key: str) -> bytes | None:
        return self._vault.fetch(f"{self._test}:{account_key}")

    def store(self, account_key: str, key: bytes) -> None:
        self._vault.store(f"{self._test}:{account_key}", key)

    def delete(self, account_key: str) -> None:
        self._vault.delete(f"{self._test}:{account_key}")


def keyring(test: str) -> Keyring:
    """The real one where there is one, with a drawer for this test."""
    return OwnDrawer(test) if REAL else VaultInMemory()
