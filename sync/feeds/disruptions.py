"""Feed: disturbances, from the CMS for staff and from the public list for everybody."""

from collections.abc import AsyncGenerator, Mapping

from sync.feed import FeedContext
from sync.feeds.cms_children import children
from sync.feeds.conditional import fetch_if_changed
from sync.feeds.listing import fingerprint
from sync.wire.cms import cms_page, disruption_from_cms
from sync.wire.disruptions import disruption_from_public, disruption_items
from sync.wire.reading import RawItem, read_items
from workplace_app.domain.page import Page
from workplace_app.domain.problem import Problem, ProblemRaised

STAFF = "cms"
PUBLIC = "public"
_TOP = {"top": "100", "expand": "*"}


async def disruptions(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    """Both lists are short and read whole. One that fails does not keep the other from being read."""
    problem: Problem | None = None
    for read in (_public, _staff):
        try:
            async for page in read(context, bookmarks):
                yield page
        except ProblemRaised as raised:
            problem = problem or raised.problem
    if problem is not None:
        raise ProblemRaised(problem)


async def _public(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    address = context.municipality.public_disruptions
    if address is None:
        return
    fetched = await fetch_if_changed(context, address, bookmarks.get(PUBLIC), "application/json")
    if fetched is None:
        return
    content, bookmark = fetched
    read = read_items(disruption_items(content, "public"), disruption_from_public, "public")
    yield Page(
        tuple(read.facts),
        scope=PUBLIC,
        bookmark=bookmark,
        begins_generation=True,
        ends_generation=True,
        problems=tuple(read.problems),
    )


async def _staff(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    if context.cms is None or context.municipality.cms is None or not context.me:
        return
    cms = context.cms
    items: list[RawItem] = []
    async for some, _last in children(cms, context.municipality.cms.disruption_root, _TOP):
        items += some
    bookmark = fingerprint([bytes(item) for item in items])
    if bookmark == bookmarks.get(STAFF):
        return
    read = read_items(items, lambda item: disruption_from_cms(cms_page(item, cms.root)), "cms")
    yield Page(
        tuple(read.facts),
        scope=STAFF,
        bookmark=bookmark,
        begins_generation=True,
        ends_generation=True,
        problems=tuple(read.problems),
    )
