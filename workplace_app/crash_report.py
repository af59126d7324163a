"""What nobody caught: written to the log, so that the window stays open and IT can be told."""

import logging
import sys
import threading
from types import TracebackType

_LOG = logging.getLogger("crash")


def install() -> None:
    """Catch what escapes a Qt slot or a thread: Qt prints it and goes on, and a package has nowhere to print."""
    sys.excepthook = _report
    threading.excepthook = _report_from_thread


def _report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    _LOG.error("unexpected: %s", kind.__name__, exc_info=(kind, error, trace))
    if sys.__stderr__ is not None:
        sys.__excepthook__(kind, error, trace)


def _report_from_thread(arguments: threading.ExceptHookArgs) -> None:
    if arguments.exc_value is not None:
        _report(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)
