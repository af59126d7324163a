"""A municipality with small parts for the tests of what surrounds them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.demo.small_parts import small_cms, small_graph
from tests.demo.town_thread import Town, town_on_thread
from workplace_app.demo.clock import DemoClock
from workplace_app.demo.running import Start

MORNING = datetime(2026, 10, 12, 6, 2, tzinfo=UTC)


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Nothing happens by itself and time stands still."""
    return Start(data_dir=tmp_path / "town", clock=DemoClock(MORNING, standing=True), frozen=True)


@pytest.fixture
def town(start: Start) -> Iterator[Town]:
    with town_on_thread(start, [small_graph, small_cms]) as running:
        yield running
