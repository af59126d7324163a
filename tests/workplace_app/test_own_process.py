"""What lies in the folder where somebody starts the program is not run by it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT

PLANTED = "from pathlib import Path\nPath(__file__).with_name('ran').touch()\n"
FETCH = "from workplace_app.early_key import fetch_in_process; fetch_in_process('0' * 32).wait()"
DEMO = """
import sys
from pathlib import Path
from workplace_app.demo_process import DemoProcess
DemoProcess.start(Path(sys.argv[1])).stop()
"""
PLACES = ("sync/__init__.py", "sync/identity/__init__.py", "workplace_app/__init__.py", "workplace_app/demo/x.py")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Somebody else's, with packages that are called like ours."""
    for place in PLACES:
        path = tmp_path / "theirs" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PLANTED)
    return tmp_path / "theirs"


def start(folder: Path, *words: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NACKA_ARBETSPLATS_HOME": str(folder.parent / "home")}
    environment["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    subprocess.run([sys.executable, *words], cwd=folder, env=environment, capture_output=True, check=False, timeout=90)


def ran(folder: Path) -> list[Path]:
    return sorted(folder.rglob("ran"))


def test_python_by_itself_runs_it(folder: Path) -> None:
    """The control: this is what the processes were started with."""
    start(folder, "-m", "sync.identity.fetch_key", "0" * 32)
    assert ran(folder)


@pytest.mark.skipif(sys.platform != "linux", reason="the key is asked for within the process elsewhere")
def test_the_process_that_fetches_the_key_runs_our_code(folder: Path) -> None:
    start(folder, "-P", "-c", FETCH)
    assert ran(folder) == []


def test_the_demo_municipality_runs_our_code(folder: Path) -> None:
    start(folder, "-P", "-c", DEMO, str(folder.parent / "town"))
    assert ran(folder) == []
    assert (folder.parent / "town" / "port-base").exists()  # else nothing has been tried
