"""Writes to the demo's dialogue as somebody's program would, through the demo's own protection layer stood in for."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from tests.demo.cms.newsreader import CASE_WORKER, CMS, Cms
from workplace_app.demo.cms.dialogue import BASE, SCOPE
from workplace_app.demo.staff import Staff

FIRST, SECOND = "019a1f3e-0000-7000-8000-000000000001", "019a1f3e-0000-7000-8000-000000000002"


@dataclass
class Correspondent:
    """``scopes`` are those of the token that is sent."""

    cms: Cms
    user: Staff | None = CASE_WORKER
    scopes: frozenset[str] = field(default_factory=lambda: frozenset({SCOPE}))

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> httpx.Response:
        """One request below the dialogue's root."""
        inner = Starlette(routes=list(self.cms.part.routes))

        async def known(scope: Scope, receive: Receive, send: Send) -> None:
            scope.setdefault("state", {}).update(user=self.user, scopes=self.scopes)
            await inner(scope, receive, send)

        protected: ASGIApp = known
        sent = {name.replace("_", "-"): value for name, value in headers.items()}

        async def run() -> httpx.Response:
            async with httpx.AsyncClient(transport=httpx.ASGITransport(protected), base_url=CMS) as client:
                content = body if isinstance(body, bytes) else None
                return await client.request(
                    method, BASE + path, json=None if content else body, content=content, headers=sent
                )

        return asyncio.run(run())

    def put(self, identity: str = FIRST, **said: Any) -> httpx.Response:
        """A remark."""
        return self.ask("PUT", f"/remarks/{identity}", remark(**said))

    def mine(self, **query: str) -> list[dict[str, Any]]:
        """The list of one's own."""
        answer = self.ask("GET", "/remarks?" + "&".join(f"{name}={value}" for name, value in query.items()))
        assert answer.status_code == 200, answer.text
        listed: list[dict[str, Any]] = answer.json()["remarks"]
        return listed

    def log(self) -> dict[str, Any]:
        """What the town says has taken effect, without what was there from the start."""
        logged = self.cms.part.views["dialogue"]()
        return {**logged, "remarks": [each for each in logged["remarks"] if each["puts"]]}


def remark(**said: Any) -> dict[str, Any]:
    """A body that is right, but for what is said."""
    about = {"id": "bygglov", "title": "Bygglov", "address": "https://www.nacka.se/bygglov/"}
    return {
        "kind": "question",
        "text": "Hur lång är handläggningstiden?",
        "about": about,
        "written_at": "2026-11-23T08:00:00Z",
        **said,
    }
