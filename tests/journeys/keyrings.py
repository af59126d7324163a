"""The keyrings of the journeys: GNOME's own where it is unlocked, else one that lasts as long as the test."""

import os
from collections.abc import Callable

from sync.identity.key_vault import KeyVault
from tests.workplace_app.vault import VaultInMemory
from workplace_app.account_stores import KeyVault as AnyKeyVault

Keyring = Callable[[], AnyKeyVault]
"""Gives the keyring when the program first needs it."""
REAL = "KEYRING_IS_UNLOCKED" in os.environ
WHY_NOT_REAL = "needs an unlocked keyring: sh tools/with_keyring.sh python -m pytest tests/journeys"


def keyring() -> Keyring:
    """The real one where there is one."""
    return KeyVault if REAL else VaultInMemory()
