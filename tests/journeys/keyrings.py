"""The keyrings of the journeys: GNOME's own where it is unlocked, else one that lasts as long as the test."""

import os
from collections.abc import Callable

from sync.identity.key_vault import KeyVault
from workplace_app.account_stores import KeyVault as AnyKeyVault
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

Keyring = Callable[[], AnyKeyVault]
"""Gives the keyring when the program first needs it."""
REAL = "KEYRING_IS_UNLOCKED" in os.environ
WHY_NOT_REAL = "needs an unlocked keyring: sh tools/with_keyring.sh python -m pytest tests/journeys"


class KeyringForATest:
    """Keeps keys in memory. It is its own ``Keyring``: each start of the program gets the same one."""

    def __init__(self) -> None:
        self.keys: dict[str, bytes] = {}
        self.refuses_with: ProblemKind | None = None

    def __call__(self) -> "KeyringForATest":
        return self

    def fetch(self, account_key: str) -> bytes | None:
        self._ask()
        return self.keys.get(account_key)

    def store(self, account_key: str, key: bytes) -> None:
        self._ask()
        self.keys[account_key] = key

    def delete(self, account_key: str) -> None:
        self._ask()
        self.keys.pop(account_key, None)

    def _ask(self) -> None:
        if self.refuses_with is not None:
            raise ProblemRaised(Problem(self.refuses_with))


def keyring() -> Keyring:
    """The real one where there is one."""
    return KeyVault if REAL else KeyringForATest()
