"""Keeps the search index in step with the facts: called by the cache writer, inside its transaction.

The index holds forms of words, not text: the title's words as written, folded where that differs, and their stems
where those differ; the body's folded stems; and the title's letters by threes, for parts of compounds.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from workplace_app.store.connection_type import Connection
from workplace_app.store.search_texts import NUMBER_BITS, Searched
from workplace_app.store.words import folded, stems_of, words_of


def index(connection: Connection, searched: Searched, numbered: Iterable[tuple[int, Any]]) -> None:
    """Add facts, each with its number; those that were there have been dropped before."""
    above = searched.number << NUMBER_BITS
    words: list[tuple[int, str, str, str, str]] = []
    parts: list[tuple[int, str]] = []
    for number, fact in numbered:
        title = words_of(searched.title(fact))
        written = " ".join(title)
        plain = folded(written)
        row = above | number
        words.append(
            (
                row,
                written,
                _other_forms(plain.split(" "), title) if plain != written else "",
                _other_forms(stems_of(title), plain.split(" ")) if title else "",
                " ".join(dict.fromkeys(stems_of(dict.fromkeys(words_of(searched.body(fact)))))),
            )
        )
        if title:
            parts.append((row, plain))
    connection.executemany(
        "INSERT INTO main.search_words (rowid, title, title_folded, title_stems, body) VALUES (?, ?, ?, ?, ?)", words
    )
    connection.executemany("INSERT INTO main.search_parts (rowid, title) VALUES (?, ?)", parts)


def drop(connection: Connection, searched: Searched, numbers: Sequence[int]) -> None:
    """Take facts out of the index by their numbers."""
    above = searched.number << NUMBER_BITS
    rows = [(above | number,) for number in numbers]
    connection.executemany("DELETE FROM main.search_words WHERE rowid = ?", rows)
    connection.executemany("DELETE FROM main.search_parts WHERE rowid = ?", rows)


def _other_forms(forms: list[str], words: list[str]) -> str:
    return " ".join(form for form, word in zip(forms, words, strict=True) if form != word)
