"""Opens the store of whoever has just signed in, on sync's thread, and keeps it until the window shows it."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from workplace_app.account_stores import AccountStores, OpenedAccount
from workplace_app.code_gate import CodeGate
from workplace_app.domain.account import Account
from workplace_app.domain.problem import ProblemKind, ProblemRaised
from workplace_app.mending import mend


class AccountOpening:
    """``open_account`` is called by sync on a thread of its own, everything else on the window's. ``held`` gives what
    is open in the window; ``ask_code`` is called there when the owner of a sealed key has signed in."""

    def __init__(
        self,
        stores: AccountStores,
        held: Callable[[], OpenedAccount | None],
        ask_code: Callable[[Account], None],
    ) -> None:
        self._stores = stores
        self._held = held
        self._gate = CodeGate()
        self._gate.wanted.connect(ask_code, Qt.ConnectionType.QueuedConnection)
        self._opened: OpenedAccount | None = None
        self._mended: OpenedAccount | None = None
        self._starting_anew = ""

    def open_account(self, account: Account) -> OpenedAccount:
        """The store of whoever has just signed in; waits for the code of somebody who has one. Raises
        ``ProblemRaised``."""
        try:
            opened = self._stores.open_or_create(account.key)
        except ProblemRaised as raised:
            if raised.problem.kind is not ProblemKind.LOCKED_HERE:
                raise
            opened = self._open_sealed(account)
        if mend(opened):
            self._mended = opened
        self._opened = opened
        return opened

    def opened_for(self, account: Account) -> OpenedAccount | None:
        """Once: the store that was opened for this account's sign-in; None when there was none. What was opened for
        somebody else, whose sign-in came to nothing, is never shown under this name."""
        opened = self._opened
        if opened is None or opened.account_key != account.key:
            return None
        self._opened, self._starting_anew = None, ""
        return opened

    def files_are_new(self, opened: OpenedAccount) -> bool:
        """Once: what was damaged was set aside when this was opened, so that what is shown is there no longer."""
        mended, self._mended = self._mended, None
        return mended == opened

    def start_anew(self, account_key: str) -> None:
        """At the sign-in of this account's owner that begins now, and at no later one, what is here and cannot be
        opened any more is wiped."""
        self._starting_anew = account_key

    def let_in(self, opened: OpenedAccount) -> bool:
        """The code was right; False when no sign-in waits for it."""
        self._starting_anew = ""  # whoever asked for that had not forgotten the code, or was somebody else
        return self._gate.let_in(opened)

    def came_to_nothing(self) -> bool:
        """The sign-in has ended without anybody; True when it waited for a code."""
        self._starting_anew = ""
        return self._gate.give_up()

    def forget(self) -> None:
        """What is open is left: a sign-in whose end is on its way opens nothing again, and nothing begins anew."""
        self._opened, self._starting_anew = None, ""

    def close(self) -> None:
        """The program ends: nobody will wait for a code any more."""
        self._gate.close()

    def _open_sealed(self, account: Account) -> OpenedAccount:
        held = self._held()
        if held is not None and held.account_key == account.key:
            return held
        if self._starting_anew == account.key:
            self._starting_anew = ""
            self._stores.wipe(account.key, lambda: None)
            return self._stores.open_or_create(account.key)
        return self._gate.wait(account)
