"""What the window may ask of the doctor; it looks in the background and tells the window's thread."""

from collections.abc import Callable
from typing import Protocol

from workplace_app.domain.checkup import Checkup


class ComputerCheck(Protocol):
    """Given to the window by main.py, so that no widget knows of a network or a keyring."""

    def begin(self, stepped: Callable[[int, int], None], ended: Callable[[Checkup], None]) -> None:
        """Look at this computer. ``stepped`` hears how many of how many steps are done, ``ended`` what was found: both
        in the window's thread, and not once the object that they are methods of has gone."""
