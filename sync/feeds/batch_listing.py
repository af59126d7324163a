"""Lists many small collections at once: one $batch of first pages, and whatever pages follow."""

from collections.abc import AsyncGenerator, Mapping
from dataclasses import replace

from sync.answer import BookmarkExpired
from sync.feed import FeedContext
from sync.feeds.batching import get_together
from sync.feeds.closed_places import CLOSED, refused_by_all
from sync.paging import linked_pages
from sync.wire.graph_envelope import read_collection
from sync.wire.reading import RawItem
from workplace_app.domain.problem import Family, Problem, ProblemKind, ProblemRaised

_OF_ONE_ONLY = CLOSED | {ProblemKind.REQUEST_REFUSED}


async def listed_together(
    context: FeedContext, urls: Mapping[str, str], headers: Mapping[str, str] | None = None, *, whole: bool = True
) -> AsyncGenerator[tuple[str, list[RawItem], Problem | None], None]:
    """For each key its items, or the problem that keeps this one collection closed, with the key as its item.

    All pages of each, unless ``whole`` is False: then the first. A problem that concerns the service as a whole
    (throttled, offline, consent missing, every collection refused) is raised.
    """
    answers = await get_together(context, urls, headers)
    service = context.graph.exchange.service
    refused = refused_by_all(answers[key].problem if key in answers else None for key in urls)
    if refused is not None:
        raise ProblemRaised(refused)
    for key in urls:
        answer = answers.get(key)
        if answer is None:
            yield key, [], Problem(ProblemKind.UNREADABLE_ANSWER, service=service, detail="a part without answer")
            continue
        if answer.problem is not None:
            if answer.problem.kind not in _OF_ONE_ONLY and answer.problem.family is not Family.FAULT:
                raise ProblemRaised(answer.problem)
            yield key, [], replace(answer.problem, item_id=key)
            continue
        collection = read_collection(answer.content, service)
        try:
            further = await _further(context, collection.next_link if whole else None, headers)
        except BookmarkExpired:
            yield key, [], Problem(ProblemKind.NOT_FOUND, service=service, item_id=key, detail="a page has expired")
        except ProblemRaised as raised:
            if raised.problem.kind not in _OF_ONE_ONLY:
                raise
            yield key, [], replace(raised.problem, item_id=key)
        else:
            yield key, [*collection.items, *further], None


async def _further(context: FeedContext, link: str | None, headers: Mapping[str, str] | None) -> list[RawItem]:
    items: list[RawItem] = []
    if link is not None:
        async for page in linked_pages(context.graph, link, headers=headers):
            items += page.items
    return items
