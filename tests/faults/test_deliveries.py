"""Every delivery under every kind of fault, on the way there, on the way back, and where the world is read back."""

import pytest

from sync.delivery.registry import DELIVERIES
from tests.faults.delivery_cases import ALL_CASES
from tests.faults.delivery_cells import DeliveryCell
from tests.faults.playing import cells_of, play_cell
from tests.faults.table import Combination
from tests.faults.theatre import Theatre


@pytest.mark.parametrize("combination", cells_of(DeliveryCell), ids=lambda each: str(each.cell))
def test_a_wish_meets_a_fault(office: Theatre, combination: Combination) -> None:
    play_cell(office, combination)


def test_every_delivery_has_a_case() -> None:
    assert {case.kind for case in ALL_CASES} == set(DELIVERIES)
