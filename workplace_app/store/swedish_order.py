"""Sort keys for Swedish: å, ä and ö after z, other accents as if they were not there, case of no account."""

import unicodedata
from collections.abc import Iterable
from typing import Any

from workplace_app.domain.as_seen import Letter

_LAST = str.maketrans(
    {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ß": "ss", "é": "e", "ü": "u", "ð": "d", "þ": "th"}
)
_BACK = {"{": "Å", "|": "Ä", "}": "Ö"}
OTHER = "#"


def sort_key(text: str) -> str:
    """Text whose plain order is the Swedish order of ``text``."""
    key = text.strip().lower().translate(_LAST)
    if key.isascii():
        return key
    decomposed = unicodedata.normalize("NFC", text.strip().lower()).translate(_LAST)
    return "".join(c for c in unicodedata.normalize("NFD", decomposed) if not unicodedata.combining(c))


def initial(key: str) -> str:
    """The letter under which a sort key stands in an A–Ö list; "#" for what begins with none."""
    first = key[:1]
    return _BACK.get(first) or (first.upper() if "a" <= first <= "z" else OTHER)


def letters_of(rows: Iterable[tuple[Any, ...]]) -> tuple[Letter, ...]:
    """Initial letters from the first characters of sort keys and how many begin with each; "#" comes last."""
    counts: dict[str, int] = {}
    for first, count in rows:
        letter = initial(first)
        counts[letter] = counts.get(letter, 0) + count
    others = counts.pop(OTHER, 0)
    letters = tuple(Letter(letter, count) for letter, count in counts.items())
    return (*letters, Letter(OTHER, others)) if others else letters
