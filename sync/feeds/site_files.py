"""Feed: the files of the followed sites' document libraries, by one delta per drive.

SharePoint allows a client some 600 resource units a day and 0.6 a minute, if 6,000 ask (Microsoft's throttling page): a
round asks a few drives in turn, in one $batch, and which drives a site has is asked once a week.
"""

from collections.abc import AsyncGenerator, Iterable, Mapping
from datetime import datetime, timedelta
from functools import partial

import msgspec

from sync.feed import FeedContext
from sync.feeds.batch_listing import listed_together
from sync.feeds.bookmark_text import read_bookmark, written
from sync.feeds.changes import Change, last_words
from sync.feeds.delta_rounds import DeltaSource, delta_pages
from sync.feeds.taking_turns import TURN, ends_turn, next_in_turn
from sync.feeds.telling import with_notifications
from sync.paging import LinkedPage
from sync.query import segment
from sync.wire.files import DRIVE_FIELDS, ITEM_FIELDS, changed_item, drive_id
from sync.wire.reading import RawItem, read_items
from workplace_app.domain.page import Page
from workplace_app.domain.problem import Problem, ProblemRaised
from workplace_app.domain.workspace import SiteFile, WorkspaceKind

DRIVES = "drives"
_SERVICE = "sharepoint"
_DRIVES_PER_ROUND = 7
"""One unit each, every half-hour: 336 a day."""
_LIST_DRIVES_EVERY = timedelta(days=7)
_ASK_CLOSED_SITES_EVERY = timedelta(hours=3)
"""A site that does not say which drives it has costs two units each time it is asked."""
_PAGE_SIZE = "500"
_CLOSED = "closed"
"""The bookmark of a drive that has never let itself be read: no link, so it is listed from the beginning, but in its
turn and not in every round."""


class SiteDrives(msgspec.Struct):
    """The drives of one site, and when they were listed."""

    drives: list[str]
    listed: datetime


class DrivesBookmark(msgspec.Struct):
    """The drives of every followed site, by the site's workspace id."""

    sites: dict[str, SiteDrives]


async def site_files(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    """Each drive is a scope; a drive of a site no longer followed takes its files along."""
    known = read_bookmark(bookmarks.get(DRIVES), DrivesBookmark) or DrivesBookmark({})
    sites = [site.id for site in context.known.workspaces(WorkspaceKind.SITE)]
    followed, problems = await _drives(context, sites, known)
    site_of = {drive: site for site, drives in followed.sites.items() for drive in drives.drives}
    for gone in sorted(bookmarks.keys() - site_of.keys() - {DRIVES, TURN}):
        yield Page(scope=gone, scope_is_gone=True)
    if followed != known or problems:
        yield Page(scope=DRIVES, bookmark=written(followed), problems=tuple(problems))
    turn, mark = next_in_turn(site_of, bookmarks, _DRIVES_PER_ROUND)
    try:
        async for scoped in delta_pages(context, [_source(drive) for drive in turn], bookmarks, {}):
            if scoped.page is not None:
                yield _page(context, scoped.scope, scoped.page, site_of[scoped.scope])
            elif scoped.problem is not None:
                never_read = scoped.scope not in bookmarks
                yield Page(scope=scoped.scope, bookmark=_CLOSED if never_read else None, problems=(scoped.problem,))
    except ProblemRaised as raised:
        if mark is not None and ends_turn(raised.problem):
            yield mark
        raise
    if mark is not None:
        yield mark


async def _drives(
    context: FeedContext, sites: Iterable[str], known: DrivesBookmark
) -> tuple[DrivesBookmark, list[Problem]]:
    now = context.now()
    kept = {
        site: known.sites[site]
        for site in sites
        if site in known.sites and now - known.sites[site].listed < _LIST_DRIVES_EVERY
    }
    urls = {
        site: f"/sites/{segment(site.removeprefix('site:'))}/drives?$select={DRIVE_FIELDS}"
        for site in sites
        if site not in kept
    }
    problems: list[Problem] = []
    if urls:
        async for site, items, problem in listed_together(context, urls):
            if problem is not None:
                problems.append(problem)
                before = known.sites.get(site)
                again = now + _ASK_CLOSED_SITES_EVERY
                kept[site] = SiteDrives(before.drives if before else [], again - _LIST_DRIVES_EVERY)
                continue
            found = read_items(items, drive_id, _SERVICE)
            problems += found.problems
            known_before = known.sites[site].drives if found.problems and site in known.sites else ()
            kept[site] = SiteDrives(sorted({*found.facts, *known_before}), now)
    return DrivesBookmark(kept), problems


def _source(drive: str) -> DeltaSource:
    return DeltaSource(drive, f"/drives/{segment(drive)}/root/delta", {"$select": ITEM_FIELDS, "$top": _PAGE_SIZE})


def _page(context: FeedContext, drive: str, linked: LinkedPage, site: str) -> Page:
    changes = last_words(read_items(linked.items, partial(_change, site=site, drive=drive), _SERVICE))
    return Page(
        facts=with_notifications(changes.facts, context),
        removed=changes.removed,
        scope=drive,
        bookmark=linked.delta_link,
        begins_generation=linked.begins_generation,
        ends_generation=linked.ends_generation,
        problems=changes.problems,
    )


def _change(item: RawItem, site: str, drive: str) -> Change[SiteFile]:
    changed = changed_item(item, site, drive)
    return Change(changed.id, changed.file, gone=changed.deleted)
