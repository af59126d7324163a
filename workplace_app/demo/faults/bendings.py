"""The right answer, bent: bodies that are broken, and JSON that is not what was promised."""

import json
from collections.abc import Callable
from typing import Any

from workplace_app.demo.asgi_messages import CapturedAnswer
from workplace_app.demo.faults.answers import FOREIGN_ORIGIN, StruckRequest
from workplace_app.demo.faults.book import FaultKind

DEPTH = 100_000
ITEM_LISTS = ("value", "items", "disruptions", "services", "responses", "remarks")
"""The names under which the origins put their items, and a batch the answers to its parts."""

Bend = Callable[[bytes, StruckRequest], bytes]


def _json(change: Callable[[Any, StruckRequest], Any]) -> Bend:
    def bend(body: bytes, request: StruckRequest) -> bytes:
        try:
            content = json.loads(body)
        except ValueError:
            return body
        return json.dumps(change(content, request), ensure_ascii=False).encode()

    return bend


def _items(change: Callable[[list[Any]], list[Any]]) -> Bend:
    def bend(content: Any, _request: StruckRequest) -> Any:
        if isinstance(content, list):
            return change(content)
        if isinstance(content, dict):
            return {
                name: change(value) if name in ITEM_LISTS and isinstance(value, list) else value
                for name, value in content.items()
            }
        return content

    return _json(bend)


def _without(*names: str) -> Bend:
    def strip(items: list[Any]) -> list[Any]:
        return [
            {name: value for name, value in item.items() if name not in names} if isinstance(item, dict) else item
            for item in items
        ]

    return _items(strip)


def _other_type(value: Any) -> Any:
    match value:
        case str():
            return {"text": value}
        case bool() | int() | float():
            return str(value)
        case None:
            return []
        case _:
            return 17


def _wrong_types(items: list[Any]) -> list[Any]:
    """Every second item's values are of another type than promised; ids stay, so that the item can be named."""
    return [
        {name: value if name == "id" or name.startswith("@") else _other_type(value) for name, value in item.items()}
        if isinstance(item, dict) and number % 2
        else item
        for number, item in enumerate(items)
    ]


def _unknown_fields(items: list[Any]) -> list[Any]:
    """What next year's service may say."""
    news = {"@odata.type": "#microsoft.graph.fromTheFuture", "fromTheFuture": {"level": "extremelyHigh"}}
    return [{**news, **item} if isinstance(item, dict) else item for item in items]


def _next_link(link: Callable[[StruckRequest], str]) -> Bend:
    def bend(content: Any, request: StruckRequest) -> Any:
        if not isinstance(content, dict):
            return content
        content.pop("@odata.deltaLink", None)
        return {**content, "@odata.nextLink": link(request)}

    return _json(bend)


def _not_a_number(body: bytes, _request: StruckRequest) -> bytes:
    return body.rstrip().removesuffix(b"}") + b', "notANumber": NaN, "infinite": -Infinity}'


def _bad_utf_8(body: bytes, _request: StruckRequest) -> bytes:
    """A lone continuation byte and a surrogate in the middle of the first text that allows it."""
    quote = body.rfind(b'"')
    return body[:quote] + b"\xff\x80\xed\xa0\x80" + body[quote:]


def _deep(_body: bytes, _request: StruckRequest) -> bytes:
    return b'{"value":' + b"[" * DEPTH + b"]" * DEPTH + b"}"


BENDINGS: dict[FaultKind, Bend] = {
    FaultKind.EMPTY_BODY: lambda _body, _request: b"",
    FaultKind.NULL: lambda _body, _request: b"null",
    FaultKind.LIST: lambda body, _request: b"[" + body + b"]",
    FaultKind.WRONG_TYPES: _items(_wrong_types),
    FaultKind.UNKNOWN_FIELDS: _items(_unknown_fields),
    FaultKind.NOT_A_NUMBER: _not_a_number,
    FaultKind.BYTE_ORDER_MARK: lambda body, _request: b"\xef\xbb\xbf" + body,
    FaultKind.UTF_16: lambda body, _request: body.decode("utf-8", "replace").encode("utf-16"),
    FaultKind.BAD_UTF_8: _bad_utf_8,
    FaultKind.DEEP: _deep,
    FaultKind.CUT_JSON: lambda body, _request: body[: len(body) * 2 // 3],
    FaultKind.GZIP_LIE: lambda body, _request: body,
    FaultKind.DUPLICATE_ITEMS: _items(lambda items: [item for item in items for _ in range(2)]),
    FaultKind.ITEMS_WITHOUT_ID: _without("id", "contentLink"),
    FaultKind.ITEMS_WITHOUT_ETAG: _without("@odata.etag", "eTag", "cTag"),
    FaultKind.NO_ITEMS: _items(lambda _items: []),
    FaultKind.NEXT_LINK_SELF: _next_link(lambda request: request.whole),
    FaultKind.NEXT_LINK_FOREIGN: _next_link(lambda request: f"{FOREIGN_ORIGIN}{request.path}?$skiptoken=foreign"),
}


def bend(kind: FaultKind, answer: CapturedAnswer, request: StruckRequest) -> None:
    """Bend an answer in place."""
    answer.body = BENDINGS[kind](answer.body, request)
    if kind is FaultKind.GZIP_LIE:
        answer.replace_header("content-encoding", "gzip")
    if kind is FaultKind.UTF_16:
        answer.replace_header("content-type", "application/json; charset=utf-16")
