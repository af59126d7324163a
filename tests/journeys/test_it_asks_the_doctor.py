"""Something is wrong on somebody's computer: IT asks the doctor there, with and without a network, and is told."""

import json
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.demo.small_parts import small_graph
from tests.demo.town_thread import Town, town_on_thread
from tests.journeys.commands import workplace_app
from workplace_app.demo.clock import DemoClock
from workplace_app.demo.cms.part import cms_part
from workplace_app.demo.running import Start
from workplace_app.folders import HOME_VARIABLE

NO_KEYRING = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
INTERRUPTED = 130


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    start = Start(data_dir=tmp_path / "town", clock=DemoClock(), frozen=True)
    with town_on_thread(start, [small_graph, cms_part]) as running:
        yield running


@pytest.fixture
def home(tmp_path: Path, town: Town) -> Path:
    """A computer whose machine's configuration IT has put there."""
    place = tmp_path / "home" / "machine"
    place.mkdir(parents=True)
    (place / "configuration.json").write_text(json.dumps(town.configuration), encoding="utf-8")
    return tmp_path / "home"


def test_without_a_keyring_everything_else_is_well_and_the_status_says_that_something_is_not(home: Path) -> None:
    answer = workplace_app(home, "doctor", "--json", **NO_KEYRING)
    assert answer.returncode == 1, answer.stderr
    checks = json.loads(answer.stdout)["checks"]
    assert [check["area"] for check in checks if check["state"] == "problem"] == ["keyring"]
    assert {check["area"] for check in checks} >= {"network", "tls", "clock", "proxy", "cache"}


def test_a_network_that_is_away_is_said_in_words(home: Path, town: Town) -> None:
    town.order("network", online=False)
    answer = workplace_app(home, "doctor", **NO_KEYRING)
    assert answer.returncode == 1
    assert "There is no network: nothing could be reached." in answer.stdout


def test_the_bundle_is_there_to_be_sent(home: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "it.zip"
    answer = workplace_app(home, "doctor", "--bundle", str(bundle), **NO_KEYRING)
    assert str(bundle) in answer.stderr
    assert "report.json" in zipfile.ZipFile(bundle).namelist()


def test_a_bundle_that_cannot_be_written_is_said_in_one_line(home: Path, tmp_path: Path) -> None:
    answer = workplace_app(home, "doctor", "--bundle", str(tmp_path / "nowhere" / "it.zip"), **NO_KEYRING)
    assert answer.returncode == 1
    assert answer.stderr.startswith("workplace-app: No such file or directory")


@pytest.mark.skipif(sys.platform == "win32", reason="a process is interrupted in another way there")
def test_ctrl_c_ends_it_at_once_though_a_service_says_nothing(home: Path, town: Town) -> None:
    town.order("faults", kind="silent", origin="graph", seconds=60, times=None)
    environment = {**os.environ, HOME_VARIABLE: str(home), **NO_KEYRING}
    running = subprocess.Popen(
        [sys.executable, "-m", "workplace_app", "doctor"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not [each for each in town.look("requests")["requests"] if each["path"].startswith("/v1.0")]:
        assert running.poll() is None
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=5)
    assert running.returncode == INTERRUPTED
    assert "Traceback" not in err
    assert out == ""
