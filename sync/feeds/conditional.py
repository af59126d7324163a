"""Fetches a public document only when it has changed: by ETag, by date, else by comparing what it says."""

from collections.abc import Mapping

import msgspec

from sync.feed import FeedContext
from sync.feeds.bookmark_text import read_bookmark, written
from sync.feeds.listing import fingerprint
from sync.problem_translation import refuse_web_page
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised


class Validators(msgspec.Struct, frozen=True):
    """What a document was like when it was last read."""

    etag: str | None = None
    last_modified: str | None = None
    digest: str = ""


async def fetch_if_changed(
    context: FeedContext, address: str, bookmark: str | None, accept: str
) -> tuple[bytes, str] | None:
    """The document and the bookmark that it reaches; None when it says what it said last time. Raises
    ``ProblemRaised``."""
    known = read_bookmark(bookmark, Validators)
    answer = await context.web.get(address, _headers(known, accept))
    if answer.status == 304:
        if known is None:
            problem = Problem(ProblemKind.UNREADABLE_ANSWER, context.web.exchange.service, detail="304 unasked")
            raise ProblemRaised(problem)
        return None
    refuse_web_page(answer, context.web.exchange.service)
    validators = Validators(
        etag=answer.validator("etag"),
        last_modified=answer.validator("last-modified"),
        digest=fingerprint([answer.content]),
    )
    if known is not None and known.digest == validators.digest:
        return None
    return answer.content, written(validators)


def _headers(known: Validators | None, accept: str) -> Mapping[str, str]:
    headers = {"Accept": accept}
    if known is not None and known.digest.startswith(fingerprint([]).partition(":")[0] + ":"):
        if known.etag:
            headers["If-None-Match"] = known.etag
        if known.last_modified:
            headers["If-Modified-Since"] = known.last_modified
    return headers
