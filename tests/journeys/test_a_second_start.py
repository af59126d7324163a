"""Somebody starts the program although it runs: the window that is there comes forward, and nothing is opened twice."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.commands import workplace_app
from workplace_app.single_instance import SingleInstance

SENTENCE = "workplace-app: it is already running here: look for its window, or wait until it has ended.\n"
HOLD = """
import sys
from pathlib import Path
from workplace_app.single_instance import SingleInstance
held = SingleInstance(Path(sys.argv[1]))
print(held.acquire(), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def running(tmp_path: Path) -> Iterator[SingleInstance]:
    """The program runs."""
    instance = SingleInstance(tmp_path / "data")
    assert instance.acquire()
    instance.listen()
    yield instance
    instance.release()


def test_it_ends_with_a_sentence_and_the_first_is_told(qtbot: QtBot, tmp_path: Path, running: SingleInstance) -> None:
    # A display that is not there: it is never asked for, since the lock comes first.
    with qtbot.waitSignal(running.wanted, timeout=15_000):
        answer = workplace_app(tmp_path, "run", QT_QPA_PLATFORM="xcb", DISPLAY=":nowhere")
    assert (answer.returncode, answer.stderr) == (3, SENTENCE)


@pytest.mark.usefixtures("running")
def test_a_round_without_a_window_does_not_begin_beside_it(tmp_path: Path) -> None:
    answer = workplace_app(tmp_path, "sync", "--once")
    assert (answer.returncode, answer.stderr) == (3, SENTENCE)


def test_when_the_first_was_killed_the_next_may_start(tmp_path: Path) -> None:
    first = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "data")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert first.stdout is not None
    assert first.stdin is not None
    assert first.stdout.readline().strip() == "True"
    second = SingleInstance(tmp_path / "data")
    assert not second.acquire()
    first.kill()
    first.wait()
    first.stdin.close()
    first.stdout.close()
    assert second.acquire()
    second.release()
