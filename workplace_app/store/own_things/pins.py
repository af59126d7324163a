"""Keeps what the user has pinned, in the user's order; a pinned workspace is a favourite."""

from collections.abc import Callable

from workplace_app.domain.own_things import PinKind
from workplace_app.store.connection_type import Connection
from workplace_app.store.transaction import writing_mine


def pin(connection: Connection, kind: PinKind, target_id: str) -> tuple[str, ...]:
    """Pin it after those that are pinned; answers the ids of this kind as they were, for ``restore``."""
    return _arrange(connection, kind, lambda ids: ids if target_id in ids else (*ids, target_id))


def unpin(connection: Connection, kind: PinKind, target_id: str) -> tuple[str, ...]:
    """Take the pin away."""
    return _arrange(connection, kind, lambda ids: tuple(each for each in ids if each != target_id))


def move_pin(connection: Connection, kind: PinKind, target_id: str, position: int) -> tuple[str, ...]:
    """Put a pinned thing at another place, counted from 0."""

    def moved(ids: tuple[str, ...]) -> tuple[str, ...]:
        if target_id not in ids:
            return ids
        others = [each for each in ids if each != target_id]
        others.insert(max(position, 0), target_id)
        return tuple(others)

    return _arrange(connection, kind, moved)


def restore(connection: Connection, kind: PinKind, ids: tuple[str, ...]) -> None:
    """Undo: put the pins back that another function answered."""
    _arrange(connection, kind, lambda _: ids)


def pinned(connection: Connection, kind: PinKind) -> tuple[str, ...]:
    """The ids that are pinned, in the user's order."""
    rows = connection.execute("SELECT target_id FROM mine.pins WHERE kind = ? ORDER BY position", (kind.value,))
    return tuple(row[0] for row in rows)


def _arrange(
    connection: Connection, kind: PinKind, arrangement: Callable[[tuple[str, ...]], tuple[str, ...]]
) -> tuple[str, ...]:
    with writing_mine(connection):
        before = pinned(connection, kind)
        connection.execute("DELETE FROM mine.pins WHERE kind = ?", (kind.value,))
        connection.executemany(
            "INSERT INTO mine.pins (kind, target_id, position) VALUES (?, ?, ?)",
            [(kind.value, target_id, position) for position, target_id in enumerate(arrangement(before))],
        )
    return before
