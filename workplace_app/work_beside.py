"""Does what takes time on a thread of its own, and hands what became of it back to the window's thread."""

import logging
from collections.abc import Callable
from threading import Thread
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.store.connection import SchemaOutdated
from workplace_app.store.store_problems import file_problem

_LOG = logging.getLogger(__name__)
_PATIENCE_SECONDS = 15.0
"""How long the end of the program waits for work that is under way."""
_Made = TypeVar("_Made")


class WorkBeside(QObject):
    """Belongs to the window's thread."""

    _done = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._workers: list[Thread] = []
        self._ended = False
        self._done.connect(self._hand_back, Qt.ConnectionType.QueuedConnection)

    def do(self, work: Callable[[], _Made], then: Callable[[_Made | Problem], None], name: str) -> None:
        """Work beside the window, then call this on its thread with what came of it: whatever goes wrong is a problem,
        since somebody waits for the answer."""

        def run() -> None:
            made: _Made | Problem
            try:
                made = work()
            except Exception as error:  # noqa: BLE001  whatever it was, the window must not wait for ever
                made = understood(error)
                if made.kind is ProblemKind.UNEXPECTED:
                    _LOG.exception("%s was not done as a whole", name)
            self._done.emit(lambda: then(made))

        self._workers = [worker for worker in self._workers if worker.is_alive()]
        worker = Thread(target=run, name=name, daemon=True)
        self._workers.append(worker)
        worker.start()

    def end(self) -> None:
        """Wait for what is under way; nobody hears of it any more."""
        self._ended = True
        for worker in self._workers:
            worker.join(_PATIENCE_SECONDS)

    def _hand_back(self, then: Callable[[], None]) -> None:
        if not self._ended:
            then()


def understood(error: Exception) -> Problem:
    """What went wrong, in the words of the domain."""
    if isinstance(error, ProblemRaised):
        return error.problem
    if isinstance(error, OSError) and not isinstance(error, TimeoutError):  # of a thread, which is no file
        return file_problem(error)
    name = "schema" if isinstance(error, SchemaOutdated) else type(error).__name__
    return Problem(ProblemKind.UNEXPECTED, detail=name)
