"""A GNOME Keyring of a test's own, and everything that may happen to it while the program is used."""

import base64
import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager

import secretstorage

from sync.identity.key_vault import SERVICE, KeyVault
from tests.keyring.prompter import Prompter, prompter_on
from tests.sync.identity.conftest import PASSWORD, PrivateKeyring, running_daemon
from workplace_app.patient_vault import PatientVault

SHORT_PATIENCE = 1.0
"""In place of half a minute, so that a test of silence does not take that long."""
LONG_PATIENCE = 60.0


class RealRing:
    """The keyring daemon, which is running from the start, and the program's way to it. Called, it gives the program's
    vault: its own ``open_vault``."""

    def __init__(self, bus: PrivateKeyring) -> None:
        self._bus = bus
        self._ends = ExitStack()
        self._daemon = self._opened()
        self._frozen = False
        self.patience = LONG_PATIENCE
        self.asking_threads: set[str] = set()

    def __call__(self) -> "RealRing":
        return self

    # What the program asks

    def fetch(self, account_key: str) -> bytes | None:
        return self._vault().fetch(account_key)

    def store(self, account_key: str, key: bytes) -> None:
        self._vault().store(account_key, key)

    def delete(self, account_key: str) -> None:
        self._vault().delete(account_key)

    def _vault(self) -> PatientVault:
        self.asking_threads.add(threading.current_thread().name)
        return PatientVault(KeyVault(), self.patience)

    # What happens to it

    def lock(self) -> None:
        """Its owner has locked it, and nobody asks for the password."""
        with closing(secretstorage.dbus_init()) as connection:
            secretstorage.get_default_collection(connection).lock()

    def unlock(self) -> None:
        """Its owner has written the password: the daemon is begun anew with it, as at a sign-in to the computer."""
        self.stop()
        self._daemon = self._opened()

    def _opened(self) -> "subprocess.Popen[bytes]":
        """The daemon has its name on the bus a while before it has opened the keyring with the password."""
        daemon = self._ends.enter_context(running_daemon(self._bus, PASSWORD))
        assert any(_is_open() for _ in range(2_000))
        return daemon

    @contextmanager
    def asking_its_owner(self) -> Iterator[Prompter]:
        """It is locked, and a window asks for the password, which somebody will close."""
        self.lock()
        with prompter_on(self._bus.address) as prompter:
            yield prompter

    def stop(self) -> None:
        """There is no keyring on this computer any more."""
        self.thaw()
        self._ends.close()

    def freeze(self) -> None:
        """It takes questions and says nothing."""
        self.patience = SHORT_PATIENCE
        os.kill(self._daemon.pid, signal.SIGSTOP)
        self._frozen = True

    def thaw(self) -> None:
        """It goes on with what it was asked."""
        if self._frozen:
            os.kill(self._daemon.pid, signal.SIGCONT)
            self._frozen = False
            self.patience = LONG_PATIENCE

    # Its entries, as their owner sees them in a program of the system's

    def entry(self, account_key: str) -> bytes | None:
        """The key that is kept for an account."""
        return KeyVault().fetch(account_key)

    def remove_entry(self, account_key: str) -> None:
        """Somebody has removed it."""
        KeyVault().delete(account_key)

    def overwrite_entry(self, account_key: str, content: str) -> None:
        """Something else stands there now."""
        with closing(secretstorage.dbus_init()) as connection:
            collection = secretstorage.get_default_collection(connection)
            (item,) = collection.search_items({"service": SERVICE, "username": account_key})
            item.set_secret(content.encode())


NO_KEY_AT_ALL = "not base64: åäö"
A_KEY_TOO_SHORT = base64.b64encode(bytes(16)).decode()
THE_KEY_OF_OTHER_FILES = base64.b64encode(bytes(range(32))).decode()


def _is_open() -> bool:
    with closing(secretstorage.dbus_init()) as connection:
        try:
            return not secretstorage.Collection(connection).is_locked()
        except secretstorage.SecretStorageException:
            return False
