"""The desktop's own notification, for a reminder that rings while the window is not the one in use."""

import re
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon

from ui.icons import icon

SHOWN_MS = 15_000
"""The desktop may show it longer or shorter; where it gathers notifications it stays there."""
_REFERENCE = re.compile(r"&(?=#?\w+;)")


class DesktopNotices(Protocol):
    """Whoever shows notices outside the window."""

    def show(self, title: str, text: str, pressed: Callable[[], None]) -> bool:
        """Show one in place of the one before; False where there is no such place."""

    def leave(self) -> None:
        """Take it away, and let a press on it lead nowhere."""


class TrayNotices(QObject):
    """Through the icon of the system's tray, which is there only while a notice may be pressed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tray: QSystemTrayIcon | None = None
        self._pressed: Callable[[], None] | None = None

    def show(self, title: str, text: str, pressed: Callable[[], None]) -> bool:
        """Show it; False on a desktop without a tray."""
        if not QSystemTrayIcon.isSystemTrayAvailable() or not QSystemTrayIcon.supportsMessages():
            return False
        if self._tray is None:
            self._tray = QSystemTrayIcon(icon("app-mark", "accent", 32), self)
            self._tray.messageClicked.connect(self._was_pressed)
            self._tray.activated.connect(lambda _reason: self._was_pressed())
        self._pressed = pressed
        self._tray.show()
        self._tray.showMessage(without_markup(title), without_markup(text), icon("bell", "accent", 32), SHOWN_MS)
        return True

    def leave(self) -> None:
        """Take icon and notice away."""
        self._pressed = None
        if self._tray is not None:
            self._tray.hide()

    def _was_pressed(self) -> None:
        pressed, self._pressed = self._pressed, None
        if self._tray is not None:
            self._tray.hide()
        if pressed is not None:
            pressed()


def without_markup(text: str) -> str:
    """Text in which no notification server finds a tag or a reference.

    Many on Linux take the body for markup, others show it as it is (Desktop Notifications Specification 1.2, Markup):
    escaping would be right for one half and wrong for the other, so the signs themselves give way to look-alikes.
    """
    return _REFERENCE.sub("& ", text.replace("<", "‹").replace(">", "›"))
