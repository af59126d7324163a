"""What the browser meets at the second issuer: authorize, and the way to Entra ID and back.

A request that names the connection sends the browser on to the demo's Entra ID, which answers by itself where the
browser is still signed in there, and asks who it is where not. Without a connection the issuer asks itself.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from workplace_app.demo.identity import pages_html
from workplace_app.demo.identity.errors import Refusal
from workplace_app.demo.identity.pending import Pending
from workplace_app.demo.identity.token_endpoint import read_form, s256
from workplace_app.demo.issuer.registration import CLIENT_ID, CMS_API, CONNECTION, ORGANIZATION, is_callback
from workplace_app.demo.settings import DemoSettings
from workplace_app.demo.staff import Staff, staff_by_user_name
from workplace_app.demo.tenant_state import TenantState

AUTHORIZE, LOGIN = "/issuer/authorize", "/issuer/login"
CODE_LIFE = timedelta(minutes=1)
TICKETS_KEPT = 100
_NO_STORE = {"Cache-Control": "no-store"}

Parameters = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class IssuedCode:
    """An authorization code's other half."""

    person: Staff
    parameters: Parameters
    expires: datetime


@dataclass(frozen=True, slots=True)
class _Journey:
    """A browser that has been sent on to Entra ID: for which request, and with which verifier."""

    parameters: Parameters
    verifier: str


class IssuerPages:
    """Served on plain http, on loopback only; knows the codes that wait to be redeemed."""

    def __init__(self, settings: DemoSettings, state: TenantState, entra: Pending) -> None:
        self._settings = settings
        self._state = state
        self._entra = entra
        self._codes: dict[str, IssuedCode] = {}
        self._journeys: dict[str, _Journey] = {}

    def redeem(self, code: str) -> IssuedCode | None:
        """The code's other half, once; None when unknown, redeemed or expired."""
        issued = self._codes.pop(code, None)
        return issued if issued is not None and issued.expires > self._settings.now() else None

    async def authorize(self, request: Request) -> Response:
        """GET /issuer/authorize."""
        parameters = dict(request.query_params)
        unanswerable = self._unanswerable(parameters)
        if unanswerable is not None:
            return pages_html.refusal_page(unanswerable)
        error = _error_of(parameters)
        if error:
            return self._answer(parameters, {"error": error})
        if parameters.get("connection") == CONNECTION:
            anew = parameters.get("prompt") == "login"
            return self._on_to_entra(parameters, prompt="" if anew else "none")
        if parameters.get("prompt") == "none":
            return self._answer(parameters, {"error": "login_required"})
        hinted = staff_by_user_name(parameters.get("login_hint", ""))
        return pages_html.choice_page(LOGIN, parameters, hinted)

    async def login(self, request: Request) -> Response:
        """GET /issuer/login: back from Entra ID. POST: the person has chosen on the issuer's own page."""
        if request.method == "GET":
            return self._back_from_entra(request.query_params)
        parameters = dict(request.query_params)
        unanswerable = self._unanswerable(parameters)
        if unanswerable is not None:
            return pages_html.refusal_page(unanswerable)
        form = await read_form(request)
        person = staff_by_user_name(form.get("user_name", ""))
        if form.get("cancel") or person is None:
            return self._answer(parameters, {"error": "access_denied"})
        return self._send_code(parameters, person)

    def _on_to_entra(self, parameters: Parameters, prompt: str) -> Response:
        ticket, verifier = secrets.token_urlsafe(24), secrets.token_urlsafe(32)
        self._journeys = dict(list(self._journeys.items())[1 - TICKETS_KEPT :])
        self._journeys[ticket] = _Journey(parameters, verifier)
        asked = {
            "client_id": self._settings.client_id,
            "response_type": "code",
            "redirect_uri": self._return_address(),
            "scope": "openid profile",
            "state": ticket,
            "code_challenge": s256(verifier),
            "code_challenge_method": "S256",
            "login_hint": parameters.get("login_hint", ""),
            "prompt": prompt,
        }
        query = urlencode({name: value for name, value in asked.items() if value})
        address = f"{self._settings.addresses.pages}/{self._settings.tenant_id}/oauth2/v2.0/authorize?{query}"
        return RedirectResponse(address, 302, headers=_NO_STORE)

    def _back_from_entra(self, answer: Mapping[str, str]) -> Response:
        journey = self._journeys.pop(answer.get("state", ""), None)
        if journey is None:
            return pages_html.refusal_page(Refusal.CODE_SPENT)
        if answer.get("error") == "login_required" and journey.parameters.get("prompt") != "none":
            return self._on_to_entra(journey.parameters, prompt="")
        if "code" not in answer:
            return self._answer(journey.parameters, {"error": answer.get("error", "server_error")})
        issued = self._entra.redeem_code(answer["code"], self._settings.now())
        ours = issued is not None and issued.code_challenge == s256(journey.verifier)
        if issued is None or not ours or issued.redirect_uri != self._return_address():
            return self._answer(journey.parameters, {"error": "access_denied"})
        return self._send_code(journey.parameters, issued.grant.person)

    def _return_address(self) -> str:
        return f"{self._settings.addresses.pages}{LOGIN}"

    def _send_code(self, parameters: Parameters, person: Staff) -> Response:
        if self._state.disabled(person):
            return self._answer(parameters, {"error": "unauthorized"})
        now = self._settings.now()
        self._codes = {code: kept for code, kept in self._codes.items() if kept.expires > now}
        code = secrets.token_urlsafe(32)
        self._codes[code] = IssuedCode(person, parameters, now + CODE_LIFE)
        return self._answer(parameters, {"code": code})

    def _answer(self, parameters: Parameters, answer: dict[str, str]) -> Response:
        if "state" in parameters:
            answer = {**answer, "state": parameters["state"]}
        redirect = parameters["redirect_uri"]
        if parameters.get("response_mode", "query") == "form_post":
            return pages_html.answer_page(redirect, answer)
        return RedirectResponse(f"{redirect}?{urlencode(answer)}", 302, headers=_NO_STORE)

    def _unanswerable(self, parameters: Parameters) -> Refusal | None:
        """What is wrong with a request that must not be answered to its redirect address."""
        if parameters.get("client_id") != CLIENT_ID:
            return Refusal.UNKNOWN_CLIENT
        return None if is_callback(parameters.get("redirect_uri", ""), self._settings) else Refusal.WRONG_REDIRECT


def _error_of(parameters: Parameters) -> str:
    """What is wrong with a request that can be answered, "" when nothing is."""
    if parameters.get("response_type") != "code":
        return "unsupported_response_type"
    if parameters.get("code_challenge_method") != "S256" or not parameters.get("code_challenge"):
        return "invalid_request"
    if parameters.get("response_mode", "query") not in ("query", "form_post"):
        return "invalid_request"
    if parameters.get("audience", "") not in ("", CMS_API):
        return "invalid_target"
    if parameters.get("connection", "") not in ("", CONNECTION):
        return "invalid_request"
    return "" if parameters.get("organization", "") in ("", ORGANIZATION) else "invalid_request"
