"""Somebody who works by keyboard alone: presses keys, writes, and knows where the focus is."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QWidget

from tests.journeys.desk import Desk
from ui.screens.search.palette import Palette
from ui.widgets.row_list import RowList

_USUAL_SIZE = 1440, 900
_MOST_STEPS = 60
"""Presses of Tab with which everything on a page has been reached."""


class Hands:
    """Keys reach what floats if anything does, else what has the focus, as from a real keyboard."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def come_to(self) -> None:
        """The window is in front, as after Alt+Tab, and as large as on most desks."""
        window = self._desk.program.application.window
        window.resize(*_USUAL_SIZE)
        window.activateWindow()
        self._desk.until(window.isActiveWindow)

    @property
    def on(self) -> QWidget:
        """What the next key reaches."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        window = self._desk.program.application.window
        assert window.isActiveWindow(), "something else is in front, and no key reaches the window"
        return QApplication.focusWidget() or window

    @property
    def spoken(self) -> str:
        """What a screen reader says of it: the name, and in a list the row."""
        on = self.on
        assert on is not self._desk.program.application.window, "the focus is nowhere"
        if isinstance(on, RowList):
            return str(on.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or "")
        return on.accessibleName() or str(getattr(on, "text", str)())

    def press(self, *keys: str) -> None:
        """Press keys by their portable names ("Ctrl+K", "Tab", "D"), one after another."""
        for name in keys:
            QTest.keySequence(self.on, QKeySequence(name))
            self._let_happen()

    @staticmethod
    def _let_happen() -> None:
        """What follows at once, and the end of what has been closed: a loop of events would see to both."""
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def write(self, words: str) -> None:
        """Write letter by letter, with Return where a line ends."""
        for letter in words:
            if letter == "\n":
                self.press("Return")
                continue
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.on, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        self._let_happen()

    def tab_to(self, name: str) -> None:
        """Press Tab until something of this name has the focus."""
        self._go_on("Tab", name)

    def go_down_to(self, words: str) -> None:
        """Press Down in a list until its row says this."""
        self.press("Home")
        self._go_on("Down", words)

    def _go_on(self, key: str, words: str) -> None:
        seen = [self.spoken]
        while words not in seen[-1] and len(seen) < _MOST_STEPS:
            self.press(key)
            seen.append(self.spoken)
        assert words in seen[-1], f"{words!r} is not reached with {key}: {seen}"

    def choose(self, words: str) -> None:
        """Choose an entry of the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        entries = [each.text().partition("\t")[0] for each in menu.actions()]
        assert words in entries
        while menu.activeAction() is None or not menu.activeAction().text().startswith(words):
            self.press("Down")
        self.press("Return")

    def save_as(self, path: Path, command: str) -> None:
        """Give a command that asks for a file, and name this one in the system's own dialog."""
        asking = QTimer(interval=50)
        asking.timeout.connect(lambda: _name_file(path))
        asking.start()
        self.command(command)
        self._desk.until(path.exists)
        asking.stop()
        self.come_to()

    def command(self, words: str) -> None:
        """Give a command of the palette by its words."""
        self.press("Ctrl+K")
        self.write(words)
        palette = self.on.parentWidget()
        while not isinstance(palette, Palette):
            assert palette is not None
            palette = palette.parentWidget()
        hits = palette.findChild(RowList)
        assert hits is not None
        seen: list[str] = []
        while (row := hits.current_row) is not None and row.title != words and len(seen) < _MOST_STEPS:
            seen.append(row.title)
            self.press("Down")
        assert hits.current_row is not None, f"nothing answers {words!r}"
        assert hits.current_row.title == words, f"{words!r} is not among {seen}"
        self.press("Return")


def _name_file(path: Path) -> None:
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QFileDialog) and window.isVisible():
            name = window.findChild(QLineEdit, "fileNameEdit")
            assert isinstance(name, QLineEdit)
            name.setText(str(path))
            QTest.keyClick(name, Qt.Key.Key_Return)
