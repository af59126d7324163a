"""Every feed, question by question, under every kind of fault: other half of the cells (see ``table.py``)."""

import pytest

from tests.faults.feed_cells import Cell
from tests.faults.playing import cells_of, play_cell
from tests.faults.table import Combination
from tests.faults.theatre import Theatre


@pytest.mark.parametrize("combination", cells_of(Cell, 1), ids=lambda each: str(each.cell))
def test_a_feed_meets_a_fault(theatre: Theatre, combination: Combination) -> None:
    play_cell(theatre, combination)
