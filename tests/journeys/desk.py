"""One desk: a home folder, a keyring, a browser and the program, which is closed and opened again as a person would."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QModelIndex, Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QWidget
from pytestqt.exceptions import TimeoutError as WaitedInVain
from pytestqt.qtbot import QtBot

from tests.journeys.keyrings import Keyring
from ui.screen import Screen
from workplace_app.clock import now_utc
from workplace_app.demo.robot_browser import RobotBrowser
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.problem import Problem
from workplace_app.folders import Folders
from workplace_app.main import Program
from workplace_app.municipality_here import NOBODY
from workplace_app.store.connection_type import Connection
from workplace_app.store.feed_state_reader import feed_states

translate = QCoreApplication.translate
PATIENCE_MS = 15_000
"""For a busy machine; what is waited for comes within a second or two on an idle one."""


class Browser:
    """What the program believes to be the user's browser: notes every address, and signs in where it is asked to."""

    def __init__(self, robot: RobotBrowser | None = None) -> None:
        self.opened: list[str] = []
        self.robot = robot

    def open(self, address: str) -> bool:
        """As the system would."""
        self.opened.append(address)
        if self.robot is not None and "/authorize" in address:
            self.robot.open(address)
        return True

    @property
    def sign_in_pages(self) -> list[str]:
        """The addresses of the identity provider that came here."""
        return [address for address in self.opened if "/authorize" in address]


class Desk:
    """Where somebody works. ``start`` opens the program, ``close`` closes its window and ends it."""

    def __init__(self, qtbot: QtBot, home: Path, keyring: Keyring) -> None:
        self._qtbot = qtbot
        self._keyring = keyring
        self.home = home
        self.folders = Folders(
            home / "data", home / "logs", home / "configuration", home / "machine", home / "municipality"
        )
        self.browser = Browser()
        self._program: Program | None = None
        self.first_painted = ""
        """Everything that could be read in the window when the account had been painted; "" when sync had begun."""

    # The program

    def start(
        self,
        municipality: Municipality = NOBODY,
        *,
        problem: Problem | None = None,
        clock: Callable[[], datetime] = now_utc,
    ) -> None:
        """Open the program and wait until the first page stands in its window."""
        self._program = Program(
            self.folders,
            municipality,
            problem=problem,
            opener=self._open_outside,
            open_vault=self._keyring,
            clock=clock,
        )
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.first_painted = ""
        self._program.settled.connect(self._read_first_painted)
        self._program.open(app)
        self.until(lambda: self._page() is not None)

    def close(self) -> None:
        """Close the window and let the program end; does nothing when it is not open."""
        program, self._program = self._program, None
        if program is not None:
            program.end()
            program.application.translation.leave()
            program.application.window.deleteLater()
            program.deleteLater()
            # Nothing of it may hear of anything any more, as after the end of the process.
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _read_first_painted(self) -> None:
        """Whoever presses a button at once makes sync begin before the page has been painted: then nothing is noted."""
        if self._program is not None and not hasattr(self._program, "_network"):
            self.first_painted = self.words()

    @property
    def program(self) -> Program:
        """The program while it is open."""
        assert self._program is not None
        return self._program

    @property
    def connection(self) -> Connection:
        """The screen's connection to the open account."""
        page = self._page()
        assert page is not None
        return page.context.connection

    def _open_outside(self, address: str) -> bool:
        return self.browser.open(address)

    # What a person sees

    def _page(self) -> Screen | None:
        workplace = getattr(self._program, "workplace", None)
        return workplace.pages.shown if workplace is not None else None

    @property
    def page(self) -> Screen:
        """The page that is shown."""
        page = self._page()
        assert page is not None
        return page

    @property
    def place(self) -> str:
        """The id of the place that is shown."""
        return self.program.workplace.pages.place

    def words(self) -> str:
        """Everything that can be read in the window, a line for each thing."""
        with suppress(RuntimeError):  # a widget that goes away while one reads
            return "\n".join(words_in(self.program.application.window))
        return ""

    def until_answered(self, feed: str) -> None:
        """Wait until a feed has been read to its end: that it has begun says nothing of what there is to show."""

        def has_answered() -> bool:
            state = feed_states(self.connection).get(feed)
            return state is not None and state.fetched_at is not None

        self.until(has_answered, lambda: feed_states(self.connection))

    # What a person does

    def until(self, condition: Callable[[], bool], told: Callable[[], object] = lambda: "") -> None:
        """Wait for something, with the event loop running; ``told`` explains what was there instead."""
        try:
            self._qtbot.waitUntil(condition, timeout=PATIENCE_MS)
        except WaitedInVain:
            pytest.fail(f"waited in vain: {told()}", pytrace=True)

    def until_it_says(self, *sentences: str) -> None:
        """Wait until all of this can be read in the window."""
        self.until(
            lambda: all(sentence in self.words() for sentence in sentences),
            lambda: f"{[each for each in sentences if each not in self.words()]} is not in\n{self.words()}",
        )

    def press(self, name: str) -> None:
        """Press the button of this name, as soon as it is there."""
        self.until(lambda: self._button(name) is not None)
        button = self._button(name)
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def go(self, place: str, item_id: str = "") -> None:
        """Go to another place, as the rail and the links do."""
        self.program.workplace.go(place, item_id)
        QApplication.processEvents()

    def sign_in(self, robot: RobotBrowser) -> None:
        """Press the button and sign in in the browser; at home when Idag stands."""
        self.browser.robot = robot
        self.press(translate("Welcome", "Sign in with your work account"))
        self.until(lambda: robot.problem is None and self.place == "today")

    def _button(self, name: str) -> QAbstractButton | None:
        window = self.program.application.window
        for button in window.findChildren(QAbstractButton):
            if button.isVisible() and button.isEnabled() and name in (button.accessibleName(), button.text()):
                return button
        return None


def words_in(root: QWidget) -> Iterator[str]:
    """What can be read in a widget and in all that it holds."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if widget.accessibleName():
            yield widget.accessibleName()
        if isinstance(widget, (QLabel, QAbstractButton)) and widget.text():
            yield QTextDocumentFragment.fromHtml(widget.text()).toPlainText()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from _rows_of(widget.model())


def _rows_of(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount(QModelIndex())):
        spoken = model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole)
        if spoken:
            yield str(spoken)


def bytes_below(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Every file below a folder with its raw content."""
    for parent, _folders, names in os.walk(folder):
        for name in names:
            path = Path(parent) / name
            with suppress(FileNotFoundError):
                yield path, path.read_bytes()
