"""A town, a nursery and a settled home for as long as a block lasts: what a long run needs again and again."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.crashes.killing import Case
from tests.crashes.nursery import Nursery
from tests.crashes.unreliable_disk import build
from tests.journeys.town import Town


@contextmanager
def settled_case(*, unreliable: bool = False) -> Iterator[Case]:
    """Somebody has signed in and fetched everything; with ``unreliable`` the disk can be told when to fail."""
    with tempfile.TemporaryDirectory(prefix="nacka-crashes-") as folder:
        place = Path(folder)
        library = build(place) if unreliable else None
        town = Town(place / "town")
        try:
            with Nursery(library) as nursery:
                case = Case(place / "home", town, place / "town", nursery)
                case.settle_in()
                yield case
        finally:
            town.pull_the_plug()
