"""A keyring that its owner has not unlocked; run as a module, it is the program with such a keyring."""

import os
import sys

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from workplace_app.command_line import main


class LockedKeyring(KeyringBackend):
    """Refuses every question."""

    priority = 9

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked(f"{service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked(f"{service} {username} {len(password)}")

    def delete_password(self, service: str, username: str) -> None:
        raise KeyringLocked(f"{service} {username}")


if __name__ == "__main__":
    os.environ["XDG_CURRENT_DESKTOP"] = "KDE"  # where the Secret Service is not asked first
    keyring.set_keyring(LockedKeyring())  # type: ignore[no-untyped-call]
    sys.exit(main())
