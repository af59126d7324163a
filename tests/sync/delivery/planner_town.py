"""A Planner and a To Do that keep one task each, with etags and a memory of every change that was asked for."""

import json
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from workplace_app.demo.parts import Part
from workplace_app.demo.settings import DemoSettings


@dataclass
class Desk:
    """What the services hold. ``version`` is Planner's etag; somebody else's change raises it."""

    percent: int = 0
    version: int = 1
    status: str = "notStarted"
    patches: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    restless: int = 0
    """How many more times somebody else changes the task just before our change arrives."""

    def etag(self) -> str:
        return f'W/"{self.version}"'

    def part(self, _settings: DemoSettings) -> Part:
        routes = [
            Route("/v1.0/planner/tasks/{task}", self._planner, methods=["GET", "PATCH"]),
            Route("/v1.0/me/todo/lists/{list}/tasks/{task}", self._todo, methods=["GET", "PATCH"]),
            Route("/v1.0/me/messages/{message}", self._mail, methods=["GET", "PATCH"]),
        ]
        return Part("graph", routes)

    async def _planner(self, request: Request) -> Response:
        if request.method == "GET":
            return JSONResponse({"id": "p", "@odata.etag": self.etag(), "percentComplete": self.percent, "title": "T"})
        if self.restless:
            self.restless -= 1
            self.version += 1
        if request.headers.get("if-match") != self.etag():
            body = {"error": {"code": "", "message": "The If-Match header contains an invalid value."}}
            return JSONResponse(body, 412)
        wished = json.loads(await request.body())
        self.patches.append(("planner", wished))
        self.percent = wished["percentComplete"]
        self.version += 1
        return Response(status_code=204)

    async def _todo(self, request: Request) -> Response:
        if request.method == "GET":
            return JSONResponse({"id": "t", "status": self.status})
        wished = json.loads(await request.body())
        self.patches.append(("todo", wished))
        self.status = wished["status"]
        return JSONResponse({"id": "t", "status": self.status})

    async def _mail(self, request: Request) -> Response:
        if request.method == "GET":
            return JSONResponse({"id": "m", "subject": "T", "flag": {"flagStatus": "flagged"}})
        self.patches.append(("mail", json.loads(await request.body())))
        return JSONResponse({"id": "m"})
