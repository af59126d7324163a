"""Looks at the cache as a screen does, whenever sync says that something has changed."""

from tests.faults.cache_copies import facts_of
from tests.sync.fakes import Listener
from workplace_app.domain.changes import ChangeKind
from workplace_app.store.connection_type import Connection


class Onlooker(Listener):
    """The screen: whenever it is told of a change it looks whether everything that must stay is still to be seen."""

    def __init__(self, connection: Connection) -> None:
        super().__init__()
        self._connection = connection
        self.must_stay: set[tuple[str, str]] = set()
        self.missed: set[tuple[str, str]] = set()

    def changed(self, kinds: frozenset[ChangeKind]) -> None:
        super().changed(kinds)
        if self.must_stay:
            self.missed |= self.must_stay - facts_of(self._connection).keys()
