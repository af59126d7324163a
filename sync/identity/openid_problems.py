"""What an OpenID Connect issuer says when it says no, understood by OAuth's error codes and never by sentence."""

from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

SERVICE = "identity"
"""Where the way to the issuer, or the issuer itself, is what went wrong."""
CMS = "cms"
"""Where the user has to sign in: for the CMS alone."""
_LONGEST_CODE = 60
# RFC 6749, 4.1.2.1 and 5.2; OpenID Connect Core 1.0, 3.1.2.6; RFC 7009, 2.2.1; "unauthorized" is Auth0's for a user who
# is blocked or refused by a rule (auth0.com/docs, "Common authentication errors", read 2026-11).
_BY_ERROR = {
    "access_denied": ProblemKind.SIGN_IN_CANCELLED,
    "invalid_grant": ProblemKind.SIGN_IN_NEEDED,
    "login_required": ProblemKind.SIGN_IN_NEEDED,
    "interaction_required": ProblemKind.SIGN_IN_NEEDED,
    "account_selection_required": ProblemKind.SIGN_IN_NEEDED,
    "consent_required": ProblemKind.SIGN_IN_NEEDED,
    "unauthorized": ProblemKind.ACCESS_DENIED,
    "invalid_client": ProblemKind.CONFIGURATION_WRONG,
    "unauthorized_client": ProblemKind.CONFIGURATION_WRONG,
    "invalid_scope": ProblemKind.CONFIGURATION_WRONG,
    "invalid_target": ProblemKind.CONFIGURATION_WRONG,  # RFC 8707: an audience that it does not know
    "unsupported_response_type": ProblemKind.CONFIGURATION_WRONG,
    "unsupported_grant_type": ProblemKind.CONFIGURATION_WRONG,
    "invalid_request": ProblemKind.CONFIGURATION_WRONG,
    "temporarily_unavailable": ProblemKind.SERVICE_UNAVAILABLE,
    "server_error": ProblemKind.SERVICE_UNAVAILABLE,
}


def problem_from_error(error: str) -> Problem:
    """What an error code of the authorization or token endpoint means; an unknown one is a refusal."""
    kind = _BY_ERROR.get(error, ProblemKind.REQUEST_REFUSED)
    detail = error if error.isidentifier() and len(error) <= _LONGEST_CODE else None
    service = CMS if kind is ProblemKind.SIGN_IN_NEEDED else SERVICE
    return Problem(kind, service=service, detail=detail)


def sign_in_needed(detail: str | None = None) -> ProblemRaised:
    """There is nothing to go on with: the user signs in for the CMS again."""
    return ProblemRaised(Problem(ProblemKind.SIGN_IN_NEEDED, service=CMS, detail=detail))


def untrusted(what: str) -> ProblemRaised:
    """The issuer's answer is not to be believed; ``what`` names the part of it, never its content."""
    return ProblemRaised(Problem(ProblemKind.UNREADABLE_ANSWER, service=SERVICE, detail=what))


def misconfigured(what: str) -> ProblemRaised:
    """The configuration and the issuer's metadata do not fit together; ``what`` names the part."""
    return ProblemRaised(Problem(ProblemKind.CONFIGURATION_WRONG, service=SERVICE, detail=what))
