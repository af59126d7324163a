"""Why PySide6 is held below 6.12, watched on the version that is installed."""

import subprocess
import sys
import textwrap

import pytest

CALLS = 2000


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12: its count cannot be lost")
def test_qt_gives_back_every_reference_to_none() -> None:
    """6.12.0 loses one for each call that returns nothing, and some thousands of calls later Python aborts.

    When this passes with a release above 6.11 the pin in pyproject.toml may go.
    """
    program = f"""
        import sys
        from PySide6.QtWidgets import QApplication, QLabel
        application = QApplication([])
        label = QLabel()
        before = sys.getrefcount(None)
        for _ in range({CALLS}):
            label.setText("x")
        print(before - sys.getrefcount(None))
    """
    command = [sys.executable, "-c", textwrap.dedent(program)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert int(done.stdout) < CALLS / 10
