"""Says how well a hit fits what was typed: the title before its inflections, those before parts, the text last."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from workplace_app.domain.frozen import frozen
from workplace_app.domain.search_hit import HitKind, SearchHit
from workplace_app.store.search_query import TypedWord
from workplace_app.store.words import folded, stems_of, words_of

# How far a word of the query is from what was found; less is better.
_SAME_WORD = 0.0
_BEGINNING = 1.0
_INFLECTED = 2.0
_WITHOUT_DOTS = 3.0
_KEYWORD = 3.2
_KEYWORD_BEGINNING = 3.6
_LAST_PART = 4.0
_SOME_PART = 4.5
_IN_THE_TEXT = 6.0

_ALSO_FIRST_KEYWORD = -0.8
_ALSO_KEYWORD = -0.6
_FIRST_WORD_OF_TITLE = -0.1
_WHOLE_TITLE = -0.6
_ONLINE = -0.4
_WORD_OF_TITLE = 0.02
_LONGEST_TITLE = 20
_OLD = 1.0
_OLD_AFTER = timedelta(days=365)

_OF_KIND = {
    HitKind.SERVICE: -2.0,
    HitKind.JOURNEY: -1.6,
    HitKind.TOOL: -1.2,
    HitKind.PERSON: -0.4,
    HitKind.REMINDER: -0.3,
    HitKind.WORKSPACE: -0.3,
    HitKind.CHANNEL: 0.2,
    HitKind.FILE: 0.3,
    HitKind.NOTIFICATION: 0.6,
    HitKind.MESSAGE: 0.6,
}


@frozen
class Candidate:
    """A hit to be weighed, with what its title alone does not tell."""

    hit: SearchHit
    keywords: tuple[str, ...] = ()
    online: bool = False
    """A service that can be used at once, on the web."""


def ranked(candidates: Sequence[Candidate], words: tuple[TypedWord, ...], now: datetime) -> list[SearchHit]:
    """The hits, best first."""
    weighed = [(_distance(candidate, words, now), candidate.hit) for candidate in candidates]
    weighed.sort(key=lambda pair: (pair[0], pair[1].title, pair[1].id))
    return [
        SearchHit(hit.id, hit.kind, hit.title, hit.context, hit.address, round(distance, 3), hit.at)
        for distance, hit in weighed
    ]


def _distance(candidate: Candidate, words: tuple[TypedWord, ...], now: datetime) -> float:
    hit = candidate.hit
    title = words_of(hit.title)
    keywords = [word for keyword in candidate.keywords for word in words_of(keyword)]
    total = sum(_word_distance(word, title, keywords) for word in words) / len(words)
    first = words[0]
    if title and title[0].startswith(first.written):
        total += _FIRST_WORD_OF_TITLE
    if title == [word.written for word in words]:
        total += _WHOLE_TITLE
    total += _WORD_OF_TITLE * min(len(title), _LONGEST_TITLE) + _OF_KIND.get(hit.kind, 0.0)
    if candidate.online:
        total += _ONLINE
    if hit.at is not None:
        total += _OLD * min(abs(now - hit.at) / _OLD_AFTER, 1.0)
    return total


def _word_distance(word: TypedWord, title: Sequence[str], keywords: Sequence[str]) -> float:
    from_title = _from_title(word, title)
    from_keywords = _from_keywords(word, keywords) if keywords else _IN_THE_TEXT
    if max(from_title, from_keywords) == _IN_THE_TEXT:
        return min(from_title, from_keywords)
    also = _ALSO_FIRST_KEYWORD if folded(keywords[0]) == word.plain else _ALSO_KEYWORD
    return min(from_title, from_keywords) + also


def _from_title(word: TypedWord, title: Sequence[str]) -> float:
    written = word.written
    if written in title:
        return _SAME_WORD
    if word.begins and any(each.startswith(written) for each in title):
        return _BEGINNING
    if word.stem in stems_of(title):
        # "forskola" and "förskola" have the same stem too, but are not the same word.
        return _WITHOUT_DOTS if word.plain in map(folded, title) else _INFLECTED
    nearest = _IN_THE_TEXT
    for each in title:
        plain = folded(each)
        if plain == word.plain or (word.begins and plain.startswith(word.plain)):
            return _WITHOUT_DOTS
        if word.plain in plain:
            nearest = min(nearest, _LAST_PART if plain.endswith((word.plain, word.stem)) else _SOME_PART)
    return nearest


def _from_keywords(word: TypedWord, keywords: Sequence[str]) -> float:
    plain = [folded(keyword) for keyword in keywords]
    if word.plain in plain or word.stem in stems_of(keywords):
        return _KEYWORD
    if word.begins and any(keyword.startswith(word.plain) for keyword in plain):
        return _KEYWORD_BEGINNING
    return _IN_THE_TEXT
