"""What nobody caught: written to the log, so that the window stays open and IT can be told; and a problem that has a
name is told to the user, who has pressed something and sees nothing happen."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Any

from workplace_app.domain.problem import Problem, ProblemRaised

_LOG = logging.getLogger("crash")


def _as_it_is(raised: Any) -> str:
    return "".join(traceback.format_exception(*raised))


class CrashReport:
    """Installed once for the process. ``tell`` words a problem for the user; it is called in the window's thread, which
    is the main one."""

    def __init__(self) -> None:
        self.tell: Callable[[Problem], None] | None = None
        self._words: Callable[[Any], str] = _as_it_is

    def install(self, words: Callable[[Any], str] = _as_it_is) -> None:
        """Catch what escapes a Qt slot, a thread or the end of an object: Qt and Python print it and go on.

        ``words`` makes text of what ``sys.exc_info`` gives, for the error channel: a desktop keeps what is printed
        there in the system's journal, so it holds no more than the log.
        """
        self._words = words
        sys.excepthook = self._from_the_window
        threading.excepthook = self._from_a_thread
        sys.unraisablehook = self._from_nowhere

    def _from_the_window(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self._report(kind, error, trace)
        if self.tell is not None and isinstance(error, ProblemRaised):
            self.tell(error.problem)

    def _from_a_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._report(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _from_nowhere(self, arguments: "sys.UnraisableHookArgs") -> None:
        if arguments.exc_value is not None:
            self._report(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _LOG.error("unexpected: %s", kind.__name__, exc_info=(kind, error, trace))
        if sys.__stderr__ is not None:
            sys.__stderr__.write(f"{self._words((kind, error, trace)).rstrip()}\n")


crash_report = CrashReport()
