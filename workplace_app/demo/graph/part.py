"""Graph as a part of the demo municipality: one route, the tenant behind it, and the life in it."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import msgspec
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from workplace_app.demo.graph.exchange import GraphAnswer, GraphRequest, Refusal, bad_request, split_address
from workplace_app.demo.graph.meeting_orders import MeetingOrders
from workplace_app.demo.graph.service import GraphService
from workplace_app.demo.graph.task_orders import TaskOrders
from workplace_app.demo.parts import Part
from workplace_app.demo.settings import DemoSettings
from workplace_app.demo.tenant.life import TenantLife
from workplace_app.demo.tenant.municipality import Tenant, open_tenant

METHODS = ("GET", "POST", "PATCH", "PUT", "DELETE")
OUTLOOK_SECONDS = 0.004
"""How long a mailbox takes for a request: without it no two requests would ever overlap, and no limit be reached."""

Pause = Callable[[float], Awaitable[object]]


class GraphPart:
    """Graph with everything that a test may want to reach behind it."""

    def __init__(
        self,
        settings: DemoSettings,
        monotonic: Callable[[], float] = time.monotonic,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self.tenant: Tenant = open_tenant(
            settings.now(),
            folder=settings.data_dir / "graph",
            scale=settings.scale,
            seed=settings.seed,
            tenant_id=settings.tenant_id,
        )
        self.service = GraphService(self.tenant, settings.now, settings.addresses.graph, monotonic)
        self.life = TenantLife(self.tenant, lambda: tuple(self.service.active.values()))
        self.task_orders = TaskOrders(self.tenant, settings.now, lambda: tuple(self.service.active.values()))
        self.meeting_orders = MeetingOrders(self.tenant, settings.now, lambda: tuple(self.service.active.values()))
        self._pause = pause

    @property
    def part(self) -> Part:
        """What the municipality is put together from."""
        route = Route("/v1.0/{path:path}", self.serve, methods=list(METHODS))
        return Part(
            origin="graph",
            routes=[route],
            living=[self.life],
            closers=[self.tenant],
            orders={**self.task_orders.by_name, **self.meeting_orders.by_name},
            views={"tasks": self.task_orders.shown},
            cards=[self.task_orders.card, self.meeting_orders.card],
            notices=self.service.notices,
        )

    async def serve(self, request: Request) -> Response:
        """Serve one request that has come over the network."""
        try:
            asked = await self._asked(request)
        except ClientDisconnect:  # the client has gone in the middle of what it sent; nobody hears the answer
            return Response(status_code=400)
        if isinstance(asked, Response):
            return asked
        try:
            endpoint, _ = self.service.find(asked)
            if endpoint.workload == "outlook":
                with self.service.limits.mailbox(asked):
                    await self._pause(OUTLOOK_SECONDS)
                    return _response(self.service.answer(asked))
        except Refusal as refusal:
            return _response(self.service.finished(asked, self.service.refused(asked, refusal)))
        return _response(self.service.answer(asked))

    async def _asked(self, request: Request) -> GraphRequest | Response:
        raw = request.scope.get("raw_path") or request.url.path.encode()
        below_version = raw.decode().split("/v1.0/", 1)[-1]
        path, query = split_address(f"{below_version}?{request.url.query}")
        headers = {name.lower(): value for name, value in request.headers.items()}
        asked = GraphRequest(
            request.method, path, query, headers, None, request.state.user, frozenset(request.state.scopes)
        )
        content = await request.body()
        if not content:
            return asked
        try:
            body: Any = msgspec.json.decode(content)
        except msgspec.DecodeError:
            refusal = bad_request("Unable to read JSON request payload.")
            return _response(self.service.finished(asked, self.service.refused(asked, refusal)))
        return replace(asked, body=body)


def _response(answer: GraphAnswer) -> Response:
    content = b"" if answer.body is None else msgspec.json.encode(answer.body)
    return Response(content, answer.status, dict(answer.headers))


def graph_part(settings: DemoSettings) -> Part:
    """Microsoft Graph of the demo municipality."""
    return GraphPart(settings).part
