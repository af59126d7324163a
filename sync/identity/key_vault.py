"""Keeps one random key per account in the operating system's keyring; imports little, since the start waits for it.

Keyring's own errors are understood here and not in ``problem_translation``, which would bring httpx along.
"""

import base64
import binascii
import configparser
import os
import re
import sys
from collections.abc import Callable
from typing import TypeVar

import keyring
from keyring.backend import KeyringBackend
from keyring.backends import SecretService
from keyring.errors import KeyringError, KeyringLocked
from keyring.util.platform_ import config_root

from sync.identity.quick_key import secret_service_is_likely
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

SERVICE = "nacka-arbetsplats"
"""The name under which the entries stand in the user's own keyring program."""
_CHOSEN = "PYTHON_KEYRING_BACKEND"
_OWN_BACKEND = re.compile(r"keyring\.backends\.[A-Za-z_]+\.[A-Za-z_]+")
_Answer = TypeVar("_Answer")
_FOREIGN: tuple[type[Exception], ...] = (KeyringError, OSError)
_LOCKED: tuple[type[Exception], ...] = (KeyringLocked,)
_ABSENT: tuple[type[Exception], ...] = (OSError,)
if sys.platform == "linux":
    from secretstorage.exceptions import (
        LockedException,
        PromptDismissedException,
        SecretServiceNotAvailableException,
        SecretStorageException,
    )

    _FOREIGN = (*_FOREIGN, SecretStorageException)
    _LOCKED = (*_LOCKED, LockedException, PromptDismissedException)
    _ABSENT = (*_ABSENT, SecretServiceNotAvailableException)
elif sys.platform == "win32":
    from win32ctypes.pywin32 import pywintypes

    _FOREIGN = (*_FOREIGN, pywintypes.error)


class KeyVault:
    """The keyring as a place for keys. It blocks (a keyring may ask for its password), so it is never called on the
    screen's thread. Each method raises ``ProblemRaised``: NO_KEYRING when there is none that can be used,
    KEYRING_LOCKED when its owner has not unlocked it."""

    def __init__(self) -> None:
        self._ring: KeyringBackend | None = None

    def fetch(self, account_key: str) -> bytes | None:
        """The key, or None when there is none (or the entry is not one of ours)."""
        text = self._ask(lambda ring: ring.get_password(SERVICE, account_key))
        if text is None:
            return None
        try:
            return base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            return None

    def store(self, account_key: str, key: bytes) -> None:
        """Keep the key and read it back: a keyring that forgets would cost the account's files."""
        text = base64.b64encode(key).decode()
        self._ask(lambda ring: ring.set_password(SERVICE, account_key, text))
        if self.fetch(account_key) != key:
            raise ProblemRaised(Problem(ProblemKind.NO_KEYRING, detail="the keyring did not keep the key"))

    def delete(self, account_key: str) -> None:
        """Forget the key; a key that is not there is no error."""
        if self._ask(lambda ring: ring.get_password(SERVICE, account_key)) is not None:
            self._ask(lambda ring: ring.delete_password(SERVICE, account_key))

    def _ask(self, question: Callable[[KeyringBackend], _Answer]) -> _Answer:
        try:
            if self._ring is not None:
                return question(self._ring)
            return self._first(question)
        except _FOREIGN as error:
            raise ProblemRaised(_understood(error)) from error

    def _first(self, question: Callable[[KeyringBackend], _Answer]) -> _Answer:
        """Ask the Secret Service straight away where it is the likely answer; look for others only when it is not.

        Discovery asks every installed backend whether it would do: 55-90 ms against nothing (measured 2026-11-23).
        """
        if secret_service_is_likely():
            direct: KeyringBackend = SecretService.Keyring()  # type: ignore[no-untyped-call]
            try:
                answer = question(direct)
            except _FOREIGN as error:
                if not _is_or_came_from(error, _ABSENT):
                    raise
            else:
                self._ring = direct
                return answer
        _refuse_code_of_others()
        ring = keyring.get_keyring()
        if hasattr(ring, "persist"):
            # Windows keeps credentials with the roaming profile by default, which carries them to other computers.
            ring.persist = "local machine"
        if not _protects(ring):
            raise ProblemRaised(Problem(ProblemKind.NO_KEYRING, detail=type(ring).__module__))
        answer = question(ring)
        self._ring = ring
        return answer


def _refuse_code_of_others() -> None:
    """Whoever uses this computer may choose among keyring's own backends, by its variable and its file. Both may name
    any class of any module, and the file a folder to look for it in: a line in a settings file would be a program.
    Raises ``ProblemRaised`` (NO_KEYRING): what is kept then ends with the session, and nothing is run."""
    names = [os.environ[_CHOSEN]] if _CHOSEN in os.environ else []
    file = configparser.RawConfigParser()
    try:
        file.read(config_root() / "keyringrc.cfg", encoding="utf-8")
        if file.has_option("backend", "default-keyring"):
            names.append(file.get("backend", "default-keyring").strip())
    except (configparser.Error, UnicodeDecodeError) as error:
        raise ProblemRaised(Problem(ProblemKind.NO_KEYRING, detail="keyringrc.cfg cannot be read")) from error
    if file.has_option("backend", "keyring-path") or not all(map(_OWN_BACKEND.fullmatch, names)):
        raise ProblemRaised(Problem(ProblemKind.NO_KEYRING, detail="the chosen keyring is not one of keyring's own"))


def _protects(ring: KeyringBackend) -> bool:
    """False for the failing backend and for those that keep plain text in a file (keyring rates them below 1)."""
    try:
        return bool(ring.priority >= 1)
    except RuntimeError:
        return False


def _understood(error: Exception) -> Problem:
    kind = ProblemKind.KEYRING_LOCKED if _is_or_came_from(error, _LOCKED) else ProblemKind.NO_KEYRING
    return Problem(kind, detail=type(error).__name__)


def _is_or_came_from(error: Exception, kinds: tuple[type[Exception], ...]) -> bool:
    """Keyring wraps some of the Secret Service's errors once, and lets others through as they are."""
    return isinstance(error, kinds) or isinstance(error.__cause__, kinds)
