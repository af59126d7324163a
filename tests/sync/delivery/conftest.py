"""Elin's outbox on one side, the demo municipality on the other: one for a module's tasks, one for each other test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sync.delivery.live_outbox import LiveOutbox, Surroundings, surroundings_of
from tests.sync.delivery.town_desk import TownDesk, desk_in_town


@pytest.fixture(scope="module")
def _open_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TownDesk]:
    with desk_in_town(tmp_path_factory.mktemp("town")) as desk:
        yield desk


@pytest.fixture
def desk(_open_desk: TownDesk) -> Iterator[TownDesk]:
    """The desk with an empty outbox, without faults or interruptions that an earlier test has left."""
    _open_desk.begin_anew()
    yield _open_desk
    _open_desk.before_request = None
    _open_desk.town.order("faults/clear")
    _open_desk.town.order("network", online=True)


@pytest.fixture
def surroundings(tmp_path: Path) -> Iterator[Surroundings]:
    with surroundings_of(tmp_path) as running:
        yield running


@pytest.fixture
def outbox(surroundings: Surroundings) -> Iterator[LiveOutbox]:
    live = LiveOutbox(surroundings)
    yield live
    live.reader.close()
