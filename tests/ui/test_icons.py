"""Icons: every file can be drawn, in the colour that was asked for, sharp on every screen."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

import resources
from ui.icons import icon_pixmap
from ui.look import look
from ui.theme import DARK

NAMES = sorted(path.stem for path in Path(resources.FOLDER, "icons").glob("*.svg"))


def colours_in(picture: QPixmap) -> set[str]:
    image = picture.toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for x, y in points if (colour := QColor(image.pixelColor(x, y))).alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_a_drawing_that_qt_can_read(qapp: QApplication, name: str) -> None:
    assert QSvgRenderer(f"{resources.FOLDER}/icons/{name}.svg").isValid()
    assert not icon_pixmap(name, 24, "accent").toImage().allGray()


def test_an_icon_takes_the_colour_of_its_role(qapp: QApplication) -> None:
    assert colours_in(icon_pixmap("board", 48, "danger")) == {look.hex("danger").lower()}
    look.change(theme=DARK)
    assert colours_in(icon_pixmap("board", 48, "danger")) == {DARK.danger.lower()}


def test_an_icon_has_as_many_pixels_as_the_screen(qapp: QApplication) -> None:
    picture = icon_pixmap("bell", 20, ratio=2.0)
    assert picture.size().width() == 40
    assert picture.deviceIndependentSize().width() == 20
