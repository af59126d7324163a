"""Asks one address once, without a token, and says what came of it: the answer, how long it took, and who vouches."""

import asyncio
from datetime import datetime

import httpx
import msgspec

from sync.answer import Answer
from sync.checkup.certificates import presented_chain
from sync.checkup.endpoints import Endpoint, Honest
from sync.clock import Clock
from sync.http_client import packed_more_than_once
from sync.problem_translation import problem_from_answer, problem_from_exception, refuse_web_page, require_json
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

WHOLE_SECONDS = 15.0
"""For one address altogether; a proxy that asks for a name and a slow server are within it."""
TIMEOUTS = httpx.Timeout(connect=6.0, read=8.0, write=8.0, pool=WHOLE_SECONDS)
_MOST_BYTES = 256 * 1024
"""Metadata are a few kB; of a document its beginning is enough."""
_REFUSALS = (401, 403)


@frozen
class Probe:
    """``answer`` is None where none came; then ``problem`` says why. With an answer that is not an honest one, both are
    there. ``asked`` and ``answered`` are wall clock seconds, ``seconds`` were measured by the monotonic clock.
    ``chain`` are the certificates that the server showed, its own first, DER."""

    endpoint: Endpoint
    answer: Answer | None
    problem: Problem | None
    asked: float
    answered: float
    seconds: float
    chain: tuple[bytes, ...] = ()
    metadata_issuer: str = ""


async def probe(
    client: httpx.AsyncClient, endpoint: Endpoint, clock: Clock, whole_seconds: float = WHOLE_SECONDS
) -> Probe:
    """Never raises but for being cancelled."""
    asked, begun = clock.now(), clock.monotonic()
    answer: Answer | None = None
    problem: Problem | None = None
    chain: tuple[bytes, ...] = ()
    try:
        async with asyncio.timeout(whole_seconds):
            async with client.stream(
                "GET", endpoint.address, headers={"Accept": _ACCEPTS[endpoint.honest]}
            ) as response:
                chain = presented_chain(response)
                answer = await _beginning(response, endpoint)
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        problem = problem_from_exception(error, endpoint.service)
    except ProblemRaised as raised:
        problem = raised.problem
    answered, seconds = clock.now(), clock.monotonic() - begun
    issuer = ""
    if answer is not None:
        try:
            issuer = judged(answer, endpoint, answered)
        except ProblemRaised as raised:
            problem = raised.problem
    return Probe(endpoint, answer, problem, asked.timestamp(), answered.timestamp(), seconds, chain, issuer)


_ACCEPTS = {
    Honest.METADATA: "application/json",
    Honest.INTERFACE: "application/json",
    Honest.DOCUMENT: "*/*",
}


async def _beginning(response: httpx.Response, endpoint: Endpoint) -> Answer:
    """The answer as far as it is needed. A small one is read whole, so that its end was seen."""
    if packed_more_than_once(response.headers):
        detail = "packed more than once"
        raise ProblemRaised(Problem(ProblemKind.UNREADABLE_ANSWER, endpoint.service, detail=detail))
    content = bytearray()
    async for part in response.aiter_bytes():
        content += part
        if len(content) > _MOST_BYTES:
            break
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Answer(endpoint.address, response.status_code, bytes(content[:_MOST_BYTES]), headers)


def judged(answer: Answer, endpoint: Endpoint, now: datetime) -> str:
    """The issuer that metadata name, "" for anything else; raises what is wrong with the answer."""
    if endpoint.honest is Honest.INTERFACE and answer.status in _REFUSALS:
        refuse_web_page(answer, endpoint.service)  # an interface refuses in JSON or with nothing; a filter shows a page
        return ""
    if not 200 <= answer.status < 300:
        raise ProblemRaised(problem_from_answer(answer, endpoint.service, now))
    if endpoint.honest is Honest.DOCUMENT:
        refuse_web_page(answer, endpoint.service)
        return ""
    require_json(answer, endpoint.service)
    if endpoint.honest is Honest.INTERFACE:
        return ""
    try:
        metadata = msgspec.json.decode(answer.content, type=_Metadata)
    except (msgspec.MsgspecError, RecursionError):
        return ""
    return metadata.issuer


class _Metadata(msgspec.Struct):
    issuer: str = ""
