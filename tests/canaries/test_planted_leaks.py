"""The harness finds every planted leak, an unencrypted store first of all: one that would not is worth nothing."""

import pytest

from tests.canaries.disks import RecordedFolder
from tests.canaries.leaks import PLANTED
from tests.canaries.sequence import Computers

SEQUENCES = 30
"""Most are found in the first; what a kill must hit, or two people at a window must do, comes later."""


@pytest.mark.timeout(600)
@pytest.mark.parametrize("leak", PLANTED)
def test_a_planted_leak_is_found(computers: Computers, leak: str) -> None:
    assert computers.finds(leak, 1, SEQUENCES) is not None


@pytest.mark.timeout(600)
def test_an_unencrypted_store_is_found_in_a_folder_that_is_recorded_too() -> None:
    with Computers(2, RecordedFolder) as recorded:
        assert recorded.finds("the store is not encrypted", 1, 3) is not None
        assert recorded.finds("what was fetched lies in a temporary file for a moment", 1, 3) is not None
