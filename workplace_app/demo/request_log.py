"""The log of requests to the three origins, so that a test or a person can count what a client asked for."""

from collections import Counter, deque
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import parse_qsl

from starlette.types import ASGIApp, Message, Receive, Scope, Send

REQUESTS_KEPT = 20_000
FAULT = "demo_fault"
"""Under this name in a request's state lies the kind of fault that struck it."""


@dataclass(frozen=True, slots=True)
class LoggedRequest:
    """One request. ``query`` has the parameters' names only. ``status`` 0: the connection ended without an answer.

    ``batched``: a part of a ``$batch``, which itself is logged too. ``bytes`` counts the answer's body as it was sent.
    """

    number: int
    method: str
    origin: str
    path: str
    query: tuple[str, ...]
    status: int
    bytes: int
    batched: bool = False
    fault: str | None = None


class RequestLog:
    """Keeps the latest requests, and counts since the last reset."""

    def __init__(self) -> None:
        self._requests: deque[LoggedRequest] = deque(maxlen=REQUESTS_KEPT)
        self._counts: Counter[tuple[str, str]] = Counter()
        self._number = 0

    def add(
        self, scope: Scope, origin: str, *, status: int, size: int, batched: bool = False, fault: str | None = None
    ) -> None:
        """Note a request that has been answered, or cut off."""
        self._number += 1
        names = tuple(name for name, _ in parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True))
        logged = LoggedRequest(
            self._number, scope["method"], origin, scope["path"], names, status, size, batched, fault
        )
        self._requests.append(logged)
        if not batched:
            self._counts[origin, logged.path] += 1

    def reset(self) -> None:
        """Begin to count anew."""
        self._requests.clear()
        self._counts.clear()

    @property
    def total(self) -> int:
        """Requests on the wire since the last reset; parts of a ``$batch`` are not counted by themselves."""
        return self._counts.total()

    def latest(self, limit: int) -> tuple[LoggedRequest, ...]:
        """The latest requests, newest first."""
        return tuple(reversed(self._requests))[:limit]

    def as_json(self, wanted: Callable[[LoggedRequest], bool], limit: int) -> dict[str, Any]:
        """What the control answers: requests oldest first, counts by path and by origin, and the sum of bytes."""
        chosen = [request for request in self._requests if wanted(request)]
        on_wire = [request for request in chosen if not request.batched]
        return {
            "total": len(on_wire),
            "bytes": sum(request.bytes for request in on_wire),
            "counts": dict(Counter(request.path for request in on_wire).most_common()),
            "origins": dict(Counter(request.origin for request in on_wire)),
            "requests": [asdict(request) for request in chosen[-limit:]],
        }


class LoggedOrigin:
    """The outermost layer of an origin: notes each request when it is over."""

    def __init__(self, app: ASGIApp, log: RequestLog, origin: str) -> None:
        self._app = app
        self._log = log
        self._origin = origin

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = size = 0

        async def counted(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
            else:
                size += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, counted)
        finally:
            fault = scope["state"].get(FAULT)
            self._log.add(scope, self._origin, status=status, size=size, fault=fault)
