"""The key of an account at start, by the shortest way: straight from the Secret Service, without importing keyring.

Importing keyring costs 60 ms and asking through it 9 more; SecretStorage, which keyring itself uses on Linux, costs 15
and 10 (measured 2026-11-23). Between the empty window and the one with its content that is a visible difference.
Whatever is not plain sailing is left to ``KeyVault``, which also knows what to call it.
"""

import base64
import binascii
import os
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Protocol

if sys.platform == "linux":
    import secretstorage
    from secretstorage.exceptions import SecretStorageException

_SERVICE = "nacka-arbetsplats"
"""As ``key_vault.SERVICE``, which cannot be imported from here without keyring; a test compares the two."""


class WholeVault(Protocol):
    """What ``KeyVault`` can do."""

    def fetch(self, account_key: str) -> bytes | None:
        """The key, or None when there is none."""

    def store(self, account_key: str, key: bytes) -> None:
        """Keep the key."""

    def delete(self, account_key: str) -> None:
        """Forget the key."""


class QuickKeyVault:
    """A vault that fetches quickly where it can. ``whole`` makes the complete one, the first time that it is needed."""

    def __init__(self, whole: Callable[[], WholeVault]) -> None:
        self._make = whole
        self._whole: WholeVault | None = None

    def fetch(self, account_key: str) -> bytes | None:
        """The key, or None when there is none. Raises as ``KeyVault`` does."""
        return quick_key(account_key) or self._vault().fetch(account_key)

    def store(self, account_key: str, key: bytes) -> None:
        """Keep the key."""
        self._vault().store(account_key, key)

    def delete(self, account_key: str) -> None:
        """Forget the key."""
        self._vault().delete(account_key)

    def _vault(self) -> WholeVault:
        if self._whole is None:
            self._whole = self._make()
        return self._whole


def quick_key(account_key: str) -> bytes | None:
    """The key as keyring has stored it; None for every reason why it cannot be had this way: another system, another
    keyring chosen by the user, a keyring that is locked or not there, no entry."""
    if sys.platform != "linux" or not secret_service_is_likely():
        return None
    try:
        with closing(secretstorage.dbus_init()) as connection:
            collection = secretstorage.get_default_collection(connection)
            if collection.is_locked():
                return None
            for item in collection.search_items({"service": _SERVICE, "username": account_key}):
                return base64.b64decode(item.get_secret(), validate=True)
    except (SecretStorageException, OSError, binascii.Error):
        return None
    return None


def secret_service_is_likely() -> bool:
    """Linux, no backend chosen by the user (keyring's environment variable and its file), and not KDE, whose own wallet
    keyring prefers."""
    if sys.platform != "linux" or "PYTHON_KEYRING_BACKEND" in os.environ:
        return False
    settings = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    chosen = Path(settings, "python_keyring", "keyringrc.cfg")
    return not chosen.exists() and "KDE" not in os.environ.get("XDG_CURRENT_DESKTOP", "").split(":")
