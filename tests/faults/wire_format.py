"""HTTP/1.1 as the stage reads and writes it: by hand, so that it can also be written wrongly."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Asked:
    """One request as it came. Header names are in lower case; ``target`` is the path with its query."""

    origin: str
    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]

    @property
    def key(self) -> str:
        """What makes two requests the same question."""
        token = self.headers.get("x-epi-continuation", "")
        return "\n".join((self.origin, self.method, self.target, token, self.body.decode("utf-8", "replace")))


@dataclass(frozen=True)
class Said:
    """One answer. ``after`` are the raw bytes that stand where the body should end."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)

    def without(self, *names: str) -> "Said":
        return replace(self, headers={name: value for name, value in self.headers.items() if name not in names})

    def head(self, length: int | None = None) -> bytes:
        """Status line and headers up to the empty line, with the body's length or another one."""
        lines = [f"HTTP/1.1 {self.status} Said"]
        lines += [f"{name}: {value}" for name, value in self.headers.items()]
        if self.status not in (204, 304):
            lines.append(f"content-length: {len(self.body) if length is None else length}")
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")

    @property
    def whole(self) -> bytes:
        return self.head() + (b"" if self.status in (204, 304) else self.body)


async def read_request(reader: asyncio.StreamReader, origin: str) -> Asked | None:
    """The next request of a connection; None when it has ended."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ", 2)
    headers = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if colon:
            headers[name.strip().lower()] = value.strip()
    try:
        body = await reader.readexactly(int(headers.get("content-length", "0")))
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
    return Asked(origin, method, target, headers, body)
