"""Turns what the user types into questions to the index: split and quoted, never passed on as it is."""

from workplace_app.domain.frozen import frozen
from workplace_app.store.words import folded, stems_of, words_of

MOST_WORDS = 8
LONGEST_WORD = 60
_SHORTEST_PART = 3
"""A trigram index knows nothing shorter."""


@frozen
class TypedWord:
    """One word of the user's in its forms; ``begins`` means that it may go on, since it is still being typed."""

    written: str
    plain: str
    stem: str
    begins: bool


def typed_words(text: str) -> tuple[TypedWord, ...]:
    """The words of a query; the last one may go on unless a space has ended it."""
    words = [word[:LONGEST_WORD] for word in words_of(text)[:MOST_WORDS]]
    unfinished = bool(words) and not text[-1:].isspace()
    return tuple(
        TypedWord(word, folded(word), stem, begins=unfinished and place == len(words) - 1)
        for place, (word, stem) in enumerate(zip(words, stems_of(words), strict=True))
    )


def in_title(words: tuple[TypedWord, ...]) -> str:
    """Every word stands in the title, in some form."""
    return f"{{title title_folded title_stems}} : ({_all(words)})"


def anywhere(words: tuple[TypedWord, ...]) -> str:
    """Every word stands in the title or the text, in some form."""
    return _all(words)


def within_compounds(words: tuple[TypedWord, ...]) -> str | None:
    """Every word is a part of a word of the title; None when one is too short to be looked for so.

    The index knows that all threes of letters are there, not in which order: whoever asks looks at the titles, too.
    """
    if any(len(word.plain) < _SHORTEST_PART for word in words):
        return None
    trigrams = {
        word.plain[start : start + _SHORTEST_PART]
        for word in words
        for start in range(len(word.plain) - _SHORTEST_PART + 1)
    }
    return " AND ".join(map(_quoted, sorted(trigrams)))


def _all(words: tuple[TypedWord, ...]) -> str:
    return " AND ".join(map(_any_form, words))


def _any_form(word: TypedWord) -> str:
    whole = _quoted(word.plain) + ("*" if word.begins else "")
    return whole if word.begins and word.stem.startswith(word.plain) else f"({whole} OR {_quoted(word.stem)})"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
