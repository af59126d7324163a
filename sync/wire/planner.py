"""Planner's tasks as Graph describes them, and the tasks that they are to us."""

from collections.abc import Mapping
from dataclasses import field

import msgspec

from sync.wire.dates import moment
from sync.wire.graph_envelope import GraphIdentitySet, GraphItem
from sync.wire.reading import RawItem, required
from workplace_app.domain.frozen import frozen
from workplace_app.domain.task import Task, TaskSource

TASK_FIELDS = (
    "id,planId,bucketId,title,percentComplete,priority,createdDateTime,dueDateTime,completedDateTime,assignments,"
    "hasDescription,checklistItemCount,activeChecklistItemCount"
)
TASK_NOW_FIELDS = (
    "id,planId,title,percentComplete,dueDateTime,completedDateTime,completedBy,assignments,conversationThreadId"
)
DETAIL_FIELDS = "id,description,checklist"
_DONE = 100
_LAST_IMPORTANT = 4
"""Planner's priorities: 0-1 urgent, 2-4 important, 5-7 medium, 8-10 low (plannerTask, 2023)."""
_WEB = "https://tasks.office.com/Home/Task/"


class Assignment(msgspec.Struct, rename="camel", kw_only=True):
    """That somebody has been given a task; its key in ``assignments`` is their object id."""

    assigned_by: GraphIdentitySet | None = None
    assigned_date_time: str | None = None


class PlannerTask(GraphItem, rename="camel", kw_only=True):
    """A plannerTask."""

    plan_id: str | None = None
    bucket_id: str | None = None
    title: str | None = None
    percent_complete: float | None = None
    priority: float | None = None
    created_date_time: str | None = None
    due_date_time: str | None = None
    completed_date_time: str | None = None
    assignments: dict[str, Assignment | None] | None = None
    has_description: bool | None = None
    checklist_item_count: int | None = None
    active_checklist_item_count: int | None = None


class PlannerTaskNow(PlannerTask, rename="camel", kw_only=True):
    """A plannerTask with what only a change of it needs to know."""

    completed_by: GraphIdentitySet | None = None
    conversation_thread_id: str | None = None


class ChecklistItem(msgspec.Struct, rename="camel", kw_only=True):
    """One line of a task's checklist."""

    title: str | None = None
    is_checked: bool | None = None


class PlannerTaskDetails(GraphItem, rename="camel", kw_only=True):
    """A plannerTaskDetails: what is fetched task by task."""

    description: str | None = None
    checklist: dict[str, ChecklistItem | None] | None = None


class PlannerContainer(msgspec.Struct, rename="camel", kw_only=True):
    """What a plan belongs to; ``type`` is "group" for one with a mailbox."""

    container_id: str | None = None
    type: str | None = None


class PlannerPlan(GraphItem, rename="camel", kw_only=True):
    """A plannerPlan. ``owner`` is the group's id in plans that are older than ``container`` (plannerPlan, 2024)."""

    title: str | None = None
    owner: str | None = None
    container: PlannerContainer | None = None

    @property
    def group_id(self) -> str | None:
        """The group in whose mailbox the plan's comments are; None for a plan that belongs to something else."""
        if self.container is not None and self.container.type:
            return self.container.container_id if self.container.type == "group" else None
        return self.owner


class PlannerBucket(GraphItem, rename="camel", kw_only=True):
    """A plannerBucket: a column of a plan."""

    name: str | None = None


@frozen
class PlannerNames:
    """Titles by the id of plan and bucket, and people's names by object id: Planner itself sends ids only."""

    plans: Mapping[str, str] = field(default_factory=dict)
    buckets: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)


_TASKS = msgspec.json.Decoder(PlannerTask, strict=False)
_DETAILS = msgspec.json.Decoder(PlannerTaskDetails, strict=False)
_PLANS = msgspec.json.Decoder(PlannerPlan, strict=False)
_BUCKETS = msgspec.json.Decoder(PlannerBucket, strict=False)


def planner_task(item: RawItem) -> PlannerTask:
    """Decode a task; raises for one without id."""
    task = _TASKS.decode(item)
    required(task.id, "id")
    return task


def task_details(item: RawItem) -> PlannerTaskDetails:
    """Decode a task's details."""
    return _DETAILS.decode(item)


def plan_title(item: RawItem) -> str:
    """The title of a plan, "" when it has none."""
    return _PLANS.decode(item).title or ""


def bucket_name(item: RawItem) -> tuple[str, str]:
    """A bucket's id and its name."""
    bucket = _BUCKETS.decode(item)
    return required(bucket.id, "id"), bucket.name or ""


def task_from_planner(
    task: PlannerTask, me: str, names: PlannerNames, details: PlannerTaskDetails | None = None
) -> Task:
    """The task as it concerns the person ``me``: when and by whom it was given to them."""
    assignment = (task.assignments or {}).get(me) or Assignment()
    assigner = assignment.assigned_by.user if assignment.assigned_by else None
    assigner_id = assigner.id if assigner else None
    lines, left = _checklist(task, details)
    return Task(
        id=f"planner:{required(task.id, 'id')}",
        source=TaskSource.PLANNER,
        title=(task.title or "").strip(),
        container_id=task.plan_id,
        container_title=names.plans.get(task.plan_id or "") or None,
        bucket_title=names.buckets.get(task.bucket_id or "") or None,
        due=moment(task.due_date_time),
        due_is_a_day=True,
        completed=task.percent_complete is not None and task.percent_complete >= _DONE,
        completed_at=moment(task.completed_date_time),
        important=task.priority is not None and task.priority <= _LAST_IMPORTANT,
        notes=((details.description if details else None) or "").strip(),
        checklist_done=lines - left,
        checklist_total=lines,
        created_at=moment(task.created_date_time),
        assigned_at=moment(assignment.assigned_date_time),
        assigned_by_id=assigner_id,
        assigned_by_name=(assigner.display_name if assigner else None) or names.people.get(assigner_id or "") or None,
        etag=task.etag,
        address=f"{_WEB}{task.id}",
    )


def _checklist(task: PlannerTask, details: PlannerTaskDetails | None) -> tuple[int, int]:
    """How many lines there are and how many are left: from the details if they were read, else from the counts."""
    if details is not None and details.checklist is not None:
        lines = [line for line in details.checklist.values() if line is not None]
        return len(lines), sum(not line.is_checked for line in lines)
    lines_known = max(task.checklist_item_count or 0, 0)
    return lines_known, min(max(task.active_checklist_item_count or 0, 0), lines_known)
