"""Feed: the tasks that Planner has assigned to the signed-in person.

Planner has no delta. A round asks for ids and etags only, compares them with those of the last round, and fetches the
tasks that differ; titles of plans and buckets are kept in the bookmark and asked for again once a day.
"""

from collections.abc import AsyncGenerator, Container, Iterable, Mapping
from dataclasses import replace

import msgspec

from sync.feed import FeedContext
from sync.feeds.batching import get_together
from sync.feeds.bookmark_text import read_bookmark, written
from sync.feeds.planner_names import KnownNames, learn_names
from sync.feeds.telling import with_notifications
from sync.paging import linked_pages
from sync.query import segment
from sync.wire.graph_envelope import GraphItem, read_single
from sync.wire.planner import (
    DETAIL_FIELDS,
    TASK_FIELDS,
    PlannerTask,
    PlannerTaskDetails,
    planner_task,
    task_details,
    task_from_planner,
)
from sync.wire.reading import RawItem, ReadItems, read_items, required
from workplace_app.domain.page import Page
from workplace_app.domain.problem import Family, Problem, ProblemKind, ProblemRaised

_PATH = "/me/planner/tasks"
_SERVICE = "planner"
_NO_PART = "a part without answer"
_MOST_SINGLE_TASKS = 40
"""More changed tasks than this are cheaper to list than to fetch one by one (two batches)."""


class PlannerBookmark(msgspec.Struct):
    """Each task's etag at the last round, the names learned, and the day on which they were."""

    etags: dict[str, str]
    names: KnownNames
    names_day: str


async def planner(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    """Changed tasks as facts; a whole listing as a generation when there is nothing to compare with."""
    known = read_bookmark(bookmarks.get(""), PlannerBookmark)
    today = context.now().date().isoformat()
    if known is not None:
        etags, unreadable = await _listed_etags(context)
        changed = [task_id for task_id, etag in etags.items() if not etag or known.etags.get(task_id) != etag]
        removed = [task_id for task_id in known.etags if task_id not in etags] if not unreadable else []
        if etags and known.names_day == today and len(changed) <= _MOST_SINGLE_TASKS:
            if changed or removed or unreadable:
                page = await _changes(context, known, etags, changed, removed)
                yield replace(page, problems=(*unreadable, *page.problems))
            return
    names = known.names if known is not None and known.names_day == today else KnownNames()
    async for page in _whole(context, names, today):
        yield page


async def _listed_etags(context: FeedContext) -> tuple[dict[str, str], list[Problem]]:
    """The etags by id, and what could not be read: a task whose id cannot be may be any of those that are known."""
    etags: dict[str, str] = {}
    problems: list[Problem] = []
    async for page in linked_pages(context.graph, _PATH, {"$select": "id"}):
        listed = read_items(page.items, _identity, _SERVICE)
        etags.update({required(item.id, "id"): item.etag or "" for item in listed.facts})
        problems += listed.problems
    return etags, problems


def _identity(item: RawItem) -> GraphItem:
    identity = msgspec.json.decode(item, type=GraphItem)
    required(identity.id, "id")
    return identity


async def _changes(
    context: FeedContext, known: PlannerBookmark, etags: Mapping[str, str], changed: list[str], removed: list[str]
) -> Page:
    urls = {task_id: f"/planner/tasks/{segment(task_id)}?$select={TASK_FIELDS}" for task_id in changed}
    answers = await get_together(context, urls) if urls else {}
    tasks: ReadItems[PlannerTask] = ReadItems()
    gone = list(removed)
    for task_id, answer in answers.items():
        if answer.problem is None:
            read = read_items([read_single(answer.content)], planner_task, _SERVICE)
            tasks.facts += read.facts
            tasks.problems += read.problems
        elif answer.problem.kind is ProblemKind.NOT_FOUND:
            gone.append(task_id)
        elif answer.problem.family is Family.WAIT:
            raise ProblemRaised(answer.problem)
        else:
            tasks.problems.append(answer.problem)
    names, unlearned = await learn_names(context, tasks.facts, known.names)
    details, problems = await _details_of(context, tasks.facts)
    left = _etags_after(known, etags, changed, answers)
    left.update({task.id or "": task.etag for task in tasks.facts if task.etag})
    left.update(_undescribed(problems))
    left = {task_id: etag for task_id, etag in left.items() if task_id not in gone}
    facts = [task_from_planner(task, context.me, names.as_names(), details.get(task.id or "")) for task in tasks.facts]
    return Page(
        with_notifications(facts, context),
        removed=tuple(f"planner:{task_id}" for task_id in gone),
        bookmark=written(PlannerBookmark(left, names, "" if unlearned else known.names_day)),
        problems=(*tasks.problems, *unlearned, *problems),
    )


def _etags_after(
    known: PlannerBookmark, listed: Mapping[str, str], asked: Iterable[str], answered: Container[str]
) -> dict[str, str]:
    """The etags up to which the tasks are known. A task whose part of the answer was left out keeps its old etag, or
    none, so that the next round asks for it again; one that was refused is the daily listing's to try."""
    old = {task_id: known.etags.get(task_id, "") for task_id in asked if task_id not in answered}
    return {**listed, **old}


async def _whole(context: FeedContext, names: KnownNames, today: str) -> AsyncGenerator[Page, None]:
    """Everything: titles first, so that the tasks are whole on the first page; then the descriptions."""
    tasks: ReadItems[PlannerTask] = ReadItems()
    async for page in linked_pages(context.graph, _PATH, {"$select": TASK_FIELDS}):
        read = read_items(page.items, planner_task, _SERVICE)
        tasks.facts += read.facts
        tasks.problems += read.problems
    names, unlearned = await learn_names(context, tasks.facts, names)
    facts = [task_from_planner(task, context.me, names.as_names()) for task in tasks.facts]
    described = [task for task in tasks.facts if _has_details(task)]
    bookmark = PlannerBookmark({task.id or "": task.etag or "" for task in tasks.facts}, names, today)
    if unlearned:
        bookmark.names_day = ""
    yield Page(
        with_notifications(facts, context),
        bookmark=None if described else written(bookmark),
        begins_generation=True,
        ends_generation=not described,
        problems=(*tasks.problems, *unlearned),
    )
    if described:
        details, problems = await _details_of(context, described)
        named = names.as_names()
        facts = [task_from_planner(task, context.me, named, details.get(task.id or "")) for task in described]
        bookmark.etags.update(_undescribed(problems))
        yield Page(tuple(facts), bookmark=written(bookmark), ends_generation=True, problems=tuple(problems))


def _has_details(task: PlannerTask) -> bool:
    """False only when Planner says that there is no description: the checklist is counted on the task itself."""
    return task.has_description is not False


async def _details_of(
    context: FeedContext, tasks: Iterable[PlannerTask]
) -> tuple[dict[str, PlannerTaskDetails], list[Problem]]:
    wanted = [task.id or "" for task in tasks if _has_details(task)]
    urls = {task_id: f"/planner/tasks/{segment(task_id)}/details?$select={DETAIL_FIELDS}" for task_id in wanted}
    answers = await get_together(context, urls) if urls else {}
    details: dict[str, PlannerTaskDetails] = {}
    problems: list[Problem] = []
    for task_id in urls:
        answer = answers.get(task_id)
        if answer is None:
            problems.append(Problem(ProblemKind.UNREADABLE_ANSWER, _SERVICE, item_id=task_id, detail=_NO_PART))
            continue
        if answer.problem is not None:
            if answer.problem.family is Family.WAIT:
                raise ProblemRaised(answer.problem)
            problems.append(answer.problem)
            continue
        read = read_items([read_single(answer.content)], task_details, _SERVICE)
        details.update(dict.fromkeys([task_id], read.facts[0]) if read.facts else {})
        problems += read.problems
    return details, problems


def _undescribed(problems: Iterable[Problem]) -> dict[str, str]:
    """No etag for the tasks whose descriptions the batch left out, so that the next round asks for them again."""
    return {problem.item_id: "" for problem in problems if problem.detail == _NO_PART and problem.item_id is not None}
