"""What MSAL and Entra say when something is wrong, understood by code (AADSTS…) and never by sentence."""

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import requests.exceptions
from msal.exceptions import MsalError

from sync.problem_translation import problem_from_exception
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

SERVICE = "identity"
CLOCK_TOLERANCE = timedelta(minutes=30)
"""Less is drift, which harms nobody here; more is a wrong hour or a wrong day."""
_CODE = re.compile(r"AADSTS(\d+)")
# learn.microsoft.com, "Microsoft Entra authentication and authorization error codes", read 2026-11.
_BY_CODE = {
    16000: ProblemKind.WRONG_TENANT,  # the account is not one of this tenant's
    50020: ProblemKind.WRONG_TENANT,
    50034: ProblemKind.WRONG_TENANT,
    51004: ProblemKind.WRONG_TENANT,
    90072: ProblemKind.WRONG_TENANT,
    50057: ProblemKind.ACCOUNT_DISABLED,
    50053: ProblemKind.ACCOUNT_DISABLED,  # locked after too many wrong passwords
    65001: ProblemKind.CONSENT_MISSING,
    65004: ProblemKind.SIGN_IN_CANCELLED,  # declined to consent
    90094: ProblemKind.CONSENT_MISSING,  # an administrator must consent
    90095: ProblemKind.CONSENT_MISSING,
    650056: ProblemKind.CONSENT_MISSING,
    650057: ProblemKind.CONFIGURATION_WRONG,
    700016: ProblemKind.CONFIGURATION_WRONG,  # client ID not known in the tenant
    90002: ProblemKind.CONFIGURATION_WRONG,  # tenant not found
    900023: ProblemKind.CONFIGURATION_WRONG,  # tenant name malformed
    50011: ProblemKind.CONFIGURATION_WRONG,  # redirect address not registered
    500113: ProblemKind.CONFIGURATION_WRONG,
    7000218: ProblemKind.CONFIGURATION_WRONG,  # registered as a web application: wants a secret
    70011: ProblemKind.CONFIGURATION_WRONG,  # a scope that does not exist
    50076: ProblemKind.CONDITIONAL_ACCESS,
    50079: ProblemKind.CONDITIONAL_ACCESS,
    50074: ProblemKind.CONDITIONAL_ACCESS,
    50158: ProblemKind.CONDITIONAL_ACCESS,
    53000: ProblemKind.CONDITIONAL_ACCESS,  # device not compliant
    53001: ProblemKind.CONDITIONAL_ACCESS,
    53002: ProblemKind.CONDITIONAL_ACCESS,
    53003: ProblemKind.CONDITIONAL_ACCESS,
    530032: ProblemKind.CONDITIONAL_ACCESS,
    50173: ProblemKind.SIGN_IN_NEEDED,  # revoked
    70008: ProblemKind.SIGN_IN_NEEDED,
    700082: ProblemKind.SIGN_IN_NEEDED,  # refresh token unused for too long
    700084: ProblemKind.SIGN_IN_NEEDED,
    9002313: ProblemKind.SIGN_IN_NEEDED,
    70020: ProblemKind.SIGN_IN_TIMED_OUT,  # device code expired
    70019: ProblemKind.SIGN_IN_TIMED_OUT,
    700024: ProblemKind.CLOCK_WRONG,  # assertion outside its time
    90033: ProblemKind.SERVICE_UNAVAILABLE,
    90055: ProblemKind.THROTTLED,
    50196: ProblemKind.THROTTLED,
}
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
_BY_SUBERROR = {"consent_required": ProblemKind.CONSENT_MISSING, "basic_action": ProblemKind.CONDITIONAL_ACCESS}


def problem_from_result(result: Mapping[str, Any]) -> Problem:
    """What an MSAL result without an access token means; the detail is Entra's code."""
    codes = [int(code) for code in result.get("error_codes") or ()]
    codes += [int(code) for code in _CODE.findall(str(result.get("error_description", "")))]
    error = str(result.get("error", ""))
    detail = f"AADSTS{codes[0]}" if codes else error if error.isidentifier() else None
    for code in codes:
        if code in _BY_CODE:
            return Problem(_BY_CODE[code], service=SERVICE, detail=detail)
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
