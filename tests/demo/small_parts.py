"""A small Graph and a small CMS, enough to see what reaches a part through protection, batch and faults."""

from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from workplace_app.demo.parts import Part
from workplace_app.demo.settings import DemoSettings

ITEMS = [{"id": f"task-{number}", "@odata.etag": f'W/"{number}"', "title": f"Uppgift {number}"} for number in range(6)]


class Bell:
    """Something that happens each time it is asked."""

    def __init__(self) -> None:
        self.rung = 0
        self.closed = False

    def live(self, now: datetime) -> str | None:
        self.rung += 1
        return f"Klockan i entrén ringde för {self.rung}:e gången"

    def close(self) -> None:
        self.closed = True


async def _me(request: Request) -> Response:
    person, scopes = request.state.user, sorted(request.state.scopes)
    return JSONResponse({"id": person.object_id, "displayName": person.name, "scopes": scopes})


async def _tasks(_request: Request) -> Response:
    return JSONResponse({"value": ITEMS})


async def _batch(request: Request) -> Response:
    parts: list[dict[str, Any]] = (await request.json())["requests"]
    answers = [{"id": part["id"], "status": 200, "body": {"url": part["url"]}} for part in parts]
    return JSONResponse({"responses": list(reversed(answers))})


def small_graph(_settings: DemoSettings) -> Part:
    """Who one is, six tasks, and ``$batch`` that answers each part with its address."""
    bell = Bell()
    routes = [
        Route("/v1.0/me", _me),
        Route("/v1.0/me/planner/tasks", _tasks),
        Route("/v1.0/me/chats", _tasks),
        Route("/v1.0/$batch", _batch, methods=["POST"]),
    ]
    return Part("graph", routes, [bell], [bell])


async def _news(request: Request) -> Response:
    person = request.state.user
    return JSONResponse({"items": ITEMS, "reader": person.name if person else None})


def small_cms(settings: DemoSettings) -> Part:
    """One list that anybody may read."""
    announced = {"cms": {"address": f"{settings.addresses.cms}/api/episerver/v3.0"}}
    return Part("cms", [Route("/nyheter", _news)], configuration=announced)
