"""JSON batching: many small requests in one, each part judged alone (concepts/json-batching.md, read 2026-11)."""

from collections.abc import Sequence
from dataclasses import field
from datetime import datetime

import msgspec

from sync.answer import Answer
from sync.problem_translation import problem_from_answer, unreadable
from sync.wire.reading import without_byte_order_mark
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem, ProblemRaised

BATCH_SIZE = 20
_WORTH_REPEATING = {424, 429, 503}


@frozen
class BatchRequest:
    """One part. ``url`` is relative to the version ("/me/planner/tasks"); ``id`` is unique among the parts."""

    id: str
    url: str
    method: str = "GET"
    headers: dict[str, str] = field(default_factory=dict)


@frozen
class BatchAnswer:
    """What became of one part. ``content`` is its JSON body; ``problem`` is None for a 2xx."""

    id: str
    status: int
    content: bytes
    headers: dict[str, str]
    problem: Problem | None

    def as_answer(self, address: str) -> Answer:
        """The same as an answer of its own."""
        return Answer(address, self.status, self.content, self.headers)


class _Part(msgspec.Struct):
    """Lenient where proxies and services have been seen to differ: an id or a header's value may be a number."""

    id: str | int
    status: int
    headers: dict[str, str | int | None] | None = None
    body: msgspec.Raw = msgspec.Raw(b"null")


class _Parts(msgspec.Struct):
    responses: list[_Part]


def batch_body(requests: Sequence[BatchRequest]) -> bytes:
    """The body to post to ``$batch``."""
    parts = []
    for request in requests:
        part: dict[str, object] = {"id": request.id, "method": request.method, "url": request.url}
        if request.headers:
            part["headers"] = request.headers
        parts.append(part)
    return msgspec.json.encode({"requests": parts})


def batch_answers(
    answer: Answer, service: str, scope: str | None, granted: frozenset[str] | None, now: datetime
) -> dict[str, BatchAnswer]:
    """Take the outer answer apart; the order of the parts means nothing. Raises UNREADABLE_ANSWER."""
    try:
        decoded = msgspec.json.decode(without_byte_order_mark(answer.content), type=_Parts)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise ProblemRaised(unreadable(error, service)) from error
    answers = {}
    for part in decoded.responses:
        headers = {name.lower(): str(value) for name, value in (part.headers or {}).items()}
        inner = Answer(answer.address, part.status, bytes(part.body), headers)
        problem = None if 200 <= part.status < 300 else problem_from_answer(inner, service, now, scope, granted)
        answers[str(part.id)] = BatchAnswer(str(part.id), part.status, inner.content, headers, problem)
    return answers


def worth_repeating(answer: BatchAnswer) -> bool:
    """True for a part that was throttled, or that hung on one that was: no SDK repeats these by itself."""
    return answer.status in _WORTH_REPEATING
