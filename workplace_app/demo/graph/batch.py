"""``$batch``: up to twenty requests in one, each with its own answer (Microsoft, graph/json-batching)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from workplace_app.demo.graph.exchange import GraphAnswer, GraphRequest, bad_request, split_address
from workplace_app.demo.tenant.change_log import Json

MOST = 20
_BODY_METHODS = frozenset({"POST", "PATCH", "PUT"})


@dataclass(frozen=True, slots=True)
class _Inner:
    """One part of a batch."""

    id: str
    method: str
    url: str
    headers: dict[str, str]
    body: Any
    depends_on: tuple[str, ...]


def answer_batch(request: GraphRequest, answer: Callable[[GraphRequest], GraphAnswer]) -> GraphAnswer:
    """Always 200 when the batch itself is well formed; the parts' answers come in an order of their own."""
    parts = _read(request.body)
    statuses: dict[str, int] = {}
    responses: list[Json] = []
    for part in parts:
        if any(statuses.get(other, 424) >= 400 for other in part.depends_on):
            error = {"code": "FailedDependency", "message": "A request this one depends on failed."}
            found = GraphAnswer(424, {"error": error})
        else:
            found = answer(_request(request, part))
        statuses[part.id] = found.status
        responses.append(_response(part.id, found))
    return GraphAnswer(200, {"responses": responses[::-1]})


def _request(outer: GraphRequest, part: _Inner) -> GraphRequest:
    path, query = split_address(part.url)
    return GraphRequest(part.method, path, query, part.headers, part.body, outer.person, outer.scopes)


def _response(part_id: str, answer: GraphAnswer) -> Json:
    response: Json = {"id": part_id, "status": answer.status, "headers": dict(answer.headers)}
    if answer.body is not None:
        response["body"] = answer.body
    return response


def _read(body: Any) -> list[_Inner]:
    requests = body.get("requests") if isinstance(body, dict) else None
    if not isinstance(requests, list) or not requests:
        raise bad_request("Invalid batch payload format.")
    if len(requests) > MOST:
        raise bad_request(f"Number of batch request steps exceeds the maximum value of {MOST}.", "MaximumValueExceeded")
    parts = [_part(each) for each in requests]
    if len({part.id for part in parts}) != len(parts):
        raise bad_request("Request id values must be unique within a batch.")
    return parts


def _part(given: Any) -> _Inner:
    if not isinstance(given, dict) or not all(isinstance(given.get(name), str) for name in ("id", "method", "url")):
        raise bad_request("Invalid batch payload format: every request needs an id, a method and a url.")
    if given["url"].startswith(("http://", "https://")):
        raise bad_request("Invalid batch payload format: urls are relative to the version.")
    headers = {str(name).lower(): str(value) for name, value in (given.get("headers") or {}).items()}
    method = given["method"].upper()
    if method in _BODY_METHODS and given.get("body") is not None and "content-type" not in headers:
        raise bad_request("Content-Type header is required for requests with a body.")
    return _Inner(given["id"], method, given["url"], headers, given.get("body"), tuple(given.get("dependsOn") or ()))
