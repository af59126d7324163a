"""Where a long word may be broken, in Swedish and near enough in English: before the last consonant between vowels."""

import re

SOFT_HYPHEN = "\u00ad"
_VOWELS = "aeiouyåäöéüAEIOUYÅÄÖÉÜ"
_CONSONANTS = rf"(?<=[{_VOWELS}])[^\W\d_{_VOWELS}]+(?=[{_VOWELS}])"
"""Those between two vowels. Neither is compiled here: the start needs none of it."""
_LONG = r"\w{9,}"
_STAY_BEHIND = ("ng", "ck", "x")
_GO_TOGETHER = ("ch", "sh", "ph", "th")
_NO_WORDS = re.escape("./@:\\")


def hyphenated(text: str) -> str:
    """``text`` with soft hyphens in its long words: they are seen only where a line ends at one.

    An address or another name of the machine's kind (with a point, a slash, an @ or a colon in it) stays as it is,
    since it may be meant to be typed.
    """
    return re.sub(r"\S+", lambda part: _token(part[0]), text)


def _token(token: str) -> str:
    if re.search(rf"\w[{_NO_WORDS}]+\w", token):
        return token
    return re.sub(_LONG, lambda word: re.sub(_CONSONANTS, lambda found: _broken(found[0]), word[0]), token)


def _broken(consonants: str) -> str:
    """The last consonant begins the next syllable (Svenska skrivregler, enkonsonantsprincipen); two that are one sound
    are not torn apart."""
    lower = consonants.lower()
    if lower.endswith(_STAY_BEHIND):
        return consonants + SOFT_HYPHEN
    last = 2 if lower.endswith(_GO_TOGETHER) else 1
    return consonants[:-last] + SOFT_HYPHEN + consonants[-last:]
