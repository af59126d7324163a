"""Chance that always falls the same way: a seeded dice, and identifiers shaped as Microsoft shapes them.

``random.Random`` needs 10 µs to be seeded, which is too much for one per item when there are a hundred thousand files.
"""

import base64
import hashlib
from collections.abc import Sequence
from typing import TypeVar

_Item = TypeVar("_Item")
_LOW = 1 << 64


def digest(size: int, *parts: object) -> bytes:
    """``size`` bytes (at most 64) that depend on all parts and on nothing else."""
    return hashlib.blake2b("\x1f".join(map(str, parts)).encode(), digest_size=size).digest()


class Dice:
    """Draws that depend only on the parts that it was made from and on their order."""

    __slots__ = ("_state",)

    def __init__(self, *parts: object) -> None:
        self._state = int.from_bytes(digest(64, *parts), "big")

    def below(self, limit: int) -> int:
        """A whole number from 0 to ``limit`` - 1."""
        if self._state < _LOW:
            self._state = int.from_bytes(digest(64, self._state, limit), "big")
        self._state, drawn = divmod(self._state, limit)
        return drawn

    def between(self, first: int, last: int) -> int:
        """A whole number from ``first`` to ``last``, both included."""
        return first + self.below(last - first + 1)

    def chance(self, percent: int) -> bool:
        """True in ``percent`` cases of a hundred."""
        return self.below(100) < percent

    def pick(self, items: Sequence[_Item]) -> _Item:
        """One of the items."""
        return items[self.below(len(items))]

    def some(self, items: Sequence[_Item], count: int) -> list[_Item]:
        """``count`` different items (all when there are fewer), in the order drawn."""
        left = list(items)
        return [left.pop(self.below(len(left))) for _ in range(min(count, len(left)))]


def guid(*parts: object) -> str:
    """A GUID, as of groups, sites, pages and checklist items."""
    text = digest(16, "guid", *parts).hex()
    return f"{text[:8]}-{text[8:12]}-4{text[13:16]}-a{text[17:20]}-{text[20:]}"


def planner_id(*parts: object) -> str:
    """The 28 characters of a plan, a bucket or a Planner task."""
    return base64.urlsafe_b64encode(digest(21, "planner", *parts)).decode()


def outlook_id(*parts: object) -> str:
    """An immutable id of something in a mailbox; the mutable form begins with AAMk instead of AAkA."""
    return "AAkALg" + base64.urlsafe_b64encode(digest(48, "outlook", *parts)).decode() + "AAA="


def drive_id(*parts: object) -> str:
    """A document library."""
    return "b!" + base64.urlsafe_b64encode(digest(48, "drive", *parts)).decode()


def drive_item_id(*parts: object) -> str:
    """A file or a folder."""
    return "01" + digest(16, "item", *parts).hex().upper()


def weak_etag(*parts: object) -> str:
    """An etag in the form W/"…" that differs as soon as a part does."""
    return f'W/"{base64.b64encode(digest(18, "etag", *parts)).decode()}"'
