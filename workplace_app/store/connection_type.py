"""What a database connection can do, as a type: readers are given one and never open their own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

Parameters = Sequence[Any] | Mapping[str, Any]
Row = tuple[Any, ...]


class Rows(Protocol):
    """The answer to one statement."""

    rowcount: int

    def __iter__(self) -> Iterator[Row]: ...

    def fetchone(self) -> Row | None: ...

    def fetchall(self) -> list[Row]: ...


class Connection(Protocol):
    """The part of ``sqlcipher3.dbapi2.Connection`` that the store uses; statements stand alone unless between BEGIN
    and COMMIT. A connection belongs to the thread that opened it."""

    @property
    def in_transaction(self) -> bool: ...

    def execute(self, sql: str, parameters: Parameters = ..., /) -> Rows: ...

    def executemany(self, sql: str, parameters: Iterable[Parameters], /) -> Rows: ...

    def close(self) -> None: ...
