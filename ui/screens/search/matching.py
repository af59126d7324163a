"""Which letters of a title answer what was typed, so that they can be shown; and whether a command does."""

import unicodedata

LEAST_STEM = 4
"""A typed word that does not stand in the title is tried again without its ending, down to so many letters."""


def folded(text: str) -> str:
    """Lower case and without marks, letter for letter, so that places in it are places in ``text``."""
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text.lower()) if text else ""


def matches(title: str, typed: str) -> list[tuple[int, int]]:
    """Stretches of the title (from, to) that the typed words stand for, in order and apart."""
    plain = folded(title)
    if len(plain) != len(title):  # a letter that has no single lower case: rather no mark than one beside its place
        return []
    marked = [False] * len(title)
    for word in folded(typed).split():
        start, length = _found(plain, word.strip('"'))
        for place in range(start, start + length):
            marked[place] = True
    stretches = []
    begun: int | None = None
    for place, on in enumerate([*marked, False]):
        if on and begun is None:
            begun = place
        elif not on and begun is not None:
            stretches.append((begun, place))
            begun = None
    return stretches


def _found(plain: str, word: str) -> tuple[int, int]:
    """Where a word stands: at the beginning of a word rather than within one, whole rather than without its ending."""
    for length in range(len(word), min(LEAST_STEM, len(word)) - 1, -1):
        part = word[:length]
        if not part:
            break
        place = 0 if plain.startswith(part) else plain.find(f" {part}") + 1
        if place == 0 and not plain.startswith(part):
            place = plain.find(part)
        if place >= 0:
            return place, length
    return 0, 0


def answers(text: str, typed: str) -> bool:
    """True when every typed word stands in the text."""
    plain = folded(text)
    return all(word in plain for word in folded(typed).split())
