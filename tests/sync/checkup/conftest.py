"""The demo municipality with its whole CMS, which every address of the configuration leads to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.demo.small_parts import small_graph
from tests.demo.town_thread import Town, town_on_thread
from workplace_app.demo.clock import DemoClock
from workplace_app.demo.cms.part import cms_part
from workplace_app.demo.running import Start


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """Nothing happens by itself. The clock is the machine's until a test shifts it."""
    start = Start(data_dir=tmp_path / "town", clock=DemoClock(), frozen=True)
    with town_on_thread(start, [small_graph, cms_part]) as running:
        yield running
