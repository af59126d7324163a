"""Walks the children of a page in the CMS, page by page."""

from collections.abc import AsyncGenerator, Mapping

from sync.cms_client import CmsClient
from sync.query import segment
from sync.wire.cms import cms_items
from sync.wire.reading import RawItem
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

_SERVICE = "cms"
_CONTINUATION = "x-epi-continuation"
_MOST_PAGES = 2_000
_MOST_EMPTY_PAGES = 50


async def children(
    cms: CmsClient, root: str, params: Mapping[str, str]
) -> AsyncGenerator[tuple[list[RawItem], bool], None]:
    """Items, and whether they are the last. The continuation token is a header in both directions: sent back
    unchanged, ``top`` repeated with it, and missing on the last page (content-delivery-js-sdk, contentLoader)."""
    path = f"/content/{segment(root)}/children"
    token: str | None = None
    seen: set[str] = set()
    empty = 0
    while True:
        answer = await cms.get(path, params, {_CONTINUATION: token} if token else None)
        token = answer.headers.get(_CONTINUATION) or None
        items = cms_items(answer.content, _SERVICE)
        yield items, token is None
        if token is None:
            return
        empty = 0 if items else empty + 1
        if token in seen or len(seen) >= _MOST_PAGES or empty > _MOST_EMPTY_PAGES:
            problem = Problem(ProblemKind.UNREADABLE_ANSWER, service=_SERVICE, detail="a listing without an end")
            raise ProblemRaised(problem)
        seen.add(token)
