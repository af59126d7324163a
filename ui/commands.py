"""A command exists once: its words, key, icon and act are offered by key, menu, palette and button alike."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.icons import icon

_ON_THE_KEY = {"Return": "Enter", "Del": "Delete"}
"""What Qt calls otherwise than the program does everywhere else."""


def always() -> bool:
    """For a command that can be given at any time."""
    return True


class Command(NamedTuple):
    """``shortcut`` is a portable key sequence ("Ctrl+K"), "" for none; ``in_palette`` is False for what only makes
    sense as a key (going to the next pane)."""

    id: str
    text: str
    run: Callable[[], None]
    shortcut: str = ""
    icon: str = ""
    enabled: Callable[[], bool] = always
    in_palette: bool = True


def key_words(shortcut: str) -> str:
    """A key sequence as it is written on this system, with the names that stand on the keys."""
    words = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return "+".join(_ON_THE_KEY.get(part, part) for part in words.split("+")) if shortcut[-1:] != "+" else words


class Commands(QObject):
    """The commands that can be given now. Those of the window stay, those of a screen come and go with it."""

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._commands: dict[str, Command] = {}
        self._actions: dict[str, QAction] = {}

    def add(self, commands: Iterable[Command]) -> None:
        """Offer these; a command with the same id is replaced."""
        for command in commands:
            self._forget(command.id)
            self._commands[command.id] = command
            if command.shortcut:
                self._actions[command.id] = self._make_action(command)
        self.changed.emit()

    def remove(self, ids: Iterable[str]) -> None:
        """Offer these no more."""
        for command_id in ids:
            self._forget(command_id)
        self.changed.emit()

    def clear(self) -> None:
        """Offer nothing."""
        self.remove(list(self._commands))

    def _forget(self, command_id: str) -> None:
        self._commands.pop(command_id, None)
        action = self._actions.pop(command_id, None)
        if action is not None:
            self._window.removeAction(action)
            action.deleteLater()

    def _make_action(self, command: Command) -> QAction:
        action = QAction(command.text, self._window)
        action.setShortcut(QKeySequence(command.shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda: self.run(command.id))
        self._window.addAction(action)
        return action

    def run(self, command_id: str) -> bool:
        """Give a command; False when it is not offered now."""
        command = self._commands.get(command_id)
        if command is None or not command.enabled():
            return False
        command.run()
        return True

    def get(self, command_id: str) -> Command | None:
        """The command with this id, if it is offered."""
        return self._commands.get(command_id)

    def offered(self) -> list[Command]:
        """Everything that can be given now, in the order in which it was added."""
        return [command for command in self._commands.values() if command.enabled()]

    def menu_action(self, command_id: str, parent: QObject) -> QAction:
        """An entry for a menu, with the icon and the key."""
        command = self._commands[command_id]
        key = f"\t{key_words(command.shortcut)}" if command.shortcut else ""
        action = QAction(f"{command.text}{key}", parent)
        if command.icon:
            action.setIcon(icon(command.icon))
        action.setEnabled(command.enabled())
        action.triggered.connect(lambda: self.run(command_id))
        return action
