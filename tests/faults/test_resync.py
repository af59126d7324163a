"""A resync, an expired delta token, a suddenly empty source or more than 20 % deletions empties no screen."""

from collections.abc import Iterator

import pytest

from tests.faults.resync import LENGTH, play_seed
from tests.faults.theatre import Theatre, theatre_in

SEEDS, GROUP = 200, 10


@pytest.fixture(scope="module")
def long_lists(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Theatre]:
    with theatre_in(tmp_path_factory.mktemp("lists"), length=LENGTH) as opened:
        yield opened


@pytest.mark.parametrize("first", range(0, SEEDS, GROUP))
def test_random_misfortunes_of_a_source_empty_no_screen(long_lists: Theatre, first: int) -> None:
    for seed in range(first, first + GROUP):
        try:
            play_seed(long_lists, seed)
        except AssertionError as failed:
            raise AssertionError(f"seed {seed}: {failed}") from failed
