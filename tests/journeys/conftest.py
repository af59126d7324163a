"""A desk and a town for each journey."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys import keyrings
from tests.journeys.desk import Desk
from tests.journeys.town import Town
from ui.look import Situation, look
from ui.theme import LIGHT
from ui.widgets.row_list import RowList
from workplace_app.domain.settings import Density

MAIN_WINDOW = "MainWindowClassWindow"
"""Qt calls the window of a widget by the widget's class."""
ONE_SOCKET_TOO_LONG = (
    "ignore:Exception ignored in. <socket.socket:pytest.PytestUnraisableExceptionWarning",
    "ignore:Exception ignored in. <function _SelectorTransport.__del__:pytest.PytestUnraisableExceptionWarning",
    "ignore:Exception ignored in. <truststore:pytest.PytestUnraisableExceptionWarning",
)
"""Signing in ends the round of the public feeds. httpcore 1.0.9 leaves a socket open whose TLS handshake is cancelled:
``start_tls`` in ``httpcore/_backends/anyio.py`` catches ``Exception``, and being cancelled is none. Python closes the
socket when it collects it, and warns. So it is where MSAL's own client is closed while a worker thread shakes hands."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """For the journeys only: in tests of sync itself nothing is let pass."""
    for item in items:
        if item.path.parent == Path(__file__).parent:
            for words in ONE_SOCKET_TOO_LONG:
                item.add_marker(pytest.mark.filterwarnings(words))


@pytest.fixture(autouse=True, scope="module")
def _sockets_are_collected_here() -> Iterator[None]:
    """Not at some time in a test of something else, which would be blamed."""
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def _no_stray_window(qapp: QApplication) -> Iterator[None]:
    """What is shown before it has a place in the window becomes a window of its own: it flashes, and takes the focus
    from whoever is writing. Only what covers or floats on purpose may have it."""
    strays: set[str] = set()

    def look_at(shown: QWindow | None) -> None:
        if shown is not None and shown.type() is Qt.WindowType.Window and shown.objectName() != MAIN_WINDOW:
            strays.add(shown.objectName())

    qapp.focusWindowChanged.connect(look_at)
    yield
    qapp.focusWindowChanged.disconnect(look_at)
    assert not strays, "these took the focus as windows of their own"


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """The municipality is running."""
    running = Town(tmp_path / "town")
    yield running
    running.pull_the_plug()


@pytest.fixture
def keyring(tmp_path: Path) -> keyrings.Keyring:
    """Where the desk keeps its keys."""
    return keyrings.keyring(str(tmp_path))


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, keyring: keyrings.Keyring) -> Iterator[Desk]:
    """An empty desk; what is open at the end is closed."""
    before = QLocale()
    one = Desk(qtbot, tmp_path / "home", keyring)
    yield one
    one.close()
    gc.collect()  # so that what the filter above is for is collected here and not in another test
    look.change(theme=LIGHT, text_scale=1.0, density=Density.NORMAL, situation=Situation.DESK, still=False)
    RowList.single_letter_keys = True
    QLocale.setDefault(before)
