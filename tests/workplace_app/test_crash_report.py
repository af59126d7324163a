"""What nobody caught is written to the log, from the window's thread and from others; Ctrl+C is no crash."""

import logging
import sys
import threading
from collections.abc import Iterator

import pytest

from workplace_app.crash_report import crash_report
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised


@pytest.fixture(autouse=True)
def _hooks() -> Iterator[None]:
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    crash_report.install()
    yield
    crash_report.tell = None
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks


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


def test_a_problem_that_escapes_a_slot_is_told_to_whoever_pressed_something(caplog: pytest.LogCaptureFixture) -> None:
    told: list[Problem] = []
    crash_report.tell = told.append
    full = Problem(ProblemKind.DISK_FULL)
    _raised(ProblemRaised(full))
    _raised(KeyError("nobody's business"))
    assert told == [full]
    assert len(caplog.records) == 2


def test_what_escapes_another_thread_is_not_told_in_it(caplog: pytest.LogCaptureFixture) -> None:
    told: list[Problem] = []
    crash_report.tell = told.append

    def fail() -> None:
        raise ProblemRaised(Problem(ProblemKind.DISK_FULL))

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert told == []
    assert len(caplog.records) == 1
