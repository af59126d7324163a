"""The set-up does nothing when nothing has changed, and finds a Python that fits."""

import json
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


@pytest.fixture
def peers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a node package, and a machine on which no program is found."""
    folder = tmp_path / "peer"
    folder.mkdir()
    (folder / "package-lock.json").write_text("{}", encoding="utf-8")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return folder


def _npm(peers: Path, commands: str) -> Path:
    """A program of that name that does this, and one called node; gives the file in which each call is noted."""
    folder, calls = peers.parent / "bin", peers.parent / "calls"
    folder.mkdir()
    for name in ("npm", "node"):
        program = folder / name
        program.write_text(f'#!/bin/sh\necho "$@" >> {calls}\n{commands}\n', encoding="utf-8")
        program.chmod(0o755)
    return calls


def test_without_node_the_provider_is_left_out_and_that_is_said(
    peers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not set_up.install_peers("test", peers)
    assert "node and npm are not here" in capsys.readouterr().out
    assert set_up.install_peers("run", peers), "nobody else needs it"


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for npm is a shell script")
def test_the_provider_is_installed_once_without_scripts_and_again_when_its_pins_change(peers: Path) -> None:
    calls = _npm(peers, f"/bin/mkdir -p {peers}/node_modules")
    assert set_up.install_peers("test", peers)
    assert set_up.install_peers("test", peers)
    (call,) = calls.read_text("utf-8").splitlines()
    assert "ci" in call.split()
    assert "--ignore-scripts" in call.split()
    (peers / "package-lock.json").write_text("[]", encoding="utf-8")
    assert set_up.install_peers("test", peers)
    assert len(calls.read_text("utf-8").splitlines()) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for npm is a shell script")
def test_a_provider_that_cannot_be_fetched_is_told_and_tried_again(
    peers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = _npm(peers, "exit 1")
    assert not set_up.install_peers("test", peers)
    assert "could not be installed" in capsys.readouterr().out
    assert not set_up.install_peers("test", peers)
    assert len(calls.read_text("utf-8").splitlines()) == 2


def test_the_pins_of_the_provider_name_no_registry() -> None:
    lock = json.loads((set_up.PEERS / "package-lock.json").read_text("utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages["node_modules/oidc-provider"]["version"].startswith("9.")
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert not any("resolved" in package for package in packages.values())


def test_this_python_is_taken_when_it_fits() -> None:
    assert set_up.find_python() == [sys.executable]
    assert set_up.OLDEST <= set_up.version_of(sys.executable) <= set_up.NEWEST


def test_an_interpreter_that_is_not_there_has_no_version(tmp_path: Path) -> None:
    assert set_up.version_of(tmp_path / "python") == (0,)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the libraries are looked for on Linux only")
def test_every_library_that_qt_needs_is_found_where_qt_runs() -> None:
    assert set_up.missing_libraries() == []
