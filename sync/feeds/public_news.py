"""Feed: the public site's news, by RSS or Atom."""

from collections.abc import AsyncGenerator, Mapping

from sync.feed import FeedContext
from sync.feeds.conditional import fetch_if_changed
from sync.wire.rss import articles_from_feed
from workplace_app.domain.page import Page
from workplace_app.domain.problem import Problem, ProblemRaised

_ACCEPT = "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8"


async def public_news(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    """Each address is a scope. A feed shows only the newest entries: what has left it is kept, so no generation.
    One address that fails does not keep the others from being read."""
    problem: Problem | None = None
    for address in context.municipality.public_news:
        try:
            fetched = await fetch_if_changed(context, address, bookmarks.get(address), _ACCEPT)
            if fetched is None:
                continue
            content, bookmark = fetched
            articles = articles_from_feed(content, address)
        except ProblemRaised as raised:
            problem = problem or raised.problem
            continue
        yield Page(tuple(articles.facts), scope=address, bookmark=bookmark, problems=tuple(articles.problems))
    if problem is not None:
        raise ProblemRaised(problem)
