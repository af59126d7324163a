"""Waits for the keyring no longer than some seconds: one that is silent must not hold up whoever waits for it."""

import logging
import queue
from collections.abc import Callable
from threading import Thread
from typing import Generic, Protocol, TypeVar

from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

_LOG = logging.getLogger(__name__)
PATIENCE_SECONDS = 30.0
"""A person needs that long to write a password into the keyring's own window; what takes longer is asked for again."""
_Answer = TypeVar("_Answer")


class Vault(Protocol):
    """What ``sync.identity.key_vault.KeyVault`` can do."""

    def fetch(self, account_key: str) -> bytes | None:
        """The key, or None when there is none."""

    def store(self, account_key: str, key: bytes) -> None:
        """Keep the key."""

    def delete(self, account_key: str) -> None:
        """Forget the key."""


class _Answered(Generic[_Answer]):
    """What came: an answer, or an error in its place."""

    def __init__(self) -> None:
        self.answer: list[_Answer] = []
        self.error: Exception | None = None


class PatientVault:
    """A vault whose every answer comes within ``patience`` seconds, else ``ProblemRaised`` (KEYRING_SILENT).

    The libraries that ask the Secret Service wait for ever. What was asked is not taken back when the patience ends:
    the keyring may still do it, which harms nobody (a key that was stored late is found, one that was deleted late
    opens nothing). The thread that waits is a daemon: the end of the program does not wait for it.
    """

    def __init__(self, vault: Vault, patience: float = PATIENCE_SECONDS) -> None:
        self._vault = vault
        self._patience = patience

    def fetch(self, account_key: str) -> bytes | None:
        """The key, or None when there is none. Raises as the vault does."""
        return self._within_patience(lambda: self._vault.fetch(account_key))

    def store(self, account_key: str, key: bytes) -> None:
        """Keep the key. Raises as the vault does."""
        self._within_patience(lambda: self._vault.store(account_key, key))

    def delete(self, account_key: str) -> None:
        """Forget the key. Raises as the vault does."""
        self._within_patience(lambda: self._vault.delete(account_key))

    def _within_patience(self, question: Callable[[], _Answer]) -> _Answer:
        answers: queue.SimpleQueue[_Answered[_Answer]] = queue.SimpleQueue()

        def work() -> None:
            answered = _Answered[_Answer]()
            try:
                answered.answer.append(question())
            except Exception as error:  # noqa: BLE001  raised again where it was asked
                answered.error = error
            answers.put(answered)

        Thread(target=work, name="keyring", daemon=True).start()
        try:
            answered = answers.get(timeout=self._patience)
        except queue.Empty:
            _LOG.warning("the keyring is silent")
            raise ProblemRaised(Problem(ProblemKind.KEYRING_SILENT)) from None
        if answered.error is not None:
            raise answered.error
        return answered.answer[0]
