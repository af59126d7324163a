"""The window of a municipality that takes questions: by its interface, or by mail; over a small day of work."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.opened import Opened
from tests.ui.screens.conftest import close, open_screens
from tests.ui.shell_parts import SPEAKING, WRITING


@pytest.fixture
def speaking(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    """It has an interface."""
    made = open_screens(qapp, tmp_path, municipality=SPEAKING)
    yield made
    close(made)
    qapp.setStyleSheet("")


@pytest.fixture
def day(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    """It has neither an interface nor a mail address."""
    made = open_screens(qapp, tmp_path)
    yield made
    close(made)
    qapp.setStyleSheet("")


@pytest.fixture
def writing(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    """It has a mail address and nothing more."""
    made = open_screens(qapp, tmp_path, municipality=WRITING)
    yield made
    close(made)
    qapp.setStyleSheet("")
