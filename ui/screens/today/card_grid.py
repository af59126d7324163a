"""Places cards in one to four columns in the user's order, which is the reading and the tab order too."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.look import look
from ui.screens.today.today_card import GAP, UNIT, TodayCard
from workplace_app.domain.frozen import frozen

ONE_COLUMN_BELOW, TWO_COLUMNS_BELOW, THREE_COLUMNS_BELOW = 900, 1200, 1680
"""Effective widths of the window (DESIGN 2)."""
_MOST_GROWTH = 1
"""Units by which a card may be taller than its user chose, so that a row of cards ends on one line."""


def columns_for(effective_width: float) -> int:
    """How many columns a window of this width has."""
    if effective_width < ONE_COLUMN_BELOW:
        return 1
    if effective_width < TWO_COLUMNS_BELOW:
        return 2
    return 3 if effective_width < THREE_COLUMNS_BELOW else 4


@frozen
class Size:
    """What a card wants: columns across, units down."""

    columns: int
    units: int


@frozen
class Spot:
    """Where a card stands."""

    column: int
    unit: int
    size: Size


def place(sizes: Sequence[Size], columns: int) -> list[Spot]:
    """Put each card where the columns end highest, the leftmost first; a card never stands above an earlier one of
    its own column, so that reading down and across keeps the order."""
    ends = [0] * columns
    spots = []
    for wanted in sizes:
        across = min(wanted.columns, columns)
        starts = range(columns - across + 1)
        column = min(starts, key=lambda start: (max(ends[start : start + across]), start))
        unit = max(ends[column : column + across])
        spots.append(Spot(column, unit, Size(across, wanted.units)))
        ends[column : column + across] = [unit + wanted.units] * across
    return [_grown(spot, spots, max(ends)) for spot in spots]


def _grown(spot: Spot, spots: Sequence[Spot], lowest: int) -> Spot:
    """A card under which nothing stands shares the height of its neighbours, if a little is lacking."""
    own = range(spot.column, spot.column + spot.size.columns)
    bottom = spot.unit + spot.size.units
    below = [other.unit for other in spots if other.unit >= bottom and _spans(other, own)]
    beside = [other.unit + other.size.units for other in spots if other.unit < bottom and not _spans(other, own)]
    wanted = min(below) if below else min((end for end in beside if end > bottom), default=lowest)
    lacking = wanted - bottom
    return replace(spot, size=replace(spot.size, units=wanted - spot.unit)) if 0 < lacking <= _MOST_GROWTH else spot


def _spans(spot: Spot, columns: range) -> bool:
    return any(column in columns for column in range(spot.column, spot.column + spot.size.columns))


class CardGrid(QWidget):
    """Shows cards; ``arrange`` places them anew."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._cards: list[TodayCard] = []
        self._columns = 0

    @property
    def column_count(self) -> int:
        """How many columns there are now."""
        return self._columns

    def arrange(self, cards: Sequence[tuple[TodayCard, Size]], columns: int) -> None:
        """Show these cards and no other, each at its height."""
        staying = {card for card, _ in cards}
        for card in self._cards:
            self._grid.removeWidget(card)
            if card not in staying:
                card.hide()  # one that stays keeps the focus
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._cards = [card for card, _ in cards]
        self._columns = columns
        self._grid.setSpacing(look.px(GAP))
        lowest = 0
        for (card, _), spot in zip(cards, place([size for _, size in cards], columns), strict=True):
            card.set_units(spot.size.units)
            # Columns are equally wide, whatever stands in them.
            card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self._grid.addWidget(card, spot.unit, spot.column, spot.size.units, spot.size.columns)
            card.show()
            lowest = max(lowest, spot.unit + spot.size.units)
        for unit in range(self._grid.rowCount()):
            self._grid.setRowMinimumHeight(unit, look.px(UNIT) if unit < lowest else 0)
        for before, after in zip(self._cards, self._cards[1:], strict=False):
            QWidget.setTabOrder(before, after)
