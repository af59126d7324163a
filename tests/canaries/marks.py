"""The canaries: words that stand nowhere else in the world, one for each person and kind of thing."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

OPEN = "o"
"""The letter of what is open to all."""
KINDS = {
    "ti": "title of a task",
    "su": "subject of a mail or an event",
    "bo": "body",
    "pv": "preview",
    "na": "name of a person or place",
    "de": "description",
    "un": "unit or title of a person",
    "me": "own name or address",
    "fi": "name of a file",
    "ar": "text of an article",
    "pi": "bytes of a picture",
    "to": "token",
    "dt": "delta token",
    "re": "question to the municipality",
    "dr": "draft",
    "ob": "wish in the outbox",
    "rm": "reminder",
    "sq": "words that are searched for",
    "st": "choice",
    "lc": "lock code",
    "cl": "words that are copied",
}
"""What a mark was put into, by its two letters."""
NAMES = frozenset({"me"})
"""What those who share a computer may see of each other: who they are."""
_LETTERS = "bcdfghjkmpqvwxz23456789"
"""No vowels: a word of these is no word, and the stemmer has no ending to cut."""
_LENGTH = 10


@dataclass(frozen=True)
class Marks:
    """One run's marks: they share the first ten letters and the last ten, so that two searches find them all, also one
    of which half was lost."""

    head: str
    tail: str

    @classmethod
    def drawn(cls, seed: int) -> "Marks":
        """Those of a seed."""
        chance = random.Random(f"marks {seed}")

        def word() -> str:
            return "q" + "".join(chance.choice(_LETTERS) for _ in range(_LENGTH - 1))

        return cls(word(), word())

    def of(self, letter: str, kind: str) -> str:
        """The mark of a person (by a letter) for a kind of thing."""
        assert kind in KINDS, kind
        return f"{self.head}{letter}{kind}{self.tail}"

    def found_in(self, text: str) -> Iterator[tuple[str, str]]:
        """Person and kind of every whole mark in a text."""
        pattern = rf"{self.head}([a-z])([a-z]{{2}}){self.tail}"
        for match in re.finditer(pattern, text, re.IGNORECASE):
            yield match[1].lower(), match[2].lower()
