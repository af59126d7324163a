"""Plays any cell of the matrix and compares what it came to with what the table says."""

from tests.faults.delivery_cells import DeliveryCell, play_delivery
from tests.faults.feed_cells import Cell, play
from tests.faults.outcomes import Outcome
from tests.faults.sign_in_cells import play_sign_in
from tests.faults.table import AnyCell, Combination, played
from tests.faults.theatre import Theatre


def play_cell(theatre: Theatre, combination: Combination) -> None:
    """Raises ``AssertionError`` when anything about the cell is not as it must be."""
    shown = _play(theatre, combination.cell)
    assert combination.outcome in shown, (
        f"right is {combination.outcome} ({combination.why}), and it was {' or '.join(sorted(shown))}"
    )


def _play(theatre: Theatre, cell: AnyCell) -> frozenset[Outcome]:
    if isinstance(cell, Cell):
        return play(theatre, cell).outcomes
    if isinstance(cell, DeliveryCell):
        return play_delivery(theatre, cell)
    return play_sign_in(theatre, cell)


def cells_of(sort: type, half: int | None = None) -> list[Combination]:
    """The cells of one sort that ``make test`` plays; ``half`` 0 or 1 for two workers to share."""
    found = [each for each in played() if isinstance(each.cell, sort)]
    return found if half is None else found[half::2]
