"""Where an issuer that compares addresses exactly brings its answer: ``http://127.0.0.1:<a registered port>/callback``.

Auth0 takes no port that is not registered (facts of its documentation, read 2026-11: callback addresses match exactly,
wildcards stand for subdomains only), so a few fixed ones are tried in their order.
"""

import asyncio
import errno
from types import TracebackType
from urllib.parse import urlsplit

from sync.identity.redirect_receiver import RedirectReceiver, Reply, ReturnPages, Visit

CALLBACK_PATH = "/callback"
_SIGNED_IN, _NOT_SIGNED_IN = "/signed-in", "/not-signed-in"
_SECONDS_FOR_THE_PAGE = 2.0
"""How long the browser may take to ask for the page that it was sent on to."""


class CallbackReceiver(RedirectReceiver):
    """Takes the answer by GET or by POST, as ``response_mode`` has it, and by nothing else.

    An answer in the address is followed by a page at another one, so that no code stays in the browser's history.
    Whoever asks for anything else (an icon, another program) is turned away, and the waiting goes on.
    """

    def __init__(self, state: str, pages: ReturnPages, ports: tuple[int, ...], response_mode: str) -> None:
        super().__init__(state, pages)
        self._ports = ports or (0,)
        self._by_query = response_mode == "query"
        self._sent_on = False
        self._seen = asyncio.Event()

    async def _take_port(self) -> str:
        for port in self._ports:
            try:
                # The address is a number, so no browser tries ::1 first.
                server = await asyncio.start_server(self._welcome, "127.0.0.1", port)
            except OSError as error:
                if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                    raise
                continue
            self._servers = [server]
            if not server.sockets:  # asyncio passes over a socket that the system refuses, and listens to nobody
                raise OSError(errno.EMFILE, "the system gave no socket")
            return f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}{CALLBACK_PATH}"
        raise OSError(errno.EADDRINUSE, "every registered port is taken")

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        cancelled = kind is not None and issubclass(kind, asyncio.CancelledError)
        if self._sent_on and not cancelled:
            await asyncio.wait({seen := asyncio.ensure_future(self._seen.wait())}, timeout=_SECONDS_FOR_THE_PAGE)
            seen.cancel()
        await super().__aexit__(kind, error, trace)

    def _judge(self, visit: Visit) -> Reply:
        try:
            address = urlsplit(visit.target)
        except ValueError:
            return Reply(400, self._pages.not_signed_in)
        if address.path == CALLBACK_PATH:
            return self._judge_callback(visit, address.query)
        if visit.method == b"GET" and self._sent_on and address.path in (_SIGNED_IN, _NOT_SIGNED_IN):
            self._seen.set()
            page = self._pages.signed_in if address.path == _SIGNED_IN else self._pages.not_signed_in
            return Reply(200, page)
        return Reply(404, self._pages.not_signed_in)

    def _judge_callback(self, visit: Visit, query: str) -> Reply:
        if not self._by_query:
            return super()._judge(visit)
        if visit.method != b"GET":
            return Reply(405, self._pages.not_signed_in)
        reply = self._judge_fields(query)
        if reply.answer is None:
            return reply
        self._sent_on = True
        return Reply(303, "", reply.answer, _SIGNED_IN if "code" in reply.answer else _NOT_SIGNED_IN)
