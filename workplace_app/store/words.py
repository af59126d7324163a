"""Splits text into the words that are searched for: lower case, stemmed as Swedish, with and without dots."""

import re
import unicodedata
from collections.abc import Iterable

import Stemmer

_WORD = re.compile(r"[^\W_]+")
_DOTLESS = str.maketrans("üáàèëêæøóíñçãâîïôûúÿýšž", "uaaeeeaooincaaiiouuyysz")
_STEMS_KEPT = 50_000
_SHORTEST_STEM = 3


class _Stems(dict[str, str]):
    """Stems by word: the same words come again and again, and looking one up is many times faster than stemming."""

    def __init__(self) -> None:
        super().__init__()
        self._stem = Stemmer.Stemmer("swedish").stemWord

    def __missing__(self, word: str) -> str:
        if len(self) >= _STEMS_KEPT:
            self.clear()
        stem = folded(_without_article(self._stem(word)))
        self[word] = stem
        return stem


def _without_article(stem: str) -> str:
    """Snowball's Swedish stemmer leaves the article of "förskolan", "miljön" and "energin", whose other forms it
    stems to "förskol", "miljö" and "energi" (snowballstem.org/algorithms/swedish/stemmer.html, step 1)."""
    if len(stem) > _SHORTEST_STEM + 1:
        if stem.endswith("an"):
            return stem[:-2]
        if stem.endswith(("ön", "in")):
            return stem[:-1]
    return stem


def words_of(text: str) -> list[str]:
    """The words in their order, in lower case, with their dots. File names of some systems spell å as two characters;
    they are joined."""
    lower = text.lower()
    if not lower.isascii():
        lower = unicodedata.normalize("NFC", lower)
    return _WORD.findall(lower)


def folded(text: str) -> str:
    """A word, or several with spaces between, as typed on a keyboard without å, ä and ö.

    ``str.translate`` asks a table for every character, which costs ten times the four that matter.
    """
    if text.isascii():
        return text
    plain = text.replace("å", "a").replace("ä", "a").replace("ö", "o").replace("é", "e")
    return plain if plain.isascii() else plain.translate(_DOTLESS)


_stems = _Stems()


def stems_of(words: Iterable[str]) -> list[str]:
    """What the inflections of each word have in common, folded: "bygglovet" and "bygglov" both give "bygglov"."""
    return list(map(_stems.__getitem__, words))
