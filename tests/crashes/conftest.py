"""A town, and a nursery in which the disk can be made unreliable, for each file of tests."""

import shutil
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


@pytest.fixture(scope="module")
def settled_home(town: Town, town_folder: Path, nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which somebody has signed in and fetched everything, to be copied."""
    home = tmp_path_factory.mktemp("settled") / "home"
    Case(home, town, town_folder, nursery).settle_in()
    return home


@pytest.fixture
def settled(tmp_path: Path, town: Town, town_folder: Path, settled_home: Path) -> Callable[[Nursery], Case]:
    """Make a home like it, which knows what has happened in the town since."""

    def settle(nursery: Nursery) -> Case:
        case = Case(tmp_path / "home", town, town_folder, nursery)
        town.order("faults/clear")
        shutil.copytree(settled_home, case.home)
        case.look_around()
        return case

    return settle
