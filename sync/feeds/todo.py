"""Feed: the lists and tasks of Microsoft To Do, by delta: one bookmark for the lists, one for each list's tasks."""

from collections.abc import AsyncGenerator, Mapping
from functools import partial

import msgspec

from sync.feed import FeedContext
from sync.feeds.bookmark_text import read_bookmark, written
from sync.feeds.changes import read_changes
from sync.feeds.delta_rounds import DeltaSource, ScopedPage, delta_pages
from sync.paging import LinkedPage, linked_pages
from sync.wire.graph_envelope import removed_id
from sync.wire.reading import UNREADABLE, item_problem
from sync.wire.todo import LIST_FIELDS, TodoList, task_from_todo, todo_list, todo_task_id
from workplace_app.domain.page import Page
from workplace_app.domain.problem import Problem

LISTS = "lists"
"""The scope of the lists themselves; every other scope is a list's id."""
_SERVICE = "outlook"
_TASK_FIELDS = (
    "id,title,status,importance,body,createdDateTime,lastModifiedDateTime,dueDateTime,completedDateTime"
)
_HEADERS = {"Prefer": 'outlook.timezone="UTC", odata.maxpagesize=200'}


class ListsBookmark(msgspec.Struct):
    """The lists' delta link, and what the lists are called: a quiet delta does not repeat it."""

    link: str | None
    titles: dict[str, str]


async def todo(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    """Lists first, then the tasks of all lists in one $batch. A list that is gone takes its tasks along; one that is
    called otherwise is listed anew, since its tasks carry its title."""
    known = read_bookmark(bookmarks.get(LISTS), ListsBookmark)
    lists, problems = await _lists(context, known)
    before = known.titles if known else {}
    for gone in sorted(bookmarks.keys() - lists.titles.keys() - {LISTS}):
        yield Page(scope=gone, scope_is_gone=True)
    renamed = {list_id for list_id, title in lists.titles.items() if before.get(list_id, title) != title}
    sources = [_source(list_id) for list_id in lists.titles]
    marks = {scope: mark for scope, mark in bookmarks.items() if scope not in renamed}
    async for scoped in delta_pages(context, sources, marks, _HEADERS):
        yield _page(scoped, lists.titles)
    # Last, so that a round that breaks off asks for the lists' changes once more.
    yield Page(scope=LISTS, bookmark=written(lists), problems=tuple(problems))


def _source(list_id: str) -> DeltaSource:
    params = {"$select": _TASK_FIELDS, "$expand": "checklistItems"}
    return DeltaSource(list_id, f"/me/todo/lists/{list_id}/tasks/delta", params)


async def _lists(context: FeedContext, known: ListsBookmark | None) -> tuple[ListsBookmark, list[Problem]]:
    titles = dict(known.titles) if known else {}
    link = known.link if known else None
    problems: list[Problem] = []
    async for page in linked_pages(context.graph, "/me/todo/lists/delta", {"$select": LIST_FIELDS}, bookmark=link):
        if page.begins_generation:
            titles = {}
        _read_lists(page, titles, problems)
        link = page.delta_link or link
    return ListsBookmark(link, titles), problems


def _read_lists(page: LinkedPage, titles: dict[str, str], problems: list[Problem]) -> None:
    for item in page.items:
        try:
            if gone := removed_id(item):
                titles.pop(gone, None)
                continue
            found: TodoList = todo_list(item)
        except UNREADABLE as error:
            problems.append(item_problem(item, error, _SERVICE))
            continue
        if not found.repeats_flagged_mail:
            titles[found.id or ""] = (found.display_name or "").strip()


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
