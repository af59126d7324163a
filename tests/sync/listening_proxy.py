"""A proxy that listens in, as a municipality's inspection of TLS does: every byte that leaves, and for whom.

Whatever host a client asks for, it gets that host's certificate from an authority of the test's own, so that no name is
looked up and no origin, ours or a foreign one, is out of reach. Addresses on this computer do not go by way of a proxy:
the same port answers them directly.
"""

import contextlib
import os
import socket
import ssl
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread

import pytest
import trustme

_SECONDS = 20.0
_TLS_HANDSHAKE = 0x16
MOST_HEAD_BYTES = 1 << 20


@dataclass(frozen=True)
class Said:
    """One request as it came: ``origin`` is "proxy" for what was said to the proxy itself, else "host:port"."""

    origin: str
    raw: bytes

    @property
    def path(self) -> str:
        return self.raw.split(b" ", 2)[1].decode("latin-1")

    @property
    def body(self) -> bytes:
        return self.raw.partition(b"\r\n\r\n")[2]


Answer = Callable[[Said], bytes]
"""The whole answer to a request, head and body."""


def answer_bytes(status: int, body: bytes = b"", *headers: tuple[str, str]) -> bytes:
    lines = [f"HTTP/1.1 {status} X", f"Content-Length: {len(body)}", *(f"{name}: {value}" for name, value in headers)]
    return "\r\n".join(lines).encode("latin-1", "replace") + b"\r\n\r\n" + body


@dataclass
class ListeningProxy:
    """Start with ``listening``. ``refuse`` answers every CONNECT with this instead of a tunnel."""

    answer: Answer
    ca_file: str = ""
    port: int = 0
    refuse: bytes = b""
    said: list[Said] = field(default_factory=list)
    _authority: trustme.CA = field(default_factory=trustme.CA)
    _contexts: dict[str, ssl.SSLContext] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def heard_by(self, origin: str) -> list[Said]:
        return [each for each in self.said if each.origin == origin]

    def origins(self) -> set[str]:
        return {each.origin for each in self.said}

    def serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError), contextlib.ExitStack() as ends:
            ends.callback(connection.close)
            connection.settimeout(_SECONDS)
            if connection.recv(1, socket.MSG_PEEK)[:1] == bytes([_TLS_HANDSHAKE]):
                self._tunnel(connection, "localhost", str(self.port), ends)
                return
            while (said := self._request(connection, "proxy")) is not None:
                self.said.append(said)
                if not said.raw.startswith(b"CONNECT "):
                    connection.sendall(self.answer(said))
                elif self.refuse:
                    connection.sendall(self.refuse)
                else:
                    connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                    host, _, port = said.path.rpartition(":")
                    self._tunnel(connection, host, port, ends)
                    return

    def _tunnel(self, connection: socket.socket, host: str, port: str, ends: contextlib.ExitStack) -> None:
        inside = self._context(host).wrap_socket(connection, server_side=True)
        ends.callback(inside.close)
        while (said := self._request(inside, f"{host}:{port}")) is not None:
            self.said.append(said)
            inside.sendall(self.answer(said))

    def _context(self, host: str) -> ssl.SSLContext:
        with self._lock:
            if host not in self._contexts:
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                names = ("localhost", "127.0.0.1", "::1") if host == "localhost" else (host.strip("[]"),)
                self._authority.issue_cert(*names).configure_cert(context)
                self._contexts[host] = context
            return self._contexts[host]

    def _request(self, connection: socket.socket, origin: str) -> Said | None:
        raw = b""
        while b"\r\n\r\n" not in raw and len(raw) < MOST_HEAD_BYTES:
            part = connection.recv(65536)
            if not part:
                return None
            raw += part
        head, _, body = raw.partition(b"\r\n\r\n")
        lines = (line.lower().partition(b":") for line in head.split(b"\r\n"))
        length = next((int(value) for name, _, value in lines if name == b"content-length"), 0)
        missing = length - len(body)
        while missing > 0:
            part = connection.recv(missing)
            if not part:
                return None
            raw += part
            missing -= len(part)
        return Said(origin, raw)


@contextlib.contextmanager
def listening(answer: Answer, monkeypatch: pytest.MonkeyPatch, *, refuse: bytes = b"") -> Iterator[ListeningProxy]:
    """It runs, and it is the proxy that the system names."""
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as server:
        proxy = ListeningProxy(answer, str(Path(folder) / "ca.pem"), server.getsockname()[1], refuse)
        proxy._authority.cert_pem.write_to_path(proxy.ca_file)
        for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
            monkeypatch.delenv(name)
        monkeypatch.setenv("HTTPS_PROXY", proxy.address)
        monkeypatch.setenv("HTTP_PROXY", proxy.address)

        def accept() -> None:
            with contextlib.suppress(OSError):
                while True:
                    connection, _ = server.accept()
                    Thread(target=proxy.serve, args=(connection,), daemon=True).start()

        thread = Thread(target=accept, daemon=True)
        thread.start()
        yield proxy
        with contextlib.suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
        thread.join(_SECONDS)
