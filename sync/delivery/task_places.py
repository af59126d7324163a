"""Where tasks are kept: how Planner, To Do and Outlook say what a task is, and how they are asked to change it."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol

import msgspec

from sync.answer import Answer
from sync.delivery.graph_answers import read_as
from sync.delivery.outcome import DeliveryTools
from sync.delivery.task_version import TaskVersion, due_day
from sync.graph_client import GraphClient
from sync.query import segment
from sync.wire.dates import moment, zoned_moment
from sync.wire.graph_envelope import GraphDate
from sync.wire.planner import TASK_NOW_FIELDS, PlannerTaskNow
from sync.wire.todo import TodoTask
from workplace_app.store.moments import LOCAL_ZONE

TASKS_SCOPE = "Tasks.ReadWrite"
_MAIL_SCOPE = "Mail.ReadWrite"
_DONE, _NOT_BEGUN = 100, 0
_PLANNERS_HOUR = "T10:00:00Z"
"""Planner keeps a moment and shows a day; its own clients write ten o'clock, which is the same day all over Europe."""
_MIDNIGHT = "T00:00:00.0000000"
_TODO_FIELDS = "id,title,status,dueDateTime,lastModifiedDateTime"
_MAIL_FIELDS = "id,subject,flag,lastModifiedDateTime"
_Body = Mapping[str, Any]


class TaskPlace(Protocol):
    """One task in its service. ``guarded`` is True where a change that builds on an old version is refused, so that the
    version which the cache knows will do."""

    guarded: bool
    graph: GraphClient

    async def read(self) -> TaskVersion:
        """As it is now. Raises NOT_FOUND when it is gone."""

    async def write(self, body: _Body, etag: str | None) -> Answer:
        """Change it, building on the version with this etag; the status is the caller's to judge."""

    def completion(self, *, done: bool) -> _Body:
        """The change that ticks it off, or takes the tick back."""

    def due(self, day: date | None) -> _Body:
        """The change of its last day."""


def place_of(tools: DeliveryTools, task_id: str) -> TaskPlace | None:
    """Where the task of this id is kept; None for a kind that nobody knows."""
    source, _, identity = task_id.partition(":")
    if source == "planner":
        return PlannerPlace(tools, identity)
    if source == "todo":
        return TodoPlace(tools, identity)
    return MailPlace(tools, identity) if source == "mail" else None


def todo_due(day: date | None) -> Mapping[str, str] | None:
    """A day as To Do takes it (todoTask, ``dueDateTime``): midnight where the municipality is."""
    return None if day is None else {"dateTime": f"{day.isoformat()}{_MIDNIGHT}", "timeZone": str(LOCAL_ZONE)}


def todo_path(identity: str) -> str:
    """The path of "<list>/<task>"."""
    list_id, _, task_id = identity.partition("/")
    return f"/me/todo/lists/{segment(list_id)}/tasks/{segment(task_id)}"


class PlannerPlace:
    """A Planner task: guarded by its etag. Graph does not say who has changed one, only who has completed it."""

    guarded = True

    def __init__(self, tools: DeliveryTools, identity: str) -> None:
        self.graph = tools.graph("planner", TASKS_SCOPE)
        self._tools = tools
        self._path = f"/planner/tasks/{segment(identity)}"

    async def now(self) -> PlannerTaskNow:
        """The task as Planner describes it. Raises NOT_FOUND when it is gone."""
        return read_as(await self.graph.get(self._path, {"$select": TASK_NOW_FIELDS}), PlannerTaskNow, "planner")

    async def read(self) -> TaskVersion:
        """As ``TaskPlace``."""
        task = await self.now()
        done = task.percent_complete is not None and task.percent_complete >= _DONE
        completer = task.completed_by.user if task.completed_by else None
        return TaskVersion(
            etag=task.etag,
            title=(task.title or "").strip(),
            due=due_day(moment(task.due_date_time)),
            done=done,
            assigned=tuple(sorted(filter(None, map(self._name, task.assignments or {})))),
            changed_by=self._name(completer.id or "") if completer and done else None,
            changed_at=moment(task.completed_date_time) if done else None,
        )

    async def write(self, body: _Body, etag: str | None) -> Answer:
        """As ``TaskPlace``. Planner refuses a change without an etag (plannerTask-update)."""
        return await self.graph.send("PATCH", self._path, body, {"If-Match": etag or ""})

    def completion(self, *, done: bool) -> _Body:
        """As ``TaskPlace``."""
        return {"percentComplete": _DONE if done else _NOT_BEGUN}

    def due(self, day: date | None) -> _Body:
        """As ``TaskPlace``."""
        return {"dueDateTime": None if day is None else f"{day.isoformat()}{_PLANNERS_HOUR}"}

    def _name(self, object_id: str) -> str | None:
        """Planner writes ids; the directory, if it has been read, has the names."""
        if object_id == self._tools.me.object_id:
            return self._tools.me.display_name or None
        return self._tools.person_name(object_id)


class TodoPlace:
    """A To Do task. The reference promises no If-Match for it: it is read right before it is changed, and the etag goes
    along for the services that heed it."""

    guarded = False

    def __init__(self, tools: DeliveryTools, identity: str) -> None:
        self.graph = tools.graph("outlook", TASKS_SCOPE)
        self._path = todo_path(identity)

    async def read(self) -> TaskVersion:
        """As ``TaskPlace``."""
        task = read_as(await self.graph.get(self._path, {"$select": _TODO_FIELDS}), TodoTask, "outlook")
        due = task.due_date_time or GraphDate()
        return TaskVersion(
            etag=task.etag,
            title=(task.title or "").strip(),
            due=due_day(zoned_moment(due.date_time, due.time_zone)),
            done=task.status == "completed",
            changed_at=moment(task.last_modified_date_time),
        )

    async def write(self, body: _Body, etag: str | None) -> Answer:
        """As ``TaskPlace``."""
        return await self.graph.send("PATCH", self._path, body, {"If-Match": etag} if etag else {})

    def completion(self, *, done: bool) -> _Body:
        """As ``TaskPlace``."""
        return {"status": "completed" if done else "notStarted"}

    def due(self, day: date | None) -> _Body:
        """As ``TaskPlace``."""
        return {"dueDateTime": todo_due(day)}


class _Flag(msgspec.Struct, rename="camel", kw_only=True):
    """A followupFlag."""

    flag_status: str | None = None
    due_date_time: GraphDate | None = None


class _FlaggedMessage(msgspec.Struct, rename="camel", kw_only=True):
    """``id`` must be there: an answer that says nothing at all is no message without a flag."""

    id: str
    etag: str | None = msgspec.field(name="@odata.etag", default=None)
    subject: str | None = None
    flag: _Flag | None = None
    last_modified_date_time: str | None = None


class MailPlace:
    """A flagged message, whose flag only a municipality lets change that has consented to more than is asked for."""

    guarded = False

    def __init__(self, tools: DeliveryTools, identity: str) -> None:
        self.graph = tools.graph("outlook", _MAIL_SCOPE)
        self._path = f"/me/messages/{segment(identity)}"

    async def read(self) -> TaskVersion:
        """As ``TaskPlace``."""
        message = read_as(await self.graph.get(self._path, {"$select": _MAIL_FIELDS}), _FlaggedMessage, "outlook")
        flag = message.flag or _Flag()
        due = flag.due_date_time or GraphDate()
        return TaskVersion(
            etag=message.etag,
            title=(message.subject or "").strip(),
            due=due_day(zoned_moment(due.date_time, due.time_zone)),
            done=flag.flag_status == "complete",
            changed_at=moment(message.last_modified_date_time),
        )

    async def write(self, body: _Body, etag: str | None) -> Answer:
        """As ``TaskPlace``."""
        return await self.graph.send("PATCH", self._path, body, {"If-Match": etag} if etag else {})

    def completion(self, *, done: bool) -> _Body:
        """As ``TaskPlace``."""
        return {"flag": {"flagStatus": "complete" if done else "flagged"}}

    def due(self, day: date | None) -> _Body:
        """As ``TaskPlace``. A flag with a last day needs a first one too (followupFlag, 2024)."""
        days = {} if day is None else {"startDateTime": todo_due(day), "dueDateTime": todo_due(day)}
        return {"flag": {"flagStatus": "flagged", **days}}
