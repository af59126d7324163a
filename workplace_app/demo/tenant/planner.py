"""Planner of the tenant: fifteen plans with buckets for each member of staff, and the tasks assigned to them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from workplace_app.demo.staff import STAFF, Staff
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.dice import guid, planner_id, weak_etag
from workplace_app.demo.tenant.featured import PLANNER_TASKS
from workplace_app.demo.tenant.moments import stamp
from workplace_app.demo.tenant.people import Colleague, Directory
from workplace_app.demo.tenant.planner_tasks import (
    Plan,
    TaskFacts,
    count_details,
    details_document,
    drawn_dates,
    drawn_details,
    drawn_priority,
    featured_facts,
    task_document,
)
from workplace_app.demo.tenant.shelf import Shelf
from workplace_app.demo.tenant.texts_tasks import TASKS_BY_ROLE, TASKS_FOR_ALL
from workplace_app.demo.tenant.texts_workspaces import BUCKETS, PLANS_BY_ROLE, PLANS_FOR_ALL
from workplace_app.demo.tenant.wording import Wording
from workplace_app.demo.tenant.world import World

TASKS_PER_SCALE = 300


class Planner:
    """Plans, tasks and their details. A task's etag and its details' etag change separately, as Planner's do."""

    def __init__(self, world: World, directory: Directory) -> None:
        self._world = world
        self._directory = directory
        self.plans: dict[str, Plan] = {}
        self._plans_of = {staff.role: self._make_plans(staff) for staff in STAFF}
        self._circles = {staff.role: directory.circle(staff) for staff in STAFF}
        self._tasks = {staff.role: self._task_shelf(staff) for staff in STAFF}
        self._details = {staff.role: self._details_shelf(staff) for staff in STAFF}

    def tasks_of(self, staff: Staff) -> Shelf:
        """What is assigned to this person."""
        return self._tasks[staff.role]

    def shelves_of(self, task_id: str) -> tuple[Shelf, Shelf] | None:
        """Task shelf and details shelf of whoever has this task; None when there is no such task."""
        for role, shelf in self._tasks.items():
            if shelf.get(task_id) is not None:
                return shelf, self._details[role]
        return None

    def change_task(self, task_id: str, changes: Json) -> Json | None:
        """Lay changes over a task, give it a new etag and return it; None when there is no such task."""
        shelves = self.shelves_of(task_id)
        task = None if shelves is None else shelves[0].get(task_id)
        if shelves is None or task is None:
            return None
        task |= changes
        task["@odata.etag"] = weak_etag(task_id, self._world.log.revision + 1)
        shelves[0].put(task_id, task)
        return task

    def change_details(self, task_id: str, changes: Json) -> Json | None:
        """The same for a task's details; the task's counters follow, and so does its etag."""
        shelves = self.shelves_of(task_id)
        details = None if shelves is None else shelves[1].get(task_id)
        if shelves is None or details is None:
            return None
        for name, change in changes.items():
            keyed = name in {"checklist", "references"} and isinstance(change, dict)
            details[name] = _merged(details[name], change) if keyed else change
        details["@odata.etag"] = weak_etag("details", task_id, self._world.log.revision + 1)
        shelves[1].put(task_id, details)
        counters: Json = {}
        count_details(counters, details)
        self.change_task(task_id, counters)
        return details

    def assign(self, staff: Staff, title: str, by: Colleague, now: datetime, due: datetime | None) -> Json:
        """Somebody gives this person a new task."""
        revision = self._world.log.revision + 1
        task_id = planner_id(self._world.seed, "assigned", revision)
        plan = self._world.dice("assigned", revision).pick(self._plans_of[staff.role])
        facts = TaskFacts(task_id, title, plan, plan.buckets[0][0], now, now, by, due)
        document = task_document(facts, staff)
        self._details[staff.role].put(task_id, details_document(task_id, "", (), by, now))
        self._tasks[staff.role].put(task_id, document)
        return document

    def plan_document(self, plan: Plan) -> Json:
        """A plannerPlan."""
        maker = self._directory.colleague(len(plan.title))
        return {
            "@odata.etag": weak_etag(plan.id),
            "id": plan.id,
            "title": plan.title,
            "owner": plan.group_id,
            "createdDateTime": stamp(self._world.moments.base - timedelta(days=400 + len(plan.title))),
            "createdBy": {
                "user": {"displayName": None, "id": maker.id},
                "application": {"displayName": None, "id": guid("planner")},
            },
            "container": {
                "containerId": plan.group_id,
                "type": "group",
                "url": f"https://graph.microsoft.com/v1.0/groups/{plan.group_id}",
            },
        }

    def bucket_documents(self, plan: Plan) -> list[Json]:
        """The plannerBuckets of a plan."""
        return [
            {
                "@odata.etag": weak_etag(bucket_id),
                "id": bucket_id,
                "name": name,
                "planId": plan.id,
                "orderHint": f"8585{number:04d}P",
            }
            for number, (bucket_id, name) in enumerate(plan.buckets)
        ]

    def may_read(self, staff: Staff, plan: Plan) -> bool:
        """Only members of the plan's group may read it."""
        return plan in self._plans_of[staff.role]

    def _make_plans(self, staff: Staff) -> list[Plan]:
        made = []
        for title in (*PLANS_BY_ROLE[staff.role], *PLANS_FOR_ALL):
            shared = title in PLANS_FOR_ALL
            key = title if shared else f"{staff.role}/{title}"
            names = BUCKETS[1] if title.startswith(("Bygglov", "Tillsyn")) else BUCKETS[len(title) % 2 * 2]
            buckets = tuple((planner_id(self._world.seed, "bucket", key, name), name) for name in names)
            group_id = self._world.guid("team", "Projekt e-tjänster" if shared else staff.unit)
            plan_id = planner_id(self._world.seed, "plan", key)
            made.append(self.plans.setdefault(plan_id, Plan(plan_id, title, group_id, buckets)))
        return made

    def _task_shelf(self, staff: Staff) -> Shelf:
        count = TASKS_PER_SCALE * self._world.scale

        def ids() -> list[str]:
            return [self._task_id(staff, number) for number in range(count)]

        return Shelf(f"planner/{staff.role}", self._world.log, ids, lambda number: self._task(staff, number))

    def _details_shelf(self, staff: Staff) -> Shelf:
        count = TASKS_PER_SCALE * self._world.scale
        circle = self._circles[staff.role]

        def ids() -> list[str]:
            return [self._task_id(staff, number) for number in range(count)]

        def make(number: int) -> Json:
            return drawn_details(self._world, self._task_id(staff, number), circle)

        return Shelf(f"planner-details/{staff.role}", self._world.log, ids, make)

    def _task_id(self, staff: Staff, number: int) -> str:
        return planner_id(self._world.seed, "task", staff.role, number)

    def _task(self, staff: Staff, number: int) -> Json:
        task_id = self._task_id(staff, number)
        circle = self._circles[staff.role]
        document = task_document(self._facts(staff, number, task_id, circle), staff)
        count_details(document, drawn_details(self._world, task_id, circle))
        return document

    def _facts(self, staff: Staff, number: int, task_id: str, circle: Sequence[Colleague]) -> TaskFacts:
        plans = self._plans_of[staff.role]
        featured = PLANNER_TASKS[staff.role]
        if number < len(featured):
            task = featured[number]
            plan = next(each for each in plans if each.title == task.place)
            by = circle[0] if task.by is None else self._directory.named(task.by)
            return featured_facts(self._world, task_id, task, plan, by)
        dice = self._world.dice("task", staff.role, number)
        plan = dice.pick(plans)
        templates = TASKS_FOR_ALL if plan.title in PLANS_FOR_ALL else TASKS_BY_ROLE[staff.role]
        title = Wording(dice, self._world.moments.today, circle).fill(dice.pick(templates))
        created, due, completed = drawn_dates(dice, self._world.moments)
        bucket = plan.buckets[-1] if completed else dice.pick(plan.buckets[:-1])
        assigned = created + timedelta(minutes=3)
        by = self._directory.staff(staff) if dice.chance(40) else dice.pick(circle)
        return TaskFacts(task_id, title, plan, bucket[0], created, assigned, by, due, completed, drawn_priority(dice))


def _merged(known: Json, change: Json) -> Json:
    """Planner takes single entries of a checklist: null removes one, an object is laid over what was there."""
    merged = dict(known)
    for key, entry in change.items():
        if entry is None:
            merged.pop(key, None)
        elif not key.startswith("@"):
            merged[key] = {**merged.get(key, {}), **entry}
    return merged
