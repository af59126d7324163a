"""To Do: five lists for each member of staff, one of which mirrors flagged mail as Outlook's does."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from workplace_app.demo.staff import STAFF, Staff
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.dice import digest, guid, outlook_id, weak_etag
from workplace_app.demo.tenant.featured import TODO_TASKS
from workplace_app.demo.tenant.mail import Mailboxes
from workplace_app.demo.tenant.moments import outlook_moment, stamp
from workplace_app.demo.tenant.people import Directory
from workplace_app.demo.tenant.planner_tasks import drawn_dates
from workplace_app.demo.tenant.shelf import Shelf
from workplace_app.demo.tenant.texts_tasks import CHECKLIST, NOTES, TODO_TITLES
from workplace_app.demo.tenant.texts_workspaces import LISTS_BY_ROLE
from workplace_app.demo.tenant.wording import Wording
from workplace_app.demo.tenant.world import World

TASKS_PER_SCALE = 80
DEFAULT_LIST, FLAGGED_LIST = "Mina uppgifter", "Flaggad e-post"
_SHARES = (50, 20, 15, 15)
"""How many of a hundred tasks each list has, beginning with the default list."""


@dataclass(frozen=True, slots=True)
class TaskFacts:
    """What decides a To Do task's document. ``reminder`` is when Outlook reminds of it."""

    id: str
    title: str
    created: datetime
    due: datetime | None = None
    completed: datetime | None = None
    reminder: datetime | None = None
    text: str = ""
    important: bool = False


def todo_document(facts: TaskFacts) -> Json:
    """A todoTask. A due day is the day's first moment in Stockholm, written in UTC."""
    changed = facts.completed or facts.created
    document: Json = {
        "@odata.etag": weak_etag(facts.id, 0),
        "importance": "high" if facts.important else "normal",
        "isReminderOn": facts.reminder is not None,
        "status": "notStarted" if facts.completed is None else "completed",
        "title": facts.title,
        "createdDateTime": stamp(facts.created),
        "lastModifiedDateTime": stamp(changed),
        "hasAttachments": False,
        "categories": [],
        "id": facts.id,
        "body": {"content": facts.text, "contentType": "text"},
        "linkedResources": [],
    }
    for name, moment in (
        ("dueDateTime", facts.due),
        ("completedDateTime", facts.completed),
        ("reminderDateTime", facts.reminder),
    ):
        if moment is not None:
            document[name] = outlook_moment(moment)
    return document


class TodoLists:
    """Lists and their tasks."""

    def __init__(self, world: World, directory: Directory, mailboxes: Mailboxes) -> None:
        self._world = world
        self._directory = directory
        self._mailboxes = mailboxes
        self._lists = {staff.role: self._list_shelf(staff) for staff in STAFF}
        self._tasks: dict[str, Shelf] = {}
        for staff in STAFF:
            for number, list_id in enumerate(self._list_ids(staff)):
                self._tasks[list_id] = self._task_shelf(staff, number, list_id)

    def lists_of(self, staff: Staff) -> Shelf:
        """The lists of a person."""
        return self._lists[staff.role]

    def tasks_in(self, staff: Staff, list_id: str) -> Shelf | None:
        """The tasks of one of the person's lists; None when it is not theirs."""
        return self._tasks.get(list_id) if list_id in self._list_ids(staff) else None

    def change(self, shelf: Shelf, task_id: str, changes: Json, now: datetime) -> Json | None:
        """Lay changes over a task as To Do does: done tasks get a moment, reopened ones lose it."""
        task = shelf.get(task_id)
        if task is None:
            return None
        task |= changes
        if task["status"] == "completed":
            task.setdefault("completedDateTime", outlook_moment(now))
        else:
            task.pop("completedDateTime", None)
        task = {name: value for name, value in task.items() if value is not None}
        task["lastModifiedDateTime"] = stamp(now)
        task["@odata.etag"] = weak_etag(task_id, self._world.log.revision + 1)
        shelf.put(task_id, task)
        return task

    def make(self, shelf: Shelf, list_id: str, sent: Json, now: datetime) -> Json:
        """A program makes a task: what it sent, over what To Do gives every task."""
        number = self._world.log.revision + 1
        task_id = outlook_id(self._world.seed, "made", list_id, number)
        document = todo_document(TaskFacts(task_id, "", now)) | {
            name: value for name, value in sent.items() if value is not None
        }
        for place, link in enumerate(document["linkedResources"]):
            document["linkedResources"][place] = {"id": guid(task_id, place), **link}
        shelf.put(task_id, document)
        return document

    def add(self, staff: Staff, title: str, now: datetime) -> Json:
        """The person notes something on another device."""
        list_id = self._list_ids(staff)[0]
        task_id = outlook_id(self._world.seed, "noted", list_id, self._world.log.revision + 1)
        document = todo_document(TaskFacts(task_id, title, now))
        self._tasks[list_id].put(task_id, document)
        return document

    def _list_ids(self, staff: Staff) -> list[str]:
        return [outlook_id(self._world.seed, "list", staff.role, number) for number in range(5)]

    def _list_shelf(self, staff: Staff) -> Shelf:
        names = (DEFAULT_LIST, *LISTS_BY_ROLE[staff.role], FLAGGED_LIST)
        kinds = {0: "defaultList", 4: "flaggedEmails"}

        def make(number: int) -> Json:
            list_id = self._list_ids(staff)[number]
            return {
                "@odata.etag": weak_etag(list_id),
                "displayName": names[number],
                "isOwner": True,
                "isShared": number == 2,
                "wellknownListName": kinds.get(number, "none"),
                "id": list_id,
            }

        return Shelf(f"todo-lists/{staff.role}", self._world.log, lambda: self._list_ids(staff), make)

    def _task_shelf(self, staff: Staff, number: int, list_id: str) -> Shelf:
        if number == len(_SHARES):
            return self._flagged_shelf(staff, list_id)
        count = TASKS_PER_SCALE * self._world.scale * _SHARES[number] // 100

        def ids() -> list[str]:
            return [outlook_id(list_id, place) for place in range(count)]

        return Shelf(
            f"todo/{digest(8, list_id).hex()}",
            self._world.log,
            ids,
            lambda place: self._task(staff, number, list_id, place),
        )

    def _flagged_shelf(self, staff: Staff, list_id: str) -> Shelf:
        flagged = self._mailboxes.flagged_ids(staff)

        def make(place: int) -> Json:
            mail = self._mailboxes.messages_of(staff).get(flagged[place])
            subject = "" if mail is None else mail["subject"]
            received = datetime.fromisoformat(mail["receivedDateTime"]) if mail else self._world.moments.base
            task = todo_document(TaskFacts(outlook_id(list_id, place), subject, received))
            task["linkedResources"] = [
                {
                    "id": guid(list_id, place),
                    "applicationName": "Outlook",
                    "displayName": subject,
                    "externalId": flagged[place],
                    "webUrl": "" if mail is None else mail["webLink"],
                }
            ]
            return task

        return Shelf(
            f"todo/{digest(8, list_id).hex()}",
            self._world.log,
            lambda: [outlook_id(list_id, n) for n in range(len(flagged))],
            make,
        )

    def _task(self, staff: Staff, number: int, list_id: str, place: int) -> Json:
        moments = self._world.moments
        task_id = outlook_id(list_id, place)
        featured = TODO_TASKS[staff.role]
        if number == 0 and place < len(featured):
            task = featured[place]
            reminder = None if task.hour is None else moments.at(task.due or 0, task.hour, 30 if task.hour == 10 else 0)
            due = None if task.due is None else moments.at(task.due, 0)
            return todo_document(TaskFacts(task_id, task.title, moments.past(2, 15, 20), due, reminder=reminder))
        dice = self._world.dice("todo", list_id, place)
        circle = self._directory.circle(staff)
        wording = Wording(dice, moments.today, circle)
        created, due, completed = drawn_dates(dice, moments)
        if due is not None:
            due = moments.at((due.date() - moments.today).days, 0)
        document = todo_document(
            TaskFacts(
                task_id,
                wording.fill(dice.pick(TODO_TITLES)),
                created,
                due,
                completed,
                reminder=due + timedelta(hours=9)
                if due is not None and completed is None and dice.chance(30)
                else None,
                text=wording.fill(dice.pick(NOTES)) if dice.chance(20) else "",
                important=dice.chance(12),
            )
        )
        if dice.chance(15):
            document["checklistItems"] = [
                {"id": guid(task_id, step), "displayName": title, "isChecked": False, "createdDateTime": stamp(created)}
                for step, title in enumerate(dice.some(CHECKLIST, 3))
            ]
        return document
