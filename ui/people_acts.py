"""What the window does for those who share it: the menu of the person, locking, switching, a code that IT demands."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.choosing_code import choose_code
from ui.choosing_person import choose_person
from ui.locking import lock
from ui.person_menu import open_person_menu
from ui.screen import ScreenContext


class PeopleActs:
    """``context`` is what is open in the window at the moment; None: nothing is."""

    def __init__(self, context: Callable[[], ScreenContext | None], window: QWidget) -> None:
        self._context, self._window = context, window

    def lock(self) -> None:
        """Lock the account that is open."""
        context = self._context()
        if context is not None and context.reminds:
            lock(context, self._window)

    def switch_person(self) -> None:
        """Ask who is to use the computer now."""
        context = self._context()
        if context is not None:
            choose_person(context, self._window)

    def ask_for_code(self) -> None:
        """IT demands a code of whoever is here."""
        context = self._context()
        if context is not None:
            choose_code(context, self._window, lambda: None, demanded=True)

    def open_menu(self, button: QWidget) -> None:
        """The menu of whoever is here."""
        context = self._context()
        if context is not None:
            open_person_menu(context, button)
