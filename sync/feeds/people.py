"""Feed: the colleagues in the directory."""

from collections.abc import AsyncGenerator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import msgspec

from sync.feed import FeedContext
from sync.feeds.bookmark_text import read_bookmark, written
from sync.feeds.listing import whole_listing
from sync.paging import linked_pages
from sync.wire.people import PERSON_FIELDS, person_from_user, user
from sync.wire.reading import RawItem, ReadItems, read_items
from workplace_app.domain.page import Fact, Page
from workplace_app.domain.person import Person

_PARAMS = {"$select": PERSON_FIELDS, "$top": "999"}
_YOUNG = timedelta(hours=6)
"""The heaviest of the lists that are read whole (400 kB for 1,200 people), and the one that changes least: a round that
somebody asks for does not read it again so soon."""


class DirectoryBookmark(msgspec.Struct):
    """What the directory said, and when."""

    digest: str
    listed: datetime


async def people(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    """Listed whole once a day, in pages as large as the directory gives: /users/delta allows no page size, and its
    answers leave out what has not changed."""
    known = read_bookmark(bookmarks.get(""), DirectoryBookmark)
    now = context.now()
    if known is not None and now - known.listed < _YOUNG:
        return
    digest = known.digest if known is not None else None
    pages = linked_pages(context.graph, "/users", _PARAMS)
    async for page in whole_listing(pages, _read, digest):
        if page.bookmark is None:
            yield page
        else:
            digest = page.bookmark
            yield replace(page, bookmark=written(DirectoryBookmark(digest, now)))
    if known is not None and digest == known.digest:
        yield Page(bookmark=written(DirectoryBookmark(digest, now)))


def _read(items: list[RawItem]) -> ReadItems[Fact]:
    return read_items(items, _person, "directory")


def _person(item: RawItem) -> Person:
    return person_from_user(user(item))
