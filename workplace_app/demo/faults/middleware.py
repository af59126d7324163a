"""The layer of each origin in which its faults strike."""

from starlette.types import ASGIApp, Receive, Scope, Send

from workplace_app.demo.asgi_messages import CapturedAnswer
from workplace_app.demo.faults.answers import ANSWERS, StruckRequest
from workplace_app.demo.faults.bendings import BENDINGS, bend
from workplace_app.demo.faults.book import FaultBook
from workplace_app.demo.faults.connections import CONNECTIONS
from workplace_app.demo.request_log import FAULT


class FaultyOrigin:
    """Lets requests through to ``app`` unless a fault is meant for them."""

    def __init__(self, app: ASGIApp, book: FaultBook, origin: str, address: str) -> None:
        self._app = app
        self._book = book
        self._origin = origin
        self._address = address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        rule = None
        if scope["type"] == "http":
            rule = self._book.take(self._origin, scope["method"], scope["path"])
        if rule is None:
            await self._app(scope, receive, send)
            return
        scope["state"][FAULT] = rule.kind.value
        request = StruckRequest(self._origin, self._address, scope["path"], scope["query_string"].decode("latin-1"))
        if rule.kind in ANSWERS:
            await ANSWERS[rule.kind](rule, request)(scope, receive, send)
        elif rule.kind in BENDINGS:
            answer = CapturedAnswer()
            await self._app(_wanting_it_plain(scope), receive, answer.capture)
            bend(rule.kind, answer, request)
            await answer.send(send)
        else:
            await CONNECTIONS[rule.kind](rule, self._app, scope, receive, send)


def _wanting_it_plain(scope: Scope) -> Scope:
    """What is compressed cannot be bent, only broken."""
    return {**scope, "headers": [header for header in scope["headers"] if header[0] != b"accept-encoding"]}
