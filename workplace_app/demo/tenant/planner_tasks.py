"""Tasks in Planner's own shape: dates, assignment, checklist and the two etags."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from workplace_app.demo.staff import Staff
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.dice import Dice, guid, weak_etag
from workplace_app.demo.tenant.featured import FeaturedTask
from workplace_app.demo.tenant.moments import Moments, stamp, whole_second
from workplace_app.demo.tenant.people import Colleague
from workplace_app.demo.tenant.texts_tasks import CHECKLIST, NOTES
from workplace_app.demo.tenant.wording import Wording
from workplace_app.demo.tenant.world import World

DUE_HOUR = 11
"""Planner keeps a day; its clients write it as the forenoon in UTC."""
_PRIORITIES = (1, 3, 3, 5, 5, 5, 5, 5, 5, 9)


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan and its buckets as (id, name)."""

    id: str
    title: str
    group_id: str
    buckets: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TaskFacts:
    """What decides a task's document."""

    id: str
    title: str
    plan: Plan
    bucket_id: str
    created: datetime
    assigned: datetime
    by: Colleague
    due: datetime | None = None
    completed: datetime | None = None
    priority: int = 5


def user_identity(user_id: str) -> Json:
    """An identitySet as Planner writes it: an id and no name."""
    return {"user": {"displayName": None, "id": user_id}}


def task_document(facts: TaskFacts, staff: Staff) -> Json:
    """A plannerTask that is assigned to one person, without description or checklist."""
    return {
        "@odata.etag": weak_etag(facts.id, 0),
        "planId": facts.plan.id,
        "bucketId": facts.bucket_id,
        "title": facts.title,
        "orderHint": f"8585{facts.id[:12]}P",
        "assigneePriority": f"8585{facts.id[2:10]}",
        "percentComplete": 0 if facts.completed is None else 100,
        "startDateTime": None,
        "createdDateTime": stamp(facts.created),
        "dueDateTime": None if facts.due is None else whole_second(facts.due),
        "hasDescription": False,
        "previewType": "automatic",
        "completedDateTime": None if facts.completed is None else stamp(facts.completed),
        "completedBy": None if facts.completed is None else user_identity(staff.object_id),
        "referenceCount": 0,
        "checklistItemCount": 0,
        "activeChecklistItemCount": 0,
        "conversationThreadId": None,
        "priority": facts.priority,
        "id": facts.id,
        "createdBy": user_identity(facts.by.id),
        "appliedCategories": {},
        "assignments": {
            staff.object_id: {
                "@odata.type": "#microsoft.graph.plannerAssignment",
                "assignedDateTime": stamp(facts.assigned),
                "orderHint": f"8585{facts.id[4:10]}P",
                "assignedBy": user_identity(facts.by.id),
            }
        },
    }


def details_document(
    task_id: str, description: str, checklist: Sequence[tuple[str, bool]], by: Colleague, changed: datetime
) -> Json:
    """The plannerTaskDetails of a task."""
    return {
        "@odata.etag": weak_etag("details", task_id, 0),
        "id": task_id,
        "description": description,
        "previewType": "automatic",
        "references": {},
        "checklist": {
            guid(task_id, number): {
                "@odata.type": "#microsoft.graph.plannerChecklistItem",
                "isChecked": checked,
                "title": title,
                "orderHint": f"85{number:02d}P",
                "lastModifiedDateTime": stamp(changed),
                "lastModifiedBy": user_identity(by.id),
            }
            for number, (title, checked) in enumerate(checklist)
        },
    }


def count_details(task: Json, details: Json) -> None:
    """Make the task's counters agree with its details, as Planner keeps them."""
    checklist = [item for item in details["checklist"].values() if item is not None]
    task["hasDescription"] = bool(details["description"])
    task["checklistItemCount"] = len(checklist)
    task["activeChecklistItemCount"] = sum(not item["isChecked"] for item in checklist)
    task["referenceCount"] = len(details["references"])


def drawn_details(world: World, task_id: str, circle: Sequence[Colleague]) -> Json:
    """Description and checklist that belong to a generated task; half of the tasks have neither."""
    dice = world.dice("details", task_id)
    wording = Wording(dice, world.moments.today, circle)
    description = wording.fill(dice.pick(NOTES)) if dice.chance(35) else ""
    count = dice.between(2, 6) if dice.chance(25) else 0
    checklist = [(title, dice.chance(45)) for title in dice.some(CHECKLIST, count)]
    return details_document(task_id, description, checklist, dice.pick(circle), world.moments.ago(3000))


def drawn_dates(dice: Dice, moments: Moments) -> tuple[datetime, datetime | None, datetime | None]:
    """When a task was made, is due and was done. Most of what a person ever had is done; a few are late or near."""
    lot = dice.below(1000)
    if lot < 650:
        days = dice.between(1, 200)
        done = moments.past(days, dice.between(8, 16), dice.below(60))
        due = moments.at(-days + dice.between(-3, 6), DUE_HOUR) if dice.chance(70) else None
        return done - timedelta(days=dice.between(1, 30)), due, done
    created = moments.past(dice.between(1, 400), dice.between(8, 16), dice.below(60))
    if lot < 655:
        return created - timedelta(days=10), moments.at(-dice.between(1, 6), DUE_HOUR), None
    if lot < 675:
        return created, moments.at(dice.below(7), DUE_HOUR), None
    if lot < 860:
        return created, moments.at(dice.between(8, 120), DUE_HOUR), None
    return created, None, None


def drawn_priority(dice: Dice) -> int:
    """Planner's priority: 1 urgent, 3 important, 5 medium, 9 low."""
    return dice.pick(_PRIORITIES)


def featured_facts(world: World, task_id: str, task: FeaturedTask, plan: Plan, by: Colleague) -> TaskFacts:
    """A task of the pictures."""
    moments = world.moments
    assigned = moments.ago(task.minutes)
    return TaskFacts(
        id=task_id,
        title=task.title.format(year=moments.today.year),
        plan=plan,
        bucket_id=plan.buckets[0][0],
        created=assigned - timedelta(minutes=2),
        assigned=assigned,
        by=by,
        due=None if task.due is None else moments.at(task.due, DUE_HOUR),
    )
