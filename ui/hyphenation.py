"""Where a long word may be broken, in Swedish and near enough in English: before the last consonant between vowels."""

import re

SOFT_HYPHEN = "\u00ad"
_VOWELS = "aeiouyåäöéüAEIOUYÅÄÖÉÜ"
_LONG = r"\w{9,}"
_BREAK = rf"(?<=[{_VOWELS}])([^\W\d_{_VOWELS}]*)(?=[^\W\d_{_VOWELS}][{_VOWELS}])"
"""The consonants that stay behind: all between two vowels but the last (Svenska skrivregler, enkonsonantsprincipen).
Not compiled here: the start needs none of it."""


def hyphenated(text: str) -> str:
    """``text`` with soft hyphens in its long words: they are seen only where a line ends at one."""
    return re.sub(_LONG, lambda word: re.sub(_BREAK, rf"\1{SOFT_HYPHEN}", word[0]), text)
