"""Asks the demo's Graph as a client would, page by page and round by round; judged by Microsoft's description."""

import asyncio
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from tests.contracts.graph_contract import GraphContract, Json
from workplace_app.demo.graph.part import GraphPart
from workplace_app.demo.settings import Addresses, DemoSettings
from workplace_app.demo.staff import STAFF, Staff

NOW = datetime(2026, 10, 13, 6, 12, tzinfo=UTC)
ORIGIN = "https://localhost:50124"
BASE = f"{ORIGIN}/v1.0"
ALL_SCOPES = frozenset(
    {
        "User.Read",
        "User.Read.All",
        "GroupMember.Read.All",
        "Tasks.ReadWrite",
        "Calendars.ReadWrite",
        "Mail.ReadWrite",
        "Team.ReadBasic.All",
        "Channel.ReadBasic.All",
        "ChannelMessage.Read.All",
        "ChannelMessage.Send",
        "Chat.Read",
        "ChatMessage.Send",
        "Sites.Read.All",
        "Files.Read.All",
        "Group-Conversation.Read.All",
        "Group-Conversation.ReadWrite.All",
    }
)
WINDOW = "startDateTime=2026-10-06T00:00:00Z&endDateTime=2026-12-12T00:00:00Z"


class SignedIn:
    """Stands in for the bearer check: everybody is this person, with these scopes."""

    def __init__(self, app: ASGIApp, person: Staff, scopes: frozenset[str]) -> None:
        self._app = app
        self.person = person
        self.scopes = scopes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            scope.setdefault("state", {}).update(user=self.person, scopes=self.scopes)
        await self._app(scope, receive, send)


class PassingTime:
    """A monotonic clock that goes on by a second with every look, so that no rate is ever reached."""

    def __init__(self) -> None:
        self._seconds = 0.0

    def __call__(self) -> float:
        self._seconds += 1.0
        return self._seconds


async def at_once(_seconds: float) -> None:
    """A mailbox that needs no time."""


@dataclass
class DemoGraph:
    """The demo's Graph without a network, and one person who asks it."""

    part: GraphPart
    signed_in: SignedIn
    contract: GraphContract | None = None
    problems: list[str] = field(default_factory=list)
    answers: int = 0

    @classmethod
    def open(
        cls,
        folder: Path,
        person: Staff = STAFF[0],
        *,
        scale: int = 1,
        now: datetime = NOW,
        contract: GraphContract | None = None,
    ) -> "DemoGraph":
        """Start it."""
        settings = DemoSettings(Addresses("", ORIGIN, "", ""), folder, lambda: now, scale)
        part = GraphPart(settings, PassingTime(), at_once)
        return cls(part, SignedIn(Starlette(routes=list(part.part.routes)), person, ALL_SCOPES), contract)

    def ask(self, method: str, address: str, body: Any = None, **headers: str) -> httpx.Response:
        """One request, judged when there is a judge."""
        content = None if body is None else json.dumps(body)
        sent = {"Content-Type": "application/json", **headers} if body is not None else dict(headers)
        sent = {name.replace("_", "-"): value for name, value in sent.items()}
        answer = asyncio.run(self._send(method, address, content, sent))
        self.answers += 1
        if self.contract is not None:
            told = answer.json() if answer.content else None
            found = self.contract.check_response(method, address, answer.status_code, told)
            self.problems += [f"{method} {address[:140]} {answer.status_code}: {problem}" for problem in found]
        return answer

    def get(self, address: str, **headers: str) -> Json:
        """The body of a GET that must succeed."""
        answer = self.ask("GET", address, **headers)
        assert answer.status_code == 200, answer.text
        body: Json = answer.json()
        return body

    def pages(self, address: str, **headers: str) -> Iterator[Json]:
        """All pages of a collection."""
        following: str | None = address
        while following:
            page = self.get(following, **headers)
            yield page
            following = page.get("@odata.nextLink")

    def items(self, address: str, **headers: str) -> list[Json]:
        """All items of a collection."""
        return [item for page in self.pages(address, **headers) for item in page["value"]]

    def round(self, address: str, **headers: str) -> tuple[list[Json], str]:
        """All items of a delta round, and its delta link."""
        pages = list(self.pages(address, **headers))
        link: str = pages[-1]["@odata.deltaLink"]
        return [item for page in pages for item in page["value"]], link

    async def _send(self, method: str, address: str, content: str | None, headers: dict[str, str]) -> httpx.Response:
        transport = httpx.ASGITransport(self.signed_in)
        async with httpx.AsyncClient(transport=transport) as client:
            whole = address if address.startswith("https://") else f"{BASE}{address}"
            return await client.request(method, whole, content=content, headers=headers)


def segment(text: str) -> str:
    """An id as one segment of a path."""
    return quote(text, safe="")
