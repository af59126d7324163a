"""Words: Swedish is whole, and the window stands when words are twice as long or in another script."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.opened import open_window
from tools.check_strings import places
from ui.screens.settings.settings_screen import SettingsScreen
from ui.translation import Translation
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from workplace_app.domain.settings import Language


class Stretched(QTranslator):
    """Every text twice as long, in brackets, so that what is cut or not translated can be seen."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        del context, disambiguation
        text = source.replace("%n", str(n)) if n >= 0 else source
        filler = "".join(letter if letter.isspace() else "ö" for letter in text if letter not in "{}<>&%")
        return f"[{text} {filler}]"


def test_the_program_speaks_english_without_a_translation(qapp: QApplication) -> None:
    translation = Translation(qapp)
    translation.use(Language.ENGLISH)
    assert QCoreApplication.translate("Place", "Today") == "Today"


def test_the_program_speaks_swedish(swedish: None) -> None:
    assert QCoreApplication.translate("Place", "Today") == "Idag"
    assert QCoreApplication.translate("StatusCounts", "%n thing(s) need you", None, 1) == "1 sak behöver dig"
    assert QCoreApplication.translate("StatusCounts", "%n thing(s) need you", None, 3) == "3 saker behöver dig"


def test_places_that_are_filled_in_are_counted() -> None:
    assert places("{title}, updated {age}") == places("{age}: {title}")
    assert places("<b>%n</b> new") != places("%n new")


@pytest.mark.parametrize("width", [640, 1024, 1440])
def test_no_button_or_label_is_cut_when_words_are_twice_as_long(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, width: int
) -> None:
    stretched = Stretched()
    qapp.installTranslator(stretched)
    try:
        made = open_window(qapp, tmp_path, {"settings": SettingsScreen}, size=(width, 900))
        made.workplace.go("settings", "keyboard")
        made.workplace.go("settings", "appearance")
        window = made.application.window
        for button in window.findChildren(Button):
            if button.isVisible():
                assert button.width() >= button.sizeHint().width(), button.text()
        for label in window.findChildren(QLabel):
            if label.isVisible() and isinstance(label, Label) and not label.wordWrap() and not label._elide:
                assert label.width() >= QFontMetrics(label.font()).horizontalAdvance(label.text()), label.text()
        assert window.width() == width
        made.close()
    finally:
        qapp.removeTranslator(stretched)


def test_everything_on_the_settings_pages_is_translated(qapp: QApplication, tmp_path: Path) -> None:
    stretched = Stretched()
    qapp.installTranslator(stretched)
    try:
        made = open_window(qapp, tmp_path, {"settings": SettingsScreen})
        made.workplace.go("settings", "appearance")
        names = {"Nacka arbetsplats", "Elin Ekhamn", "A", "100 %", "English", "Svenska"}
        plain = [
            label.text()
            for label in made.application.window.findChildren(Label)
            if label.isVisible() and label.text() and not label.text().startswith("[")
        ]
        assert set(plain) <= names
        made.close()
    finally:
        qapp.removeTranslator(stretched)
