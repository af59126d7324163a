"""Asks the keyring for the key of whoever was here last, beside the building of the window."""

import logging
from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Qt, Signal

from workplace_app.account_stores import AccountStores, OpenedAccount
from workplace_app.domain.locked import LockCause, Locked, removed
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.early_key import EarlyKey
from workplace_app.work_beside import understood

_LOG = logging.getLogger(__name__)

Found = OpenedAccount | Locked | Problem | None
"""What became of looking for the key: None when nobody has been here."""


class KeyFetch(QObject):
    """Belongs to the window's thread; the keyring, which may ask its owner for a password, is asked on another.

    ``early`` is the same key on its way already; what it cannot bring is asked for here. ``removed_while_locked`` is
    asked of an account that was left locked: why it has been wiped now, None when it stays.
    """

    _fetched = Signal(object)

    def __init__(
        self,
        stores: AccountStores,
        early: EarlyKey | None = None,
        removed_while_locked: Callable[[str], Problem | None] = lambda _account_key: None,
    ) -> None:
        super().__init__()
        self._stores = stores
        self._early = early
        self._removed_while_locked = removed_while_locked
        self._answers: list[Found] = []
        self._listener: Callable[[Found], None] | None = None
        self._asking = False
        self._fetched.connect(self._answered, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin."""
        self._asking = True
        # A daemon, and never waited for: a keyring that shows a dialogue would keep the program from ending.
        Thread(target=self._fetch, name="key", daemon=True).start()

    def tell(self, listener: Callable[[Found], None]) -> None:
        """Call this once with the answer, on the window's thread: now if it has come."""
        self._listener = listener
        if self._answers:
            self._hand_over()

    def ask_again(self, listener: Callable[[Found], None]) -> None:
        """Ask once more, as somebody does who has unlocked the keyring; nothing while it has not answered yet."""
        if not self._asking:
            self._early = None
            self.start()
            self.tell(listener)

    def _fetch(self) -> None:
        found: Found
        try:
            self._stores.finish_wiping()
            account_key = self._stores.last_used()
            found = None if account_key is None else self._found(account_key)
        except Exception as error:  # noqa: BLE001  whatever it was, the window must not wait for ever
            found = understood(error)
            if found.kind is ProblemKind.UNEXPECTED:
                _LOG.exception("the key was not fetched")
        self._fetched.emit(found)

    def _found(self, account_key: str) -> OpenedAccount | Locked:
        try:
            return self._opened(account_key)
        except ProblemRaised as raised:
            if raised.problem.kind is not ProblemKind.LOCKED_HERE:
                raise
        person = self._stores.entries.person(account_key)
        reason = self._removed_while_locked(account_key)
        if reason is not None:
            return removed(person, reason)
        return Locked(person, person.left_at, LockCause.AT_START)

    def _opened(self, account_key: str) -> OpenedAccount:
        if self._early is not None and self._early.account_key == account_key:
            key = self._early.wait()
            if key is not None:
                return self._stores.with_key(account_key, key)
        return self._stores.reopen(account_key)

    def _answered(self, found: Found) -> None:
        self._asking = False
        self._answers.append(found)
        self._hand_over()

    def _hand_over(self) -> None:
        listener, self._listener = self._listener, None
        if listener is not None:
            listener(self._answers.pop())
