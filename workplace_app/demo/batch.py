"""Looks into ``$batch``: each part is judged for faults and consent, logged, then passed on with the others."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from workplace_app.demo import consent
from workplace_app.demo.asgi_messages import CapturedAnswer, read_whole, replayed
from workplace_app.demo.faults.answers import ANSWERS, INNER_ANSWERS, StruckRequest, error_body
from workplace_app.demo.faults.book import FaultBook
from workplace_app.demo.request_log import RequestLog

BATCH_PATH = "/v1.0/$batch"
VERSION = "/v1.0"

Part = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Judged:
    """A part's answer that is known beforehand, and the fault that made it."""

    answer: Part
    fault: str | None


class BatchLayer:
    """Between Graph's protection and Graph itself.

    A part that a fault strikes or that lacks consent is answered here, those that depend on it get 424, and the rest
    go on to Graph, which needs to know nothing of it.
    """

    def __init__(self, app: ASGIApp, book: FaultBook, log: RequestLog, address: str) -> None:
        self._app = app
        self._book = book
        self._log = log
        self._address = address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "POST" or scope["path"] != BATCH_PATH:
            await self._app(scope, receive, send)
            return
        body = await read_whole(receive)
        parts = _parts_of(body)
        judged = self._judge_all(parts, scope["state"]["scopes"])
        if judged:
            left = [part for part in parts if part["id"] not in judged]
            body = json.dumps({"requests": left}).encode()
        answer = CapturedAnswer()
        if judged and len(judged) == len(parts):
            answer.status, answer.body = 200, b'{"responses":[]}'
            answer.replace_header("content-type", "application/json")
        else:
            await self._app(_with_length(scope, len(body)), replayed(body, receive), answer.capture)
        self._join(answer, parts, judged)
        self._note(scope, parts, judged, answer)
        await answer.send(send)

    def _judge_all(self, parts: list[Part], scopes: frozenset[str]) -> dict[str, _Judged]:
        judged: dict[str, _Judged] = {}
        for part in parts:
            verdict = self._judge(part, scopes)
            if verdict is not None:
                judged[part["id"]] = verdict
        waiting = True
        while waiting:
            waiting = False
            for part in parts:
                depends = part.get("dependsOn") or ()
                if part["id"] not in judged and any(other in judged for other in depends):
                    body = error_body("graph", 424, "FailedDependency", "A request that this one depends on failed.")
                    judged[part["id"]] = _Judged({"id": part["id"], "status": 424, "body": body}, None)
                    waiting = True
        return judged

    def _judge(self, part: Part, scopes: frozenset[str]) -> _Judged | None:
        method, address = str(part.get("method", "GET")).upper(), urlsplit(str(part.get("url", "")))
        path = f"{VERSION}/{address.path.lstrip('/')}"
        rule = self._book.take("graph", method, path, INNER_ANSWERS)
        if rule is not None:
            request = StruckRequest("graph", self._address, path, address.query)
            return _Judged(_as_part(part["id"], ANSWERS[rule.kind](rule, request)), rule.kind.value)
        refused = consent.refusal(method, path, scopes)
        return _Judged(_as_part(part["id"], refused), None) if refused is not None else None

    @staticmethod
    def _join(answer: CapturedAnswer, parts: list[Part], judged: dict[str, _Judged]) -> None:
        """Put the answers that were given here among Graph's own."""
        if not judged or answer.status != 200:
            return
        content = json.loads(answer.body)
        content["responses"].extend(judged[part["id"]].answer for part in parts if part["id"] in judged)
        answer.body = json.dumps(content, ensure_ascii=False).encode()

    def _note(self, scope: Scope, parts: list[Part], judged: dict[str, _Judged], answer: CapturedAnswer) -> None:
        statuses: dict[str, int] = {}
        if answer.status == 200:
            statuses = {str(inner.get("id")): int(inner["status"]) for inner in json.loads(answer.body)["responses"]}
        for part in parts:
            address = urlsplit(str(part.get("url", "")))
            inner_scope = {
                "method": str(part.get("method", "GET")).upper(),
                "path": f"{VERSION}/{address.path.lstrip('/')}",
                "query_string": address.query.encode(),
            }
            verdict = judged.get(part["id"])
            fault = verdict.fault if verdict else None
            status = statuses.get(part["id"], 0)
            self._log.add({**scope, **inner_scope}, "graph", status=status, size=0, batched=True, fault=fault)


def _parts_of(body: bytes) -> list[Part]:
    """The parts of a batch; none when it is not one, which Graph itself then refuses."""
    try:
        parts = json.loads(body)["requests"]
    except (ValueError, KeyError, TypeError):
        return []
    well_formed = isinstance(parts, list) and all(
        isinstance(part, dict) and isinstance(part.get("id"), str) for part in parts
    )
    return parts if well_formed else []


def _as_part(part_id: str, answer: Response) -> Part:
    headers = {name: value for name, value in answer.headers.items() if name != "content-length"}
    return {
        "id": part_id,
        "status": answer.status_code,
        "headers": headers,
        "body": json.loads(bytes(answer.body)),
    }


def _with_length(scope: Scope, length: int) -> Scope:
    headers = [(name, value) for name, value in scope["headers"] if name != b"content-length"]
    return {**scope, "headers": [*headers, (b"content-length", str(length).encode())]}
