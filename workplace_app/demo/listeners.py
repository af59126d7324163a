"""The listeners of the demo: uvicorn on loopback sockets that can be closed and opened again while the rest runs on."""

import asyncio
import contextlib
import socket
import ssl
import sys
from collections.abc import Callable, Generator
from typing import Any

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from workplace_app.demo.asgi_messages import TRANSPORT

LOOPBACK = "127.0.0.1"
BACKLOG = 256
KEEP_ALIVE_SECONDS = 30
PATIENCE_AT_END_SECONDS = 1
START_POLL_SECONDS = 0.005


class _ProtocolShowingTransport(H11Protocol):
    """Puts the connection's transport into each request's scope, so that a fault can cut it."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        inner = self.app

        async def showing(scope: Scope, receive: Receive, send: Send) -> None:
            scope.setdefault("extensions", {})[TRANSPORT] = self.transport
            await inner(scope, receive, send)

        self.app = showing


class _QuietServer(uvicorn.Server):
    """A server among several: signals are handled once, for all of them, by whoever runs them."""

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield

    def abort_connections(self) -> None:
        """Cut all connections at once; whoever waits inside a request learns that its client has gone."""
        for server in getattr(self, "servers", ()):
            server.close()
        for connection in list(self.server_state.connections):
            transport = getattr(connection, "transport", None)
            if transport is not None:
                transport.abort()


def bound_socket(port: int) -> socket.socket:
    """A listening socket on loopback; port 0 lets the system choose. Raises ``OSError`` when the port is taken."""
    # The protocol is named since asyncio turns Nagle's delay (44 ms a request here) off only on such sockets.
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform == "win32":
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((LOOPBACK, port))
        bound.listen(BACKLOG)  # at once: on Linux a second process may bind a port that nobody listens on yet
    except OSError:
        bound.close()
        raise
    return bound


class Listener:
    """One origin's listener. ``context`` makes its TLS context at each opening; None for plain http."""

    def __init__(self, app: ASGIApp, bound: socket.socket, context: Callable[[], ssl.SSLContext] | None) -> None:
        self._app = app
        self._socket = bound
        self._context = context
        self._port: int = bound.getsockname()[1]
        self._server: _QuietServer | None = None
        self._serving: asyncio.Task[None] | None = None

    @property
    def is_open(self) -> bool:
        """True while it answers."""
        return self._server is not None

    async def open(self) -> None:
        """Begin to answer; a listener that was closed binds the same port again."""
        if self._server is not None:
            return
        if self._socket.fileno() < 0:
            self._socket = bound_socket(self._port)
        context = self._context
        config = uvicorn.Config(
            self._app,
            http=_ProtocolShowingTransport,
            ws="none",
            lifespan="off",
            log_config=None,
            log_level="error",
            access_log=False,
            server_header=False,
            date_header=False,
            timeout_keep_alive=KEEP_ALIVE_SECONDS,
            timeout_graceful_shutdown=PATIENCE_AT_END_SECONDS,
            backlog=BACKLOG,
            ssl_context_factory=(lambda _config, _default: context()) if context is not None else None,
        )
        self._server = _QuietServer(config)
        self._serving = asyncio.create_task(self._server.serve(sockets=[self._socket]))
        while not self._server.started:
            if self._serving.done():
                await self._serving
                return
            await asyncio.sleep(START_POLL_SECONDS)

    async def close(self) -> None:
        """Stop answering and cut what is open: whoever calls now is refused, as without a network."""
        if self._server is None or self._serving is None:
            return
        server, serving = self._server, self._serving
        self._server = self._serving = None
        server.should_exit = True
        server.abort_connections()
        await serving

    def release(self) -> None:
        """Let go of the port without ever having answered, or after closing."""
        self._socket.close()
