"""One request to the CMS's own issuer and its complete answer: guarded, capped, and never repeated."""

import asyncio
from collections.abc import Mapping

import httpx

from sync.allowed_hosts import AddressGuard
from sync.answer import Answer
from sync.http_client import packed_more_than_once
from sync.identity.openid_problems import SERVICE, untrusted
from sync.problem_translation import problem_from_exception
from workplace_app.domain.problem import ProblemRaised

MOST_BYTES = 1024 * 1024
WHOLE_ANSWER_SECONDS = 30.0


async def ask_issuer(
    http: httpx.AsyncClient, guard: AddressGuard, method: str, address: str, form: Mapping[str, str] | None = None
) -> Answer:
    """The answer, whatever its status. A request is never sent twice: the second use of a refresh token would end its
    whole family. Raises ``ProblemRaised``: FOREIGN_ADDRESS before anything is sent, and what a broken way means."""
    guard.check(address, SERVICE)
    try:
        async with (
            asyncio.timeout(WHOLE_ANSWER_SECONDS),
            http.stream(method, address, data=form, headers={"Accept": "application/json"}) as response,
        ):
            content = await _capped(response)
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        raise ProblemRaised(problem_from_exception(error, SERVICE)) from error
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Answer(address, response.status_code, content, headers)


async def _capped(response: httpx.Response) -> bytes:
    if packed_more_than_once(response.headers):
        raise untrusted("packed more than once")
    content = b""
    async for part in response.aiter_bytes():
        content += part
        if len(content) > MOST_BYTES:
            raise untrusted("larger than the cap")
    return content
