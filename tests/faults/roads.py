"""The way to a server: what its name leads to, and who stands there. Names are asked of the loop's own resolver, so
that no name server and no setting of the machine is touched; whoever stands at the address is real.

The impostor listens at 127.0.0.2 on the struck origin's own port. NXDOMAIN comes out of the system's own resolver,
which is asked for an address that is none; SERVFAIL and an answer without addresses are the errors that it would raise.
"""

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import trustme

from tests.faults.hurried_loop import HurriedLoop, address_info, usual_addresses

IMPOSTOR = "127.0.0.2"
_NAMES = ("localhost", "127.0.0.1")
_PAST, _FUTURE = datetime(2020, 1, 2, tzinfo=UTC), datetime(2999, 1, 1, tzinfo=UTC)
_ALERT = b"\x15\x03\x02\x00\x02\x02\x46"
"""What a server says that knows TLS 1.1 and no newer: a fatal alert, protocol_version (RFC 5246, 7.2)."""
_HTTP = b"HTTP/1.1 302 Found\r\nlocation: http://portal.example/\r\ncontent-length: 0\r\n\r\n"


class RoadKind(StrEnum):
    """What may be wrong with it."""

    NO_SUCH_NAME = "no_such_name"
    NAME_SERVER_DOWN = "name_server_down"
    NO_ADDRESS = "no_address"
    REFUSED = "refused"
    BLACK_HOLE = "black_hole"
    BLACK_HOLE_FIRST = "black_hole_first"
    SILENT = "silent"
    HANGS_UP = "hangs_up"
    PLAIN_HTTP = "plain_http"
    UNKNOWN_AUTHORITY = "unknown_authority"
    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    WRONG_HOST = "wrong_host"
    OLD_PROTOCOL = "old_protocol"


@dataclass(frozen=True)
class Road:
    """The road of one kind of fault."""

    kind: RoadKind


@dataclass
class Roads:
    """Turns the road to one origin bad, and good again. ``tried`` counts how often somebody set out on the bad one."""

    loop: HurriedLoop
    authority: trustme.CA
    tried: int = 0
    host: str = IMPOSTOR
    _open: list[Any] = field(default_factory=list)
    _contexts: dict[RoadKind, ssl.SSLContext] = field(default_factory=dict)

    async def spoil(self, road: Road, port: int) -> None:
        """From now on a new connection to this port goes the bad road."""
        self.tried = 0
        kind = road.kind
        listening: dict[RoadKind, Callable[[], Awaitable[None]]] = {
            RoadKind.BLACK_HOLE: lambda: self._black_hole(socket.AF_INET, self.host, port),
            RoadKind.BLACK_HOLE_FIRST: lambda: self._black_hole(socket.AF_INET6, "::1", port),
            RoadKind.SILENT: lambda: self._plain(port, b"", stay=True),
            RoadKind.HANGS_UP: lambda: self._plain(port, b"", stay=False),
            RoadKind.PLAIN_HTTP: lambda: self._plain(port, _HTTP, stay=False),
            RoadKind.OLD_PROTOCOL: lambda: self._plain(port, _ALERT, stay=False),
        }
        if kind in listening:
            await listening[kind]()
        elif kind not in (RoadKind.NO_SUCH_NAME, RoadKind.NAME_SERVER_DOWN, RoadKind.NO_ADDRESS, RoadKind.REFUSED):
            self._open.append(await asyncio.start_server(_hears_nothing, self.host, port, ssl=self._context(kind)))

        def resolve(name: str, its_port: int) -> list[tuple[Any, ...]]:
            if its_port != port:
                return usual_addresses(name, its_port)
            self.tried += 1
            return _addresses(kind, port)

        self.loop.resolver = resolve

    async def mend(self) -> None:
        """The good road again."""
        self.loop.resolver = usual_addresses
        for opened in self._open:
            opened.close()
        self._open.clear()

    async def stand_in(self, road: Road) -> str:
        """The address of an impostor for who asks the system's resolver: another port instead of another name."""
        bound = socket.socket()
        bound.bind(("127.0.0.1", 0))
        port: int = bound.getsockname()[1]
        bound.close()
        self.host = "127.0.0.1"
        try:
            await self.spoil(road, port)
        finally:
            self.host = IMPOSTOR
        return f"https://localhost:{port}"

    async def _plain(self, port: int, says: bytes, *, stay: bool) -> None:
        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            with suppress(ConnectionError):
                await reader.read(10)
                if says:
                    writer.write(says)
                    await writer.drain()
                if stay:
                    await reader.read()
            writer.transport.abort()

        self._open.append(await asyncio.start_server(serve, self.host, port))

    async def _black_hole(self, family: socket.AddressFamily, address: str, port: int) -> None:
        """A listener whose queue is full and who never takes anybody: further SYNs are dropped."""
        try:
            hole = socket.socket(family, socket.SOCK_STREAM)
            self._open.append(hole)
            hole.bind((address, port))
        except OSError:
            return  # no IPv6 here: then the address leads nowhere by itself
        hole.listen(0)
        for _ in range(3):
            filler = socket.socket(family, socket.SOCK_STREAM)
            filler.setblocking(False)
            filler.connect_ex((address, port))
            self._open.append(filler)

    def _context(self, kind: RoadKind) -> ssl.SSLContext:
        if kind not in self._contexts:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._certificate(kind).configure_cert(context)
            self._contexts[kind] = context
        return self._contexts[kind]

    def _certificate(self, kind: RoadKind) -> trustme.LeafCert:
        if kind is RoadKind.UNKNOWN_AUTHORITY:
            return trustme.CA().issue_cert(*_NAMES)
        if kind is RoadKind.EXPIRED:
            return self.authority.issue_cert(*_NAMES, not_after=_PAST)
        if kind is RoadKind.NOT_YET_VALID:
            return self.authority.issue_cert(*_NAMES, not_before=_FUTURE, not_after=_FUTURE.replace(year=3000))
        if kind is RoadKind.WRONG_HOST:
            return self.authority.issue_cert("intranet.nacka.example")
        return self.authority.issue_cert(*_NAMES)


def authority_in(folder: Path) -> trustme.CA:
    """The demo municipality's own certificate authority."""
    return trustme.CA.from_pem((folder / "ca.pem").read_bytes(), (folder / "ca.key").read_bytes())


async def _hears_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Nobody should come so far as to send something."""
    with suppress(ConnectionError, ssl.SSLError):
        await reader.read()
    writer.transport.abort()


def _addresses(kind: RoadKind, port: int) -> list[tuple[Any, ...]]:
    if kind is RoadKind.NO_SUCH_NAME:
        return socket.getaddrinfo("localhost.invalid", port, flags=socket.AI_NUMERICHOST)
    if kind is RoadKind.NAME_SERVER_DOWN:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
    if kind is RoadKind.NO_ADDRESS:
        raise socket.gaierror(getattr(socket, "EAI_NODATA", socket.EAI_NONAME), "No address associated with hostname")
    if kind is RoadKind.BLACK_HOLE_FIRST:
        return [*address_info("::1", port), *address_info("127.0.0.1", port)]
    return address_info(IMPOSTOR, port)
