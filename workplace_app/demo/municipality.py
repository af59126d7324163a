"""The whole demo municipality, assembled: settings, identity provider, parts, faults, log, life and network."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from workplace_app.demo.batch import BatchLayer
from workplace_app.demo.bearer import BearerCheck, ProtectedOrigin
from workplace_app.demo.clock import DemoClock
from workplace_app.demo.dated import DatedOrigin
from workplace_app.demo.faults.answers import error_body
from workplace_app.demo.faults.book import FaultBook
from workplace_app.demo.faults.middleware import FaultyOrigin
from workplace_app.demo.identity.metadata import Metadata
from workplace_app.demo.identity.pending import Pending
from workplace_app.demo.identity.scopes import CMS_AUDIENCE, GRAPH_AUDIENCE
from workplace_app.demo.identity.sign_in_pages import SignInPages
from workplace_app.demo.identity.token_endpoint import TokenEndpoint
from workplace_app.demo.identity.tokens import TokenSigner
from workplace_app.demo.issuer.issuer import Issuer
from workplace_app.demo.life import Life, LivelyPlace
from workplace_app.demo.network import Network
from workplace_app.demo.parts import Part
from workplace_app.demo.request_log import LoggedOrigin, RequestLog
from workplace_app.demo.settings import MUNICIPALITY_NAME, DemoSettings
from workplace_app.demo.staff import STAFF
from workplace_app.demo.tenant_state import TenantState

DIALOGUE_PATH = "/api/dialog/"
"""The dialogue is a service of the municipality's own beside the CMS, and believes Entra ID in any case."""
LIVELINESS = {"graph": 6, "cms": 1}
"""Colleagues write and upload much more often than an editor publishes."""


@dataclass(frozen=True)
class Municipality:
    """Everything that the control can see and change, beside the applications that the listeners serve."""

    settings: DemoSettings
    clock: DemoClock
    state: TenantState
    signer: TokenSigner
    pending: Pending
    parts: Sequence[Part]
    faults: FaultBook
    log: RequestLog
    life: Life
    network: Network
    issuer: Issuer

    @classmethod
    def assemble(
        cls, settings: DemoSettings, clock: DemoClock, parts: Sequence[Part], network: Network
    ) -> "Municipality":
        """Put it together; what outlives a restart is read from the settings' folder."""
        state = TenantState(settings.data_dir / "state.json")
        places = [LivelyPlace(part.living, LIVELINESS[part.origin]) for part in parts]
        life = Life(places, settings.now, settings.seed)
        for part in parts:
            part.notices.listen(life.note)
        pending = Pending()
        issuer = Issuer(settings, state, pending)
        return cls(
            settings=settings,
            clock=clock,
            state=state,
            signer=TokenSigner(settings, state),
            pending=pending,
            parts=(*parts, issuer.part()),
            faults=FaultBook(),
            log=RequestLog(),
            life=life,
            network=network,
            issuer=issuer,
        )

    def identity_application(self) -> ASGIApp:
        """The https origin of the identity provider."""
        metadata = Metadata(self.settings, self.signer)
        endpoint = TokenEndpoint(self.settings, self.state, self.signer, self.pending)
        routes: list[BaseRoute] = [
            Route("/common/discovery/instance", metadata.instance),
            Route("/{tenant}/v2.0/.well-known/openid-configuration", metadata.discovery),
            Route("/{tenant}/.well-known/openid-configuration", metadata.discovery),
            Route("/{tenant}/discovery/v2.0/keys", metadata.keys),
            Route("/{tenant}/oauth2/v2.0/token", endpoint.token, methods=["POST"]),
            Route("/{tenant}/oauth2/v2.0/devicecode", endpoint.device_code, methods=["POST"]),
        ]
        return self._origin("identity", self.settings.addresses.identity, _application("identity", routes))

    def graph_application(self) -> ASGIApp:
        """The https origin of Microsoft Graph."""
        inner: ASGIApp = _application("graph", self._routes_of("graph"))
        inner = BatchLayer(inner, self.faults, self.log, self.settings.addresses.graph)
        check = BearerCheck(self.settings, self.state, self.signer, GRAPH_AUDIENCE)
        inner = ProtectedOrigin(inner, check, self.settings, "graph", anonymous_allowed=False)
        return self._origin("graph", self.settings.addresses.graph, inner)

    def cms_application(self) -> ASGIApp:
        """The https origin of the CMS and the public site."""
        inner: ASGIApp = _application("cms", self._routes_of("cms"))
        entra = BearerCheck(self.settings, self.state, self.signer, CMS_AUDIENCE)
        protected = ProtectedOrigin(inner, entra, self.settings, "cms", anonymous_allowed=True)
        if self.settings.cms_identity == "broker":
            content = ProtectedOrigin(inner, self.issuer, self.settings, "cms", anonymous_allowed=True)
            return self._origin("cms", self.settings.addresses.cms, BelowPath(DIALOGUE_PATH, protected, content))
        return self._origin("cms", self.settings.addresses.cms, protected)

    def issuer_application(self) -> ASGIApp:
        """The https origin of the second issuer."""
        return self._origin("issuer", self.settings.addresses.issuer, _application("issuer", self.issuer.routes()))

    def page_routes(self) -> list[BaseRoute]:
        """The sign-in pages."""
        pages = SignInPages(self.settings, self.state, self.pending)
        return [
            *self.issuer.page_routes(),  # first: to Entra ID any first part of a path is a tenant
            Route("/{tenant}/oauth2/v2.0/authorize", pages.authorize),
            Route("/{tenant}/login", pages.login, methods=["POST"]),
            Route("/{tenant}/oauth2/v2.0/logout", pages.logout),
            Route("/devicelogin", pages.device_login, methods=["GET", "POST"]),
        ]

    def configuration(self) -> dict[str, Any]:
        """What the demo announces itself with: a configuration file for the program, and more for tests."""
        addresses = self.settings.addresses
        announced: dict[str, Any] = {
            "name": MUNICIPALITY_NAME,
            "tenant_id": self.settings.tenant_id,
            "client_id": self.settings.client_id,
            "authority": addresses.identity,
            "instance_discovery": False,
            "graph": f"{addresses.graph}/v1.0",
            "cms_v2_address": f"{addresses.cms}/api/episerver/v2.0",
            "public_news": [f"{addresses.cms}/nyheter-start/rss/"],
            "public_disruptions": f"{addresses.cms}/driftinformation.json",
            "service_catalogue": f"{addresses.cms}/tjanster.json",
            "ca_file": str(self.network.certificates.authority_file),
            "pages": addresses.pages,
            "control": f"{addresses.pages}/control",
            "people": [
                {
                    "object_id": person.object_id,
                    "name": person.name,
                    "user_name": person.user_name,
                    "role": person.role,
                }
                for person in STAFF
            ],
        }
        for part in self.parts:
            announced |= part.configuration
        if "cms" in announced and self.settings.cms_identity != "entra":
            announced["cms"] = {**announced["cms"], "scope": ""}
            if self.settings.cms_identity == "broker":
                announced["cms"]["identity"] = announced["issuer"]
        return announced

    def close(self) -> None:
        """Close what the parts have open."""
        for part in self.parts:
            for closer in part.closers:
                closer.close()

    def _routes_of(self, origin: str) -> list[BaseRoute]:
        return [route for part in self.parts if part.origin == origin for route in part.routes]

    def _origin(self, name: str, address: str, inner: ASGIApp) -> ASGIApp:
        faulty = FaultyOrigin(inner, self.faults, name, address)
        return DatedOrigin(LoggedOrigin(faulty, self.log, name), self.settings.now)


class BelowPath:
    """One application below a path, another one everywhere else."""

    def __init__(self, path: str, below: ASGIApp, elsewhere: ASGIApp) -> None:
        self._path = path
        self._below = below
        self._elsewhere = elsewhere

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        below = str(scope.get("path", "")).startswith(self._path)
        await (self._below if below else self._elsewhere)(scope, receive, send)


def _application(origin: str, routes: Sequence[BaseRoute]) -> Starlette:
    """An application whose own refusals have the shape that the origin gives them."""

    async def refuse(_request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        words = str(error.detail) if isinstance(error, HTTPException) else "Internal error"
        code = {404: "ResourceNotFound", 405: "MethodNotAllowed"}.get(status, "UnknownError")
        return JSONResponse(error_body(origin, status, code, words), status)

    return Starlette(routes=list(routes), exception_handlers={HTTPException: refuse})
