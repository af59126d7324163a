"""Signing in and renewing, by real MSAL, under every kind of fault that the identity provider or its way can have."""

import pytest

from tests.faults.playing import cells_of, play_cell
from tests.faults.sign_in_cells import SignInCell
from tests.faults.table import Combination
from tests.faults.theatre import Theatre


@pytest.mark.timeout(30)
@pytest.mark.parametrize("combination", cells_of(SignInCell), ids=lambda each: str(each.cell))
def test_signing_in_meets_a_fault(door: Theatre, combination: Combination) -> None:
    play_cell(door, combination)
