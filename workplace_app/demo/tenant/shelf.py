"""One collection of the tenant: items made from their number when asked for, with the change log laid over them."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from workplace_app.demo.tenant.change_log import Change, ChangeLog, Json


class Shelf:
    """Generated items 0…n-1 in a fixed order, then those that were added later.

    A position counts generated and added items, also removed ones: it never shifts, so that a listing that goes on
    while things change skips nothing.
    """

    def __init__(
        self, name: str, log: ChangeLog, ids: Callable[[], Sequence[str]], make: Callable[[int], Json]
    ) -> None:
        self.name = name
        self._log = log
        self._draw_ids = ids
        self._make = make
        self._ids: list[str] | None = None
        self._numbers: dict[str, int] = {}

    @property
    def revision(self) -> int:
        """The tenant's revision at this moment."""
        return self._log.revision

    def get(self, item_id: str) -> Json | None:
        """The item as it is now, free to be changed by the caller; None when there is none."""
        change = self._log.latest(self.name).get(item_id)
        if change is not None:
            return None if change.document is None else dict(change.document)
        self._generated_ids()
        number = self._numbers.get(item_id)
        return None if number is None else self._make(number)

    def put(self, item_id: str, document: Json) -> int:
        """Add or replace an item; returns the revision."""
        return self._log.record(self.name, item_id, document)

    def remove(self, item_id: str) -> int:
        """Take an item away; returns the revision."""
        return self._log.record(self.name, item_id, None)

    def changes_since(self, revision: int) -> list[Change]:
        """What a client that knows ``revision`` has missed."""
        return self._log.since(self.name, revision)

    def all(self) -> list[Json]:
        """Every item as it is now."""
        return [document for _, document in self.from_position(0)]

    def ids(self) -> list[str]:
        """The ids of all items as it is now, without making the items."""
        latest = self._log.latest(self.name)
        return [each for each in self._sequence() if each not in latest or latest[each].document is not None]

    def from_position(self, position: int) -> Iterator[tuple[int, Json]]:
        """Items from a position on, each with the position that follows it."""
        latest = self._log.latest(self.name)
        generated = len(self._generated_ids())
        for offset, item_id in enumerate(islice(self._sequence(), position, None), position):
            change = latest.get(item_id)
            if change is None:
                if offset < generated:
                    yield offset + 1, self._make(offset)
            elif change.document is not None:
                yield offset + 1, dict(change.document)

    def page(self, position: int, limit: int) -> tuple[list[Json], int | None]:
        """At most ``limit`` items, and the position where the next page begins (None: this was the last)."""
        found: list[Json] = []
        after = position
        for following, document in self.from_position(position):
            if len(found) == limit:
                return found, after
            found.append(document)
            after = following
        return found, None

    def _sequence(self) -> list[str]:
        generated = self._generated_ids()
        added = [each for each in self._log.latest(self.name) if each not in self._numbers]
        return generated + added if added else generated

    def _generated_ids(self) -> list[str]:
        if self._ids is None:
            self._ids = list(self._draw_ids())
            self._numbers = {item_id: number for number, item_id in enumerate(self._ids)}
        return self._ids
