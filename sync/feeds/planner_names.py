"""Finds out what Planner's plans and buckets are called, and who assigned a task: Planner itself sends ids only."""

from collections.abc import Iterable

import msgspec

from sync.feed import FeedContext
from sync.feeds.batching import get_together
from sync.graph_batch import BatchAnswer
from sync.query import segment
from sync.wire.graph_envelope import read_collection, read_single
from sync.wire.people import user
from sync.wire.planner import PlannerNames, PlannerTask, bucket_name, plan_title
from sync.wire.reading import UNREADABLE, read_items
from workplace_app.domain.problem import Family, Problem, ProblemKind, ProblemRaised

_MOST_PEOPLE = 40


class KnownNames(msgspec.Struct):
    """Names by id, kept in the bookmark. "" means that the name may not be read: not asked for again that day."""

    plans: dict[str, str] = {}
    buckets: dict[str, str] = {}
    people: dict[str, str] = {}

    def as_names(self) -> PlannerNames:
        """As the wire wants them."""
        return PlannerNames(self.plans, self.buckets, self.people)


async def learn_names(
    context: FeedContext, tasks: Iterable[PlannerTask], known: KnownNames
) -> tuple[KnownNames, tuple[Problem, ...]]:
    """The known names and those that these tasks need besides, in one $batch per twenty questions.

    A batch that cannot be read at all is no reason to lose the tasks: it is told, and the names are learned later.
    """
    tasks = list(tasks)
    plans = {
        task.plan_id
        for task in tasks
        if task.plan_id and (task.plan_id not in known.plans or (task.bucket_id or "") not in known.buckets)
    }
    people = sorted({assigner for task in tasks if (assigner := _assigner(task, context.me))} - known.people.keys())
    urls: dict[str, str] = {}
    for plan in sorted(plans):
        urls[f"plan {plan}"] = f"/planner/plans/{segment(plan)}?$select=id,title"
        urls[f"buckets {plan}"] = f"/planner/plans/{segment(plan)}/buckets?$select=id,name"
    urls |= {f"person {person}": f"/users/{segment(person)}?$select=id,displayName" for person in people[:_MOST_PEOPLE]}
    if not urls:
        return known, ()
    try:
        answers = await get_together(context, urls)
    except ProblemRaised as raised:
        if raised.problem.kind is not ProblemKind.UNREADABLE_ANSWER:
            raise
        return known, (raised.problem,)
    names = KnownNames(dict(known.plans), dict(known.buckets), dict(known.people))
    for question, answer in answers.items():
        _learn(question, answer, names)
    for task in tasks:  # a bucket that its plan does not list is not asked for every round
        names.buckets.setdefault(task.bucket_id or "", "")
    return names, ()


def _learn(question: str, answer: BatchAnswer, names: KnownNames) -> None:
    about, _, key = question.partition(" ")
    if answer.problem is not None and answer.problem.family is Family.WAIT:
        raise ProblemRaised(answer.problem)
    try:
        if about == "plan":
            names.plans[key] = plan_title(read_single(answer.content)) if answer.problem is None else ""
        elif about == "person":
            name = user(read_single(answer.content)).display_name if answer.problem is None else ""
            names.people[key] = name or ""
        elif answer.problem is None:
            items = read_collection(answer.content, "planner").items
            names.buckets.update(read_items(items, bucket_name, "planner").facts)
    except UNREADABLE:
        return  # a name that cannot be read is no reason to lose the task


def _assigner(task: PlannerTask, me: str) -> str | None:
    assignment = (task.assignments or {}).get(me)
    person = assignment.assigned_by.user if assignment and assignment.assigned_by else None
    return person.id if person and person.id and person.id != me and not person.display_name else None
