"""A keyring that its owner has not unlocked, for commands that run in a process of their own."""

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked


class LockedKeyring(KeyringBackend):
    """Refuses every question."""

    priority = 9

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked(f"{service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked(f"{service} {username} {len(password)}")

    def delete_password(self, service: str, username: str) -> None:
        raise KeyringLocked(f"{service} {username}")
