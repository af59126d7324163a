"""The wire between a computer and the demo municipality, in one process, with every trouble that a test orders."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

import httpx

LATE = timedelta(seconds=8)
"""How long a request may be on its way after its sender has given up: less than the product waits before it looks."""


class Trouble(StrEnum):
    """What happens to one request."""

    FINE = "fine"
    UNREACHABLE = "unreachable"  # nothing leaves the computer
    LOST_ANSWER = "lost_answer"  # it arrives, and the answer does not
    LATE = "late"  # the sender gives up, and it arrives some seconds later all the same
    TWICE = "twice"  # it is answered, and arrives once more some seconds later (services that tell a repetition)
    BUSY = "busy"  # 429 with Retry-After
    UNAVAILABLE = "unavailable"  # 503 without
    BROKEN = "broken"  # 500, nothing done
    BROKEN_AFTER = "broken_after"  # 500, and all done
    OTHER_PAGE = "other_page"  # a network's own sign-in page
    CUT = "cut"  # an answer that ends in the middle
    FORGOTTEN = "forgotten"  # 410 to a bookmark
    REFUSED = "refused"  # 403
    CRASH_BEFORE = "crash_before"  # the program is killed just before it sends
    CRASH_AFTER = "crash_after"  # the program is killed when the service has done it


class Killed(Exception):
    """The program has been killed in the middle of a request."""


@dataclass
class Arrival:
    """One request that changes something, as it came to the service."""

    computer: int
    intent_id: str | None
    method: str
    path: str
    body: bytes
    before: int
    after: int
    status: int

    @property
    def effective(self) -> bool:
        """True when something was written down for it."""
        return self.after > self.before


@dataclass
class Wire(httpx.AsyncBaseTransport):
    """Carries the requests of one computer. ``revision`` counts what has changed in the municipality."""

    computer: int
    inner: httpx.ASGITransport
    now: Callable[[], datetime]
    revision: Callable[[], int]
    arrivals: list[Arrival]
    troubles: deque[Trouble] = field(default_factory=deque)
    requests: int = 0
    delivering: str | None = None
    usual: Callable[[httpx.Request], Trouble] = lambda _request: Trouble.FINE
    """What happens to a request that no trouble was ordered for."""
    pull_the_plug: Callable[[], None] = lambda: None
    judge: Callable[[httpx.Request, str | None], str | None] = lambda _request, _intent_id: None
    """Says, before a request arrives, what would be wrong with its taking effect."""
    complaints: list[str] = field(default_factory=list)
    dead: bool = False
    _late: list[tuple[datetime, httpx.Request, str | None]] = field(default_factory=list)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request through whatever trouble is next."""
        if self.dead:
            raise Killed
        self.requests += 1
        await self.arrive_late()
        trouble = self.troubles.popleft() if self.troubles else self.usual(request)
        if trouble is Trouble.TWICE and not tells_repetitions(request):
            trouble = Trouble.FINE
        if trouble is Trouble.LATE and _sets_without_an_etag(request):
            trouble = Trouble.LOST_ANSWER
        before = self._before(trouble, request)
        if before is not None:
            return before
        response = await self._arrive(request)
        if trouble is Trouble.TWICE:
            self._late.append((self.now() + LATE, request, self.delivering))
        return self._after(trouble, request, response)

    def _before(self, trouble: Trouble, request: httpx.Request) -> httpx.Response | None:
        if trouble is Trouble.UNREACHABLE:
            raise httpx.ConnectError("unreachable", request=request)
        if trouble is Trouble.CRASH_BEFORE:
            self._die()
            raise Killed
        if trouble is Trouble.LATE:
            self._late.append((self.now() + LATE, request, self.delivering))
            raise httpx.ReadTimeout("no answer", request=request)
        canned = {
            Trouble.BUSY: (429, {"Retry-After": "120"}),
            Trouble.UNAVAILABLE: (503, {}),
            Trouble.BROKEN: (500, {}),
            Trouble.REFUSED: (403, {}),
        }
        if trouble in canned:
            status, headers = canned[trouble]
            return httpx.Response(status, headers=headers, json={"error": {"code": trouble.value}}, request=request)
        if trouble is Trouble.FORGOTTEN and "token=" in str(request.url):
            return httpx.Response(410, json={"error": {"code": "syncStateNotFound"}}, request=request)
        if trouble is Trouble.OTHER_PAGE:
            return httpx.Response(200, html="<html>Logga in på hotellets nät</html>", request=request)
        return None

    def _after(self, trouble: Trouble, request: httpx.Request, response: httpx.Response) -> httpx.Response:
        if trouble is Trouble.LOST_ANSWER:
            raise httpx.ReadError("connection lost", request=request)
        if trouble is Trouble.CRASH_AFTER:
            self._die()
            raise Killed
        if trouble is Trouble.BROKEN_AFTER and request.method != "GET":
            return httpx.Response(500, json={"error": {"code": "broken"}}, request=request)
        if trouble is Trouble.CUT:
            headers = {"content-type": response.headers.get("content-type", "")}
            return httpx.Response(response.status_code, headers=headers, content=response.content[:-9], request=request)
        return response

    def _die(self) -> None:
        self.dead = True
        self.pull_the_plug()

    async def arrive_late(self, *, all_of_them: bool = False) -> None:
        """Let what was on its way arrive whose time has come."""
        due = [each for each in self._late if all_of_them or each[0] <= self.now()]
        self._late = [each for each in self._late if each not in due]
        for _, request, intent_id in due:
            await self._arrive(request, intent_id)

    async def _arrive(self, request: httpx.Request, intent_id: str | None = None) -> httpx.Response:
        intent_id = intent_id or self.delivering
        complaint = self.judge(request, intent_id)
        before = self.revision()
        response = await self.inner.handle_async_request(request)
        await response.aread()
        if request.method != "GET" and not request.url.path.endswith("/$batch"):
            self.arrivals.append(
                Arrival(
                    self.computer,
                    intent_id,
                    request.method,
                    request.url.path,
                    request.content,
                    before,
                    self.revision(),
                    response.status_code,
                )
            )
            if complaint is not None and self.arrivals[-1].effective:
                self.complaints.append(complaint)
        return response


def _sets_without_an_etag(request: httpx.Request) -> bool:
    """To Do takes a state that comes late for a new one, whatever has been set since: nobody's client can help that."""
    return request.method == "PATCH" and "/todo/" in request.url.path


def tells_repetitions(request: httpx.Request) -> bool:
    """Requests that the service knows by a key or an etag when they come once more."""
    planner = "if-match" in request.headers and "/planner/" in request.url.path
    return request.method == "PUT" or planner or b"transactionId" in request.content
