"""A worker's theatres: one for feeds, one whose town is changed by deliveries, and one whose town goes by the machine's
clock for signing in."""

from collections.abc import Iterator

import pytest

from tests.faults.theatre import Theatre, theatre_in
from workplace_app.demo.clock import DemoClock


@pytest.fixture(scope="session")
def theatre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Theatre]:
    with theatre_in(tmp_path_factory.mktemp("theatre")) as opened:
        yield opened


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Theatre]:
    with theatre_in(tmp_path_factory.mktemp("office")) as opened:
        yield opened


@pytest.fixture(scope="session")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Theatre]:
    with theatre_in(tmp_path_factory.mktemp("door"), DemoClock()) as opened:
        opened.loop.wait_in_earnest()  # a robot with threads of its own does what a person does in a browser
        yield opened
