"""Plays much of the matrix in one go, outside pytest: what failed, and which planted bugs were found."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.faults.delivery_cells import DeliveryCell
from tests.faults.planted import PLANTED
from tests.faults.playing import play_cell
from tests.faults.resync import LENGTH, play_seed
from tests.faults.sign_in_cells import SignInCell
from tests.faults.table import Combination, combinations
from tests.faults.theatre import Theatre, theatre_in
from workplace_app.demo.clock import DemoClock


@dataclass
class Stages:
    """Theatres: of feeds, of deliveries (which change their town), of signing in, and one with long lists."""

    theatre: Theatre
    office: Theatre
    door: Theatre
    lists: Theatre

    def failures(self, cells: Iterable[Combination], enough: Callable[[], bool]) -> tuple[int, list[str]]:
        """How many cells were played until ``enough`` said so, and what failed, in words."""
        count, failed = 0, []
        for combination in cells:
            if enough():
                break
            count += 1
            try:
                where = {SignInCell: self.door, DeliveryCell: self.office}
                play_cell(where.get(type(combination.cell), self.theatre), combination)
            except Exception as error:  # noqa: BLE001  (whatever a cell ends in, the others go on)
                failed.append(f"{combination.cell}: {type(error).__name__}: {error}")
        return count, failed

    def seeds(self, seeds: Iterable[int], enough: Callable[[], bool]) -> tuple[int, list[str]]:
        """The same of random misfortunes."""
        count, failed = 0, []
        for seed in seeds:
            if enough():
                break
            count += 1
            try:
                play_seed(self.lists, seed)
            except Exception as error:  # noqa: BLE001  (the same)
                failed.append(f"seed {seed}: {type(error).__name__}: {error}")
        return count, failed

    def planted(self) -> dict[str, bool]:
        """Each planted bug, True where its cell is green without it and red with it."""
        by_name = {str(each.cell): each for each in combinations() if each.outcome is not None}
        found = {}
        for planted in PLANTED:
            _, wrong = self.failures([by_name[planted.cell]], lambda: False)
            with pytest.MonkeyPatch.context() as patch:
                planted.plant(patch)
                _, failed = self.failures([by_name[planted.cell]], lambda: False)
            found[planted.what] = bool(failed) and not wrong
        return found


@contextmanager
def stages() -> Iterator[Stages]:
    """All four, in a folder that goes with them."""
    with TemporaryDirectory() as name:
        folders = [Path(name) / each for each in ("theatre", "office", "door", "lists")]
        for folder in folders:
            folder.mkdir()
        with (
            theatre_in(folders[0]) as theatre,
            theatre_in(folders[1]) as office,
            theatre_in(folders[2], DemoClock()) as door,
            theatre_in(folders[3], length=LENGTH) as lists,
        ):
            door.loop.wait_in_earnest()
            yield Stages(theatre, office, door, lists)
