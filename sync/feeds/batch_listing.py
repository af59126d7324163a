"""Lists many small collections at once: one $batch of first pages, and whatever pages follow."""

from collections.abc import AsyncGenerator, Mapping

from sync.feed import FeedContext
from sync.feeds.batching import get_together
from sync.paging import linked_pages
from sync.wire.graph_envelope import read_collection
from sync.wire.reading import RawItem
from workplace_app.domain.problem import Family, Problem, ProblemKind, ProblemRaised

_OF_ONE_ONLY = {ProblemKind.NOT_FOUND, ProblemKind.ACCESS_DENIED, ProblemKind.REQUEST_REFUSED}


async def listed_together(
    context: FeedContext, urls: Mapping[str, str], headers: Mapping[str, str] | None = None, *, whole: bool = True
) -> AsyncGenerator[tuple[str, list[RawItem], Problem | None], None]:
    """For each key its items, or the problem that keeps this one collection closed.

    All pages of each, unless ``whole`` is False: then the first. A problem that concerns the service as a whole
    (throttled, offline, consent missing) is raised.
    """
    answers = await get_together(context, urls, headers)
    service = context.graph.exchange.service
    for key in urls:
        answer = answers.get(key)
        if answer is None:
            yield key, [], Problem(ProblemKind.UNREADABLE_ANSWER, service=service, detail="a part without answer")
            continue
        if answer.problem is not None:
            if answer.problem.kind not in _OF_ONE_ONLY and answer.problem.family is not Family.FAULT:
                raise ProblemRaised(answer.problem)
            yield key, [], answer.problem
            continue
        collection = read_collection(answer.content, service)
        items = list(collection.items)
        if whole and collection.next_link:
            async for page in linked_pages(context.graph, collection.next_link, headers=headers):
                items.extend(page.items)
        yield key, items, None
