"""What nobody caught is written to the log, from the window's thread and from others; Ctrl+C is no crash."""

import logging
import sys
import threading
from collections.abc import Iterator

import pytest

from workplace_app.crash_report import install


@pytest.fixture(autouse=True)
def _hooks() -> Iterator[None]:
    hooks = sys.excepthook, threading.excepthook
    install()
    yield
    sys.excepthook, threading.excepthook = hooks


def _raised(error: BaseException) -> None:
    sys.excepthook(type(error), error, None)


def test_what_escapes_is_in_the_log_with_its_kind(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    _raised(KeyError("a detail"))
    assert capsys.readouterr().out == ""
    (record,) = caplog.records
    assert (record.levelno, record.getMessage()) == (logging.ERROR, "unexpected: KeyError")
    assert record.exc_info is not None


def test_what_escapes_a_thread_is_too(caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> None:
        raise LookupError("in a thread")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert [record.getMessage() for record in caplog.records] == ["unexpected: LookupError"]


def test_being_interrupted_is_no_crash(caplog: pytest.LogCaptureFixture) -> None:
    _raised(KeyboardInterrupt())
    assert caplog.records == []
