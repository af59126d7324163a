"""Feed: the lists and tasks of Microsoft To Do, by delta: one bookmark for the lists, one for each list's tasks."""

from collections.abc import AsyncGenerator, Mapping
from functools import partial

import msgspec

from sync.feed import FeedContext
from sync.feeds.bookmark_text import read_bookmark, written
from sync.feeds.changes import read_changes
from sync.feeds.delta_rounds import DeltaSource, ScopedPage, delta_pages
from sync.query import segment
from sync.wire.graph_envelope import removed_id
from sync.wire.reading import UNREADABLE, RawItem, item_problem
from sync.wire.todo import LIST_FIELDS, task_from_todo, todo_list, todo_task_id
from workplace_app.domain.page import Page
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

LISTS = "lists"
"""The scope of the lists themselves; every other scope is a list's id."""
_SERVICE = "outlook"
_TASK_FIELDS = "id,title,status,importance,body,createdDateTime,lastModifiedDateTime,dueDateTime,completedDateTime"
_HEADERS = {"Prefer": 'outlook.timezone="UTC", odata.maxpagesize=200'}


class ListsBookmark(msgspec.Struct):
    """The lists' delta link, and what the lists are called: a quiet delta does not repeat it."""

    link: str | None
    titles: dict[str, str]


async def todo(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    """The lists and the tasks of all known lists in one $batch; then lists that are new, or called otherwise (their
    tasks carry the title). A list that is gone takes its tasks along; that none is left cannot be, since the default
    list (todotasklist: wellknownListName) is not to be deleted."""
    known = read_bookmark(bookmarks.get(LISTS), ListsBookmark)
    before = known.titles if known else {}
    lists = _Lists(known)
    marks = {scope: mark for scope, mark in bookmarks.items() if scope in before}
    sources = [_LISTS_SOURCE, *map(_source, marks)]
    async for scoped in delta_pages(context, sources, {**marks, **lists.mark}, _HEADERS):
        if scoped.scope == LISTS:
            lists.read(scoped)
        elif lists.titles.get(scoped.scope) == before[scoped.scope]:
            yield _page(scoped, lists.titles)
    if not lists.titles and not lists.problems:
        raise ProblemRaised(Problem(ProblemKind.SUSPICIOUS_EMPTINESS, service="todo", detail="no list at all"))
    for gone in sorted(bookmarks.keys() - lists.titles.keys() - {LISTS}) if not lists.problems else ():
        yield Page(scope=gone, scope_was_deleted=True)
    unread = [one for one, title in lists.titles.items() if one not in marks or before.get(one) != title]
    async for scoped in delta_pages(context, [_source(one) for one in unread], {}, _HEADERS):
        yield _page(scoped, lists.titles)
    # Last, so that a round that breaks off asks for the lists' changes once more, as one with an unreadable list does.
    bookmark = None if lists.problems else written(ListsBookmark(lists.link, lists.titles))
    yield Page(scope=LISTS, bookmark=bookmark, problems=tuple(lists.problems))


_LISTS_SOURCE = DeltaSource(LISTS, "/me/todo/lists/delta", {"$select": LIST_FIELDS})


def _source(list_id: str) -> DeltaSource:
    params = {"$select": _TASK_FIELDS, "$expand": "checklistItems"}
    return DeltaSource(list_id, f"/me/todo/lists/{segment(list_id)}/tasks/delta", params)


class _Lists:
    """The lists as the delta tells them, beginning from what is known."""

    def __init__(self, known: ListsBookmark | None) -> None:
        self._before = dict(known.titles) if known else {}
        self.titles = dict(self._before)
        self.link = known.link if known else None
        self.problems: list[Problem] = []

    @property
    def mark(self) -> dict[str, str]:
        """The link to go on from, if there is one."""
        return {LISTS: self.link} if self.link else {}

    def read(self, scoped: ScopedPage) -> None:
        """Take in a page; without the lists nothing else can be read."""
        if scoped.page is None:
            raise ProblemRaised(scoped.problem or Problem(ProblemKind.UNEXPECTED, service=_SERVICE))
        if scoped.page.begins_generation:
            self.titles = {}
        for item in scoped.page.items:
            try:
                self._take(item)
            except UNREADABLE as error:
                self.problems.append(item_problem(item, error, _SERVICE))
        if scoped.page.ends_generation and self.problems:
            # A list that could not be read may be one of those that are known: none of them is taken for gone.
            self.titles = {**self._before, **self.titles}
        self.link = scoped.page.delta_link or self.link

    def _take(self, item: RawItem) -> None:
        if gone := removed_id(item):
            self.titles.pop(gone, None)
            return
        found = todo_list(item)
        if not found.repeats_flagged_mail:
            self.titles[found.id or ""] = (found.display_name or "").strip()


def _page(scoped: ScopedPage, titles: Mapping[str, str]) -> Page:
    if scoped.page is None:
        return Page(scope=scoped.scope, problems=(scoped.problem,) if scoped.problem else ())
    list_id = scoped.scope
    changes = read_changes(
        scoped.page.items,
        _SERVICE,
        partial(todo_task_id, list_id),
        partial(task_from_todo, list_id=list_id, list_title=titles[list_id]),
    )
    return Page(
        facts=changes.facts,
        removed=changes.removed,
        scope=list_id,
        bookmark=scoped.page.delta_link,
        begins_generation=scoped.page.begins_generation,
        ends_generation=scoped.page.ends_generation,
        problems=changes.problems,
    )
