"""Feed: the groups whose mailbox the signed-in person shares."""

from collections.abc import AsyncGenerator, Mapping

from sync.feed import FeedContext
from sync.feeds.listing import whole_listing
from sync.paging import linked_pages
from sync.wire.groups import GROUP_FIELDS, group, workspace_from_group
from sync.wire.reading import RawItem, ReadItems, read_items
from workplace_app.domain.page import Fact, Page
from workplace_app.domain.workspace import Workspace

_PATH = "/me/memberOf/microsoft.graph.group"
_PARAMS = {"$select": GROUP_FIELDS, "$top": "999", "$count": "true"}
_ADVANCED = {"ConsistencyLevel": "eventual"}


async def groups(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    """The list is short and read whole; teams' groups and security groups are no workspaces of their own."""
    pages = linked_pages(context.graph, _PATH, _PARAMS, _ADVANCED)
    async for page in whole_listing(pages, _read, bookmarks.get("")):
        yield page


def _read(items: list[RawItem]) -> ReadItems[Fact]:
    return read_items(items, _workspace, "directory")


def _workspace(item: RawItem) -> Workspace | None:
    decoded = group(item)
    return workspace_from_group(decoded) if decoded.is_workspace else None
