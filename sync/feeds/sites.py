"""Feed: the SharePoint sites that the signed-in person follows."""

from collections.abc import AsyncGenerator, Mapping

from sync.feed import FeedContext
from sync.feeds.listing import whole_listing
from sync.paging import linked_pages
from sync.wire.reading import RawItem, ReadItems, read_items
from sync.wire.sites import SITE_FIELDS, workspace_from_site
from workplace_app.domain.page import Fact, Page


async def sites(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    """followedSites has no delta: listed whole."""
    pages = linked_pages(context.graph, "/me/followedSites", {"$select": SITE_FIELDS})
    async for page in whole_listing(pages, _read, bookmarks.get("")):
        yield page


def _read(items: list[RawItem]) -> ReadItems[Fact]:
    return read_items(items, workspace_from_site, "sharepoint")
