"""Feed: the colleagues in the directory."""

from collections.abc import AsyncGenerator, Mapping

from sync.feed import FeedContext
from sync.feeds.listing import whole_listing
from sync.paging import linked_pages
from sync.wire.people import PERSON_FIELDS, person_from_user, user
from sync.wire.reading import RawItem, ReadItems, read_items
from workplace_app.domain.page import Fact, Page
from workplace_app.domain.person import Person

_PARAMS = {"$select": PERSON_FIELDS, "$top": "999"}


async def people(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    """Listed whole once a day, in pages as large as the directory gives: /users/delta allows no page size, and its
    answers leave out what has not changed."""
    async for page in whole_listing(linked_pages(context.graph, "/users", _PARAMS), _read, bookmarks.get("")):
        yield page


def _read(items: list[RawItem]) -> ReadItems[Fact]:
    return read_items(items, _person, "directory")


def _person(item: RawItem) -> Person:
    return person_from_user(user(item))
