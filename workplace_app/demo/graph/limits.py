"""Microsoft's limits that one client can reach: four at a time to a mailbox, so many a second to Teams and SharePoint.

Sources: graph/throttling-limits (Outlook, Teams) and SharePoint's limit of 3,000 requests in five minutes per user.
"""

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from workplace_app.demo.graph.exchange import GraphRequest, Refusal

MAILBOX_CONCURRENCY = 4
OUTLOOK_RETRY_SECONDS = 2


@dataclass(frozen=True, slots=True)
class Rate:
    """So many requests a second in the long run, so many at once when it has been quiet."""

    per_second: float
    burst: int


CHANNEL_OR_CHAT = Rate(1, 5)
TEAMS_MESSAGES = Rate(20, 40)
JOINED_TEAMS = Rate(30, 60)
CHANNELS_OF_A_TEAM = Rate(4, 8)
CHATS_OF_A_USER = Rate(5, 10)
SHAREPOINT_OF_A_USER = Rate(10, 3000)


class _Bucket:
    """A token bucket."""

    def __init__(self, rate: Rate, now: float) -> None:
        self._rate = rate
        self._left = float(rate.burst)
        self._at = now

    def take(self, now: float) -> float:
        """0 when there was a token; else how many seconds until there is one."""
        self._left = min(float(self._rate.burst), self._left + (now - self._at) * self._rate.per_second)
        self._at = now
        if self._left >= 1:
            self._left -= 1
            return 0.0
        return (1 - self._left) / self._rate.per_second


class Limits:
    """Counts what one client asks for; everything is per app, and the demo has one app."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._buckets: dict[tuple[str, ...], _Bucket] = {}
        self._in_flight: dict[str, int] = {}

    @contextmanager
    def mailbox(self, request: GraphRequest) -> Iterator[None]:
        """Hold one of the mailbox's four places while the request is served. Raises ``Refusal``."""
        owner = request.person.object_id
        if self._in_flight.get(owner, 0) >= MAILBOX_CONCURRENCY:
            message = "Application is over its MailboxConcurrency limit."
            raise Refusal(429, "ApplicationThrottled", message, {"Retry-After": str(OUTLOOK_RETRY_SECONDS)})
        self._in_flight[owner] = self._in_flight.get(owner, 0) + 1
        try:
            yield
        finally:
            self._in_flight[owner] -= 1

    def count(self, request: GraphRequest, workload: str) -> None:
        """Count a request against its workload's rates. Raises ``Refusal``."""
        if workload == "teams" and request.method == "GET":
            for key, rate in _teams_rates(request):
                self._take(key, rate, _teams_refusal)
        elif workload == "sharepoint":
            self._take(("sharepoint", request.person.object_id), SHAREPOINT_OF_A_USER, _sharepoint_refusal)

    def _take(self, key: tuple[str, ...], rate: Rate, refusal: Callable[[int], Refusal]) -> None:
        now = self._monotonic()
        wait = self._buckets.setdefault(key, _Bucket(rate, now)).take(now)
        if wait > 0:
            raise refusal(math.ceil(wait))


def _teams_rates(request: GraphRequest) -> Iterator[tuple[tuple[str, ...], Rate]]:
    parameters = request.parameters
    if "messages" in request.path:
        yield ("place", parameters.get("channel-id", parameters.get("chat-id", ""))), CHANNEL_OR_CHAT
        yield ("messages",), TEAMS_MESSAGES
    elif "channels" in request.path:
        yield ("team", parameters["team-id"]), CHANNELS_OF_A_TEAM
    elif "joinedTeams" in request.path:
        yield ("joined",), JOINED_TEAMS
    elif "chats" in request.path:
        yield ("chats", request.person.object_id), CHATS_OF_A_USER


def _teams_refusal(seconds: int) -> Refusal:
    return Refusal(429, "TooManyRequests", "Please retry again later.", {"Retry-After": str(seconds)})


def _sharepoint_refusal(seconds: int) -> Refusal:
    limit = str(SHAREPOINT_OF_A_USER.burst)
    headers = {
        "Retry-After": str(seconds),
        "RateLimit-Limit": limit,
        "RateLimit-Remaining": "0",
        "RateLimit-Reset": str(seconds),
    }
    return Refusal(429, "activityLimitReached", "The app or user has been throttled.", headers)
