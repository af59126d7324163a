"""Feed: the news pages of the followed SharePoint sites.

Pages have no delta, and each list costs resource units: a round asks a few sites in turn for their latest pages without
the text, and fetches the text of those that are new or changed.
"""

from collections.abc import AsyncGenerator, Iterable, Mapping

import msgspec

from sync.feed import FeedContext
from sync.feeds.batch_listing import listed_together
from sync.feeds.batching import get_together
from sync.feeds.bookmark_text import read_bookmark, written
from sync.feeds.listing import READING_VERSION
from sync.feeds.taking_turns import TURN, ends_turn, next_in_turn
from sync.feeds.telling import with_notifications
from sync.query import segment
from sync.wire.graph_envelope import read_single
from sync.wire.reading import ReadItems, UnreadableItemError, read_items
from sync.wire.sites import PAGE_FIELDS, SitePage, article_from_page, site_page
from workplace_app.domain.article import Article
from workplace_app.domain.page import Page
from workplace_app.domain.problem import Family, Problem, ProblemKind, ProblemRaised
from workplace_app.domain.workspace import Workspace, WorkspaceKind

_SERVICE = "sharepoint"
_SITES_PER_ROUND = 10
"""In one $batch, two units each, every three hours: 160 a day."""
_FIRST_PAGES = 25
_LATER_PAGES = 5
_KEPT_MARKS = 100


class SiteBookmark(msgspec.Struct):
    """When each news page of a site was last modified; "" for a page that is no news."""

    modified: dict[str, str]
    rules: int = READING_VERSION


async def site_news(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    """Each site is a scope. A site that is no longer followed takes its pages along."""
    sites = {site.id: site for site in context.known.workspaces(WorkspaceKind.SITE)}
    for gone in sorted(bookmarks.keys() - sites.keys() - {TURN}):
        yield Page(scope=gone, scope_is_gone=True)
    turn, mark = next_in_turn(sites, bookmarks, _SITES_PER_ROUND)
    known = {site: read_bookmark(bookmarks.get(site), SiteBookmark) for site in turn}
    known = {site: marks if marks and marks.rules == READING_VERSION else None for site, marks in known.items()}
    urls = {site: _list_url(site, whole=known[site] is None) for site in turn}
    try:
        async for site, items, problem in listed_together(context, urls, whole=False):
            if problem is not None:
                yield Page(scope=site, problems=(problem,))
                continue
            pages = read_items(items, site_page, _SERVICE)
            changes = await _changes(context, sites[site], pages, known[site])
            if changes is not None:
                yield changes
    except ProblemRaised as raised:
        if mark is not None and ends_turn(raised.problem):
            yield mark
        raise
    if mark is not None:
        yield mark


def _list_url(site: str, *, whole: bool) -> str:
    """The metadata says when a page was created or changed; the text comes with canvasLayout only."""
    path = f"/sites/{segment(site.removeprefix('site:'))}/pages/microsoft.graph.sitePage"
    latest = f"{path}?$select={PAGE_FIELDS}&$orderby=lastModifiedDateTime%20desc"
    return f"{latest}&$top={_FIRST_PAGES}&$expand=canvasLayout" if whole else f"{latest}&$top={_LATER_PAGES}"


async def _changes(
    context: FeedContext, site: Workspace, pages: ReadItems[SitePage], known: SiteBookmark | None
) -> Page | None:
    before = known.modified if known is not None else {}
    modified = {page.id or "": page.last_modified_date_time or "" for page in pages.facts if page.is_news}
    changed = [page for page in pages.facts if page.is_news and before.get(page.id or "") != modified[page.id or ""]]
    # A page whose id cannot be read may be any of those that are known.
    removed = [] if pages.problems else _taken_away(pages.facts, before, modified)
    if known is not None and not changed and not removed and not pages.problems:
        return None
    problems = list(pages.problems)
    if known is not None:
        listed, changed = changed, await _with_text(context, site, changed, problems)
        came = {page.id for page in changed}
        # What was listed and did not come keeps its old mark, or none, so that the next round asks for it again.
        modified |= {page.id or "": before.get(page.id or "", "") for page in listed if page.id not in came}
    articles: list[Article] = []
    for page in changed:
        try:
            articles.append(article_from_page(page, site))
        except UnreadableItemError as error:
            problems.append(Problem(ProblemKind.UNREADABLE_ITEM, _SERVICE, item_id=page.id, detail=str(error)))
    kept = {page: moment for page, moment in {**before, **modified}.items() if page not in removed}
    newest = dict(sorted(kept.items(), key=lambda item: item[1])[-_KEPT_MARKS:])
    return Page(
        with_notifications(articles, context),
        removed=tuple(f"page:{site.id.removeprefix('site:')}/{page}" for page in removed),
        scope=site.id,
        bookmark=written(SiteBookmark(newest)),
        problems=tuple(problems),
    )


def _taken_away(pages: Iterable[SitePage], before: Mapping[str, str], modified: Mapping[str, str]) -> list[str]:
    """Known news that a list of the latest pages should hold and does not: deleted, or unpublished."""
    listed = [page.last_modified_date_time or "" for page in pages]
    oldest = min(listed) if len(listed) >= _LATER_PAGES else ""
    return [page for page, moment in before.items() if page not in modified and moment > oldest]


async def _with_text(
    context: FeedContext, site: Workspace, pages: list[SitePage], problems: list[Problem]
) -> list[SitePage]:
    site_id = site.id.removeprefix("site:")
    urls = {
        page.id or "": f"/sites/{segment(site_id)}/pages/{segment(page.id or '')}/microsoft.graph.sitePage"
        f"?$select={PAGE_FIELDS}&$expand=canvasLayout"
        for page in pages
    }
    answers = await get_together(context, urls) if urls else {}
    whole: list[SitePage] = []
    for answer in answers.values():
        if answer.problem is not None:
            if answer.problem.family is Family.WAIT:
                raise ProblemRaised(answer.problem)
            problems.append(answer.problem)
            continue
        read = read_items([read_single(answer.content)], site_page, _SERVICE)
        whole += read.facts
        problems += read.problems
    return whole
