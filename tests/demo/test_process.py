"""The demo as a process of its own: starts quickly, announces itself on one line, survives a kill, ends cleanly."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msal
import pytest

from tests.demo.msal_client import call_graph, msal_application, renew, sign_in
from tests.demo.town_thread import Town, client_for
from workplace_app.domain.configuration_reading import municipality_from_json

LONGEST_START_SECONDS = 10.0
"""A bound for a busy machine; alone on two cores it starts in less than two seconds."""


class Started:
    """A demo process whose errors are kept, and that is ended by its id."""

    def __init__(self, folder: Path, *words: str) -> None:
        began = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "workplace_app.demo", "--data-dir", str(folder), *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.configuration: dict[str, Any] = json.loads(self.process.stdout.readline())
        self.seconds_to_start = time.monotonic() - began

    def ended(self) -> tuple[int, str, str]:
        """Wait for the end: exit code, what else it said, and its complaints."""
        said, complaints = self.process.communicate(timeout=20)
        return self.process.returncode, said, complaints


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Started]:
    process = Started(tmp_path, "--frozen", "--until-stdin-closes")
    yield process
    process.process.kill()
    process.process.communicate()


def test_it_announces_a_configuration_that_the_program_reads(started: Started) -> None:
    assert started.seconds_to_start < LONGEST_START_SECONDS
    municipality = municipality_from_json(started.configuration)
    assert municipality.can_sign_in
    assert municipality.cms is not None
    assert len(started.configuration["people"]) == 5


def test_the_end_of_standard_input_ends_it_without_a_word(started: Started) -> None:
    with client_for(started.configuration) as web:
        assert web.get(started.configuration["control"]).status_code == 200
    assert started.ended() == (0, "", "")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM that a process can answer")
def test_a_signal_ends_it_without_a_word_also_with_a_request_under_way(tmp_path: Path) -> None:
    started = Started(tmp_path, "--frozen")
    with client_for(started.configuration) as web:
        town = Town(started.configuration, web)
        town.order("faults", kind="silent", seconds=60, times=None)
        with pytest.raises(Exception, match="timed out"):
            web.get(f"{town.cms_origin}/tjanster.json", timeout=0.3)
        started.process.send_signal(signal.SIGTERM)
        assert started.ended() == (0, "", "")


def test_killed_and_started_again_it_is_at_the_same_addresses_and_nobody_has_to_sign_in(tmp_path: Path) -> None:
    cache = msal.TokenCache()
    first = Started(tmp_path, "--frozen")
    with client_for(first.configuration) as web:
        town = Town(first.configuration, web)
        tokens = sign_in(town, msal_application(town, token_cache=cache))
        assert call_graph(town, tokens).status_code == 200
    first.process.kill()
    first.process.communicate()
    second = Started(tmp_path, "--frozen", "--until-stdin-closes")
    assert second.configuration == first.configuration
    with client_for(second.configuration) as web:
        town = Town(second.configuration, web)
        assert call_graph(town, tokens).status_code == 200
        assert call_graph(town, renew(msal_application(town, token_cache=cache))).status_code == 200
    assert second.ended() == (0, "", "")


def test_ports_that_are_taken_are_told_in_one_line(started: Started, tmp_path: Path) -> None:
    port = started.configuration["authority"].rsplit(":", 1)[1]
    words = [sys.executable, "-m", "workplace_app.demo", "--data-dir", str(tmp_path / "other"), "--port-base", port]
    answer = subprocess.run(words, capture_output=True, text=True, timeout=30, check=False)
    assert answer.returncode == 1
    assert answer.stderr.strip() == f"port {port} on 127.0.0.1 is taken"
