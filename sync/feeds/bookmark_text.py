"""Bookmarks that hold more than a link: a struct as JSON text; one that cannot be read counts as none."""

from typing import TypeVar

import msgspec

T = TypeVar("T", bound=msgspec.Struct)


def written(content: msgspec.Struct) -> str:
    """The struct as the text of a bookmark."""
    return msgspec.json.encode(content).decode()


def read_bookmark(text: str | None, shape: type[T]) -> T | None:
    """The struct in a bookmark; None for none, and for one of another version's shape: the feed then lists whole."""
    if text is None:
        return None
    try:
        return msgspec.json.decode(text, type=shape)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
