"""The demo's second issuer as a whole: its routes, its check of tokens for the CMS, and its switches."""

from collections.abc import Mapping, Sequence
from typing import Any

from starlette.routing import BaseRoute, Route

from workplace_app.demo.bearer import SignedIn, TokenRefusedError
from workplace_app.demo.identity.pending import Pending
from workplace_app.demo.issuer.endpoints import IssuerEndpoints
from workplace_app.demo.issuer.families import Families
from workplace_app.demo.issuer.pages import AUTHORIZE, LOGIN, IssuerPages
from workplace_app.demo.issuer.registration import CMS_API, announced, issuer_of
from workplace_app.demo.issuer.signing import IssuerKeys, subject_of
from workplace_app.demo.parts import CardButton, OrderRefused, Part, PartCard
from workplace_app.demo.settings import DemoSettings
from workplace_app.demo.staff import STAFF, staff_by_user_name
from workplace_app.demo.tenant_state import TenantState

CONTENT_SCOPE = "Content.Read"
"""What the CMS calls the permission that a token of Entra ID carries in ``scp``."""


class Issuer:
    """Always there; the CMS believes it only where the demo was started so."""

    def __init__(self, settings: DemoSettings, state: TenantState, entra: Pending) -> None:
        self._settings = settings
        self._state = state
        folder = settings.data_dir / "issuer"
        self._keys = IssuerKeys(folder)
        self._families = Families(folder / "families.json")
        self._pages = IssuerPages(settings, state, entra)
        self._endpoints = IssuerEndpoints(settings, self._keys, self._families, self._pages)

    def routes(self) -> Sequence[BaseRoute]:
        """On its https origin."""
        endpoints = self._endpoints
        return [
            Route("/.well-known/openid-configuration", endpoints.metadata),
            Route("/.well-known/jwks.json", endpoints.keys),
            Route("/oauth/token", endpoints.token, methods=["POST"]),
            Route("/oauth/revoke", endpoints.revoke, methods=["POST"]),
            Route("/userinfo", endpoints.userinfo),
        ]

    def page_routes(self) -> Sequence[BaseRoute]:
        """For the browser."""
        return [
            Route(AUTHORIZE, self._pages.authorize),
            Route(LOGIN, self._pages.login, methods=["GET", "POST"]),
        ]

    def check(self, authorization: str) -> SignedIn:
        """Read an Authorization header on behalf of the CMS. Raises ``TokenRefusedError``."""
        kind, _, text = authorization.partition(" ")
        claims = self._keys.read(text.strip()) if kind.casefold() == "bearer" else None
        if claims is None or claims.get("iss") != issuer_of(self._settings):
            raise TokenRefusedError("Invalid token: it was not issued for this site.")
        if claims["exp"] <= self._settings.now().timestamp():
            raise TokenRefusedError("The token is expired.")
        audience = claims["aud"]
        if CMS_API not in (audience if isinstance(audience, list) else [audience]):
            raise TokenRefusedError("Invalid audience.")
        person = next((each for each in STAFF if subject_of(each) == claims["sub"]), None)
        if person is None or self._state.disabled(person):
            raise TokenRefusedError("The account is closed.")
        if claims.get("generation") != self._families.generation(person):
            raise TokenRefusedError("The session has been ended.")
        return SignedIn(person, frozenset({CONTENT_SCOPE}))

    def part(self) -> Part:
        """Its switches for the control, and what it announces."""
        return Part(
            origin="cms",
            routes=(),
            configuration={"issuer": announced(self._settings)},
            orders={
                "issuer/rotate-keys": self._rotate_keys,
                "issuer/end-sessions": self._end_sessions,
                "issuer/tokens": self._token_life,
            },
            views={"issuer": self._view},
            cards=[self._card],
        )

    def _rotate_keys(self, _order: Mapping[str, Any]) -> str:
        self._keys.rotate()
        return "Webbens egen inloggning signerar med en ny nyckel"

    def _end_sessions(self, order: Mapping[str, Any]) -> str:
        name = str(order.get("user_name") or "")
        person = staff_by_user_name(name)
        if name and person is None:
            raise OrderRefused("nobody has that user_name")
        for each in STAFF if person is None else (person,):
            self._families.end_sessions(each)
        return "Inloggningar på webben har avslutats"

    def _token_life(self, order: Mapping[str, Any]) -> str:
        """{"access_token_seconds": 60}; 0 stands for the usual life."""
        try:
            seconds = int(order.get("access_token_seconds") or 0)
        except (TypeError, ValueError) as error:
            raise OrderRefused("access_token_seconds must be a number") from error
        self._families.access_token_seconds = seconds or None
        self._families.save()
        return "Webbens åtkomstbevis lever en annan tid"

    def _view(self) -> dict[str, Any]:
        return {
            "cms_identity": self._settings.cms_identity,
            "sign_ins": self._families.living(),
            "reuses": self._families.reuses,
            "access_token_seconds": self._families.access_token_seconds,
        }

    def _card(self) -> PartCard:
        trusts = {"entra": "Entra ID", "broker": "webbens egen inloggning", "anonymous": "ingen: bara det öppna visas"}
        living = self._families.living()
        return PartCard(
            "Webbens egen inloggning",
            [
                (f"Webben litar på {trusts[self._settings.cms_identity]}", ()),
                (
                    f"{living} {'inloggning' if living == 1 else 'inloggningar'} gäller",
                    [CardButton("issuer/end-sessions", "Avsluta alla", "Avsluta alla inloggningar på webben", {})],
                ),
                (
                    "Nyckel för signaturer",
                    [CardButton("issuer/rotate-keys", "Byt", "Byt nyckel för webbens egen inloggning", {})],
                ),
            ],
        )
