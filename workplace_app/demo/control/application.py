"""The control: JSON over http with which tests and people change the demo municipality while it runs.

Everything is posted as JSON to ``/control/<command>``, or as a form from the control page, which is then shown again.
What each command takes is written at its method. ``GET /control/state`` tells how everything stands, and
``GET /control/requests`` what the client asked for.
"""

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from workplace_app.demo.control.orders import Answer, Order, OrderError, read_order
from workplace_app.demo.control.page import control_page
from workplace_app.demo.control.tenant_commands import TenantCommands
from workplace_app.demo.control.world_commands import WorldCommands
from workplace_app.demo.faults.book import FaultKind
from workplace_app.demo.municipality import Municipality
from workplace_app.demo.parts import OrderRefused, PartOrder
from workplace_app.demo.staff import STAFF

REQUESTS_SHOWN = 1_000

Command = Callable[[Order], Awaitable[Answer]]


def control_routes(town: Municipality) -> list[BaseRoute]:
    """Where the views and the commands are."""
    views, tenant, world = _Views(town), TenantCommands(town), WorldCommands(town)
    commands: dict[str, Command] = {
        "live": world.live,
        "network": world.network,
        "certificate": world.certificate,
        "clock": world.clock,
        "faults": world.add_fault,
        "faults/remove": world.remove_fault,
        "faults/clear": world.clear_faults,
        "requests/reset": world.reset_requests,
        "consent": tenant.consent,
        "revoke": tenant.revoke,
        "challenge": tenant.challenge,
        "account": tenant.account,
        "tokens": tenant.tokens,
        **{name: _part_command(town, order) for part in town.parts for name, order in part.orders.items()},
    }
    shown = {name: show for part in town.parts for name, show in part.views.items()}
    return [
        Route("/", views.page),
        Route("/control", views.page),
        Route("/control/state", views.state),
        Route("/control/requests", views.requests),
        Route("/control/configuration", views.configuration),
        *(Route(f"/control/{name}", _view(show)) for name, show in shown.items()),
        *(Route(f"/control/{name}", _endpoint(run), methods=["POST"]) for name, run in commands.items()),
    ]


def _part_command(town: Municipality, follow: PartOrder) -> Command:
    async def command(order: Order) -> Answer:
        try:
            told = follow(order)
        except OrderRefused as refused:
            raise OrderError(str(refused)) from refused
        town.life.note(told)
        return {"happened": told}

    return command


class _Views:
    """What can be looked at without changing anything."""

    def __init__(self, town: Municipality) -> None:
        self._town = town

    async def page(self, _request: Request) -> Response:
        """The control page."""
        return control_page(self._town)

    async def configuration(self, _request: Request) -> Response:
        """What the demo announced itself with."""
        return JSONResponse(self._town.configuration())

    async def state(self, _request: Request) -> Response:
        """How everything stands."""
        town = self._town
        content = {
            "now": town.settings.now().isoformat(),
            "clock_shifted_seconds": town.clock.shifted_by.total_seconds(),
            "network": town.network.state(),
            "scopes_without_consent": sorted(town.state.scopes_without_consent),
            "strict_consent": town.state.strict_consent,
            "strict_rotation": town.state.strict_rotation,
            "access_token_seconds": town.state.access_token_seconds,
            "disabled": [person.user_name for person in STAFF if town.state.disabled(person)],
            "faults": [asdict(rule) for rule in town.faults.rules()],
            "fault_kinds": list(FaultKind),
            "happenings": [{"at": one.at.isoformat(), "what": one.what} for one in town.life.latest()],
            "requests": town.log.total,
        }
        return JSONResponse(content)

    async def requests(self, request: Request) -> Response:
        """The log. Query: ``origin``, ``path`` (its beginning), ``batched`` (false leaves parts of $batch out)."""
        wanted = request.query_params
        origin, path = wanted.get("origin"), wanted.get("path", "")
        batched = wanted.get("batched", "true") != "false"
        content = self._town.log.as_json(
            lambda one: (
                (origin is None or one.origin == origin) and one.path.startswith(path) and (batched or not one.batched)
            ),
            REQUESTS_SHOWN,
        )
        return JSONResponse(content)


def _view(show: Callable[[], Answer]) -> Callable[[Request], Awaitable[Response]]:
    async def view(_request: Request) -> Response:
        return JSONResponse(show())

    return view


def _endpoint(run: Command) -> Callable[[Request], Awaitable[Response]]:
    async def command(request: Request) -> Response:
        if _comes_from_elsewhere(request):
            return JSONResponse({"error": "the control is for this computer's own pages and programs"}, 403)
        try:
            answer = await run(await read_order(request))
        except OrderError as error:
            return JSONResponse({"error": str(error)}, 400)
        from_page = "form" in request.headers.get("content-type", "")
        return RedirectResponse("/control", 303) if from_page else JSONResponse(answer)

    return command


def _comes_from_elsewhere(request: Request) -> bool:
    """True when another site's page in somebody's browser posts here."""
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != request.headers.get("host")
