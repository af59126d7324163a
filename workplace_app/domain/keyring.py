"""How the computer's keyring stands, as far as it decides what is kept here and what can be shown."""

from enum import StrEnum


class Keyring(StrEnum):
    """What the screens tell of it."""

    OPEN = "open"
    LOCKED = "locked"  # somebody's data is here, and its key cannot be had before the keyring is unlocked
    SILENT = "silent"  # the same, and it does not even answer
    NONE = "none"  # what is fetched is kept until the program ends


SHUT = frozenset({Keyring.LOCKED, Keyring.SILENT})
"""Somebody's data is here, and cannot be opened now."""
