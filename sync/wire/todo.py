"""Microsoft To Do's lists and tasks as Graph describes them, and the tasks that they are to us."""

import msgspec

from sync.wire.dates import moment, zoned_moment
from sync.wire.graph_envelope import GraphDate, GraphItem
from sync.wire.plain_text import plain_text
from sync.wire.reading import RawItem, required
from workplace_app.domain.task import Task, TaskSource

LIST_FIELDS = "id,displayName,wellknownListName"
_FLAGGED_MAIL = "flaggedEmails"
_WEB = "https://to-do.office.com/tasks/id/"


class TodoList(GraphItem, rename="camel", kw_only=True):
    """A todoTaskList."""

    display_name: str | None = None
    wellknown_list_name: str | None = None

    @property
    def repeats_flagged_mail(self) -> bool:
        """True for the list in which To Do mirrors flagged messages, which are read from the mailbox itself."""
        return self.wellknown_list_name == _FLAGGED_MAIL


class TextBody(msgspec.Struct, rename="camel", kw_only=True):
    """An itemBody: plain text or HTML."""

    content: str | None = None
    content_type: str | None = None

    @property
    def words(self) -> str:
        """The text, without the HTML around it."""
        content = self.content or ""
        return plain_text(content) if (self.content_type or "").lower() == "html" else content.strip()


class TodoChecklistItem(msgspec.Struct, rename="camel", kw_only=True):
    """A step of a task."""

    is_checked: bool | None = None


class TodoTask(GraphItem, rename="camel", kw_only=True):
    """A todoTask."""

    title: str | None = None
    status: str | None = None
    importance: str | None = None
    body: TextBody | None = None
    created_date_time: str | None = None
    last_modified_date_time: str | None = None
    due_date_time: GraphDate | None = None
    completed_date_time: GraphDate | None = None
    checklist_items: list[TodoChecklistItem | None] | None = None


_LISTS = msgspec.json.Decoder(TodoList, strict=False)
_TASKS = msgspec.json.Decoder(TodoTask, strict=False)


def todo_list(item: RawItem) -> TodoList:
    """Decode a list; raises for one without id."""
    todo = _LISTS.decode(item)
    required(todo.id, "id")
    return todo


def todo_task_id(list_id: str, task_id: str) -> str:
    """The id under which we keep a task of a list."""
    return f"todo:{list_id}/{task_id}"


def task_from_todo(item: RawItem, list_id: str, list_title: str) -> Task:
    """The task, with its steps counted when they came along."""
    task = _TASKS.decode(item)
    steps = [step for step in task.checklist_items or [] if step is not None]
    due, completed = task.due_date_time or GraphDate(), task.completed_date_time or GraphDate()
    return Task(
        id=todo_task_id(list_id, required(task.id, "id")),
        source=TaskSource.TODO,
        title=(task.title or "").strip(),
        container_id=list_id,
        container_title=list_title or None,
        due=zoned_moment(due.date_time, due.time_zone),
        due_is_a_day=True,
        completed=task.status == "completed",
        completed_at=zoned_moment(completed.date_time, completed.time_zone),
        important=task.importance == "high",
        notes=task.body.words if task.body else "",
        checklist_done=sum(bool(step.is_checked) for step in steps),
        checklist_total=len(steps),
        created_at=moment(task.created_date_time),
        changed_at=moment(task.last_modified_date_time),
        etag=task.etag,
        address=f"{_WEB}{task.id}/details",
    )
