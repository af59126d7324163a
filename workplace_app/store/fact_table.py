"""The description of one table of facts, from which rows are written and facts are read."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, Generic, TypeVar

from workplace_app.domain.changes import ChangeKind
from workplace_app.store.codecs import Codec

F = TypeVar("F")


@dataclass(frozen=True)
class FactTable(Generic[F]):
    """One table. ``codecs`` are for the fields whose value is not kept as it is; ``derived`` are columns beyond the
    fields. ``key`` is the column that names a fact: the id, or for facts without one a derived column.

    ``swept`` is False where a whole listing that does not name a row says nothing against it: notifications are kept
    until they are old, pictures as long as an article wants them.
    """

    name: str
    fact_type: type[F]
    changes: ChangeKind
    codecs: Mapping[str, Codec] = field(default_factory=dict)
    derived: Mapping[str, Callable[[F], Any]] = field(default_factory=dict)
    key: str = "id"
    swept: bool = True

    def __post_init__(self) -> None:
        names = tuple(each.name for each in fields(self.fact_type))  # type: ignore[arg-type]
        object.__setattr__(self, "fields", names)
        object.__setattr__(self, "columns", (*names, *self.derived))
        object.__setattr__(self, "_take", attrgetter(*names))
        object.__setattr__(self, "_encoders", self._positions("encode"))
        object.__setattr__(self, "_decoders", self._positions("decode"))
        object.__setattr__(self, "key_position", self.columns.index(self.key))

    fields: tuple[str, ...] = field(init=False)
    columns: tuple[str, ...] = field(init=False)
    key_position: int = field(init=False)
    _take: Callable[[Any], tuple[Any, ...]] = field(init=False)
    _encoders: tuple[tuple[int, Callable[[Any], Any]], ...] = field(init=False)
    _decoders: tuple[tuple[int, Callable[[Any], Any]], ...] = field(init=False)

    def _positions(self, direction: str) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
        return tuple((self.fields.index(name), getattr(codec, direction)) for name, codec in self.codecs.items())

    def selected(self, prefix: str = "", instead: Mapping[str, str] | None = None) -> str:
        """The fields as a list of columns for SELECT, in the order that ``fact`` wants them; ``instead`` gives the
        expressions that stand in for some of them."""
        instead = instead or {}
        return ", ".join(instead.get(name, f'{prefix}"{name}"') for name in self.fields)

    def row(self, fact: F) -> tuple[Any, ...]:
        """The values of ``columns`` for a fact."""
        values = list(self._take(fact))
        for position, encode in self._encoders:
            if values[position] is not None:
                values[position] = encode(values[position])
        values.extend(derive(fact) for derive in self.derived.values())
        return tuple(values)

    def fact(self, row: tuple[Any, ...]) -> F:
        """The fact whose fields stand first in a row."""
        values = list(row[: len(self.fields)])
        for position, decode in self._decoders:
            if values[position] is not None:
                values[position] = decode(values[position])
        return self.fact_type(*values)

    def facts(self, rows: Iterable[tuple[Any, ...]]) -> tuple[F, ...]:
        """The facts of many rows."""
        return tuple(self.fact(row) for row in rows)
