"""Which cards Idag shows, in which order and how large: the user's choice laid over the program's own."""

from collections.abc import Sequence
from dataclasses import replace

from workplace_app.domain.own_things import CardHeight, PlacedCard
from workplace_app.store.connection_type import Connection
from workplace_app.store.own_things.card_layout import place_cards, placed_cards

_HEIGHTS = (CardHeight.SHORT, CardHeight.MEDIUM, CardHeight.LONG)
MOST_COLUMNS = 2


class Arrangement:
    """Every change is kept at once and answers the placing before it, for the undo."""

    def __init__(self, connection: Connection, own: tuple[PlacedCard, ...]) -> None:
        self._connection = connection
        self._own = own

    def cards(self) -> tuple[PlacedCard, ...]:
        """All cards in order; one that the user's placing does not know yet stands last, as the program has it."""
        known = {card.card for card in self._own}
        placed = tuple(card for card in placed_cards(self._connection) if card.card in known)
        named = {card.card for card in placed}
        return placed + tuple(card for card in self._own if card.card not in named)

    def move(self, card_id: str, steps: int) -> tuple[PlacedCard, ...]:
        """Put a card so many places later among those that are shown (earlier when negative)."""
        cards = [card for card in self.cards() if card.shown]
        hidden = [card for card in self.cards() if not card.shown]
        at = next(number for number, card in enumerate(cards) if card.card == card_id)
        cards.insert(max(0, min(len(cards) - 1, at + steps)), cards.pop(at))
        return self.keep((*cards, *hidden))

    def resize(self, card_id: str, steps: int) -> tuple[PlacedCard, ...]:
        """Make a card taller or shorter by so many of the three heights."""

        def resized(card: PlacedCard) -> PlacedCard:
            number = max(0, min(len(_HEIGHTS) - 1, _HEIGHTS.index(card.height) + steps))
            return replace(card, height=_HEIGHTS[number])

        return self._change(card_id, resized(self._one(card_id)))

    def widen(self, card_id: str, columns: int) -> tuple[PlacedCard, ...]:
        """Let a card span one column or two."""
        return self._change(card_id, replace(self._one(card_id), columns=max(1, min(MOST_COLUMNS, columns))))

    def show(self, card_id: str, *, shown: bool) -> tuple[PlacedCard, ...]:
        """Show or hide a card; a hidden card costs no reading and no request."""
        return self._change(card_id, replace(self._one(card_id), shown=shown))

    def reset(self) -> tuple[PlacedCard, ...]:
        """Back to the program's own placing."""
        return place_cards(self._connection, ())

    def keep(self, cards: Sequence[PlacedCard]) -> tuple[PlacedCard, ...]:
        """Keep a placing: the user's, or the one before it."""
        return place_cards(self._connection, cards)

    def _one(self, card_id: str) -> PlacedCard:
        return next(card for card in self.cards() if card.card == card_id)

    def _change(self, card_id: str, changed: PlacedCard) -> tuple[PlacedCard, ...]:
        return self.keep(tuple(changed if card.card == card_id else card for card in self.cards()))
