"""Where sync's thread waits while the owner of a sealed key, who has just signed in, writes the code for it."""

from queue import SimpleQueue
from threading import Lock

from PySide6.QtCore import QObject, Signal

from workplace_app.account_stores import OpenedAccount
from workplace_app.domain.account import Account
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised


class CodeGate(QObject):
    """``wanted`` tells the window's thread whose code is needed; it answers with ``let_in`` or ``give_up``."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lock = Lock()
        self._closed = False
        self._waiting: SimpleQueue[OpenedAccount | Problem] | None = None
        self._account_key = ""

    def wait(self, account: Account) -> OpenedAccount:
        """The account's store, once its code has been written. Raises ``ProblemRaised`` (SIGN_IN_CANCELLED)."""
        answers: SimpleQueue[OpenedAccount | Problem] = SimpleQueue()
        with self._lock:
            if not self._closed:
                before, self._waiting = self._waiting, answers
                self._account_key = account.key
                if before is not None:
                    before.put(Problem(ProblemKind.SIGN_IN_CANCELLED))
        if self._closed:
            raise ProblemRaised(Problem(ProblemKind.SIGN_IN_CANCELLED))
        self.wanted.emit(account)
        answer = answers.get()
        if isinstance(answer, Problem):
            raise ProblemRaised(answer)
        return answer

    def let_in(self, opened: OpenedAccount) -> bool:
        """The code was right; False when nobody waits for this account."""
        return opened.account_key == self._account_key and self._answer(opened)

    def give_up(self) -> bool:
        """There will be no code; False when nobody waits."""
        return self._answer(Problem(ProblemKind.SIGN_IN_CANCELLED))

    def close(self) -> None:
        """Nobody will wait any more: the program ends."""
        with self._lock:
            self._closed = True
        self.give_up()

    def _answer(self, answer: OpenedAccount | Problem) -> bool:
        with self._lock:
            waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting.put(answer)
        return waiting is not None
