"""The demo municipality as the program starts it: same addresses again, another place when taken, gone when told."""

import socket
from pathlib import Path

import pytest

from workplace_app.demo_process import DemoProcess
from workplace_app.domain.configuration_reading import ConfigurationError


def test_it_listens_where_it_listened_the_last_time(tmp_path: Path) -> None:
    first = DemoProcess.start(tmp_path, "--frozen")
    first.kill()
    second = DemoProcess.start(tmp_path, "--frozen")
    assert second.municipality == first.municipality
    assert len(second.people) == 5
    assert second.process_id != first.process_id
    second.stop()


def test_it_moves_when_another_program_has_taken_its_place(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        (tmp_path / "port-base").write_text(str(port), encoding="ascii")
        town = DemoProcess.start(tmp_path, "--frozen")
        assert f":{port}" not in town.municipality.authority
        town.stop()


def test_a_demo_that_does_not_start_is_told_and_leaves_no_process(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ConfigurationError, match="did not start"):
        DemoProcess.start(tmp_path, "--no-such-option")
    assert "no-such-option" in capfd.readouterr().err


def test_stopping_it_ends_the_process(tmp_path: Path) -> None:
    town = DemoProcess.start(tmp_path, "--frozen")
    town.stop()
    port = int(town.municipality.authority.rpartition(":")[2])
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0
