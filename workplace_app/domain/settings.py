"""Every setting that a user can change, declared once: its name in storage, its type, its default and its meaning."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Final, Generic, Protocol, TypeVar

from workplace_app.domain.frozen import frozen

Value = TypeVar("Value")


class Language(StrEnum):
    """The languages of the window, by their BCP 47 tags."""

    SWEDISH = "sv"
    ENGLISH = "en"


class ThemeChoice(StrEnum):
    """The colours of the window; ``SYSTEM`` follows the computer."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Density(StrEnum):
    """How much air there is between the rows of a list."""

    COMPACT = "compact"
    NORMAL = "normal"
    AIRY = "airy"


class SettingsStorage(Protocol):
    """Where settings are kept as text by name; None means that the user has not chosen."""

    def setting(self, name: str) -> str | None:
        """The kept text, None when there is none."""

    def set_setting(self, name: str, text: str | None) -> None:
        """Keep the text; None forgets it."""


@frozen
class Setting(Generic[Value]):
    """One setting. ``read`` turns kept text into a value and raises ``ValueError`` for text it does not know, which
    then counts as not chosen: an older or newer version may have written it. ``meaning`` is for developers and IT."""

    name: str
    default: Value
    read: Callable[[str], Value]
    write: Callable[[Value], str]
    meaning: str

    def value_in(self, storage: SettingsStorage) -> Value:
        """What the user chose, else the default."""
        text = storage.setting(self.name)
        if text is None:
            return self.default
        try:
            return self.read(text)
        except ValueError:
            return self.default


def _read_switch(text: str) -> bool:
    if text not in ("on", "off"):
        raise ValueError(text)
    return text == "on"


def _write_switch(value: bool) -> str:
    return "on" if value else "off"


def _read_percent(text: str) -> int:
    value = int(text)
    if not LEAST_TEXT_PERCENT <= value <= MOST_TEXT_PERCENT:
        raise ValueError(text)
    return value


LEAST_TEXT_PERCENT: Final = 100
MOST_TEXT_PERCENT: Final = 200

LANGUAGE: Final = Setting("language", Language.SWEDISH, Language, str, "language of the window")
THEME: Final = Setting("theme", ThemeChoice.SYSTEM, ThemeChoice, str, "colours of the window")
TEXT_PERCENT: Final = Setting("text_percent", 100, _read_percent, str, "size of all text, in percent of normal")
DENSITY: Final = Setting("density", Density.NORMAL, Density, str, "height of the rows of lists")
LESS_MOTION: Final = Setting(
    "less_motion", False, _read_switch, _write_switch, "nothing glides or fades, whatever the computer prefers"
)
SINGLE_LETTER_KEYS: Final = Setting(
    "single_letter_keys",
    True,
    _read_switch,
    _write_switch,
    "single letters act on the chosen row (WCAG 2.1.4 asks that they can be turned off)",
)
SETTINGS: Final[tuple[Setting[Any], ...]] = (LANGUAGE, THEME, TEXT_PERCENT, DENSITY, LESS_MOTION, SINGLE_LETTER_KEYS)
"""All of them; a test finds one that has no control on the settings page."""
