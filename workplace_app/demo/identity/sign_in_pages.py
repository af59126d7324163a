"""The pages that a person meets in the browser: authorize, choice of person, device code, sign-out.

A program signs in as a person does: GET the authorize address, POST ``user_name`` (or ``cancel``) to the same query at
``…/login``, and, with ``response_mode=form_post``, POST the fields of the answering form to the redirect address.
"""

from urllib.parse import urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from workplace_app.demo.identity import pages_html
from workplace_app.demo.identity.errors import Refusal
from workplace_app.demo.identity.metadata import is_tenant
from workplace_app.demo.identity.pending import Pending
from workplace_app.demo.identity.scopes import SeveralResourcesError, granted, read_scopes
from workplace_app.demo.identity.token_endpoint import claims_demand_strength, read_form
from workplace_app.demo.identity.tokens import Grant, client_info
from workplace_app.demo.settings import DemoSettings
from workplace_app.demo.staff import Staff, staff_by_user_name
from workplace_app.demo.tenant_state import TenantState

LOOPBACK_HOSTS = frozenset({"localhost", "127.0.0.1"})
BROWSER_COOKIE = "demo_municipality_session"


def _unanswerable(parameters: dict[str, str], tenant: str, settings: DemoSettings) -> Refusal | None:
    """What is wrong with a request that must not be answered to its redirect address; any loopback port will do."""
    if not is_tenant(tenant, settings):
        return Refusal.UNKNOWN_TENANT
    if parameters.get("client_id") != settings.client_id:
        return Refusal.UNKNOWN_CLIENT
    try:
        redirect = urlsplit(parameters.get("redirect_uri", ""))
        ours = redirect.scheme == "http" and redirect.hostname in LOOPBACK_HOSTS
    except ValueError:
        ours = False
    return None if ours else Refusal.WRONG_REDIRECT


class SignInPages:
    """Served on plain http, on loopback only."""

    def __init__(self, settings: DemoSettings, state: TenantState, pending: Pending) -> None:
        self._settings = settings
        self._state = state
        self._pending = pending

    async def authorize(self, request: Request) -> Response:
        """GET …/oauth2/v2.0/authorize: ask who it is, unless the browser knows and may say so by itself."""
        parameters = dict(request.query_params)
        tenant = request.path_params["tenant"]
        unanswerable = _unanswerable(parameters, tenant, self._settings)
        if unanswerable is not None:
            return pages_html.refusal_page(unanswerable)
        problem = self._problem_of(parameters)
        if problem is not None:
            return self._send_refusal(parameters, problem)
        last = self._pending.browser_person(request.cookies.get(BROWSER_COOKIE, ""))
        if parameters.get("prompt") == "none":
            if last is None:
                return self._send_refusal(parameters, Refusal.NOT_SIGNED_IN)
            return self._send_code(parameters, last)
        hinted = staff_by_user_name(parameters.get("login_hint", "")) or last
        return pages_html.choice_page(f"/{tenant}/login", parameters, hinted)

    async def login(self, request: Request) -> Response:
        """POST …/login: the person has chosen."""
        parameters = dict(request.query_params)
        tenant = request.path_params["tenant"]
        unanswerable = _unanswerable(parameters, tenant, self._settings)
        if unanswerable is not None:
            return pages_html.refusal_page(unanswerable)
        problem = self._problem_of(parameters)
        if problem is not None:
            return self._send_refusal(parameters, problem)
        form = await read_form(request)
        if form.get("cancel"):
            return self._send_refusal(parameters, Refusal.CANCELLED)
        person = staff_by_user_name(form.get("user_name", ""))
        action = f"/{tenant}/login"
        if person is None:
            return pages_html.choice_page(action, parameters, None, "Den personen finns inte här. Välj en av de fem.")
        if self._state.disabled(person):
            words = f"Kontot för {person.name} är stängt (AADSTS50057). Välj någon annan."
            return pages_html.choice_page(action, parameters, None, words)
        answer = self._send_code(parameters, person)
        session = self._pending.remember_browser(person)
        answer.set_cookie(BROWSER_COOKIE, session, httponly=True, samesite="lax")
        return answer

    async def device_login(self, request: Request) -> Response:
        """/devicelogin: enter the code that a device shows and choose who signs in there."""
        if request.method != "POST":
            return pages_html.device_page(request.query_params.get("user_code", ""))
        form = await read_form(request)
        device = self._pending.device_by_user_code(form.get("user_code", ""), self._settings.now())
        if device is None:
            return pages_html.device_page(problem="Koden stämmer inte, eller så har den gått ut.")
        if form.get("cancel"):
            device.declined = True
            return pages_html.done_page("Inloggningen avbröts", "Appen på den andra enheten får veta det.")
        person = staff_by_user_name(form.get("user_name", ""))
        if person is None or self._state.disabled(person):
            return pages_html.device_page(device.user_code, "Den personen kan inte logga in. Välj någon annan.")
        device.grant = Grant(person, device.scope)
        return pages_html.done_page("Klart", f"{person.name} är inloggad på den andra enheten. Du kan stänga sidan.")

    async def logout(self, request: Request) -> Response:
        """GET …/oauth2/v2.0/logout: the browser forgets who signed in."""
        self._pending.forget_browser(request.cookies.get(BROWSER_COOKIE, ""))
        answer = pages_html.done_page("Du är utloggad", "Du kan stänga sidan.")
        answer.delete_cookie(BROWSER_COOKIE)
        return answer

    def _problem_of(self, parameters: dict[str, str]) -> Refusal | None:
        """What is wrong with a request that can be answered to its redirect address."""
        if parameters.get("response_type") != "code":
            return Refusal.WRONG_RESPONSE_TYPE
        if parameters.get("code_challenge_method") != "S256" or not parameters.get("code_challenge"):
            return Refusal.PKCE_MISSING
        try:
            requested = read_scopes(parameters.get("scope", ""))
        except SeveralResourcesError:
            return Refusal.SEVERAL_RESOURCES
        names = granted(requested, self._state.scopes_without_consent)
        if self._state.strict_consent and len(names) < len(requested.names):
            return Refusal.ADMIN_CONSENT
        return None

    def _send_code(self, parameters: dict[str, str], person: Staff) -> Response:
        strong = claims_demand_strength(parameters.get("claims", ""))
        grant = Grant(person, parameters.get("scope", ""), strong)
        answer = {"code": self._pending.issue_code(grant, parameters, self._settings.now())}
        if parameters.get("client_info") == "1":
            answer["client_info"] = client_info(person, self._settings.tenant_id)
        return self._send(parameters, answer)

    def _send_refusal(self, parameters: dict[str, str], refusal: Refusal) -> Response:
        kind = refusal.value
        answer = {"error": kind.error, "error_description": kind.description}
        if kind.suberror:
            answer["error_subcode"] = kind.suberror
        return self._send(parameters, answer)

    def _send(self, parameters: dict[str, str], answer: dict[str, str]) -> Response:
        if "state" in parameters:
            answer = {**answer, "state": parameters["state"]}
        redirect = parameters["redirect_uri"]
        if parameters.get("response_mode", "query") == "form_post":
            return pages_html.answer_page(redirect, answer)
        separator = "&" if urlsplit(redirect).query else "?"
        return RedirectResponse(f"{redirect}{separator}{urlencode(answer)}", 302, headers={"Cache-Control": "no-store"})
