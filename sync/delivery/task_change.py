"""Sets one field of a task to what the user wished, unless somebody else has set it to something else meanwhile."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sync.delivery.graph_answers import REBASES, STALE, found_or_judged, may_have_arrived
from sync.delivery.outcome import CONFIRMED, DeliveryTools, Outcome, collided
from sync.delivery.task_places import TaskPlace, place_of
from sync.delivery.task_version import TaskVersion, conflict_between, version_from_cache
from sync.exchange import NothingWasSent
from workplace_app.domain.frozen import frozen
from workplace_app.domain.intent import Intent, IntentState
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.task import Task


@frozen
class FieldChange:
    """``stands`` reads the field; ``seen`` is what the user saw in it, ``applied`` their version of the task."""

    stands: Callable[[TaskVersion], object]
    seen: object
    wished: object
    body: Callable[[TaskPlace], Mapping[str, Any]]
    applied: Callable[[TaskVersion], TaskVersion]


async def change_task(tools: DeliveryTools, intent: Intent, change: FieldChange) -> Outcome:
    """The field says what is wished: done. It says what the user saw: it is set, whatever else has changed. It says
    something third: both versions are the user's to compare. A task that is gone is told as such."""
    place = place_of(tools, intent.target_id)
    if place is None:
        return Outcome(IntentState.NEEDS_YOU, Problem(ProblemKind.UNEXPECTED, item_id=intent.target_id))
    cached = tools.cached_task(intent.target_id)
    try:
        return await _change(tools, intent, change, place, cached)
    except ProblemRaised as raised:
        if raised.problem.kind is not ProblemKind.NOT_FOUND or isinstance(raised, NothingWasSent):
            raise
        return task_is_gone(raised.problem, mine_of(tools, intent, cached, change.applied))


def task_is_gone(problem: Problem, mine: TaskVersion) -> Outcome:
    """The task has been removed: the user's version is kept, beside nothing."""
    return Outcome(IntentState.NEEDS_YOU, problem, conflict_between(mine, None))


def mine_of(
    tools: DeliveryTools, intent: Intent, cached: Task | None, applied: Callable[[TaskVersion], TaskVersion]
) -> TaskVersion:
    """The task as the user would have had it: as it was in the cache, with the wish."""
    known = version_from_cache(cached) if cached is not None else TaskVersion(None, intent.about, None, done=False)
    me = tools.me.display_name
    return applied(replace(known, assigned=(me,) if me and intent.target_id.startswith("planner:") else ()))


async def _change(
    tools: DeliveryTools, intent: Intent, change: FieldChange, place: TaskPlace, cached: Task | None
) -> Outcome:
    version = _trusted(intent, change, place, cached)
    for _ in range(REBASES + 1):
        version = version or await place.read()
        stands = change.stands(version)
        if stands == change.wished:
            return CONFIRMED
        if stands != change.seen:
            return _collision(tools, intent, change, version, cached)
        answer = await place.write(change.body(place), version.etag)
        if answer.status not in STALE:
            return found_or_judged(place.graph, answer)
        version = None
    return Outcome(IntentState.WAITING, place.graph.problem(answer))


def _trusted(intent: Intent, change: FieldChange, place: TaskPlace, cached: Task | None) -> TaskVersion | None:
    """The cached version where the service itself refuses to build on an old one; None when the task is to be read."""
    if not place.guarded or cached is None or not cached.etag or may_have_arrived(intent):
        return None
    version = version_from_cache(cached)
    return version if change.stands(version) == change.seen else None


def _collision(
    tools: DeliveryTools, intent: Intent, change: FieldChange, theirs: TaskVersion, cached: Task | None
) -> Outcome:
    mine = mine_of(tools, intent, cached, change.applied)
    if cached is None:
        mine = change.applied(theirs)
    elif tools.me.display_name in theirs.assigned:
        mine = replace(mine, assigned=theirs.assigned)
    return collided(conflict_between(mine, theirs), place_service(intent))


def place_service(intent: Intent) -> str:
    """The counterpart's name, as problems carry it."""
    return "planner" if intent.target_id.startswith("planner:") else "outlook"
