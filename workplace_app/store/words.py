"""Splits text into the words that are searched for: lower case, stemmed as Swedish, with and without dots."""

import re
import unicodedata
from collections.abc import Iterable

import Stemmer

_WORD = re.compile(r"[^\W_]+")
_DOTLESS = str.maketrans("åäöéüáàèëêæøóíñçãâîïôûúÿýšž", "aaoeuaaeeeaooincaaiiouuyysz")
_stemmer = Stemmer.Stemmer("swedish")


def words_of(text: str) -> list[str]:
    """The words in their order, in lower case, with their dots. File names of some systems spell å as two characters;
    they are joined."""
    lower = text.lower()
    if not lower.isascii():
        lower = unicodedata.normalize("NFC", lower)
    return _WORD.findall(lower)


def folded(word: str) -> str:
    """The word as it is typed on a keyboard without å, ä and ö."""
    return word if word.isascii() else word.translate(_DOTLESS)


def stems_of(words: Iterable[str]) -> list[str]:
    """What inflections of a word have in common, folded: "bygglovet" and "bygglov" both give "bygglov"."""
    return [folded(stem) for stem in _stemmer.stemWords(list(words))]
