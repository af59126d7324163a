"""Keeps which cards Idag shows, in which order and how large."""

from collections.abc import Iterable

from workplace_app.domain.own_things import CardHeight, PlacedCard
from workplace_app.store.connection_type import Connection
from workplace_app.store.transaction import writing_mine


def placed_cards(connection: Connection) -> tuple[PlacedCard, ...]:
    """The cards as the user has placed them; empty means that the user has not, so the program's own order holds."""
    rows = connection.execute("SELECT card, shown, columns, height FROM mine.card_layout ORDER BY position")
    known = {height.value: height for height in CardHeight}
    return tuple(
        PlacedCard(card, bool(shown), columns, known.get(height, CardHeight.MEDIUM))
        for card, shown, columns, height in rows
    )


def place_cards(connection: Connection, cards: Iterable[PlacedCard]) -> tuple[PlacedCard, ...]:
    """Keep this placing of all cards (none: forget it); answers the one before, to be placed again by an undo."""
    with writing_mine(connection):
        before = placed_cards(connection)
        connection.execute("DELETE FROM mine.card_layout")
        connection.executemany(
            "INSERT INTO mine.card_layout (card, position, shown, columns, height) VALUES (?, ?, ?, ?, ?)",
            [
                (card.card, position, int(card.shown), card.columns, card.height.value)
                for position, card in enumerate(cards)
            ],
        )
    return before
