"""Keeps the search index in step with the facts: called by the cache writer, inside its transaction.

The index holds forms of words, not text: the title's words as written, folded where that differs, and their stems
where those differ; the body's folded stems; and the title's letters by threes, for parts of compounds.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from workplace_app.store.connection_type import Connection
from workplace_app.store.search_texts import NUMBER_BITS, Searched
from workplace_app.store.words import folded, stems_of, words_of

_SHORT = 60
"""Characters of a text whose words are remembered."""


def index(connection: Connection, searched: Searched, numbered: Iterable[tuple[int, Any]]) -> None:
    """Add facts, each with its number; those that were there have been dropped before."""
    above = searched.number << NUMBER_BITS
    title_of, body_of = searched.title, searched.body
    words: list[tuple[int, str, str, str, str]] = []
    parts: list[tuple[int, str]] = []
    for number, fact in numbered:
        written, plain, other, stems = _title_forms(title_of(fact))
        row = above | number
        words.append((row, written, other, stems, _stems_in(body_of(fact))))
        if plain:
            parts.append((row, plain))
    connection.executemany(
        "INSERT INTO main.search_words (rowid, title, title_folded, title_stems, body) VALUES (?, ?, ?, ?, ?)", words
    )
    connection.executemany("INSERT INTO main.search_parts (rowid, title) VALUES (?, ?)", parts)


def _title_forms(title: str) -> tuple[str, str, str, str]:
    """The title's words as written and folded, then the folded ones and the stems that are not there already."""
    words = words_of(title)
    written = " ".join(words)
    plain = folded(written)
    stems = stems_of(words)
    if plain == written:
        return written, plain, "", " ".join([stem for stem, word in zip(stems, words, strict=True) if stem != word])
    folds = plain.split(" ")
    other = " ".join([fold for fold, word in zip(folds, words, strict=True) if fold != word])
    return written, plain, other, " ".join([stem for stem, fold in zip(stems, folds, strict=True) if stem != fold])


def _stems_in(body: str) -> str:
    """Each stem of the text once; many texts are but a name, which comes again and again."""
    return _stems_of_short(body) if len(body) <= _SHORT else _stems_of_text(body)


def _stems_of_text(body: str) -> str:
    return " ".join(dict.fromkeys(stems_of(dict.fromkeys(words_of(body)))))


_stems_of_short = lru_cache(maxsize=2_000)(_stems_of_text)


def drop(connection: Connection, searched: Searched, numbers: Sequence[int]) -> None:
    """Take facts out of the index by their numbers."""
    above = searched.number << NUMBER_BITS
    rows = [(above | number,) for number in numbers]
    connection.executemany("DELETE FROM main.search_words WHERE rowid = ?", rows)
    connection.executemany("DELETE FROM main.search_parts WHERE rowid = ?", rows)
