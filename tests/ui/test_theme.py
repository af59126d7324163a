"""The design's colour pairs, computed: every text and every mark that carries meaning has the contrast it needs."""

from itertools import product
from typing import get_args

import pytest

from ui.theme import DARK, LIGHT, THEMES, TYPE, ColourRole, Theme

TEXT_GROUNDS = ("canvas", "rail", "surface", "sunken", "raised", "hover", "rail_hover")
MARK_GROUNDS = ("surface", "canvas", "rail", "raised", "hover")
PAIRS = [
    *product(["text"], [*TEXT_GROUNDS, "danger_soft", "warning_soft", "success_soft"], [7.0]),
    *product(["muted"], TEXT_GROUNDS, [4.5]),
    *product(["accent", "danger", "warning", "success"], MARK_GROUNDS, [4.5]),
    *product(["on_selected"], ["selected"], [7.0]),
    *product(["on_accent"], ["accent", "accent_hover", "danger"], [4.5]),
    *((tone, f"{tone}_soft", 4.5) for tone in ("danger", "warning", "success")),
    *product(["edge"], ["surface", "canvas", "rail", "raised", "sunken"], [3.0]),
    *product(["focus"], ["surface", "canvas", "rail", "raised"], [3.0]),
]
ON_SELECTED = [*product(["accent", "danger", "warning", "success"], ["selected"], [4.5])]
CASES = [
    *product(THEMES, PAIRS),
    *product((LIGHT, DARK), ON_SELECTED),  # the contrast themes write a selected row in on_selected alone
]


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance of "#RRGGBB"."""

    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour[1:3]) + 0.7152 * linear(colour[3:5]) + 0.0722 * linear(colour[5:7])


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(
    ("theme", "pair"), CASES, ids=[f"{theme.name}: {pair[0]} on {pair[1]}" for theme, pair in CASES]
)
def test_every_pair_can_be_told_apart(theme: Theme, pair: tuple[str, str, float]) -> None:
    front, ground, least = pair
    assert contrast(getattr(theme, front), getattr(theme, ground)) >= least


def test_the_check_fails_for_grey_on_grey() -> None:
    assert contrast("#777777", "#999999") < 3.0
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_role_has_a_whole_colour(theme: Theme) -> None:
    for role in get_args(ColourRole):
        value = getattr(theme, role)
        assert len(value) == 7
        assert value.startswith("#")


def test_no_type_is_under_nine_points() -> None:
    assert min(style.points for style in TYPE.values()) >= 9.0
