"""A fleet's share of what its tenant is given."""

import pytest

from sync.shared_limits import SHAREPOINT_BANDS, sharepoint_units, stretch_for


@pytest.mark.parametrize(
    ("clients", "a_minute"), [(1, 1200), (1000, 1200), (1001, 2400), (6000, 3600), (100_000, 6000)]
)
def test_the_band_goes_by_the_number_of_licences(clients: int, a_minute: int) -> None:
    assert sharepoint_units(clients).a_minute == a_minute


def test_six_thousand_clients_wait_no_longer_than_one() -> None:
    assert stretch_for(1) == stretch_for(6000) == 1.0


def test_a_hundred_thousand_take_ten_times_as_long() -> None:
    assert stretch_for(100_000) == pytest.approx(10.0)


def test_bands_grow_and_the_last_one_ends_nowhere() -> None:
    licences = [band.licences or 0 for band in SHAREPOINT_BANDS[:-1]]
    assert licences == sorted(licences)
    assert SHAREPOINT_BANDS[-1].licences is None
