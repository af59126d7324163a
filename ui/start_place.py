"""Where one was when the window was closed, which is where one begins."""

from collections.abc import Sequence

from ui.places import SETTINGS, Place
from workplace_app.domain.settings import SettingsStorage

_PLACE = "window.place"


def start_place(storage: SettingsStorage, places: Sequence[Place]) -> str:
    """The place where the user was, else the first; "" where there is none."""
    kept = storage.setting(_PLACE)
    ids = [place.id for place in places]
    return kept if kept in ids and kept != SETTINGS else ids[0] if ids else ""


def remember_place(storage: SettingsStorage, place: str) -> None:
    """The user has gone there."""
    storage.set_setting(_PLACE, place)
