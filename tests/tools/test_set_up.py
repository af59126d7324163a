"""The set-up does nothing when nothing has changed, and finds a Python that fits."""

import sys
from pathlib import Path

import pytest

from tools import set_up


def test_an_unchanged_checkout_needs_no_set_up(tmp_path: Path) -> None:
    """The stamp is the whole test of it: no package manager is asked."""
    lock = tmp_path / "run.txt"
    lock.write_text("segno==1.6.6\n", encoding="utf-8")
    first = set_up.fingerprint(lock)
    assert set_up.fingerprint(lock) == first
    lock.write_text("segno==1.6.7\n", encoding="utf-8")
    assert set_up.fingerprint(lock) != first


def test_this_python_is_taken_when_it_fits() -> None:
    assert set_up.find_python() == [sys.executable]
    assert set_up.OLDEST <= set_up.version_of(sys.executable) <= set_up.NEWEST


def test_an_interpreter_that_is_not_there_has_no_version(tmp_path: Path) -> None:
    assert set_up.version_of(tmp_path / "python") == (0,)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the libraries are looked for on Linux only")
def test_every_library_that_qt_needs_is_found_where_qt_runs() -> None:
    assert set_up.missing_libraries() == []
