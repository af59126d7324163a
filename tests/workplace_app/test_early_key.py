"""The key that comes from a process of its own."""

import os
import sys
from pathlib import Path

import pytest

from workplace_app import early_key
from workplace_app.early_key import EarlyKey, begin_early_key, fetch_in_process
from workplace_app.folders import HOME_VARIABLE, system_folders

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asked within the process elsewhere")
ACCOUNT = "0" * 32
KEY = bytes(range(32))


def program(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a shell script stand for the program that is started."""
    script = folder / "program"
    script.write_text(f"#!/bin/sh\n{text}\n", encoding="ascii")
    script.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(script))


def test_what_the_process_writes_is_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "key").write_bytes(KEY)
    program(tmp_path, f"cat {tmp_path / 'key'}", monkeypatch)
    early = fetch_in_process(ACCOUNT)
    assert early is not None
    assert early.wait() == KEY


@pytest.mark.parametrize("said", ["true", "exit 1", "printf short", "printf %040d 0"])
def test_anything_but_a_key_is_no_key(said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, said, monkeypatch)
    early = fetch_in_process(ACCOUNT)
    assert early is not None
    assert early.wait() is None


def test_a_program_that_says_nothing_is_waited_for_no_longer_than_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "exec sleep 600", monkeypatch)
    early = fetch_in_process(ACCOUNT)
    assert early is not None
    assert early.wait(patience=0.05) is None
    with pytest.raises(ProcessLookupError):
        os.kill(early.process, 0)


def test_a_program_that_cannot_be_started_leaves_nothing_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nothing"))
    before = len(list(Path("/proc/self/fd").iterdir()))
    assert fetch_in_process(ACCOUNT) is None
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_the_account_of_the_last_time_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    asked: list[str] = []

    def begun(account_key: str) -> EarlyKey | None:
        asked.append(account_key)
        return None

    monkeypatch.setattr(early_key, "fetch_in_process", begun)
    begin_early_key(demo=False)
    assert asked == []
    current = system_folders().current_account
    current.parent.mkdir(parents=True)
    current.write_text(ACCOUNT, encoding="ascii")
    begin_early_key(demo=False)
    begin_early_key(demo=True)
    assert asked == [ACCOUNT]


def test_each_scale_of_the_demo_has_an_account_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    asked: list[str] = []
    monkeypatch.setattr(early_key, "fetch_in_process", asked.append)
    for scale, account in ((1, "a" * 32), (2, "b" * 32)):
        current = system_folders().for_demo(scale).current_account
        current.parent.mkdir(parents=True)
        current.write_text(account, encoding="ascii")
    for scale in (1, 2, 3):
        begin_early_key(demo=True, scale=scale)
    assert asked == ["a" * 32, "b" * 32]
