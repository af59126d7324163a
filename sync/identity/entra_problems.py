"""What MSAL and Entra say when something is wrong, understood by code (AADSTS…) and never by sentence."""

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import requests.exceptions
from msal.exceptions import MsalError

from sync.identity.entra_codes import PROBLEM_OF_CODE
from sync.problem_translation import problem_from_exception
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

SERVICE = "identity"
CLOCK_TOLERANCE = timedelta(minutes=30)
"""Less is drift, which harms nobody here; more is a wrong hour or a wrong day."""
_CODE = re.compile(r"AADSTS(\d+)")
_BY_ERROR = {
    "access_denied": ProblemKind.SIGN_IN_CANCELLED,
    "user_cancelled": ProblemKind.SIGN_IN_CANCELLED,
    "authorization_declined": ProblemKind.SIGN_IN_CANCELLED,
    "invalid_grant": ProblemKind.SIGN_IN_NEEDED,
    "interaction_required": ProblemKind.SIGN_IN_NEEDED,
    "login_required": ProblemKind.SIGN_IN_NEEDED,
    "consent_required": ProblemKind.CONSENT_MISSING,
    "expired_token": ProblemKind.SIGN_IN_TIMED_OUT,
    "code_expired": ProblemKind.SIGN_IN_TIMED_OUT,
    "invalid_client": ProblemKind.CONFIGURATION_WRONG,
    "unauthorized_client": ProblemKind.CONFIGURATION_WRONG,
    "invalid_scope": ProblemKind.CONFIGURATION_WRONG,
    "invalid_tenant": ProblemKind.CONFIGURATION_WRONG,
    "invalid_resource": ProblemKind.CONSENT_MISSING,
    "temporarily_unavailable": ProblemKind.SERVICE_UNAVAILABLE,
    "server_error": ProblemKind.SERVICE_UNAVAILABLE,
}
_BY_SUBERROR = {
    "consent_required": ProblemKind.CONSENT_MISSING,
    "basic_action": ProblemKind.CLAIMS_CHALLENGE,
    "additional_action": ProblemKind.CONDITIONAL_ACCESS,
    "message_only": ProblemKind.CONDITIONAL_ACCESS,
    "user_password_expired": ProblemKind.PASSWORD_EXPIRED,
    "protection_policy_required": ProblemKind.APP_NOT_APPROVED,
    "device_authentication_failed": ProblemKind.DEVICE_NOT_APPROVED,
}
"""What stands beside ``invalid_grant`` and ``interaction_required`` (learn.microsoft.com, MSAL's error handling, "the
classification of UI required errors", 2026-11); decides for a number that is not known."""


def problem_from_result(result: Mapping[str, Any]) -> Problem:
    """What an MSAL result without an access token means; the detail is Entra's code."""
    listed = result.get("error_codes")
    codes = [code for code in listed if isinstance(code, int)] if isinstance(listed, list) else []
    first = _CODE.search(str(result.get("error_description", "")))
    # Entra's sentence begins with its number; one that follows may be quoted from what a server had us ask (claims).
    codes += [int(first.group(1))] if first is not None and not codes else []
    error = str(result.get("error", ""))
    detail = f"AADSTS{codes[0]}" if codes else error if error.isidentifier() else None
    for code in codes:
        if code in PROBLEM_OF_CODE:
            return Problem(PROBLEM_OF_CODE[code], service=SERVICE, detail=f"AADSTS{code}")
    kind = _BY_SUBERROR.get(str(result.get("suberror", ""))) or _BY_ERROR.get(error, ProblemKind.REQUEST_REFUSED)
    return Problem(kind, service=SERVICE, detail=detail)


def problem_from_msal(error: Exception) -> Problem:
    """What an exception out of MSAL means.

    MSAL makes a ``ValueError`` of a tenant that does not exist, with Entra's answer in the words of its cause, and a
    ``KeyError`` of metadata that say nothing.
    """
    if isinstance(error, ProblemRaised):
        return error.problem
    if isinstance(error, requests.exceptions.RequestException):
        return problem_from_exception(error.__cause__ or error, SERVICE)  # requests' own errors are all OSErrors
    codes = [int(code) for code in _CODE.findall(f"{error} {error.__cause__} {error.__context__}")]
    if codes:
        return problem_from_result({"error_codes": codes})
    if isinstance(error, MsalError):
        return Problem(ProblemKind.SERVICE_UNAVAILABLE, service=SERVICE, detail=type(error).__name__)
    if isinstance(error, (ValueError, KeyError)):
        return Problem(ProblemKind.CONFIGURATION_WRONG, service=SERVICE, detail=type(error).__name__)
    return problem_from_exception(error, SERVICE)
