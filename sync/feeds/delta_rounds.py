"""Asks many deltas of one service at once: twenty links in one $batch, each then walked on by itself."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import field, replace

from sync.answer import BookmarkExpired
from sync.feed import FeedContext
from sync.feeds.batching import get_together
from sync.feeds.closed_places import CLOSED, refused_by_all
from sync.graph_batch import BatchAnswer
from sync.graph_errors import is_expired_bookmark
from sync.paging import LinkedPage, linked_pages
from sync.wire.graph_envelope import read_collection
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised


@frozen
class DeltaSource:
    """One collection with a delta of its own: its scope, where it begins and how it is asked."""

    scope: str
    start: str
    params: Mapping[str, str] = field(default_factory=dict)


@frozen
class ScopedPage:
    """A page of one source, or the problem that this source alone has."""

    scope: str
    page: LinkedPage | None
    problem: Problem | None = None


async def delta_pages(
    context: FeedContext, sources: Sequence[DeltaSource], bookmarks: Mapping[str, str], headers: Mapping[str, str]
) -> AsyncGenerator[ScopedPage, None]:
    """Pages of all sources. Those with a bookmark of this Graph's are asked together; the others are listed one after
    another.

    A source that cannot be found or read has that problem for itself, with its scope as the item; any other problem is
    raised, after the pages that came, and so is a refusal by all of them.
    """
    kept = ((source.scope, context.graph.own_bookmark(bookmarks.get(source.scope))) for source in sources)
    links = {scope: link for scope, link in kept if link is not None}
    answers = await _ask_together(context, links, headers) if len(links) > 1 else {}
    failed: Problem | None = None
    closed: list[Problem] = []
    for source in sources:
        answer = answers.get(source.scope)
        try:
            async for page in _pages_of(context, source, links.get(source.scope), answer, headers):
                yield ScopedPage(source.scope, page)
            continue
        except BookmarkExpired:  # however often it begins anew: the engine would begin all the others anew as well
            service, detail = context.graph.exchange.service, "expired without a bookmark"
            closed.append(Problem(ProblemKind.NOT_FOUND, service=service, item_id=source.scope, detail=detail))
        except ProblemRaised as raised:
            if raised.problem.kind not in CLOSED:
                failed = failed or raised.problem
                if answer is None:
                    break  # a request of its own: the next would fail as this one did
                continue
            closed.append(replace(raised.problem, item_id=source.scope))
        yield ScopedPage(source.scope, None, closed[-1])
    if failed is None and len(closed) == len(sources):
        # A round may happen to ask none but those that never let themselves be read, while the others do.
        others_were_read = any(map(context.graph.own_bookmark, bookmarks.values()))
        failed = refused_by_all(closed) if links or not others_were_read else None
    if failed is not None:
        raise ProblemRaised(failed)


async def _ask_together(
    context: FeedContext, links: Mapping[str, str], headers: Mapping[str, str]
) -> dict[str, BatchAnswer]:
    graph = context.graph
    urls = {
        scope: graph.exchange.guard.check(link, graph.exchange.service).removeprefix(graph.root)
        for scope, link in links.items()
    }
    return await get_together(context, urls, headers)


async def _pages_of(
    context: FeedContext,
    source: DeltaSource,
    link: str | None,
    answer: BatchAnswer | None,
    headers: Mapping[str, str],
) -> AsyncGenerator[LinkedPage, None]:
    graph = context.graph
    if answer is None:
        async for page in pages_of_one(context, source, link, headers):
            yield page
    elif is_expired_bookmark(answer.as_answer(graph.root)):
        location = answer.headers.get("location")
        elsewhere = graph.exchange.guard.check(location, graph.exchange.service) if location else source.start
        anew = linked_pages(graph, elsewhere, {} if location else source.params, headers)
        async for page in _or_from_the_start(anew, context, source, headers):
            yield page
    elif answer.problem is not None and answer.problem.kind is ProblemKind.REQUEST_REFUSED:
        async for page in linked_pages(graph, source.start, source.params, headers):
            yield page
    elif answer.problem is not None:
        raise ProblemRaised(answer.problem)
    else:
        first = read_collection(answer.content, graph.exchange.service)
        yield LinkedPage(first.items, False, True, first.next_link is None, first.delta_link)
        if first.next_link is not None:
            async for page in pages_of_one(context, source, first.next_link, headers):
                yield page


async def pages_of_one(
    context: FeedContext, source: DeltaSource, link: str | None, headers: Mapping[str, str]
) -> AsyncGenerator[LinkedPage, None]:
    """The pages from a link, or from the beginning without one."""
    pages = linked_pages(context.graph, source.start, source.params, headers, link)
    async for page in pages if link is None else _or_from_the_start(pages, context, source, headers):
        yield page


async def _or_from_the_start(
    pages: AsyncGenerator[LinkedPage, None], context: FeedContext, source: DeltaSource, headers: Mapping[str, str]
) -> AsyncGenerator[LinkedPage, None]:
    """A link that the server refuses as malformed (400) is as good as expired, and so is the place at which it wanted
    a new listing to begin: then the listing begins where we know that it can."""
    given = False
    try:
        async for page in pages:
            given = True
            yield page
    except ProblemRaised as raised:
        if given or raised.problem.kind is not ProblemKind.REQUEST_REFUSED:
            raise
        async for page in linked_pages(context.graph, source.start, source.params, headers):
            yield page
