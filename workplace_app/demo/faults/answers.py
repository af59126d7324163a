"""Answers that are given in place of the right one."""

import gzip
import json
from base64 import b64encode
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl, urlencode
from uuid import uuid4

from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response, StreamingResponse

from workplace_app.demo.faults.book import FaultKind, FaultRule

FOREIGN_ORIGIN = "https://graph.elsewhere.example"
DELTA_PARAMETERS = frozenset({"$deltatoken", "$skiptoken", "token"})
ENDLESS_CHUNK = b" " * 65_536
LOOP_PARAMETER = "$skiptoken"
DEFAULT_RETRY_AFTER = "10"


@dataclass(frozen=True, slots=True)
class StruckRequest:
    """The request that a fault strikes. ``address`` is the origin's ("https://localhost:50124")."""

    origin: str
    address: str
    path: str
    query: str

    @property
    def whole(self) -> str:
        """Its full address."""
        return f"{self.address}{self.path}" + (f"?{self.query}" if self.query else "")

    def with_parameter(self, name: str, value: str) -> str:
        """Its full address with one parameter set."""
        kept = [(key, text) for key, text in parse_qsl(self.query, keep_blank_values=True) if key != name]
        return f"{self.address}{self.path}?{urlencode([*kept, (name, value)])}"

    def without_bookmark(self) -> str:
        """Its full address, with which a delta round begins anew."""
        kept = [(key, text) for key, text in parse_qsl(self.query) if key.casefold() not in DELTA_PARAMETERS]
        return f"{self.address}{self.path}" + (f"?{urlencode(kept)}" if kept else "")


def error_body(origin: str, status: int, code: str, message: str) -> dict[str, Any]:
    """An error in the shape that the origin gives it: OData, OAuth or problem details (RFC 9457)."""
    if origin == "identity":
        return {"error": code or "temporarily_unavailable", "error_description": f"AADSTS90033: {message}"}
    if origin == "issuer":
        return {"error": code or "temporarily_unavailable", "error_description": message}
    if origin == "cms":
        return {"type": "about:blank", "title": message, "status": status, "detail": message}
    inner = {"date": "2026-11-23T08:00:00", "request-id": str(uuid4()), "client-request-id": str(uuid4())}
    return {"error": {"code": code, "message": message, "innerError": inner}}


def error_answer(
    request: StruckRequest, status: int, code: str, message: str, headers: dict[str, str] | None = None
) -> Response:
    """An error as JSON."""
    body = error_body(request.origin, status, code, message)
    return JSONResponse(body, status, {"Cache-Control": "no-store", **(headers or {})})


def _status(rule: FaultRule, request: StruckRequest) -> Response:
    phrase = HTTPStatus(rule.status).phrase if rule.status in set(HTTPStatus) else "Unknown"
    headers = {"Retry-After": rule.retry_after} if rule.retry_after else {}
    return error_answer(request, rule.status, rule.code or phrase.replace(" ", ""), phrase, headers)


def _throttled(rule: FaultRule, request: StruckRequest) -> Response:
    retry_after = DEFAULT_RETRY_AFTER if rule.retry_after is None else rule.retry_after
    headers = {"Retry-After": retry_after} if retry_after else {}
    return error_answer(request, 429, rule.code or "TooManyRequests", "Too many requests.", headers)


def _resync(rule: FaultRule, request: StruckRequest) -> Response:
    places = {"good": request.without_bookmark(), "foreign": f"{FOREIGN_ORIGIN}{request.path}", "none": ""}
    headers = {"Location": places[rule.location]} if places[rule.location] else {}
    return error_answer(request, 410, rule.code or "resyncRequired", "Synchronise from the beginning.", headers)


def _sync_state_not_found(rule: FaultRule, request: StruckRequest) -> Response:
    status = rule.status if rule.status in (400, 404, 410) else 410
    return error_answer(request, status, "syncStateNotFound", "The sync state is gone.")


def _token_refused(_rule: FaultRule, request: StruckRequest) -> Response:
    headers = {"WWW-Authenticate": 'Bearer realm="", error="invalid_token"'}
    return error_answer(request, 401, "InvalidAuthenticationToken", "The token is not valid.", headers)


def _claims_challenge(_rule: FaultRule, request: StruckRequest) -> Response:
    claims = b64encode(json.dumps({"access_token": {"nbf": {"essential": True, "value": "1"}}}).encode()).decode()
    headers = {"WWW-Authenticate": f'Bearer realm="", error="insufficient_claims", claims="{claims}"'}
    return error_answer(request, 401, "InvalidAuthenticationToken", "A fresh token is needed.", headers)


def _invalid_grant(rule: FaultRule, _request: StruckRequest) -> Response:
    """Entra's refusal with the number in ``code``; a revoked grant when nobody names one."""
    number = int(rule.code) if rule.code.isdecimal() else 50173
    body = {
        "error": "invalid_grant",
        "error_description": f"AADSTS{number}: The grant was refused.",
        "error_codes": [number],
    }
    return JSONResponse(body, 400)


def _captive_portal(_rule: FaultRule, _request: StruckRequest) -> Response:
    words = "<h1>Välkommen till gästnätet</h1><form method=post><button>Anslut</button></form>"
    return HTMLResponse(f'<!doctype html><html lang="sv"><title>Gästnät</title>{words}</html>')


def _redirect_foreign(_rule: FaultRule, request: StruckRequest) -> Response:
    return RedirectResponse(f"{FOREIGN_ORIGIN}{request.path}", 302)


def _redirect_plain_http(_rule: FaultRule, request: StruckRequest) -> Response:
    return RedirectResponse(request.whole.replace("https://", "http://", 1), 302)


def _next_link_loop(_rule: FaultRule, request: StruckRequest) -> Response:
    there = "loop-b" if (LOOP_PARAMETER, "loop-a") in parse_qsl(request.query) else "loop-a"
    return JSONResponse({"value": [], "@odata.nextLink": request.with_parameter(LOOP_PARAMETER, there)})


def _next_link_endless(rule: FaultRule, request: StruckRequest) -> Response:
    link = request.with_parameter(LOOP_PARAMETER, f"page-{rule.struck + 1}")
    return JSONResponse({"value": [], "@odata.nextLink": link})


def _gzip_bomb(rule: FaultRule, _request: StruckRequest) -> Response:
    body = gzip.compress(b" " * rule.size, compresslevel=1)
    return Response(body, media_type="application/json", headers={"Content-Encoding": "gzip"})


def _endless_body(rule: FaultRule, _request: StruckRequest) -> Response:
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(max(rule.size // len(ENDLESS_CHUNK), 1)):
            yield ENDLESS_CHUNK

    return StreamingResponse(chunks(), media_type="application/json")


ANSWERS: dict[FaultKind, Callable[[FaultRule, StruckRequest], Response]] = {
    FaultKind.STATUS: _status,
    FaultKind.THROTTLED: _throttled,
    FaultKind.RESYNC: _resync,
    FaultKind.SYNC_STATE_NOT_FOUND: _sync_state_not_found,
    FaultKind.TOKEN_REFUSED: _token_refused,
    FaultKind.CLAIMS_CHALLENGE: _claims_challenge,
    FaultKind.INVALID_GRANT: _invalid_grant,
    FaultKind.CAPTIVE_PORTAL: _captive_portal,
    FaultKind.REDIRECT_FOREIGN: _redirect_foreign,
    FaultKind.REDIRECT_PLAIN_HTTP: _redirect_plain_http,
    FaultKind.NEXT_LINK_LOOP: _next_link_loop,
    FaultKind.NEXT_LINK_ENDLESS: _next_link_endless,
    FaultKind.GZIP_BOMB: _gzip_bomb,
    FaultKind.ENDLESS_BODY: _endless_body,
}

INNER_ANSWERS = frozenset(
    {
        FaultKind.STATUS,
        FaultKind.THROTTLED,
        FaultKind.RESYNC,
        FaultKind.SYNC_STATE_NOT_FOUND,
        FaultKind.TOKEN_REFUSED,
        FaultKind.CLAIMS_CHALLENGE,
    }
)
"""Those that can also strike one part of a ``$batch``."""
