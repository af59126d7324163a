"""Where cards stand: in the user's order, no card over another, none higher than an earlier one of its column."""

from hypothesis import given
from hypothesis import strategies as st

from ui.screens.today.card_grid import Size, Spot, columns_for, place

SIZES = st.lists(st.builds(Size, st.integers(1, 2), st.sampled_from([1, 2, 4])), max_size=12)


def cells(spot: Spot) -> set[tuple[int, int]]:
    across = range(spot.column, spot.column + spot.size.columns)
    return {(column, unit) for column in across for unit in range(spot.unit, spot.unit + spot.size.units)}


@given(SIZES, st.integers(1, 4))
def test_no_card_stands_over_another_and_none_outside(sizes: list[Size], columns: int) -> None:
    spots = place(sizes, columns)
    taken = [cell for spot in spots for cell in cells(spot)]
    assert len(taken) == len(set(taken))
    assert all(0 <= column < columns for column, _ in taken)


@given(SIZES, st.integers(1, 4))
def test_within_a_column_the_order_is_kept(sizes: list[Size], columns: int) -> None:
    spots = place(sizes, columns)
    for number, spot in enumerate(spots):
        for later in spots[number + 1 :]:
            shares = {column for column, _ in cells(spot)} & {column for column, _ in cells(later)}
            assert not shares or later.unit >= spot.unit + spot.size.units


@given(SIZES, st.integers(1, 4))
def test_a_card_is_as_high_as_was_asked_or_shares_the_height_of_its_row(sizes: list[Size], columns: int) -> None:
    for wanted, spot in zip(sizes, place(sizes, columns), strict=True):
        assert wanted.units <= spot.size.units <= wanted.units + 1


def test_a_short_card_beside_a_middle_one_ends_on_the_same_line() -> None:
    assert [spot.size.units for spot in place([Size(1, 1), Size(1, 2)], 2)] == [2, 2]


def test_columns_follow_the_width_that_is_left_after_the_text_has_grown() -> None:
    assert [columns_for(width) for width in (640, 899, 900, 1199, 1200, 1679, 1680)] == [1, 1, 2, 2, 3, 3, 4]
