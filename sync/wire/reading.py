"""Cuts an answer into its items and reads them one by one, so that a broken item costs itself only."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import msgspec

from workplace_app.domain.problem import Problem, ProblemKind

T = TypeVar("T")
RawItem = msgspec.Raw | bytes
"""One item's JSON text, not yet looked into."""

UNREADABLE = (msgspec.MsgspecError, ValueError, RecursionError, OverflowError)
"""What decoding hostile JSON raises: bad syntax, wrong types, broken UTF-8, endless nesting, numbers without end."""

_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[\]{},]', re.DOTALL)
_OPENING = (b"[", b"{")
_CLOSING = (b"]", b"}")
_DETAIL_LENGTH = 120


class UnreadableItemError(ValueError):
    """The item is JSON, and still not what it should be; the message names the field, never its content."""


class _Identity(msgspec.Struct):
    id: str | None = None


@dataclass(slots=True)
class ReadItems(Generic[T]):
    """What became of a page's items: each is a fact, a problem, or (where the reader says None) not for us."""

    facts: list[T] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def without_byte_order_mark(content: bytes) -> bytes:
    """UTF-8 JSON without the mark that RFC 8259, section 8.1, lets a reader ignore; UTF-16 is turned into UTF-8."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace").encode()
    return content.removeprefix(b"\xef\xbb\xbf")


def array_items(text: bytes) -> list[RawItem]:
    """The items of a JSON array.

    An array that is whole is cut by the decoder. One that a single item has broken (NaN, a lone surrogate, nesting
    without end) is cut by counting brackets outside strings, which survives all of that. Raises ``ValueError`` when
    the text is not an array at all.
    """
    try:
        return list(msgspec.json.decode(text, type=list[msgspec.Raw]))
    except UNREADABLE:
        return _cut_by_brackets(text)


def _cut_by_brackets(text: bytes) -> list[RawItem]:
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] != b"[":
        raise ValueError("not an array")
    items: list[RawItem] = []
    depth, begin = 0, start + 1
    for token in _TOKEN.finditer(text, start):
        mark = token.group()
        if mark in _OPENING:
            depth += 1
        elif mark in _CLOSING:
            depth -= 1
            if depth == 0:
                last = text[begin : token.start()].strip()
                return [*items, last] if last else items
        elif mark == b"," and depth == 1:
            items.append(text[begin : token.start()].strip())
            begin = token.end()
    raise ValueError("the array does not end")


def end_of_array(text: bytes) -> int | None:
    """Where the array with which the text begins ends; None when it does not."""
    depth = 0
    for token in _TOKEN.finditer(text):
        mark = token.group()
        depth += (mark in _OPENING) - (mark in _CLOSING)
        if depth == 0:
            return token.end()
    return None


def read_items(items: Iterable[RawItem], read: Callable[[RawItem], T | None], service: str) -> ReadItems[T]:
    """Read each item by itself; what ``read`` cannot understand becomes that item's problem."""
    result: ReadItems[T] = ReadItems()
    for item in items:
        try:
            fact = read(item)
        except UNREADABLE as unreadable:
            result.problems.append(item_problem(item, unreadable, service))
        else:
            if fact is not None:
                result.facts.append(fact)
    return result


def item_problem(item: RawItem, reason: Exception, service: str) -> Problem:
    """UNREADABLE_ITEM, with the item's id if that much can be read."""
    try:
        item_id = msgspec.json.decode(item, type=_Identity).id
    except UNREADABLE:
        item_id = None
    detail = str(reason)[:_DETAIL_LENGTH] if isinstance(reason, msgspec.MsgspecError | UnreadableItemError) else None
    return Problem(
        ProblemKind.UNREADABLE_ITEM, service=service, item_id=item_id, detail=detail or type(reason).__name__
    )


def required(value: str | None, name: str) -> str:
    """The text, or UnreadableItemError when it is missing or empty: an item without identity cannot be kept."""
    if not value:
        raise UnreadableItemError(f"{name} is missing")
    return value
