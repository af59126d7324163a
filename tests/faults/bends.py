"""The right answer, bent: JSON that is broken, and JSON that is not what was promised."""

import json
from collections.abc import Callable
from typing import Any

from tests.faults.stage import Connection
from tests.faults.strokes import Bend, items_of
from tests.faults.wire_format import Asked

DEPTH = 100_000
_HOLE = "@@here@@"


def body(make: Callable[[bytes], bytes]) -> Bend:
    """The bytes, whatever they mean."""
    return lambda content, _asked, _connection: make(content)


def first_item(change: Callable[[dict[str, Any]], None], hole: bytes = b"") -> Bend:
    """The first item changed in place; where it says ``_HOLE`` stand the bytes of ``hole``, which JSON cannot say."""

    def bend(content: bytes, _asked: Asked, _connection: Connection) -> bytes:
        decoded = json.loads(content)
        items = items_of(decoded)
        if items:
            change(items[0])
        text = json.dumps(decoded, ensure_ascii=False).encode()
        return text.replace(f'"{_HOLE}"'.encode(), hole) if hole else text

    return bend


def every_item(change: Callable[[list[Any]], list[Any]]) -> Bend:
    """The list of items, remade."""

    def bend(content: bytes, _asked: Asked, _connection: Connection) -> bytes:
        decoded = json.loads(content)
        items = items_of(decoded)
        items[:] = change(list(items))
        return json.dumps(decoded, ensure_ascii=False).encode()

    return bend


def without_identity(item: dict[str, Any]) -> None:
    """No id, under any of the names that the services have for it."""
    for name in ("id", "contentLink"):
        item.pop(name, None)


def broken_identity(item: dict[str, Any]) -> None:
    """The id is a hole to be filled with bytes."""
    item["contentLink" if "contentLink" in item else "id"] = _HOLE


def wrong_types(item: dict[str, Any]) -> None:
    """Every value of another type than promised."""
    for name, value in item.items():
        item[name] = 17 if isinstance(value, str | dict | list | None) else {"text": str(value)}


def without_etag(items: list[Any]) -> list[Any]:
    """No version of anything."""
    return [
        {name: value for name, value in item.items() if name not in ("@odata.etag", "eTag", "cTag")}
        if isinstance(item, dict)
        else item
        for item in items
    ]


def from_the_future(items: list[Any]) -> list[Any]:
    """What next year's service may say."""
    news = {"@odata.type": "#microsoft.graph.fromTheFuture", "fromTheFuture": {"level": "extremelyHigh"}}
    return [{**news, **item} if isinstance(item, dict) else item for item in items]


def twice(items: list[Any]) -> list[Any]:
    """Each id two times."""
    return [item for item in items for _ in range(2)]


def nan_beside(content: bytes) -> bytes:
    """A number that JSON does not know, beside the items."""
    end = content.rstrip()
    return end[:-1] + b', "odd": NaN}' if end.endswith(b"}") else end[:-1] + b", NaN]"


def other_envelope(content: bytes) -> bytes:
    """The items under a name that nobody expects."""
    for name in (b"value", b"responses", b"remarks"):
        content = content.replace(b'"%s":' % name, b'"other-%s":' % name)
    return content


def null_items(content: bytes) -> bytes:
    """An envelope with null where the items should be, and no link."""
    decoded = json.loads(content)
    if isinstance(decoded, list):
        return b"[null]"
    for name in ("value", "responses", "services", "disruptions", "remarks"):
        if name in decoded:
            decoded[name] = None
    for link in ("@odata.nextLink", "@odata.deltaLink"):
        decoded.pop(link, None)
    return json.dumps(decoded).encode()


NESTED = b"[" * DEPTH + b"]" * DEPTH
LONE_BYTES = b'"\xff\x80\xed\xa0\x80"'
LONE_SURROGATE = rb'"\ud800"'
HUGE_NUMBER = b"1" * 5_000
