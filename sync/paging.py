"""Walks a Graph collection link by link, from its start or a bookmark; starts over when the bookmark has expired."""

from collections.abc import AsyncGenerator, Mapping

from sync.answer import BookmarkExpired
from sync.graph_client import GraphClient
from sync.wire.graph_envelope import read_collection
from sync.wire.reading import RawItem
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

MOST_PAGES = 10_000
MOST_EMPTY_PAGES = 50
"""A delta may send empty pages with a next link (delta-query-overview), but not for ever."""


@frozen
class LinkedPage:
    """One page: its items, still unread.

    ``whole`` tells a whole listing from the changes since a bookmark; ``first`` is its first page, ``last`` the one
    without a next link. ``delta_link`` is on the last page of a delta, to be kept whole as the bookmark.
    """

    items: list[RawItem]
    whole: bool
    first: bool
    last: bool
    delta_link: str | None

    @property
    def begins_generation(self) -> bool:
        """As ``Page`` wants it."""
        return self.whole and self.first

    @property
    def ends_generation(self) -> bool:
        """As ``Page`` wants it."""
        return self.whole and self.last


async def linked_pages(
    graph: GraphClient,
    start: str,
    params: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
    bookmark: str | None = None,
) -> AsyncGenerator[LinkedPage, None]:
    """Pages from ``bookmark`` when there is one, else from ``start`` with ``params``.

    An expired bookmark or page link begins a whole listing at the server's Location, or at ``start``; a second one in
    the same walk is raised. Every link passes the host guard. Raises ``ProblemRaised`` for a listing without an end.
    """
    restarted = False
    link, query, whole, first = (bookmark, None, False, True) if bookmark else (start, params, True, True)
    seen: set[str] = set()
    empty = 0
    while True:
        try:
            answer = await graph.get(link, query, headers)
        except BookmarkExpired as expired:
            if restarted:
                raise
            restarted, whole, first = True, True, True
            seen.clear()  # a listing that begins anew may come by the same links
            link, query = (expired.location, None) if expired.location else (start, params)
            continue
        read = read_collection(answer.content, graph.exchange.service)
        yield LinkedPage(read.items, whole, first, read.next_link is None, read.delta_link)
        if read.next_link is None:
            return
        empty = 0 if read.items else empty + 1
        goes_round = read.next_link == answer.address or read.next_link in seen
        if goes_round or len(seen) >= MOST_PAGES or empty > MOST_EMPTY_PAGES:
            raise ProblemRaised(
                Problem(ProblemKind.UNREADABLE_ANSWER, graph.exchange.service, detail="a listing without an end")
            )
        seen.add(read.next_link)
        link, query, first = read.next_link, None, False
