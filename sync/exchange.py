"""One request to one service and its complete answer: guarded, counted, capped, and patient with a busy server."""

import asyncio
from collections.abc import Mapping

import httpx

from sync.allowed_hosts import AddressGuard
from sync.answer import Answer, Usage
from sync.clock import Clock
from sync.http_client import packed_more_than_once
from sync.pauses import ATTEMPTS, is_busy, may_repeat
from sync.problem_translation import problem_from_answer, problem_from_exception
from sync.retry_after import retry_after
from sync.service_gates import ServiceGates
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

MAXIMUM_ANSWER_BYTES = 64 * 1024 * 1024
WHOLE_ANSWER_SECONDS = 120.0
"""A server that dribbles its body satisfies every read time-out; this bounds the whole exchange."""
_BEFORE_SENDING = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)


_IN_THE_MIDDLE = (httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError)


class NothingWasSent(ProblemRaised):
    """No connection came about, so the server cannot have done anything."""


class BrokenOff(ProblemRaised):
    """The connection ended in the middle, as idle ones do when a server or a proxy has dropped them."""


@frozen
class Exchange:
    """Sends requests on behalf of one feed (or the outbox) to one service."""

    http: httpx.AsyncClient
    guard: AddressGuard
    service: str
    gates: ServiceGates
    usage: Usage
    clock: Clock
    maximum_bytes: int = MAXIMUM_ANSWER_BYTES
    whole_answer_seconds: float = WHOLE_ANSWER_SECONDS

    async def send(
        self,
        method: str,
        address: str,
        *,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
        places: int = 1,
    ) -> Answer:
        """Send and give back the answer, whatever its status, unless the service stays busy. ``places`` says how many
        requests it is to the service behind: a batch is as many as it has parts.

        Raises ``ProblemRaised``: FOREIGN_ADDRESS before anything is sent, THROTTLED, SERVICE_UNAVAILABLE, and what
        ``problem_translation`` makes of a broken connection.
        """
        self.guard.check(address, self.service)
        pauses = self.gates.pauses
        for attempt in range(1, ATTEMPTS + 1):
            async with self.gates.passage(self.service, places):
                if attempt > 1 and pauses.given_up(self.service):
                    break  # others have asked meanwhile
                answer = await self._twice(method, address, headers, content)
                if not is_busy(answer.status):
                    if method == "GET":  # a batch is fine as a whole, whatever its parts say: its sender judges
                        pauses.answered(self.service)
                    return answer
                self.heed(answer)
            says_when = retry_after(answer.headers, self.clock.now()) is not None
            if not may_repeat(method, answer.status, says_when=says_when) or pauses.given_up(self.service):
                break
        raise ProblemRaised(problem_from_answer(answer, self.service, self.clock.now()))

    def heed(self, *answers: Answer) -> None:
        """Pause the whole service, as Microsoft's throttling guidance asks, not only this request; of a batch's busy
        parts, for the longest that one of them names."""
        now = self.clock.now()
        waits = [wait for answer in answers if (wait := retry_after(answer.headers, now)) is not None]
        self.gates.pauses.busy(self.service, max(waits, default=None))

    async def _twice(
        self, method: str, address: str, headers: Mapping[str, str] | None, content: bytes | None
    ) -> Answer:
        """Once more on a new connection when the first broke off and nothing can have been done."""
        try:
            return await self._once(method, address, headers, content)
        except BrokenOff:
            if method != "GET":
                raise
        return await self._once(method, address, headers, content)

    async def _once(
        self, method: str, address: str, headers: Mapping[str, str] | None, content: bytes | None
    ) -> Answer:
        self.usage.requests += 1
        try:
            async with (
                asyncio.timeout(self.whole_answer_seconds),
                self.http.stream(method, address, headers=headers, content=content) as response,
            ):
                body = await self._body(response)
        except _BEFORE_SENDING as error:
            raise NothingWasSent(problem_from_exception(error, self.service)) from error
        except _IN_THE_MIDDLE as error:
            raise BrokenOff(problem_from_exception(error, self.service)) from error
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            raise ProblemRaised(problem_from_exception(error, self.service)) from error
        return Answer(
            address, response.status_code, body, {name.lower(): value for name, value in response.headers.items()}
        )

    async def _body(self, response: httpx.Response) -> bytes:
        if packed_more_than_once(response.headers):
            raise self._unreadable("packed more than once")
        parts: list[bytes] = []
        size = 0
        try:
            async for part in response.aiter_bytes():
                size += len(part)
                if size > self.maximum_bytes:
                    raise self._unreadable("larger than the cap")
                parts.append(part)
        finally:
            self.usage.bytes += response.num_bytes_downloaded
        return b"".join(parts)

    def _unreadable(self, detail: str) -> ProblemRaised:
        return ProblemRaised(Problem(ProblemKind.UNREADABLE_ANSWER, service=self.service, detail=detail))
