"""What the window may ask about the people who share this computer; answers come later, on the window's thread."""

from collections.abc import Callable
from typing import Protocol

from workplace_app.domain.person_here import PersonHere
from workplace_app.domain.unlocking import CodeRefused


class PeopleHere(Protocol):
    """Given to the window by main.py, so that no widget knows of keyring, keys and sync."""

    @property
    def has_code(self) -> bool:
        """A code of its owner's unlocks the account that is open."""

    def ask_who_is_here(self, answer: Callable[[tuple[PersonHere, ...]], None]) -> None:
        """Everybody whose things are on this computer, but whoever is shown now."""

    def lock(self) -> None:
        """Leave the account that is open, so that its owner alone can come back."""

    def switch_to(self, person: PersonHere | None) -> None:
        """Lock what is open, and ask this person for proof; None: whoever signs in."""

    def unlock(self, code: str, refused: Callable[[CodeRefused], None]) -> None:
        """Open the account that is locked; ``refused`` hears why not."""

    def start_anew(self, person: PersonHere) -> None:
        """The code is forgotten: when this person has signed in, what is kept here is removed and fetched again."""

    def change_code(self, current: str, code: str, answer: Callable[[CodeRefused | None], None]) -> None:
        """Let this code unlock the account that is open, "" for none; ``current`` is the one until now."""


class NobodyElse:
    """For a window without accounts behind it, such as that of the pictures."""

    has_code = False

    def ask_who_is_here(self, answer: Callable[[tuple[PersonHere, ...]], None]) -> None:
        """Nobody."""
        answer(())

    def lock(self) -> None:
        """Nothing is open."""

    def switch_to(self, person: PersonHere | None) -> None:
        """There is nobody."""

    def unlock(self, code: str, refused: Callable[[CodeRefused], None]) -> None:
        """Nothing is locked."""

    def start_anew(self, person: PersonHere) -> None:
        """Nothing is here."""

    def change_code(self, current: str, code: str, answer: Callable[[CodeRefused | None], None]) -> None:
        """Nothing is open."""
