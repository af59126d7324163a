"""What lives beside the pages for as long as an account is open: it rings what the user wants to be reminded of."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtWidgets import QWidget

from ui.main_window import MainWindow
from ui.screen import ScreenContext
from workplace_app.domain.reminder import ReminderSubject


class Companion(Protocol):
    """Given to the window by main.py, so that importing it costs the first picture nothing."""

    def remind(self, subject: ReminderSubject | None, opener: QWidget | None) -> None:
        """Ask when the user wants to be reminded of this (None: of words of their own), below ``opener``."""

    def panes(self) -> Sequence[QWidget]:
        """What F6 reaches of it."""

    def leave(self) -> None:
        """The account is about to be closed: show nothing of it any more, and read nothing."""


CompanionFactory = Callable[[ScreenContext, MainWindow], Companion]
"""Makes it for an account, given the window."""
COMPANION_AFTER_MS = 400
"""After the account has been entered: by then it has been painted, and nobody waits."""


class Accompanied:
    """The window's side of it: makes the companion of the open account when it is asked for, and lets it go."""

    def __init__(self, make: CompanionFactory | None, window: MainWindow) -> None:
        self._make, self._window = make, window
        self._context: ScreenContext | None = None
        self._companion: Companion | None = None

    def enter(self, context: ScreenContext) -> None:
        """An account has been opened. Nobody rings for what is open to all."""
        self._context = context if context.reminds else None

    def companion(self) -> Companion | None:
        """The companion, made now if it was not; None where no account is open."""
        if self._companion is None and self._make is not None and self._context is not None:
            self._companion = self._make(self._context, self._window)
        return self._companion

    def panes(self) -> Sequence[QWidget]:
        """What F6 reaches of it."""
        return self._companion.panes() if self._companion is not None else ()

    def leave(self) -> None:
        """The account is about to be closed."""
        companion, self._companion, self._context = self._companion, None, None
        if companion is not None:
            companion.leave()
