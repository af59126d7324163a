"""The test of the test: each planted bug is found by a cell that is green without it."""

import pytest

from tests.faults.delivery_cells import DeliveryCell
from tests.faults.planted import PLANTED, Planted
from tests.faults.playing import play_cell
from tests.faults.sign_in_cells import SignInCell
from tests.faults.table import Combination, combinations
from tests.faults.theatre import Theatre

CELLS: dict[str, Combination] = {str(each.cell): each for each in combinations() if each.outcome is not None}


@pytest.mark.parametrize("planted", PLANTED, ids=str)
def test_a_planted_bug_is_found(
    theatre: Theatre, office: Theatre, door: Theatre, planted: Planted, monkeypatch: pytest.MonkeyPatch
) -> None:
    combination = CELLS[planted.cell]
    stage = {SignInCell: door, DeliveryCell: office}.get(type(combination.cell), theatre)
    play_cell(stage, combination)
    with monkeypatch.context() as patch:
        planted.plant(patch)
        with pytest.raises(AssertionError):
            play_cell(stage, combination)
    play_cell(stage, combination)
