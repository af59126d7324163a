"""What follows from theme, text size and density."""

import gc
import re

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.look import Situation, choose_theme, look, style_sheet
from ui.restyling import apply_look, every_widget
from ui.theme import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Theme, Weight
from workplace_app.domain.settings import Density, ThemeChoice


@pytest.mark.parametrize(
    ("choice", "dark", "contrast", "expected"),
    [
        (ThemeChoice.SYSTEM, False, False, LIGHT),
        (ThemeChoice.SYSTEM, True, False, DARK),
        (ThemeChoice.SYSTEM, True, True, CONTRAST_DARK),
        (ThemeChoice.LIGHT, True, False, LIGHT),
        (ThemeChoice.LIGHT, True, True, CONTRAST_LIGHT),
        (ThemeChoice.DARK, False, False, DARK),
        (ThemeChoice.CONTRAST, False, False, CONTRAST_LIGHT),
        (ThemeChoice.CONTRAST, True, False, CONTRAST_DARK),
    ],
)
def test_the_theme_follows_the_choice_and_the_computer(
    choice: ThemeChoice, dark: bool, contrast: bool, expected: Theme
) -> None:
    assert choose_theme(choice, system_dark=dark, system_contrast=contrast) is expected


def test_rows_and_controls_grow_with_the_text(qapp: QApplication) -> None:
    row, control, icon = look.row_height, look.control_height, look.px(18)
    look.change(text_scale=2.0)
    assert look.row_height > row * 1.4
    assert look.control_height > control * 1.4
    assert look.px(18) == icon * 2


def test_air_grows_half_as_fast_as_text() -> None:
    look.change(text_scale=2.0)
    assert look.gap(16) == 24


def test_density_changes_rows_and_field_mode_makes_them_targets(qapp: QApplication) -> None:
    heights = []
    for density in Density:
        look.change(density=density)
        heights.append(look.row_height)
    assert heights == [32, 36, 44]
    look.change(situation=Situation.FIELD)
    assert look.row_height >= 56
    assert look.small_control_height >= 44


def test_a_font_is_made_once_and_made_anew_when_the_text_grows(qapp: QApplication) -> None:
    font = look.font("body", Weight.MEDIUM, digits=True)
    assert look.font("body", Weight.MEDIUM, digits=True) is font
    size = font.pointSizeF()
    look.change(text_scale=2.0)
    assert look.font("body", Weight.MEDIUM, digits=True).pointSizeF() == pytest.approx(2 * size)


def test_no_place_of_the_style_sheet_is_left_unfilled(qapp: QApplication) -> None:
    rules = re.sub(r"/\*.*?\*/", "", style_sheet())
    assert "@" not in rules


def test_widgets_take_the_look_anew_when_it_changes(qapp: QApplication) -> None:
    class Counting(QWidget):
        times = 0

        def restyle(self) -> None:
            self.times += 1

    widget = Counting()
    apply_look(qapp)
    assert widget.times == 1
    assert qapp.palette().window().color() == look.colour("canvas")


def test_stillness_takes_all_motion_away() -> None:
    look.change(still=False)
    assert look.motion(120) == 120
    look.change(still=True)
    assert look.motion(120) == 0


def test_widgets_that_only_a_cycle_holds_do_no_harm_while_the_look_changes(qapp: QApplication) -> None:
    """Each widget that Qt made by itself (a viewport) is wrapped, which collects garbage here; and each of the lost
    ones is garbage that Qt's list still names."""
    before = gc.get_threshold()
    areas = [QScrollArea() for _ in range(60)]
    gc.collect()
    gc.disable()
    for _ in range(200):
        lost = QWidget()
        lost.itself = lost  # type: ignore[attr-defined]
        del lost
    gc.set_threshold(1)
    gc.enable()
    found = len(every_widget(qapp))
    gc.set_threshold(*before)
    assert gc.isenabled()
    assert found > 200 + len(areas)
