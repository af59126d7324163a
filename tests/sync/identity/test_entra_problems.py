"""Entra's numbers and MSAL's exceptions, and the problem that each of them is."""

from typing import Any

import pytest
import requests.exceptions
from msal.exceptions import MsalServiceError

from sync.identity.entra_codes import PROBLEM_OF_CODE
from sync.identity.entra_problems import problem_from_msal, problem_from_result
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (50020, ProblemKind.WRONG_TENANT),
        (50057, ProblemKind.ACCOUNT_DISABLED),
        (65001, ProblemKind.CONSENT_MISSING),
        (90094, ProblemKind.CONSENT_MISSING),
        (65004, ProblemKind.SIGN_IN_CANCELLED),
        (700016, ProblemKind.CONFIGURATION_WRONG),
        (90002, ProblemKind.CONFIGURATION_WRONG),
        (50011, ProblemKind.CONFIGURATION_WRONG),
        (50076, ProblemKind.CLAIMS_CHALLENGE),
        (53003, ProblemKind.CONDITIONAL_ACCESS),
        (50173, ProblemKind.ACCESS_REVOKED),
        (700082, ProblemKind.SIGN_IN_NEEDED),
        (90033, ProblemKind.SERVICE_UNAVAILABLE),
    ],
)
def test_a_number_decides_wherever_it_stands(code: int, kind: ProblemKind) -> None:
    in_a_list = problem_from_result({"error": "invalid_grant", "error_codes": [code]})
    in_words = problem_from_result(
        {"error": "invalid_grant", "error_description": f"AADSTS{code}: Elin may not. Trace"}
    )
    assert in_a_list.kind is in_words.kind is kind
    assert in_a_list.detail == in_words.detail == f"AADSTS{code}"


@pytest.mark.parametrize(
    ("result", "kind"),
    [
        ({"error": "access_denied"}, ProblemKind.SIGN_IN_CANCELLED),
        ({"error": "invalid_grant"}, ProblemKind.SIGN_IN_NEEDED),
        ({"error": "invalid_grant", "suberror": "consent_required"}, ProblemKind.CONSENT_MISSING),
        ({"error": "interaction_required", "suberror": "basic_action"}, ProblemKind.CLAIMS_CHALLENGE),
        ({"error": "invalid_grant", "suberror": "message_only"}, ProblemKind.CONDITIONAL_ACCESS),
        ({"error": "invalid_grant", "suberror": "user_password_expired"}, ProblemKind.PASSWORD_EXPIRED),
        ({"error": "invalid_grant", "error_codes": "no list"}, ProblemKind.SIGN_IN_NEEDED),
        ({"error": "invalid_grant", "error_codes": [None, "x"]}, ProblemKind.SIGN_IN_NEEDED),
        ({"error": "invalid_client"}, ProblemKind.CONFIGURATION_WRONG),
        ({"error": "expired_token"}, ProblemKind.SIGN_IN_TIMED_OUT),
        ({"error": "temporarily_unavailable"}, ProblemKind.SERVICE_UNAVAILABLE),
        ({"error": "invalid_grant", "error_codes": [1]}, ProblemKind.SIGN_IN_NEEDED),
        ({"error": "something new"}, ProblemKind.REQUEST_REFUSED),
        ({}, ProblemKind.REQUEST_REFUSED),
    ],
)
def test_without_a_known_number_the_error_decides(result: dict[str, Any], kind: ProblemKind) -> None:
    assert problem_from_result(result).kind is kind


@pytest.mark.parametrize("listed", [{"error_codes": [90100]}, {}], ids=["with a list", "in words alone"])
@pytest.mark.parametrize("number", [50057, 500341, 50173], ids=str)
def test_a_number_that_entra_only_repeats_closes_no_account(listed: dict[str, Any], number: int) -> None:
    """A server whose challenge we hand on could write one into it, and Entra quotes what it does not understand."""
    told = f"AADSTS90100: The 'claims' parameter is not valid: 'AADSTS{number}: gone'. Trace ID: 1"
    result = {"error": "invalid_request", "error_description": told, **listed}
    assert problem_from_result(result).kind is ProblemKind.REQUEST_REFUSED


def test_what_may_pass_by_itself_is_never_told_as_an_account_that_is_gone() -> None:
    gone = {code for code, kind in PROBLEM_OF_CODE.items() if kind is ProblemKind.ACCOUNT_DISABLED}
    assert gone == {50057, 500341}
    locked = {code for code, kind in PROBLEM_OF_CODE.items() if kind is ProblemKind.ACCESS_REVOKED}
    assert locked == {50173, 50133}
    assert PROBLEM_OF_CODE[50053] is ProblemKind.ACCOUNT_LOCKED


def test_a_sentence_never_becomes_the_detail() -> None:
    assert problem_from_result({"error": "Elin may not", "error_description": "Elin may not"}).detail is None


def caused(outer: Exception, inner: Exception) -> Exception:
    outer.__cause__ = inner
    return outer


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (caused(requests.exceptions.ConnectionError(), ConnectionRefusedError()), ProblemKind.OFFLINE),
        (caused(requests.exceptions.Timeout(), TimeoutError()), ProblemKind.TIMED_OUT),
        (MsalServiceError(error=None, error_description=None), ProblemKind.SERVICE_UNAVAILABLE),
        (ValueError("no JSON"), ProblemKind.CONFIGURATION_WRONG),
        (caused(ValueError("authority"), ValueError("AADSTS90002: no tenant")), ProblemKind.CONFIGURATION_WRONG),
        (ProblemRaised(Problem(ProblemKind.FOREIGN_ADDRESS)), ProblemKind.FOREIGN_ADDRESS),
        (RuntimeError("?"), ProblemKind.UNEXPECTED),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else value.value,
)
def test_each_exception_of_msal_is_one_problem(error: Exception, kind: ProblemKind) -> None:
    assert problem_from_msal(error).kind is kind
