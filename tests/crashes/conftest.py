"""A town, and a nursery in which the disk can be made unreliable, for each file of tests."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.crashes.killing import Case
from tests.crashes.nursery import Nursery
from tests.crashes.unreliable_disk import build, missing
from tests.journeys.town import Town


@pytest.fixture(scope="module")
def town_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the town keeps its own log."""
    return tmp_path_factory.mktemp("town")


@pytest.fixture(scope="module")
def town(town_folder: Path) -> Iterator[Town]:
    """The municipality is running; nothing happens in it by itself."""
    running = Town(town_folder)
    yield running
    running.pull_the_plug()


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    """Where processes come from."""
    with Nursery() as one:
        yield one


@pytest.fixture(scope="module")
def unreliable_nursery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    """The same, for processes whose disk can be told when to fail."""
    reason = missing()
    if reason is not None:
        pytest.skip(reason)
    with Nursery(build(tmp_path_factory.mktemp("library"))) as one:
        yield one


@pytest.fixture
def settled(tmp_path: Path, town: Town, town_folder: Path) -> Callable[[Nursery], Case]:
    """Make a home in which somebody has signed in and fetched everything."""

    def settle(nursery: Nursery) -> Case:
        case = Case(tmp_path / "home", town, town_folder, nursery)
        case.settle_in()
        return case

    return settle
