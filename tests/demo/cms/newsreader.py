"""Asks the CMS's routes directly, as the demo's own protection would hand the requests over."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from workplace_app.demo.clock import DemoClock
from workplace_app.demo.cms.part import cms_part
from workplace_app.demo.parts import Part
from workplace_app.demo.settings import Addresses, DemoSettings
from workplace_app.demo.staff import STAFF, Staff

MORNING = datetime(2026, 11, 23, 8, 40, tzinfo=UTC)
CMS = "https://localhost:50003"
V3, V3_FLAT, V2 = "/api/episerver/v3.0", "/api/episerver/v3.0-flat", "/api/episerver/v2.0"
CASE_WORKER, HOME_CARE, HEAD_TEACHER, COMMUNICATOR, IT_ADMINISTRATOR = STAFF


class _Who:
    """Stands where the bearer check stands: says who is asking."""

    def __init__(self, inner: ASGIApp) -> None:
        self.inner = inner
        self.user: Staff | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope.setdefault("state", {}).update(user=self.user, scopes=frozenset())
        await self.inner(scope, receive, send)


@dataclass
class Cms:
    """A CMS part with a clock that the test moves."""

    folder: Path
    clock: DemoClock = field(default_factory=lambda: DemoClock(MORNING, standing=True))
    scale: int = 1
    part: Part = field(init=False)

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        """Start it, or start it again over the same folder."""
        addresses = Addresses("https://localhost:50001", "https://localhost:50002", CMS, "http://localhost:50004")
        self.part = cms_part(DemoSettings(addresses, self.folder, self.clock, self.scale))
        self._who = _Who(Starlette(routes=list(self.part.routes)))

    def get(self, path: str, user: Staff | None = CASE_WORKER, **headers: str) -> httpx.Response:
        """One request as ``user``; header names are written with underscores."""
        self._who.user = user
        sent = {name.replace("_", "-"): value for name, value in headers.items()}

        async def ask() -> httpx.Response:
            async with httpx.AsyncClient(transport=httpx.ASGITransport(self._who), base_url=CMS) as client:
                return await client.get(path, headers=sent)

        return asyncio.run(ask())

    def json(self, path: str, user: Staff | None = CASE_WORKER, **headers: str) -> Any:
        """The JSON of one answer that went well."""
        answer = self.get(path, user, **headers)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def news(self, user: Staff | None = CASE_WORKER, base: str = V3) -> list[dict[str, Any]]:
        """All articles that somebody sees."""
        articles: list[dict[str, Any]] = self.json(f"{base}/content/210/children?expand=*", user)
        return articles

    def disruptions(self, user: Staff | None = CASE_WORKER) -> list[dict[str, Any]]:
        """All drift information that somebody sees."""
        notices: list[dict[str, Any]] = self.json(f"{V3}/content/320/children", user)
        return notices

    def pass_time(self, **length: float) -> datetime:
        """Let time pass; returns the new moment."""
        self.clock.shift(timedelta(**length))
        return self.clock()
