"""What every test of the window needs: a look and a language that are the same before each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from tests.ui.opened import Opened, open_window
from tools.build_translations import run, ts_file
from ui.look import Situation, look
from ui.theme import LIGHT
from ui.widgets.row_list import RowList
from workplace_app.domain.settings import Density


@pytest.fixture(autouse=True)
def _plain_look() -> Iterator[None]:
    def make_plain() -> None:
        look.change(theme=LIGHT, text_scale=1.0, density=Density.NORMAL, situation=Situation.DESK, still=True)
        RowList.single_letter_keys = True
        QLocale.setDefault(QLocale("en_GB"))

    make_plain()
    yield
    make_plain()


@pytest.fixture(scope="session")
def swedish_words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Swedish translation, compiled from the sources of this checkout."""
    compiled = tmp_path_factory.mktemp("translations") / "nacka_sv.qm"
    run("pyside6-lrelease", "-silent", str(ts_file("sv")), "-qm", str(compiled))
    return compiled


@pytest.fixture
def swedish(qapp: QApplication, swedish_words: Path) -> Iterator[None]:
    """The window speaks Swedish."""
    translator = QTranslator()
    assert translator.load(str(swedish_words))
    qapp.installTranslator(translator)
    QLocale.setDefault(QLocale("sv_SE"))
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    """The window, open for Elin, over an empty store."""
    made = open_window(qapp, tmp_path)
    made.application.window.activateWindow()
    yield made
    made.close()
    qapp.setStyleSheet("")
