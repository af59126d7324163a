"""What a fault does to one request: another answer in place of the right one, the right one bent, or a broken wire."""

import asyncio
import gzip
import json
import re
import socket
import struct
from base64 import b64encode
from collections.abc import Callable, Mapping
from datetime import UTC, timedelta
from email.utils import format_datetime
from itertools import takewhile
from typing import Any

from tests.faults.stage import Connection, Stroke
from tests.faults.wire_format import Asked, Said

JSON = {"content-type": "application/json"}
PORTAL = Said(
    200,
    '<!doctype html><html lang="sv"><title>Gästnät</title><form method=post><button>Anslut</button></form>'.encode(),
    {"content-type": "text/html; charset=utf-8"},
)
_NO_LINGER = struct.pack("ii", 1, 0)
ENDLESS = "endless-"
_WITHOUT_TOKEN = re.compile(r"[?&](?:\$skiptoken|\$deltatoken|token)=[^&]*")
Bend = Callable[[bytes, Asked, Connection], bytes]


def instead(status: int, code: str = "", *, body: bytes | None = None, **headers: str) -> Stroke:
    """This status with an error in the shape of the service; ``headers`` by their names with underscores."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}

    async def stroke(connection: Connection, asked: Asked, _said: Callable[[], Said]) -> bool:
        content = body if body is not None else _error(asked, status, code)
        filled = {name: _filled(value, connection, asked) for name, value in named.items()}
        said = Said(status, content, {**JSON, **filled})
        if status == 304:
            said = Said(304, b"", filled)
        await connection.send(said.whole)
        return True

    return stroke


def saying(said: Said) -> Stroke:
    """Exactly this."""

    async def stroke(connection: Connection, _asked: Asked, _said: Callable[[], Said]) -> bool:
        await connection.send(said.whole)
        return True

    return stroke


def bent(change: Bend, **headers: str) -> Stroke:
    """The right answer with another body, and more headers."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}

    async def stroke(connection: Connection, asked: Asked, said: Callable[[], Said]) -> bool:
        right = said()
        body = change(right.body, asked, connection)
        await connection.send(Said(right.status, body, {**right.headers, **named}).whole)
        return True

    return _answering(stroke)


def raw(make: Callable[[Said], bytes], *, then: str = "close") -> Stroke:
    """Bytes of our own; ``then`` "close", "reset" or "go on"."""

    async def stroke(connection: Connection, _asked: Asked, said: Callable[[], Said]) -> bool:
        await connection.send(make(said()))
        if then == "reset":
            reset(connection)
        return then == "go on"

    return _answering(stroke)


def lost(*, reset_it: bool) -> Stroke:
    """No answer at all: the connection ends."""

    async def stroke(connection: Connection, _asked: Asked, _said: Callable[[], Said]) -> bool:
        if reset_it:
            reset(connection)
        return False

    return stroke


def reset(connection: Connection) -> None:
    """End with a RST instead of a FIN."""
    connected = connection.writer.get_extra_info("socket")
    if connected is not None:
        connected.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
    connection.writer.transport.abort()


async def silence(connection: Connection, _asked: Asked, _said: Callable[[], Said]) -> bool:
    """Half open: the request is taken and nothing ever comes."""
    await connection.reader.read()
    return False


def dribble(begins: Callable[[Said], bytes], seconds: float) -> Stroke:
    """One byte at a time, each within every read time-out, for ever."""

    async def stroke(connection: Connection, _asked: Asked, said: Callable[[], Said]) -> bool:
        await connection.send(begins(said()))
        while True:
            await asyncio.sleep(seconds)
            await connection.send(b"x")

    return _answering(stroke)


def endless(size: int) -> Stroke:
    """A body that goes on and on, by chunks."""

    async def stroke(connection: Connection, asked: Asked, _said: Callable[[], Said]) -> bool:
        await connection.send(
            b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n"
        )
        chunk = b"10000\r\n" + b" " * 65_536 + b"\r\n"
        for _ in range(size // 65_536 + 1):
            await connection.send(chunk)
        return False

    return stroke


def packed(times: int, *, size: int = 0, lie: bool = False) -> Stroke:
    """Compressed: really (``times``), to a bomb of ``size``, or by a header that lies."""

    async def stroke(connection: Connection, _asked: Asked, said: Callable[[], Said]) -> bool:
        right = said()
        body = b" " * size if size else right.body
        for _ in range(times):
            body = gzip.compress(body, 1)
        coding = ", ".join(["gzip"] * max(times, 1 if lie else 0))
        await connection.send(Said(right.status, body, {**right.headers, "content-encoding": coding}).whole)
        return True

    return _answering(stroke)


def _answering(stroke: Any) -> Stroke:
    """Marks a stroke that bends the right answer: the request has been carried out when it strikes."""
    stroke.needs_answer = True
    marked: Stroke = stroke
    return marked


def after_it(stroke: Stroke) -> Stroke:
    """The request is carried out, and only then the fault strikes: the reply is what is lost."""

    async def late(connection: Connection, asked: Asked, said: Callable[[], Said]) -> bool:
        done = said()
        return await stroke(connection, asked, lambda: done)

    return late


def claims_header() -> str:
    """A challenge of continuous access evaluation, as Graph words it."""
    claims = b64encode(json.dumps({"access_token": {"nbf": {"essential": True, "value": "1"}}}).encode()).decode()
    return f'Bearer realm="", error="insufficient_claims", claims="{claims}"'


def part(status: int, code: str = "", headers: Mapping[str, str] | None = None) -> Bend:
    """One part of a batch refused, the others answered."""

    def change(body: bytes, asked: Asked, _connection: Connection) -> bytes:
        content = json.loads(body)
        first = min(content["responses"], key=lambda each: int(each["id"]))
        first.update(status=status, headers=dict(headers or {}), body=json.loads(_error(asked, status, code)))
        return json.dumps(content).encode()

    return change


def no_part(body: bytes, _asked: Asked, _connection: Connection) -> bytes:
    """A batch whose first part has been left out."""
    content = json.loads(body)
    left_out = min(content["responses"], key=lambda each: int(each["id"]))
    content["responses"].remove(left_out)
    return json.dumps(content).encode()


def next_link(link: Callable[[Asked, Connection], str]) -> Bend:
    """Another next link on the right page."""

    def change(body: bytes, asked: Asked, connection: Connection) -> bytes:
        content = json.loads(body)
        content.pop("@odata.deltaLink", None)
        return json.dumps({**content, "@odata.nextLink": link(asked, connection)}).encode()

    return change


async def endless_pages(connection: Connection, asked: Asked, _said: Callable[[], Said]) -> bool:
    """An empty page that names one more, which is struck again (its address holds ``ENDLESS``)."""
    known = asked.key.partition(ENDLESS)[2]
    number = int("".join(takewhile(str.isdigit, known)) or 0) + 1
    if asked.origin == "cms":
        said = Said(200, b"[]", {**JSON, "x-epi-continuation": f"{ENDLESS}{number}"})
    else:
        link = f"{connection.stage.address('graph')}{asked.path}?$skiptoken={ENDLESS}{number}"
        said = Said(200, json.dumps({"value": [], "@odata.nextLink": link}).encode(), JSON)
    await connection.send(said.whole)
    return True


def _error(asked: Asked, status: int, code: str) -> bytes:
    if asked.origin == "cms":
        return json.dumps({"type": "about:blank", "title": "Fel", "status": status}).encode()
    inner = {"date": "2026-11-23T08:00:00", "request-id": "r", "client-request-id": "c"}
    return json.dumps({"error": {"code": code or "UnknownError", "message": "Fel", "innerError": inner}}).encode()


def _filled(value: str, connection: Connection, asked: Asked) -> str:
    stage = connection.stage
    here = stage.address(asked.origin)
    soon = format_datetime(stage.now().astimezone(UTC) + timedelta(minutes=10), usegmt=True)
    return (
        value.replace("{in ten minutes}", soon)
        .replace("{foreign}", stage.address("foreign"))
        .replace("{here}", here)
        .replace("{plain}", here.replace("https:", "http:"))
        .replace("{path}", asked.path)
        .replace("{target}", asked.target)
        .replace("{start}", _WITHOUT_TOKEN.sub("", asked.target))
    )


def items_of(content: Any) -> list[Any]:
    """The items of an answer of any of the services, inside a batch those of its first part; the list itself."""
    if isinstance(content, list):
        return content
    if "responses" in content:
        bodies = [each["body"] for each in sorted(content["responses"], key=lambda each: int(each["id"]))]
        listed = [body["value"] for body in bodies if isinstance(body, dict) and body.get("value")]
        return listed[0] if listed else bodies
    for name in ("value", "services", "disruptions", "items"):
        if isinstance(content.get(name), list):
            found: list[Any] = content[name]
            return found
    lists = [value for value in content.values() if isinstance(value, list)]
    return lists[0] if lists else []
