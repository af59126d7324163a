"""Feed: the pictures that articles name and that nobody has fetched yet."""

import asyncio
from collections.abc import AsyncGenerator, Mapping

from sync.feed import FeedContext
from sync.public_client import PublicClient
from sync.wire.picture_header import picture_header
from workplace_app.domain.article import Picture, PictureData
from workplace_app.domain.page import Page
from workplace_app.domain.problem import Family, Problem, ProblemKind, ProblemRaised

_PER_ROUND = 300
_AT_ONCE = 4
_MOST_BYTES = 8 * 1024 * 1024
_OF_THE_WAY = {
    ProblemKind.TLS_UNTRUSTED,
    ProblemKind.PROXY_REFUSED,
    ProblemKind.CLOCK_WRONG,
    ProblemKind.SIGN_IN_NEEDED,
}
"""Problems of the way to the site, which no picture is to be refused for."""
_WANT_SIGN_IN = {ProblemKind.SIGN_IN_NEEDED, ProblemKind.ACCESS_DENIED, ProblemKind.FOREIGN_ADDRESS}
"""How a site says that a picture is not for everybody: 401, 403, or the way to where one signs in."""
_WEB_PAGE = "a web page"
_ACCEPT = {"Accept": "image/webp, image/png, image/jpeg"}


async def pictures(context: FeedContext, _bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    """A few at a time, the newest articles' first. What is no picture, or too large to show, is refused by its bytes,
    whatever its name and media type say; a refused one is not asked for again the same day."""
    missing = context.known.missing_pictures(_PER_ROUND)
    for start in range(0, len(missing), _AT_ONCE):
        some = missing[start : start + _AT_ONCE]
        fetched = await asyncio.gather(*(_fetched(context, picture) for picture in some))
        facts = tuple(result for result in fetched if isinstance(result, PictureData))
        problems = tuple(result for result in fetched if isinstance(result, Problem))
        waiting = [problem for problem in problems if problem.family is Family.WAIT or problem.kind in _OF_THE_WAY]
        for picture, result in zip(some, fetched, strict=True):
            if isinstance(result, Problem) and result not in waiting:
                context.known.picture_refused(picture.key)
        yield Page(facts, problems=tuple(problem for problem in problems if problem not in waiting))
        if waiting:
            raise ProblemRaised(waiting[0])


async def _fetched(context: FeedContext, picture: Picture) -> PictureData | Problem:
    """As anybody may; what the CMS's own origin does not give like that (it refuses, or leads to a page for signing in)
    is asked for with the CMS's token."""
    fetched = await _from(context.web, picture)
    files = context.cms_files
    if files is None or not isinstance(fetched, Problem) or not _wants_sign_in(fetched):
        return fetched
    return await _from(files, picture) if files.exchange.guard.allows(picture.address) else fetched


def _wants_sign_in(problem: Problem) -> bool:
    return problem.kind in _WANT_SIGN_IN or problem.detail == _WEB_PAGE


async def _from(web: PublicClient, picture: Picture) -> PictureData | Problem:
    try:
        answer = await web.get(picture.address, _ACCEPT, _MOST_BYTES)
    except ProblemRaised as raised:
        return raised.problem
    header = picture_header(answer.content)
    if header is None:
        page = answer.headers.get("content-type", "").startswith("text/html")
        detail = _WEB_PAGE if page else "not a picture"
        return Problem(ProblemKind.UNREADABLE_ITEM, service="public", item_id=picture.key, detail=detail)
    return PictureData(picture.key, header.media_type, header.width, header.height, answer.content)
