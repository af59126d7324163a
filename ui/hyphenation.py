"""Where a long word may be broken, in Swedish and near enough in English: before the last consonant between vowels."""

import re

SOFT_HYPHEN = "\u00ad"
_LONG = re.compile(r"\w{9,}")
_VOWELS = "aeiouyåäöéüAEIOUYÅÄÖÉÜ"
_BREAK = re.compile(rf"(?<=[{_VOWELS}])([^\W\d_{_VOWELS}]*)(?=[^\W\d_{_VOWELS}][{_VOWELS}])")
"""The consonants that stay behind: all between two vowels but the last (Svenska skrivregler, enkonsonantsprincipen)."""


def hyphenated(text: str) -> str:
    """``text`` with soft hyphens in its long words: they are seen only where a line ends at one."""
    return _LONG.sub(lambda word: _BREAK.sub(rf"\1{SOFT_HYPHEN}", word[0]), text)
