"""What a delta says of its items, one word per item: a delta may name an item twice, and the last occurrence wins."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from sync.wire.graph_envelope import removed_id
from sync.wire.reading import RawItem, ReadItems, read_items
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem

T = TypeVar("T")


@frozen
class Change(Generic[T]):
    """One item: there (``fact``), gone (``gone``), or not for us (neither)."""

    id: str
    fact: T | None = None
    gone: bool = False


@frozen
class Changes(Generic[T]):
    """A page's items, each once."""

    facts: tuple[T, ...]
    removed: tuple[str, ...]
    problems: tuple[Problem, ...]


def read_changes(
    items: Iterable[RawItem], service: str, our_id: Callable[[str], str], read: Callable[[RawItem], T]
) -> Changes[T]:
    """Read a Graph delta, in which ``@removed`` marks what is gone; ``our_id`` names an item from its Graph id."""

    def change(item: RawItem) -> Change[T]:
        if gone := removed_id(item):
            return Change(our_id(gone), gone=True)
        fact = read(item)
        return Change(str(getattr(fact, "id", "")), fact)

    return last_words(read_items(items, change, service))


def last_words(read: ReadItems[Change[T]]) -> Changes[T]:
    """Each id's last occurrence."""
    last = {change.id: change for change in read.facts}
    return Changes(
        facts=tuple(change.fact for change in last.values() if change.fact is not None),
        removed=tuple(change.id for change in last.values() if change.gone),
        problems=tuple(read.problems),
    )
