"""Whole requests and whole answers out of ASGI's messages, for the layers that look into them or change them."""

from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Any

from starlette.types import Message, Receive, Send

TRANSPORT = "demo.transport"
"""The name under ``extensions`` of a request's scope where its connection's transport lies (``servers.py``)."""


async def read_whole(receive: Receive) -> bytes:
    """The whole body of a request; what had come so far when the client left."""
    chunks: list[bytes] = []
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return b"".join(chunks)
        chunks.append(message.get("body", b""))
        if not message.get("more_body", False):
            return b"".join(chunks)


def replayed(body: bytes, receive: Receive) -> Receive:
    """A ``receive`` that gives this body first and then whatever the connection says."""
    waiting = [body]

    async def receive_again() -> Message:
        if waiting:
            return {"type": "http.request", "body": waiting.pop(), "more_body": False}
        return await receive()

    return receive_again


async def until_disconnected(receive: Receive) -> None:
    """Return when the client has left."""
    while (await receive())["type"] != "http.disconnect":
        pass


@dataclass
class CapturedAnswer:
    """An answer that is held back: pass ``capture`` as ``send`` to an application."""

    status: int = 0
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    body: bytes = b""

    async def capture(self, message: MutableMapping[str, Any]) -> None:
        """Take one message of the application's."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = list(message.get("headers", ()))
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")

    def header(self, name: str) -> str:
        """The value of a header, "" when it is missing."""
        wanted = name.lower().encode()
        return next((value.decode("latin-1") for key, value in self.headers if key.lower() == wanted), "")

    def replace_header(self, name: str, value: str | None) -> None:
        """Set a header, or take it away with None."""
        wanted = name.lower().encode()
        self.headers = [(key, kept) for key, kept in self.headers if key.lower() != wanted]
        if value is not None:
            self.headers.append((wanted, value.encode("latin-1")))

    async def send(self, send: Send) -> None:
        """Let it go, with the length that its body now has."""
        self.replace_header("content-length", str(len(self.body)))
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        await send({"type": "http.response.body", "body": self.body})
