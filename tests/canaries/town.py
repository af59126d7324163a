"""The demo municipality with a mark in everything that is somebody's: `python -m tests.canaries.town --data-dir D`.

What somebody asks for is made by the demo as always; on its way out each text gets the mark of whoever asks. Long
collections are cut to a few things, and what has been answered once is kept, so that a sign-in costs a tenth.
"""

import argparse
import asyncio
import contextlib
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tests.canaries.marks import OPEN, Marks
from tests.crashes.nursery import ROOT
from workplace_app.demo.asgi_messages import read_whole, replayed
from workplace_app.demo.clock import DemoClock
from workplace_app.demo.cms.part import cms_part
from workplace_app.demo.graph.bookmarks import Bookmark, Bookmarks
from workplace_app.demo.graph.part import graph_part
from workplace_app.demo.identity.tokens import TokenSigner
from workplace_app.demo.parts import Part
from workplace_app.demo.running import Start, running_municipality
from workplace_app.demo.settings import DemoSettings
from workplace_app.demo.staff import STAFF
from workplace_app.demo_process import DemoProcess

PEOPLE = {"a": STAFF[0], "b": STAFF[1], "c": STAFF[2]}
"""Who uses the computer, by the letter of their marks."""
KEPT = 8
"""Things of each collection."""
_MOST_PAGES = 60
_LETTERS = {person.object_id: letter for letter, person in PEOPLE.items()}
_TEXTS = {
    "title": "ti",
    "subject": "su",
    "content": "bo",
    "bodyPreview": "pv",
    "displayName": "na",
    "description": "de",
    "topic": "na",
    "heading": "ar",
    "text": "re",
    "jobTitle": "un",
    "department": "un",
    "officeLocation": "un",
}
"""The fields of Graph and of the dialogue that hold a text for people, and what is put there."""
_OWN = ("displayName", "mail", "userPrincipalName", "jobTitle", "department", "officeLocation")
"""What ``/me`` tells of whoever asks."""
_CMS_TEXTS = ("PropertyLongString", "PropertyString", "PropertyXhtmlString")
_NOT_FOR_READERS = {"mimeType", "altText"}
_SEPARATOR = "~"

_asking: ContextVar[str] = ContextVar("asking", default=OPEN)
"""The letter of whoever asks for what is being answered."""


@dataclass
class _Answer:
    """One whole answer."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes

    def header(self, name: bytes) -> bytes:
        return dict(self.headers).get(name, b"")

    def with_body(self, body: bytes) -> "_Answer":
        length = (b"content-length", str(len(body)).encode())
        dropped = (b"content-length", b"x-epi-continuation")
        return _Answer(self.status, [each for each in self.headers if each[0] not in dropped] + [length], body)

    async def give(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        await send({"type": "http.response.body", "body": self.body})


class _Marking:
    """Around one route."""

    def __init__(self, app: ASGIApp, marks: Marks) -> None:
        self._app = app
        self._marks = marks
        self._kept: dict[tuple[str, bytes, bytes], _Answer] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        user = scope["state"].get("user")
        letter = _LETTERS.get(user.object_id, OPEN) if user is not None else OPEN
        _asking.set(letter)
        if scope["method"] != "GET":
            self._kept = {key: kept for key, kept in self._kept.items() if key[0] != letter}
            await (await self._answer(scope, await read_whole(receive))).give(send)
            return
        asked = letter, scope["path"].encode(), scope["query_string"]
        answer = self._kept.get(asked)
        if answer is None:
            answer = self._marked(await self._whole(scope), scope["path"], letter)
            if answer.status == 200:
                self._kept[asked] = answer
        await answer.give(send)

    async def _answer(self, scope: Scope, body: bytes = b"") -> _Answer:
        gathered = _Answer(500, [], b"")

        async def gather(message: Message) -> None:
            if message["type"] == "http.response.start":
                gathered.status, gathered.headers = message["status"], list(message["headers"])
            elif message["type"] == "http.response.body":
                gathered.body += message.get("body", b"")

        async def gone() -> Message:
            return {"type": "http.disconnect"}

        headers = [each for each in scope["headers"] if each[0] != b"accept-encoding"]
        await self._app({**scope, "headers": headers}, replayed(body, gone), gather)
        return gathered

    async def _whole(self, scope: Scope) -> _Answer:
        """The collection to its end, cut to what is kept."""
        answer = await self._answer(scope)
        if b"json" not in answer.header(b"content-type") or answer.status != 200:
            return answer
        document = json.loads(answer.body)
        if isinstance(document, list):
            return answer.with_body(json.dumps(_some(document)).encode())
        if not isinstance(document.get("value"), list):
            return answer
        document["value"] = _some(document["value"])
        for _ in range(_MOST_PAGES):
            link = document.pop("@odata.nextLink", None)
            if link is None:
                break
            split = urlsplit(link)
            path, query = unquote(split.path), split.query.encode()
            further = await self._answer({**scope, "path": path, "raw_path": path.encode(), "query_string": query})
            page = json.loads(further.body)
            document |= {name: page[name] for name in ("@odata.nextLink", "@odata.deltaLink") if name in page}
        return answer.with_body(json.dumps(document).encode())

    def _marked(self, answer: _Answer, path: str, letter: str) -> _Answer:
        if answer.status != 200:
            return answer
        kind = answer.header(b"content-type")
        if kind.startswith(b"image/"):  # behind the picture's own end, where no reader of pictures looks
            return answer.with_body(answer.body + self._marks.of(letter, "pi").encode())
        if b"json" not in kind:
            return answer
        own = path.endswith("/me")
        return answer.with_body(json.dumps(self._walk(json.loads(answer.body), letter, own)).encode())

    def _walk(self, value: Any, letter: str, own: bool) -> Any:
        if isinstance(value, list):
            return [self._walk(each, letter, own) for each in value]
        if not isinstance(value, dict):
            return value
        marked = {name: self._field(name, each, value, letter, own) for name, each in value.items()}
        if value.get("propertyDataType") in _CMS_TEXTS and isinstance(value.get("value"), str):
            marked["value"] = f"{value['value']} {self._marks.of(letter, 'ar')}"
        return marked

    def _field(self, name: str, value: Any, beside: dict[str, Any], letter: str, own: bool) -> Any:
        if not isinstance(value, str) or not value:
            return value if name in _NOT_FOR_READERS else self._walk(value, letter, own)
        if own and name in _OWN:
            return _named(value, self._marks.of(letter, "me"))
        if name in _TEXTS:
            return f"{value} {self._marks.of(letter, _TEXTS[name])}"
        if name == "name" and ("file" in beside or "folder" in beside):
            stem, _, suffix = value.rpartition(".")
            return f"{stem} {self._marks.of(letter, 'fi')}.{suffix}"
        return value


def _named(name: str, mark: str) -> str:
    """A name, or an address before its @, with a mark."""
    account, at, domain = name.partition("@")
    return f"{account}.{mark}{at}{domain}" if at else f"{name} {mark}"


def _some(things: list[Any]) -> list[Any]:
    """A few of them, from all over the list."""
    return things[:: max(1, len(things) // KEPT)][:KEPT]


def _mark_part(make: Callable[[DemoSettings], Part], marks: Marks) -> Callable[[DemoSettings], Part]:
    def marked(settings: DemoSettings) -> Part:
        part = make(settings)
        for route in part.routes:
            if isinstance(route, Route):
                route.app = _Marking(route.app, marks)
        return part

    return marked


def _mark_tokens(marks: Marks) -> None:
    """Each token names its owner with a mark, and so does each bookmark of a collection."""
    signed, sealed, opened = TokenSigner._sign, Bookmarks.seal, Bookmarks.open

    def sign(signer: TokenSigner, claims: dict[str, Any]) -> str:
        letter = _LETTERS.get(claims["oid"], OPEN)
        marked = {"canary": marks.of(letter, "to"), **claims}
        for name in {"name", "preferred_username", "email"} & claims.keys():
            marked[name] = _named(claims[name], marks.of(letter, "me"))
        return signed(signer, marked)

    def seal(bookmarks: Bookmarks, bookmark: Bookmark) -> str:
        return f"{sealed(bookmarks, bookmark)}{_SEPARATOR}{marks.of(_asking.get(), 'dt')}"

    def open_again(bookmarks: Bookmarks, token: str, collection: str) -> Bookmark:
        return opened(bookmarks, token.partition(_SEPARATOR)[0], collection)

    TokenSigner._sign = sign  # type: ignore[method-assign, assignment]
    Bookmarks.seal = seal  # type: ignore[method-assign, assignment]
    Bookmarks.open = open_again  # type: ignore[method-assign, assignment]


class MarkedTown:
    """The process, as a context manager gives it: ``announced`` is the configuration that leads to it."""

    def __init__(self, folder: Path, marks: Marks) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        words = ("--data-dir", str(folder), "--head", marks.head, "--tail", marks.tail)
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.canaries.town", *words],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # it tells of every client that was killed in the middle of a request
            text=True,
        )
        assert process.stdout is not None
        self._process = DemoProcess(process, json.loads(process.stdout.readline()))
        self.announced: dict[str, Any] = self._process.announced

    def close(self) -> None:
        """End it."""
        self._process.stop()


async def _run(folder: Path, marks: Marks) -> None:
    _mark_tokens(marks)
    parts = [_mark_part(make, marks) for make in (graph_part, cms_part)]
    stop = asyncio.Event()
    start = Start(folder, DemoClock(None, standing=True), frozen=True)
    async with running_municipality(start, parts) as town:
        print(json.dumps(town.configuration(), ensure_ascii=False), flush=True)
        loop = asyncio.get_running_loop()
        loop.add_reader(sys.stdin.fileno(), stop.set)
        await stop.wait()


def main(words: Sequence[str] | None = None) -> int:
    """Run until standard input closes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data-dir", type=Path, required=True)
    parser.add_argument("--head", required=True)
    parser.add_argument("--tail", required=True)
    options = parser.parse_args(words)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_run(options.data_dir.absolute(), Marks(options.head, options.tail)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
