"""Looks at what an ID token of Entra's says before it is believed: for whom, by whom, until when, about whom."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sync.identity.entra_problems import SERVICE
from sync.identity.token_vault import account_from_claims
from workplace_app.domain.account import Account
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

LEEWAY = timedelta(minutes=5)
"""Entra's own, for the clocks of its many servers."""
_TENANT_PLACEHOLDER = "{tenantid}"
_GUID_LENGTH = 36


def account_signed_in(
    result: Mapping[str, Any],
    municipality: Municipality,
    issuer: str | None,
    now: datetime,
    proof_since: datetime | None = None,
) -> Account:
    """Whose tokens MSAL's ``result`` holds. Raises ``ProblemRaised``: WRONG_TENANT for an account of another tenant,
    else as ``check_id_token`` and ``check_proof``, whose parameters these are."""
    claims = result.get("id_token_claims") or {}
    check_id_token(claims, client_id=municipality.client_id, issuer=issuer, now=now)
    if proof_since is not None:
        check_proof(claims, proof_since)
    account = account_from_claims(claims, "")
    wanted = municipality.tenant_id
    if len(wanted) == _GUID_LENGTH and account.tenant_id.lower() != wanted.lower():
        raise ProblemRaised(Problem(ProblemKind.WRONG_TENANT, service=SERVICE))
    return account


def check_id_token(claims: Mapping[str, Any], *, client_id: str, issuer: str | None, now: datetime) -> None:
    """Raises ``ProblemRaised`` (UNREADABLE_ANSWER, with the claim that does not hold) for a token that is not for this
    program, not by this provider, not of now, or about nobody.

    ``issuer`` is the name in the provider's own metadata (None: not known, as with the operating system's broker, which
    has looked itself). ``now`` is the time by the provider's clock, so that a computer whose clock is wrong neither
    refuses a good token nor takes an old one.

    The signature is not checked, and need not be: the token comes straight from the provider's token endpoint over TLS
    that has been checked, and OpenID Connect Core 3.1.3.7 (6) lets that stand in for it. It is never taken from a
    browser, a file or another program. See docs/decisions/0041.
    """
    audience = claims.get("aud")
    tenant = str(claims.get("tid", ""))
    if client_id not in (audience if isinstance(audience, list) else [audience]):
        raise _doubt("aud")
    if issuer is not None and claims.get("iss") != issuer.replace(_TENANT_PLACEHOLDER, tenant):
        raise _doubt("iss")
    if not tenant:
        raise _doubt("tid")
    if not (claims.get("oid") or claims.get("sub")):
        raise _doubt("oid")
    if _moment(claims, "exp") + LEEWAY.total_seconds() <= now.timestamp():
        raise _doubt("exp")
    if "nbf" in claims and _moment(claims, "nbf") - LEEWAY.total_seconds() > now.timestamp():
        raise _doubt("nbf")


def check_proof(claims: Mapping[str, Any], since: datetime) -> None:
    """Raises ``ProblemRaised`` (SIGN_IN_NEEDED) when the person has proved nothing ``since`` then: ``prompt=login``
    stands in the address that the browser is sent to, where whoever sits there can take it away, and a device code has
    none.

    Entra gives ``auth_time`` where the registration asks for it (optionalClaims; learn.microsoft.com, "Optional claims
    reference", read 2026-11), as our manifest does. Without it nothing is known, and the prompt is believed.
    """
    if "auth_time" in claims and _moment(claims, "auth_time") + LEEWAY.total_seconds() < since.timestamp():
        raise ProblemRaised(Problem(ProblemKind.SIGN_IN_NEEDED, service=SERVICE, detail="auth_time"))


def _moment(claims: Mapping[str, Any], name: str) -> float:
    moment = claims.get(name)
    if isinstance(moment, bool) or not isinstance(moment, (int, float)):
        raise _doubt(name)
    return float(moment)


def _doubt(claim: str) -> ProblemRaised:
    return ProblemRaised(Problem(ProblemKind.UNREADABLE_ANSWER, service=SERVICE, detail=f"id token: {claim}"))
