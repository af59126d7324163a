"""Searches everything that is kept: quick enough to answer every key, and never surprised by what is typed.

The index answers with rows in the order of their numbers, highest first, which costs nothing even when half of all
rows match; ranking is done here, on a few hundred of them. Where more match than that, each kind gets its share, and
matches in titles theirs, so that common words still find what bears them as a name.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from itertools import takewhile
from operator import neg

from workplace_app.domain.search_hit import HitKind, SearchHit
from workplace_app.store.connection_type import Connection
from workplace_app.store.search_hits import candidates, reminders_titled
from workplace_app.store.search_query import TypedWord, anywhere, in_title, typed_words, within_compounds
from workplace_app.store.search_ranking import Candidate, ranked
from workplace_app.store.search_texts import NUMBER_BITS, SEARCHED, Searched
from workplace_app.store.words import folded

DEFAULT_LIMIT = 50
_ALL_OF_THEM = 250
"""When no more rows than this match, all are ranked."""
_SHARE = 20
"""Else this many of each kind."""
_READ_AT_ONCE = 12_000
"""Reading so many row numbers costs less than asking again for each kind, which must merge the words anew that a
longer beginning stands for."""

_WORDS = "SELECT rowid FROM main.search_words WHERE search_words MATCH ? "
_PARTS = "SELECT rowid FROM main.search_parts WHERE search_parts MATCH ? "
_BETWEEN = "AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?"


def _now() -> datetime:
    return datetime.now(UTC)


class Search:
    """Finds facts on a connection that reads; one for each thread."""

    def __init__(self, connection: Connection, clock: Callable[[], datetime] = _now) -> None:
        self._connection = connection
        self._clock = clock

    def find(
        self, text: str, kinds: frozenset[HitKind] | None = None, limit: int = DEFAULT_LIMIT
    ) -> tuple[SearchHit, ...]:
        """Hits, the best first; whatever the text is, it is answered. Raises ``ProblemRaised`` as any reading does."""
        words = typed_words(text)
        searched = sorted(_wanted(kinds), key=lambda each: -each.number)
        if not words or limit <= 0:
            return ()
        now = self._clock()
        found = self._from_index(words, searched, now) if searched else []
        if kinds is None or HitKind.REMINDER in kinds:
            found.extend(reminders_titled(self._connection, words))
        return tuple(ranked(found, words, now)[:limit])

    def _from_index(self, words: tuple[TypedWord, ...], searched: list[Searched], now: datetime) -> list[Candidate]:
        rows: set[int] = set(self._rows(_WORDS, anywhere(words), searched))
        if len(rows) >= _ALL_OF_THEM:
            rows.update(self._rows(_WORDS, in_title(words), searched))
        found = list(self._candidates(rows, searched, now))
        parts = within_compounds(words)
        if parts is not None:
            more = set(self._rows(_PARTS, parts, searched)) - rows
            found.extend(
                candidate
                for candidate in self._candidates(more, searched, now)
                if all(word.plain in folded(candidate.hit.title.lower()) for word in words)
            )
        return found

    def _rows(self, select: str, match: str, searched: list[Searched]) -> Iterator[int]:
        """Rows that match, all of them or each kind's share."""
        first, last = _span(searched[-1])[0], _span(searched[0])[1]
        rows = self._answer(select, match, first, last, _READ_AT_ONCE)
        if len(rows) < _ALL_OF_THEM:
            yield from rows
            return
        for each in searched:
            first, last = _span(each)
            if len(rows) == _READ_AT_ONCE and first < rows[-1]:
                yield from self._answer(select, match, first, last, _SHARE)
            else:
                # The rows come with the highest first, so those of one kind stand together.
                start = bisect_left(rows, -last, key=neg)
                yield from takewhile(first.__le__, rows[start : start + _SHARE])

    def _answer(self, select: str, match: str, first: int, last: int, limit: int) -> list[int]:
        rows = self._connection.execute(select + _BETWEEN, (match, first, last, limit))
        return [row[0] for row in rows]

    def _candidates(self, rows: Iterable[int], searched: list[Searched], now: datetime) -> Iterator[Candidate]:
        numbers: dict[int, list[int]] = {}
        for row in rows:
            numbers.setdefault(row >> NUMBER_BITS, []).append(row & ((1 << NUMBER_BITS) - 1))
        for each in searched:
            if each.number in numbers:
                yield from candidates(self._connection, each.kind, numbers[each.number], now)


def _span(searched: Searched) -> tuple[int, int]:
    first = searched.number << NUMBER_BITS
    return first, first + (1 << NUMBER_BITS) - 1


def _wanted(kinds: frozenset[HitKind] | None) -> list[Searched]:
    return [each for each in SEARCHED if kinds is None or each.kind in kinds]
