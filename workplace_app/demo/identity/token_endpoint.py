"""The token endpoint: redeems authorization codes, refresh tokens and device codes."""

import hashlib
import json
import secrets
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from workplace_app.demo.identity.errors import Refusal, refused
from workplace_app.demo.identity.metadata import is_tenant
from workplace_app.demo.identity.pending import DEVICE_CODE_LIFE, Pending
from workplace_app.demo.identity.scopes import SeveralResourcesError, granted, read_scopes
from workplace_app.demo.identity.tokens import STRONG_CONTEXT, Grant, TokenSigner, client_info, url_safe
from workplace_app.demo.settings import DemoSettings
from workplace_app.demo.tenant_state import TenantState

DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
DEVICE_POLL_SECONDS = 1
"""Entra says 5; a demo need not make anybody wait."""
HOUR = 3_600
CHALLENGEABLE_LIFE = 24 * HOUR
"""Entra lets tokens of clients that can be challenged live for a day or more."""
ORDINARY_LIFE = HOUR
REFRESH_LIFE = 90 * 24 * HOUR
STRONG_CLAIMS = json.dumps({"access_token": {"acrs": {"essential": True, "value": STRONG_CONTEXT}}})

Form = Mapping[str, str]


class RefusedError(Exception):
    """A grant was refused; carries the answer's kind and the claims that a new sign-in must meet."""

    def __init__(self, refusal: Refusal, claims: str | None = None) -> None:
        super().__init__(refusal.name)
        self.refusal = refusal
        self.claims = claims


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a posted form; uploaded files are not for us."""
    return {name: value for name, value in (await request.form()).items() if isinstance(value, str)}


def claims_demand_strength(claims: str) -> bool:
    """True when a ``claims`` parameter asks for the strong authentication context."""
    try:
        wanted = json.loads(claims)["access_token"]["acrs"]
    except (ValueError, KeyError, TypeError):
        return False
    return isinstance(wanted, dict) and STRONG_CONTEXT in (wanted.get("value"), *wanted.get("values", ()))


def s256(verifier: str) -> str:
    """The code challenge of a verifier (RFC 7636, 4.2)."""
    return url_safe(hashlib.sha256(verifier.encode()).digest())


class TokenEndpoint:
    """Everything that a client asks for without a browser."""

    def __init__(self, settings: DemoSettings, state: TenantState, signer: TokenSigner, pending: Pending) -> None:
        self._settings = settings
        self._state = state
        self._signer = signer
        self._pending = pending

    async def token(self, request: Request) -> Response:
        """POST …/oauth2/v2.0/token."""
        form = await read_form(request)
        now = self._settings.now()
        try:
            self._check_client(request, form)
            match form.get("grant_type"):
                case "authorization_code":
                    return self._redeem_code(form)
                case "refresh_token":
                    return self._renew(form)
                case kind if kind == DEVICE_GRANT:
                    return self._redeem_device_code(form)
                case _:
                    raise RefusedError(Refusal.UNKNOWN_GRANT_TYPE)
        except RefusedError as error:
            return refused(error.refusal, now, error.claims)
        except SeveralResourcesError:
            return refused(Refusal.SEVERAL_RESOURCES, now)

    async def device_code(self, request: Request) -> Response:
        """POST …/oauth2/v2.0/devicecode: a code for somebody who signs in at another screen."""
        form = await read_form(request)
        now = self._settings.now()
        try:
            self._check_client(request, form)
        except RefusedError as error:
            return refused(error.refusal, now)
        device_code, waiting = self._pending.issue_device_code(form.get("scope", ""), now)
        page = f"{self._settings.addresses.pages}/devicelogin"
        answer = {
            "device_code": device_code,
            "user_code": waiting.user_code,
            "verification_uri": page,
            "expires_in": int(DEVICE_CODE_LIFE.total_seconds()),
            "interval": DEVICE_POLL_SECONDS,
            "message": f"Öppna {page} och skriv koden {waiting.user_code}.",
        }
        return JSONResponse(answer)

    def _check_client(self, request: Request, form: Form) -> None:
        if not is_tenant(request.path_params["tenant"], self._settings):
            raise RefusedError(Refusal.UNKNOWN_TENANT)
        if form.get("client_id") != self._settings.client_id:
            raise RefusedError(Refusal.UNKNOWN_CLIENT)

    def _redeem_code(self, form: Form) -> Response:
        issued = self._pending.redeem_code(form.get("code", ""), self._settings.now())
        if issued is None:
            raise RefusedError(Refusal.CODE_SPENT)
        if not secrets.compare_digest(s256(form.get("code_verifier", "")), issued.code_challenge):
            raise RefusedError(Refusal.WRONG_VERIFIER)
        if form.get("redirect_uri") != issued.redirect_uri:
            raise RefusedError(Refusal.WRONG_REDIRECT)
        return self._issue(issued.grant, form, nonce=issued.nonce)

    def _redeem_device_code(self, form: Form) -> Response:
        device_code = form.get("device_code", "")
        device = self._pending.device(device_code)
        if device is None:
            raise RefusedError(Refusal.DEVICE_UNKNOWN)
        if device.expires <= self._settings.now():
            raise RefusedError(Refusal.DEVICE_EXPIRED)
        if device.declined:
            raise RefusedError(Refusal.CODE_DECLINED)
        if device.grant is None:
            raise RefusedError(Refusal.PENDING)
        self._pending.forget_device(device_code)
        return self._issue(device.grant, form)

    def _renew(self, form: Form) -> Response:
        token = self._signer.read_refresh_token(form.get("refresh_token", ""), self._settings.now())
        if token is None:
            raise RefusedError(Refusal.REFRESH_UNKNOWN)
        session, _ = self._state.generations(token.grant.person)
        if token.session_generation < session:
            raise RefusedError(Refusal.REVOKED)
        strong_wanted = claims_demand_strength(form.get("claims", ""))
        if not token.grant.strong and (strong_wanted or self._state.needs_strong_sign_in(token.grant.person)):
            raise RefusedError(Refusal.STRONG_SIGN_IN, STRONG_CLAIMS)
        if not self._state.use_refresh_token(token.token_id) and self._state.strict_rotation:
            raise RefusedError(Refusal.REFRESH_SPENT)
        return self._issue(token.grant, form)

    def _issue(self, grant: Grant, form: Form, nonce: str | None = None) -> Response:
        now = self._settings.now()
        if self._state.disabled(grant.person):
            raise RefusedError(Refusal.DISABLED)
        requested = read_scopes(form.get("scope") or grant.scope)
        names = granted(requested, self._state.scopes_without_consent)
        if self._state.strict_consent and len(names) < len(requested.names):
            raise RefusedError(Refusal.CONSENT_MISSING)
        challengeable = "cp1" in form.get("claims", "")
        seconds = self._state.access_token_seconds or (CHALLENGEABLE_LIFE if challengeable else ORDINARY_LIFE)
        echoed = [scope for scope in (form.get("scope") or grant.scope).split() if scope.endswith(".default")]
        prefix = f"{requested.audience}/" if requested.audience.startswith("api://") else ""
        answer: dict[str, Any] = {
            "token_type": "Bearer",
            "scope": " ".join(
                [*(prefix + name for name in names), *echoed, *sorted(requested.openid - {"offline_access"})]
            ),
            "expires_in": seconds,
            "ext_expires_in": seconds,
            "access_token": self._signer.access_token(
                grant, requested.audience, names, now, seconds, challengeable=challengeable
            ),
        }
        if challengeable and self._state.access_token_seconds is None:
            answer["refresh_in"] = seconds // 2
        if "offline_access" in requested.openid:
            answer["refresh_token"] = self._signer.refresh_token(grant, now, REFRESH_LIFE)
        if "openid" in requested.openid:
            answer["id_token"] = self._signer.id_token(grant, now, HOUR, nonce)
        if form.get("client_info") == "1":
            answer["client_info"] = client_info(grant.person, self._settings.tenant_id)
        return JSONResponse(answer, headers={"Cache-Control": "no-store", "Pragma": "no-cache"})
