"""Elin's Graph, without a network."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contracts.graph_walk import DemoGraph


@pytest.fixture
def graph(tmp_path: Path) -> Iterator[DemoGraph]:
    opened = DemoGraph.open(tmp_path)
    yield opened
    opened.part.tenant.close()
