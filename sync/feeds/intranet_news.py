"""Feed: the news below the CMS's news root.

The Content Delivery API has neither delta nor ETag. A round asks for the newest pages' metadata only and compares
``changed``; what differs is fetched whole, by GUID. Once a day all pages are compared so, which also finds the older
articles that were changed or taken away.
"""

from collections.abc import AsyncGenerator, Mapping, Sequence
from datetime import datetime, timedelta

import msgspec

from sync.cms_client import CmsClient
from sync.feed import FeedContext
from sync.feeds.bookmark_text import read_bookmark, written
from sync.feeds.cms_children import children
from sync.feeds.listing import READING_VERSION
from sync.wire.cms import CmsPage, article_from_cms, cms_items, cms_page
from sync.wire.html_cleaning import CLEANER_VERSION
from sync.wire.reading import ReadItems, UnreadableItemError, read_items
from workplace_app.domain.article import Article
from workplace_app.domain.page import Page
from workplace_app.domain.problem import Problem, ProblemKind

_SERVICE = "cms"
_WHOLE_PAGE = 50
_LIGHT_PAGE = 20
_WALKED_PAGE = 100
_LIGHT = "heading"
"""A property to select: an item's metadata come with any selection, and bodies are what weighs."""
_BY_GUID = 20
_WALK_EVERY = timedelta(hours=24)


class NewsBookmark(msgspec.Struct):
    """Each article's ``changed`` by its id, in the site's order; when all were compared last; by which rules read."""

    changed: dict[str, str]
    walked: datetime
    rules: str


async def intranet_news(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    """Everything as a generation the first time; afterwards what changed."""
    if context.cms is None or context.municipality.cms is None:
        return
    root = context.municipality.cms.news_root
    known = read_bookmark(bookmarks.get(""), NewsBookmark)
    if known is None or known.rules != _rules():
        async for page in _whole(context, context.cms, root):
            yield page
        return
    walk = context.now() - known.walked >= _WALK_EVERY
    changes = await _compared(context, context.cms, root, known, walk=walk)
    if changes is not None:
        yield changes


def _rules() -> str:
    return f"{READING_VERSION}.{CLEANER_VERSION}"


async def _whole(context: FeedContext, cms: CmsClient, root: str) -> AsyncGenerator[Page, None]:
    changed: dict[str, str] = {}
    first = True
    async for items, last in children(cms, root, {"top": str(_WHOLE_PAGE), "expand": "*"}):
        pages = read_items(items, lambda item: cms_page(item, cms.root), _SERVICE)
        articles = _articles(pages)
        changed.update({page.id: page.changed for page in pages.facts})
        bookmark = written(NewsBookmark(changed, context.now(), _rules())) if last else None
        yield Page(
            tuple(articles.facts),
            bookmark=bookmark,
            begins_generation=first,
            ends_generation=last,
            problems=tuple(articles.problems),
        )
        first = False


async def _compared(context: FeedContext, cms: CmsClient, root: str, known: NewsBookmark, *, walk: bool) -> Page | None:
    """What differs from the last round: on the newest pages, or (``walk``) on all of them."""
    listed, problems = await _listed(cms, root, known, walk=walk)
    if walk and not listed and known.changed:
        return Page(begins_generation=True, ends_generation=True, problems=tuple(problems))
    differing = [guid for guid, changed in listed.items() if known.changed.get(guid) != changed]
    missing = _missing(list(known.changed), listed, whole=walk)
    if not differing and not missing and not walk and not problems:
        return None
    fetched = await _by_guid(cms, [*differing, *missing])
    there = {page.id for page in fetched.facts}
    # What was listed and did not come keeps its old mark, or none, so that the next round asks for it again.
    reached = {
        guid: known.changed.get(guid, "") if guid in differing and guid not in there else changed
        for guid, changed in listed.items()
    }
    removed = [guid for guid in missing if guid not in there]  # the others have only moved further down
    articles = _articles(fetched)
    kept = {guid: mark for guid, mark in known.changed.items() if guid not in removed and guid not in listed}
    walked = context.now() if walk else known.walked
    return Page(
        tuple(articles.facts),
        removed=tuple(f"intranet:{guid}" for guid in removed),
        bookmark=written(NewsBookmark({**reached, **kept}, walked, _rules())),
        problems=(*problems, *articles.problems),
    )


async def _listed(
    cms: CmsClient, root: str, known: NewsBookmark, *, walk: bool
) -> tuple[dict[str, str], list[Problem]]:
    """``changed`` by id in the site's order, as far as a page on which something is known (or to the end)."""
    listed: dict[str, str] = {}
    problems: list[Problem] = []
    top = _WALKED_PAGE if walk else _LIGHT_PAGE
    async for items, _last in children(cms, root, {"top": str(top), "select": _LIGHT}):
        pages = read_items(items, lambda item: cms_page(item, cms.root), _SERVICE)
        problems += pages.problems
        listed.update({page.id: page.changed for page in pages.facts})
        if not walk and any(known.changed.get(page.id) == page.changed for page in pages.facts):
            break  # older ones follow, which only the daily walk compares
    return listed, problems


def _missing(before: Sequence[str], listed: Mapping[str, str], *, whole: bool) -> list[str]:
    """Known articles that the listing should have named: all that it did not, or (of its beginning) those that stood
    before the last one that it shares with what is known. ``before`` is in the order of the last listing."""
    if whole:
        return [guid for guid in before if guid not in listed]
    last_shared = max((place for place, guid in enumerate(before) if guid in listed), default=0)
    return [guid for guid in before[:last_shared] if guid not in listed]


async def _by_guid(cms: CmsClient, guids: Sequence[str]) -> ReadItems[CmsPage]:
    result: ReadItems[CmsPage] = ReadItems()
    for start in range(0, len(guids), _BY_GUID):
        some = guids[start : start + _BY_GUID]
        identity = "references" if all(guid.isdigit() for guid in some) else "guids"
        answer = await cms.get("/content", {identity: ",".join(some), "expand": "*"})
        pages = read_items(cms_items(answer.content, _SERVICE), lambda item: cms_page(item, cms.root), _SERVICE)
        result.facts += pages.facts
        result.problems += pages.problems
    return result


def _articles(pages: ReadItems[CmsPage]) -> ReadItems[Article]:
    articles: ReadItems[Article] = ReadItems(problems=list(pages.problems))
    for page in pages.facts:
        try:
            articles.facts.append(article_from_cms(page))
        except UnreadableItemError as error:
            articles.problems.append(Problem(ProblemKind.UNREADABLE_ITEM, _SERVICE, item_id=page.id, detail=str(error)))
    return articles
