"""What nobody caught: written to the log, so that the window stays open and IT can be told; and a problem that has a
name is told to the user, who has pressed something and sees nothing happen."""

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from workplace_app.domain.problem import Problem, ProblemRaised

_LOG = logging.getLogger("crash")


class CrashReport:
    """Installed once for the process. ``tell`` words a problem for the user; it is called in the window's thread, which
    is the main one."""

    def __init__(self) -> None:
        self.tell: Callable[[Problem], None] | None = None

    def install(self) -> None:
        """Catch what escapes a Qt slot or a thread: Qt prints it and goes on, and a package has nowhere to print."""
        sys.excepthook = self._from_the_window
        threading.excepthook = _from_a_thread

    def _from_the_window(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _report(kind, error, trace)
        if self.tell is not None and isinstance(error, ProblemRaised):
            self.tell(error.problem)


def _report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    _LOG.error("unexpected: %s", kind.__name__, exc_info=(kind, error, trace))
    if sys.__stderr__ is not None:
        sys.__excepthook__(kind, error, trace)


def _from_a_thread(arguments: threading.ExceptHookArgs) -> None:
    if arguments.exc_value is not None:
        _report(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)


crash_report = CrashReport()
