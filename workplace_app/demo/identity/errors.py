"""Entra's error answers, with the numbers of its documentation (entra/identity-platform/reference-error-codes)."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any
from uuid import uuid4

from starlette.responses import JSONResponse


@dataclass(frozen=True, slots=True)
class IdentityError:
    """One kind of refusal: OAuth's name, Entra's number, a sentence and, for some, the finer name."""

    error: str
    number: int
    sentence: str
    suberror: str | None = None
    status: int = 400

    @property
    def description(self) -> str:
        """The text that clients and helpdesks search for."""
        return f"AADSTS{self.number}: {self.sentence}"


class Refusal(Enum):
    """Every refusal of the demo's identity provider."""

    UNKNOWN_TENANT = IdentityError("invalid_tenant", 90002, "There is no such tenant here. Check the tenant ID.")
    UNKNOWN_CLIENT = IdentityError(
        "unauthorized_client", 700016, "The application was not found in the directory. Check the client ID."
    )
    WRONG_REDIRECT = IdentityError("invalid_request", 50011, "The redirect URI is not one that the application has.")
    WRONG_RESPONSE_TYPE = IdentityError("unsupported_response_type", 700054, "Only response_type 'code' is enabled.")
    PKCE_MISSING = IdentityError("invalid_request", 9002325, "Proof Key for Code Exchange (S256) is required.")
    NOT_SIGNED_IN = IdentityError("login_required", 50058, "A silent sign-in was asked for and nobody is signed in.")
    CANCELLED = IdentityError("access_denied", 65004, "The user declined.", suberror="cancel")
    CODE_SPENT = IdentityError("invalid_grant", 70008, "The code has expired or has been redeemed.", "bad_token")
    WRONG_VERIFIER = IdentityError("invalid_grant", 501481, "The code_verifier does not match the code_challenge.")
    REFRESH_UNKNOWN = IdentityError(
        "invalid_grant", 9002313, "The refresh token is malformed or not ours.", "bad_token"
    )
    REFRESH_SPENT = IdentityError(
        "invalid_grant", 700082, "The refresh token has been used or has expired.", "bad_token"
    )
    REVOKED = IdentityError("invalid_grant", 50173, "The grant was revoked. A fresh sign-in is needed.", "bad_token")
    DISABLED = IdentityError("invalid_grant", 50057, "The user account is disabled.")
    STRONG_SIGN_IN = IdentityError("invalid_grant", 50076, "A second factor is needed. Sign in again.", "basic_action")
    CONSENT_MISSING = IdentityError(
        "invalid_grant", 65001, "Nobody has consented to a scope that was asked for.", "consent_required"
    )
    ADMIN_CONSENT = IdentityError("consent_required", 90094, "An administrator must consent to a scope first.")
    SEVERAL_RESOURCES = IdentityError("invalid_request", 28000, "The scopes belong to more than one resource.")
    PENDING = IdentityError("authorization_pending", 70016, "Nobody has entered the code yet.")
    CODE_DECLINED = IdentityError("authorization_declined", 70018, "The user declined.")
    DEVICE_EXPIRED = IdentityError("expired_token", 70020, "The device code has expired.")
    DEVICE_UNKNOWN = IdentityError("bad_verification_code", 70037, "The device code is not known.")
    UNKNOWN_GRANT_TYPE = IdentityError("unsupported_grant_type", 70003, "The grant type is not supported.")


def refused(refusal: Refusal, now: datetime, claims: str | None = None) -> JSONResponse:
    """The answer of the token endpoint. ``claims`` is the challenge that a new sign-in must meet."""
    kind = refusal.value
    body: dict[str, Any] = {
        "error": kind.error,
        "error_description": kind.description,
        "error_codes": [kind.number],
        "timestamp": now.strftime("%Y-%m-%d %H:%M:%SZ"),
        "trace_id": str(uuid4()),
        "correlation_id": str(uuid4()),
    }
    if kind.suberror:
        body["suberror"] = kind.suberror
    if claims:
        body["claims"] = claims
    return JSONResponse(body, kind.status, headers={"Cache-Control": "no-store", "Pragma": "no-cache"})
