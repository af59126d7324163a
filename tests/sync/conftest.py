"""The demo municipality with small parts, for tests that need a real server and real faults."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.demo.small_parts import small_cms, small_graph
from tests.demo.town_thread import Town, town_on_thread
from workplace_app.demo.clock import DemoClock
from workplace_app.demo.running import Start


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """Nothing happens by itself. The clock is the machine's, which MSAL compares with."""
    start = Start(data_dir=tmp_path / "town", clock=DemoClock(), frozen=True)
    with town_on_thread(start, [small_graph, small_cms]) as running:
        yield running
