"""Foreign exceptions and answers, one line each, and the problem that each of them is."""

import errno
import socket
import ssl

import httpx
import pytest

from sync.answer import Answer
from sync.granted_scopes import scopes_in
from sync.graph_errors import claims_challenge, error_code, is_expired_bookmark
from sync.problem_translation import problem_from_answer, problem_from_exception, require_json, unreadable
from tests.sync.fakes import MORNING
from workplace_app.domain.problem import Family, ProblemKind, ProblemRaised


def wrapped(outer: Exception, inner: Exception) -> Exception:
    outer.__cause__ = inner
    return outer


def not_valid(code: int) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError("certificate verify failed")
    error.verify_code = code
    return error


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (wrapped(httpx.ConnectError(""), socket.gaierror(-2, "")), ProblemKind.OFFLINE),
        (wrapped(httpx.ConnectError(""), ConnectionRefusedError()), ProblemKind.OFFLINE),
        (wrapped(httpx.ConnectError(""), OSError(errno.ENETUNREACH, "")), ProblemKind.OFFLINE),
        (wrapped(httpx.ReadError(""), ConnectionResetError()), ProblemKind.OFFLINE),
        (wrapped(httpx.ReadError(""), ssl.SSLEOFError()), ProblemKind.OFFLINE),
        (wrapped(httpx.ConnectError(""), not_valid(20)), ProblemKind.TLS_UNTRUSTED),
        (wrapped(httpx.ConnectError(""), not_valid(10)), ProblemKind.TLS_UNTRUSTED),
        (wrapped(httpx.ConnectError(""), not_valid(9)), ProblemKind.CLOCK_WRONG),
        (wrapped(httpx.ConnectError(""), ssl.SSLError("wrong version number")), ProblemKind.TLS_UNTRUSTED),
        (wrapped(TimeoutError(), ssl.SSLWantReadError()), ProblemKind.TIMED_OUT),
        (httpx.ConnectTimeout(""), ProblemKind.TIMED_OUT),
        (httpx.ReadTimeout(""), ProblemKind.TIMED_OUT),
        (httpx.PoolTimeout(""), ProblemKind.TIMED_OUT),
        (httpx.ProxyError("407"), ProblemKind.PROXY_REFUSED),
        (httpx.RemoteProtocolError(""), ProblemKind.SERVICE_UNAVAILABLE),
        (httpx.DecodingError(""), ProblemKind.UNREADABLE_ANSWER),
        (httpx.InvalidURL(""), ProblemKind.UNREADABLE_ANSWER),
        (OSError(errno.ENOSPC, ""), ProblemKind.DISK_FULL),
        (wrapped(httpx.ConnectError(""), OSError(errno.EMFILE, "")), ProblemKind.UNEXPECTED),
        (ZeroDivisionError(), ProblemKind.UNEXPECTED),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else value.value,
)
def test_each_exception_is_one_problem(error: Exception, kind: ProblemKind) -> None:
    assert problem_from_exception(error, "planner").kind is kind


def test_the_detail_of_an_exception_is_its_class_and_never_its_words() -> None:
    problem = problem_from_exception(httpx.ConnectError("https://h/?token=secret"), "planner")
    assert problem.detail == "ConnectError"


def answer(status: int, code: str = "", headers: dict[str, str] | None = None) -> Answer:
    body = b'{"error": {"code": "%s", "message": "For Elin Ekhamn"}}' % code.encode()
    return Answer("https://h/me", status, body, headers or {})


@pytest.mark.parametrize(
    ("status", "headers", "kind"),
    [
        (301, {"location": "https://evil.example"}, ProblemKind.CAPTIVE_PORTAL),
        (304, {}, ProblemKind.UNREADABLE_ANSWER),
        (400, {}, ProblemKind.REQUEST_REFUSED),
        (401, {}, ProblemKind.SIGN_IN_NEEDED),
        (403, {}, ProblemKind.ACCESS_DENIED),
        (404, {}, ProblemKind.NOT_FOUND),
        (407, {}, ProblemKind.PROXY_REFUSED),
        (408, {}, ProblemKind.TIMED_OUT),
        (412, {}, ProblemKind.REQUEST_REFUSED),
        (423, {}, ProblemKind.ACCESS_DENIED),
        (418, {}, ProblemKind.REQUEST_REFUSED),
        (429, {}, ProblemKind.THROTTLED),
        (500, {}, ProblemKind.SERVICE_UNAVAILABLE),
        (503, {}, ProblemKind.SERVICE_UNAVAILABLE),
        (503, {"retry-after": "30"}, ProblemKind.THROTTLED),
        (504, {}, ProblemKind.TIMED_OUT),
        (507, {}, ProblemKind.SERVICE_UNAVAILABLE),
        (511, {}, ProblemKind.CAPTIVE_PORTAL),
        (599, {}, ProblemKind.SERVICE_UNAVAILABLE),
        (199, {}, ProblemKind.UNREADABLE_ANSWER),
    ],
)
def test_each_status_is_one_problem(status: int, headers: dict[str, str], kind: ProblemKind) -> None:
    problem = problem_from_answer(answer(status, headers=headers), "cms", MORNING)
    assert problem.kind is kind
    assert problem.service == "cms"
    assert "Elin" not in (problem.detail or "")


def test_a_sentence_in_place_of_a_code_is_not_repeated() -> None:
    problem = problem_from_answer(answer(400, code="Elin Ekhamn may not"), None, MORNING)
    assert problem.detail == "400"


@pytest.mark.parametrize("code", ["", "Forbidden", "accessDenied", "Authorization_RequestDenied"])
@pytest.mark.parametrize(
    ("granted", "kind"),
    [
        ("User.Read", ProblemKind.CONSENT_MISSING),
        ("User.Read Sites.Read.All", ProblemKind.ACCESS_DENIED),
        ("https://graph.microsoft.com/sites.readwrite.all", ProblemKind.ACCESS_DENIED),
    ],
)
def test_the_granted_scopes_say_whether_a_permission_is_missing(code: str, granted: str, kind: ProblemKind) -> None:
    problem = problem_from_answer(answer(403, code), "sharepoint", MORNING, "Sites.Read.All", scopes_in(granted))
    assert problem.kind is kind
    assert problem.scope == "Sites.Read.All"
    assert problem.family is Family.ASK


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("Authorization_RequestDenied", ProblemKind.CONSENT_MISSING),
        ("ErrorAccessDenied", ProblemKind.CONSENT_MISSING),
        ("accessDenied", ProblemKind.ACCESS_DENIED),
        ("", ProblemKind.ACCESS_DENIED),
    ],
)
def test_where_nobody_knows_what_was_granted_the_code_has_to_do(code: str, kind: ProblemKind) -> None:
    problem = problem_from_answer(answer(403, code), "sharepoint", MORNING, "Sites.Read.All")
    assert problem.kind is kind


def test_a_refusal_that_needs_no_scope_is_no_missing_consent() -> None:
    problem = problem_from_answer(answer(403, "Authorization_RequestDenied"), "cms", MORNING)
    assert (problem.kind, problem.scope) == (ProblemKind.ACCESS_DENIED, None)


@pytest.mark.parametrize(
    ("media_type", "body", "kind"),
    [
        ("text/html", b"<!doctype html>", ProblemKind.CAPTIVE_PORTAL),
        ("", b"  <html>", ProblemKind.CAPTIVE_PORTAL),
        ("application/json", b"<html>", ProblemKind.CAPTIVE_PORTAL),
        ("application/json", b"", ProblemKind.UNREADABLE_ANSWER),
        ("application/json", b"null", ProblemKind.UNREADABLE_ANSWER),
        ("text/plain", b"{}", ProblemKind.UNREADABLE_ANSWER),
        ("image/png", b"\x89PNG", ProblemKind.UNREADABLE_ANSWER),
    ],
)
def test_a_success_that_is_no_json_is_a_portal_or_unreadable(media_type: str, body: bytes, kind: ProblemKind) -> None:
    with pytest.raises(ProblemRaised) as raised:
        require_json(Answer("", 200, body, {"content-type": media_type}), "cms")
    assert raised.value.problem.kind is kind


@pytest.mark.parametrize(
    ("media_type", "body"),
    [
        ("application/json; charset=utf-8", b' {"a": 1}'),
        ("application/json;odata.metadata=minimal", b"[]"),
        ("application/problem+json", b"{}"),
        ("", b"{}"),
        ("application/json", b"\xef\xbb\xbf{}"),
        ("application/json", "{}".encode("utf-16")),
    ],
)
def test_json_in_its_shapes_is_json(media_type: str, body: bytes) -> None:
    require_json(Answer("", 200, body, {"content-type": media_type}), "cms")


def test_an_empty_success_needs_no_json() -> None:
    require_json(Answer("", 204, b"", {}), "planner")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'{"error": {"code": "syncStateNotFound"}}', "syncStateNotFound"),
        (b'{"error": {"code": ""}}', ""),
        (b'{"error": {"code": null}}', ""),
        (b'{"error": "invalid_grant"}', ""),
        (b"null", ""),
        (b"<html>", ""),
        (b"[" * 100_000, ""),
        (b"\xff\xfe", ""),
    ],
)
def test_an_error_code_is_read_from_whatever_comes(content: bytes, code: str) -> None:
    assert error_code(content) == code


def test_an_expired_bookmark_is_a_410_or_a_code() -> None:
    assert is_expired_bookmark(answer(410))
    assert is_expired_bookmark(answer(400, "SyncStateNotFound"))
    assert is_expired_bookmark(answer(410, "resyncChangesApplyDifferences"))
    assert not is_expired_bookmark(answer(404, "itemNotFound"))
    assert not is_expired_bookmark(answer(500, "syncStateNotFound"))


@pytest.mark.parametrize(
    ("header", "claims"),
    [
        ('Bearer error="insufficient_claims", claims="eyJhIjoiw6U_In0="', '{"a":"å?"}'),
        ('Bearer error="insufficient_claims", claims="eyJhIjoiw6U/In0"', '{"a":"å?"}'),
        ('Bearer error="invalid_token", claims="eyJhIjoxfQ=="', None),
        ('Bearer error="insufficient_claims"', None),
        ('Bearer error="insufficient_claims", claims="/w=="', None),
        ("", None),
    ],
)
def test_a_claims_challenge_is_read_in_both_alphabets_of_base64(header: str, claims: str | None) -> None:
    assert claims_challenge(Answer("", 401, b"", {"www-authenticate": header})) == claims


def test_what_could_not_be_decoded_is_told_briefly() -> None:
    problem = unreadable(ValueError("Expected `str`, got `int` - at `$.value[0].id`" + "x" * 500), "planner")
    assert problem.kind is ProblemKind.UNREADABLE_ANSWER
    assert problem.detail is not None
    assert len(problem.detail) <= 120
