"""A marked town and a nursery for each file of tests."""

from collections.abc import Iterator

import pytest

from tests.canaries.sequence import Computers

SEED_OF_MARKS = 1


@pytest.fixture(scope="module")
def computers() -> Iterator[Computers]:
    """One fresh computer after another, with the best disk that this machine gives."""
    with Computers(SEED_OF_MARKS) as made:
        yield made
