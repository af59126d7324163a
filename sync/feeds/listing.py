"""Reads collections that have no delta: fetched whole, compared by fingerprint, stored only when something changed."""

import hashlib
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from dataclasses import replace

from sync.paging import LinkedPage
from sync.wire.reading import RawItem, ReadItems
from workplace_app.domain.page import Fact, Page

READING_VERSION = 1
"""Raised when facts are read differently from the same answers, so that unchanged answers are read once more."""


def fingerprint(contents: Sequence[bytes]) -> str:
    """What a listing said, as one short text to compare."""
    digest = hashlib.sha256()
    for content in contents:
        digest.update(len(content).to_bytes(8, "big"))
        digest.update(content)
    return f"{READING_VERSION}:{digest.hexdigest()}"


async def whole_listing(
    pages: AsyncIterator[LinkedPage],
    read: Callable[[list[RawItem]], ReadItems[Fact]],
    bookmark: str | None,
    scope: str = "",
) -> AsyncGenerator[Page, None]:
    """A collection as one generation. Without a bookmark each page is given as it comes, so that the first sync shows
    something at once; with one the pages are held back until it is known whether anything changed at all."""
    contents: list[bytes] = []
    held: list[Page] = []
    async for linked in pages:
        contents += map(bytes, linked.items)
        items = read(linked.items)
        page = Page(
            facts=tuple(items.facts),
            scope=scope,
            begins_generation=linked.first,
            ends_generation=linked.last,
            problems=tuple(items.problems),
        )
        if linked.last:
            page = replace(page, bookmark=fingerprint(contents))
        if bookmark is None:
            yield page
        else:
            held.append(page)
    if held and held[-1].bookmark != bookmark:
        for page in held:
            yield page
