"""Where the browser brings the answer of the identity provider: a loopback address that lives as long as one sign-in.

MSAL has a receiver of its own, but it cannot be cancelled, looks for answers once a second, listens on every network
interface inside a container, and opens the browser itself.
"""

import asyncio
import errno
import hmac
from contextlib import suppress
from types import TracebackType
from typing import NamedTuple, Self, cast
from urllib.parse import parse_qs

import h11

from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

_LARGEST_FORM = 64 * 1024
_SECONDS_PER_REQUEST = 10.0
_SECONDS_FOR_A_PAGE = 2.0
"""How long the end waits for a browser that is being given its page."""
_PORTS_TO_TRY = 5
_MOST_SILENT = 32
"""More at once than any browser opens."""
_HEADERS = [
    ("Content-Type", "text/html; charset=utf-8"),
    ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"),
    ("Cache-Control", "no-store"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("Connection", "close"),
]
_SIGN = '<!doctype html><meta charset="utf-8"><title>{0}</title><p style="font:4rem sans-serif;text-align:center">{0}'


@frozen
class ReturnPages:
    """Whole HTML pages for the browser when it has brought its answer; whoever words the program words them. Without
    words they are signs."""

    signed_in: str = _SIGN.format("✓")
    not_signed_in: str = _SIGN.format("✕")


class Visit(NamedTuple):
    """What a browser has asked for."""

    method: bytes
    target: str
    form: bytes


class Reply(NamedTuple):
    """What the browser gets: a page, or the way to one. ``answer`` are the fields of a true answer."""

    status: int
    page: str
    answer: dict[str, str] | None = None
    location: str = ""


class RedirectReceiver:
    """Listens on loopback for one form_post answer with the right ``state``; everything else is turned away.

    A context manager: ``redirect_uri`` is known inside it. Both loopback families are taken where there are two, so
    that no other program can wait on the same port for the browser that tries ::1 first.
    """

    def __init__(self, state: str, pages: ReturnPages) -> None:
        self._state = state
        self._pages = pages
        self._servers: list[asyncio.Server] = []
        self._silent: set[asyncio.Task[None]] = set()
        """Visits that have not said what they want yet."""
        self._answering: set[asyncio.Task[None]] = set()
        """Those that have, and are being given a page."""
        self._answer: asyncio.Future[dict[str, str]] = asyncio.get_running_loop().create_future()
        self.redirect_uri = ""

    async def __aenter__(self) -> Self:
        """Raises ``ProblemRaised`` when this computer has no port to listen on."""
        try:
            self.redirect_uri = await self._take_port()
        except OSError as error:
            name = errno.errorcode.get(error.errno or 0, type(error).__name__)
            problem = Problem(ProblemKind.UNEXPECTED, detail=f"no port to listen on ({name})")
            raise ProblemRaised(problem) from error
        return self

    async def _take_port(self) -> str:
        """Listen, and give the address that the browser is to come to. Raises ``OSError``."""
        for _ in range(_PORTS_TO_TRY):
            port = await self._listen()
            if port is not None:
                return f"http://localhost:{port}"
        raise OSError(errno.EADDRINUSE, "no free port on both loopback addresses")

    async def _listen(self) -> int | None:
        """Take one port on both families; None when somebody else has it on the second."""
        first = await asyncio.start_server(self._welcome, "127.0.0.1", 0)
        self._servers = [first]
        if not first.sockets:  # asyncio passes over a socket that the system refuses, and listens to nobody
            raise OSError(errno.EMFILE, "the system gave no socket")
        port: int = first.sockets[0].getsockname()[1]
        try:
            self._servers.append(await asyncio.start_server(self._welcome, "::1", port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                first.close()
                await first.wait_closed()
                return None
        return port

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for server in self._servers:
            server.close()
        # Browsers open connections ahead of need; since Python 3.12 the servers would wait for each of them.
        for visit in self._silent:
            visit.cancel()
        await asyncio.gather(*self._silent, return_exceptions=True)
        if self._answering:
            await asyncio.wait(self._answering, timeout=_SECONDS_FOR_A_PAGE)
        for visit in self._answering:
            visit.cancel()
        for server in self._servers:
            await server.wait_closed()
        self._answer.cancel()

    async def answer(self) -> dict[str, str]:
        """The fields of the answer, a code or an error, when it has come."""
        return await asyncio.shield(self._answer)

    def _welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if len(self._silent) >= _MOST_SILENT:
            writer.transport.abort()
            return
        visit = asyncio.ensure_future(self._serve(reader, writer))
        self._silent.add(visit)

        def ended(visit: asyncio.Task[None]) -> None:
            self._silent.discard(visit)
            self._answering.discard(visit)
            if visit.cancelled():  # before it had begun
                writer.transport.abort()

        visit.add_done_callback(ended)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        visit = cast("asyncio.Task[None]", asyncio.current_task())
        try:
            with suppress(h11.ProtocolError, TimeoutError, ConnectionError):
                async with asyncio.timeout(_SECONDS_PER_REQUEST):
                    connection = h11.Connection(h11.SERVER)
                    asked = await self._read(connection, reader)
                    self._silent.discard(visit)
                    self._answering.add(visit)
                    reply = self._judge(asked)
                    writer.write(_response(connection, reply, with_body=asked.method != b"HEAD"))
                    await writer.drain()
                    if reply.answer is not None and not self._answer.done():
                        self._answer.set_result(reply.answer)
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()
        except asyncio.CancelledError:
            writer.transport.abort()

    @staticmethod
    async def _read(connection: h11.Connection, reader: asyncio.StreamReader) -> Visit:
        method, target, form = b"", "", b""
        while True:
            event = connection.next_event()
            if event is h11.NEED_DATA:
                connection.receive_data(await reader.read(_LARGEST_FORM))
            elif isinstance(event, h11.Request):
                method, target = event.method, event.target.decode("ascii", "replace")
            elif isinstance(event, h11.Data):
                form += event.data
                if len(form) > _LARGEST_FORM:
                    raise h11.RemoteProtocolError("too much for a form")
            else:
                return Visit(method, target, form)

    def _judge(self, visit: Visit) -> Reply:
        """A GET is refused: codes do not belong into addresses."""
        if visit.method != b"POST":
            return Reply(405, self._pages.not_signed_in)
        return self._judge_fields(visit.form.decode("utf-8", "replace"))

    def _judge_fields(self, text: str) -> Reply:
        """Take a form's fields for the answer when they carry the right ``state``."""
        fields = {name: values[0] for name, values in parse_qs(text).items()}
        if not hmac.compare_digest(fields.get("state", "").encode(), self._state.encode()):
            return Reply(400, self._pages.not_signed_in)
        if "code" in fields:
            return Reply(200, self._pages.signed_in, fields)
        return Reply(200, self._pages.not_signed_in, fields if "error" in fields else None)


def _response(connection: h11.Connection, reply: Reply, *, with_body: bool) -> bytes:
    body = reply.page.encode()
    location = [("Location", reply.location)] if reply.location else []
    headers = [*_HEADERS, *location, ("Content-Length", str(len(body)))]
    sent = (h11.Data(data=body),) if with_body else ()
    events = (h11.Response(status_code=reply.status, headers=headers), *sent, h11.EndOfMessage())
    return b"".join(connection.send(event) or b"" for event in events)
