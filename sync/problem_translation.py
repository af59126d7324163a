"""Foreign exceptions and statuses become domain problems here and nowhere else."""

import errno
import ssl
from datetime import datetime

import httpx

from sync.answer import Answer
from sync.graph_errors import error_code, lacks_consent
from sync.retry_after import retry_after
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

_BY_STATUS = {
    304: ProblemKind.UNREADABLE_ANSWER,
    401: ProblemKind.SIGN_IN_NEEDED,
    403: ProblemKind.ACCESS_DENIED,
    404: ProblemKind.NOT_FOUND,
    407: ProblemKind.PROXY_REFUSED,
    408: ProblemKind.TIMED_OUT,
    410: ProblemKind.NOT_FOUND,
    423: ProblemKind.ACCESS_DENIED,  # a site or a library that its owner or an administrator has locked
    424: ProblemKind.SERVICE_UNAVAILABLE,
    429: ProblemKind.THROTTLED,
    504: ProblemKind.TIMED_OUT,
    511: ProblemKind.CAPTIVE_PORTAL,  # RFC 6585, section 6
}
NOT_THE_SERVICES = frozenset({407, 408, 511})
"""Refusals that are the way's and not the service's: they say nothing of the change that was asked for."""
_LONGEST_DETAIL = 120
_WEB_PAGES = ("text/html", "application/xhtml+xml")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def problem_from_answer(
    answer: Answer,
    service: str | None,
    now: datetime,
    scope: str | None = None,
    granted: frozenset[str] | None = None,
) -> Problem:
    """What an answer that is not a success means. ``scope`` is the permission that the request needs, ``granted`` what
    its token was given (None: nobody knows)."""
    wait = retry_after(answer.headers, now)
    retry_at = None if wait is None else now + wait
    detail = " ".join(filter(None, [str(answer.status), _safe_code(answer)]))
    if lacks_consent(answer, scope, granted):
        return Problem(ProblemKind.CONSENT_MISSING, service=service, scope=scope, detail=detail)
    kind = _BY_STATUS.get(answer.status)
    if kind is None:
        kind = _kind_by_class(answer.status)
    if answer.status == 503 and retry_at is not None:
        kind = ProblemKind.THROTTLED
    if 300 <= answer.status < 400 and answer.status != 304:
        kind = ProblemKind.CAPTIVE_PORTAL  # APIs do not redirect; hotel networks do
    needed = scope if answer.status == 403 else None
    return Problem(kind, service=service, retry_at=retry_at, scope=needed, detail=detail)


def _kind_by_class(status: int) -> ProblemKind:
    if status >= 500:
        return ProblemKind.SERVICE_UNAVAILABLE
    return ProblemKind.REQUEST_REFUSED if status >= 400 else ProblemKind.UNREADABLE_ANSWER


def _safe_code(answer: Answer) -> str:
    """The server's error code when it looks like a code: never a sentence, which might name a person."""
    code = error_code(answer.content)
    return code if code.replace("_", "").replace(".", "").isalnum() and len(code) <= _LONGEST_DETAIL else ""


def require_json(answer: Answer, service: str | None) -> None:
    """Raise when a success carries something else than JSON: a sign-in page of a network, or a broken server."""
    if answer.status == 204:
        return
    media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    begins = answer.content[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    if (begins[:1] in (b"{", b"[") or begins[:2] in _UTF_16) and (media_type.endswith("json") or not media_type):
        return
    page = media_type in _WEB_PAGES or begins[:1] == b"<"
    kind = ProblemKind.CAPTIVE_PORTAL if page else ProblemKind.UNREADABLE_ANSWER
    raise ProblemRaised(Problem(kind, service=service, detail=media_type[:_LONGEST_DETAIL] or "no media type"))


def refuse_web_page(answer: Answer, service: str | None) -> None:
    """Raise CAPTIVE_PORTAL when a public document is answered with a web page: a network's own, where it asks whoever
    has just come to sign in."""
    media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    begins = answer.content[:64].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if media_type in _WEB_PAGES or begins.startswith((b"<!doctype html", b"<html")):
        raise ProblemRaised(Problem(ProblemKind.CAPTIVE_PORTAL, service=service, detail=media_type[:_LONGEST_DETAIL]))


def unreadable(error: Exception, service: str | None) -> Problem:
    """An answer that could not be decoded; the detail says where and what, which msgspec words without the value."""
    return Problem(ProblemKind.UNREADABLE_ANSWER, service=service, detail=str(error)[:_LONGEST_DETAIL])


def problem_from_exception(error: BaseException, service: str | None = None) -> Problem:
    """What a broken exchange means. The detail is the exception's class, never its text: that may hold an address."""
    detail = type(error).__name__
    chain = _chain(error)
    if any(isinstance(each, OSError) and each.errno in _TOO_MANY_FILES for each in chain):
        return Problem(ProblemKind.UNEXPECTED, service=service, detail="too many open files")
    kind = next(filter(None, map(_tls_kind, chain)), None) or next(filter(None, map(_kind_of, chain)), None)
    return Problem(kind or ProblemKind.UNEXPECTED, service=service, detail=detail)


def _chain(error: BaseException) -> list[BaseException]:
    """The exception and what it came from, the outermost first: httpx wraps the operating system's reason."""
    chain: list[BaseException] = []
    current: BaseException | None = error
    while current is not None and current not in chain:
        chain.append(current)
        current = current.__cause__ or current.__context__
    return chain


def _tls_kind(error: BaseException) -> ProblemKind | None:
    """A certificate or a handshake that does not hold is the reason wherever it stands in the chain."""
    if isinstance(error, ssl.SSLCertVerificationError):
        # An expired certificate may be the server's fault; one that is not valid yet means that our clock is behind.
        return ProblemKind.CLOCK_WRONG if error.verify_code == _NOT_YET_VALID else ProblemKind.TLS_UNTRUSTED
    if isinstance(error, ssl.SSLError) and not isinstance(error, _TLS_FLOW):
        return ProblemKind.TLS_UNTRUSTED
    return None


def _kind_of(error: BaseException) -> ProblemKind | None:
    if isinstance(error, httpx.ProxyError):
        return ProblemKind.PROXY_REFUSED
    if isinstance(error, (httpx.TimeoutException, TimeoutError)):
        return ProblemKind.TIMED_OUT
    if isinstance(error, httpx.RemoteProtocolError):
        return ProblemKind.SERVICE_UNAVAILABLE  # hung up before it had answered, or spoke no HTTP: nobody's answer
    if isinstance(error, (httpx.DecodingError, httpx.InvalidURL)):
        return ProblemKind.UNREADABLE_ANSWER
    if isinstance(error, OSError) and error.errno in _DISK_FULL:
        return ProblemKind.DISK_FULL
    if isinstance(error, (httpx.NetworkError, OSError)):
        return ProblemKind.OFFLINE
    return None


_NOT_YET_VALID = 9
"""OpenSSL's X509_V_ERR_CERT_NOT_YET_VALID."""
_TLS_FLOW = (ssl.SSLWantReadError, ssl.SSLWantWriteError, ssl.SSLZeroReturnError, ssl.SSLEOFError)
"""How Python tells that more is to come, or that the other side has hung up."""
_TOO_MANY_FILES = {errno.EMFILE, errno.ENFILE}
"""Nothing can be opened any more, connections neither; that is no word about the network."""
_DISK_FULL = {errno.ENOSPC, errno.EDQUOT}
