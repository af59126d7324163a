"""What a colleague does to somebody's task when the control orders it, so that conflicts can be made at will."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from workplace_app.demo.parts import CardButton, OrderRefused, PartCard, PartOrder
from workplace_app.demo.settings import Clock
from workplace_app.demo.staff import STAFF, Staff, staff_by_user_name
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.moments import from_text, outlook_moment, stamp, whole_second
from workplace_app.demo.tenant.municipality import Tenant
from workplace_app.demo.tenant.people import Colleague
from workplace_app.demo.tenant.planner_tasks import DUE_HOUR, user_identity
from workplace_app.demo.tenant.shelf import Shelf

TASKS_SHOWN = 4
_DONE = 100
_ASSIGNMENT = "#microsoft.graph.plannerAssignment"
_HERE = ZoneInfo("Europe/Stockholm")


@dataclass(frozen=True, slots=True)
class _Found:
    """One task of somebody's; ``shelf`` is where it lies. Without a list it is Planner's."""

    staff: Staff
    shelf: Shelf
    document: Json
    list_id: str | None = None

    @property
    def title(self) -> str:
        """What it is called."""
        return str(self.document["title"])

    @property
    def due(self) -> date | None:
        """Its last day."""
        value = self.document.get("dueDateTime")
        text = value["dateTime"] if isinstance(value, dict) else value
        return None if text is None else from_text(text).astimezone(_HERE).date()


class TaskOrders:
    """Every order names a task by its id, or by a part of its title, and whose it is (``user_name``; else whoever uses
    the demo)."""

    def __init__(self, tenant: Tenant, now: Clock, active: Callable[[], Sequence[Staff]]) -> None:
        self._tenant = tenant
        self._now = now
        self._active = active

    @property
    def by_name(self) -> Mapping[str, PartOrder]:
        """The orders."""
        return {
            "tasks/move": self.move,
            "tasks/complete": self.complete,
            "tasks/rename": self.rename,
            "tasks/assign": self.assign,
            "tasks/comment": self.comment,
            "tasks/remove": self.remove,
        }

    def move(self, order: Mapping[str, Any]) -> str:
        """{"task": …, "days": 2}, {"task": …, "due": "2026-10-20"}: another last day; "due": "" takes it away."""
        found = self._task(order)
        due = self._wished_day(order, found)
        at = None if due is None else datetime.combine(due, time(DUE_HOUR if found.list_id is None else 0), _HERE)
        if found.list_id is None:
            self._planner(found, {"dueDateTime": None if at is None else whole_second(at)})
        else:
            self._todo(found, {"dueDateTime": None if at is None else outlook_moment(at)})
        words = "ingen slutdag alls" if due is None else f"slutdagen {due:%d}.{due:%m}"
        return f"{self._colleague(found).name} gav uppgiften ”{found.title}” {words}."

    def complete(self, order: Mapping[str, Any]) -> str:
        """{"task": …, "done": true}: ticked off, or the tick taken back."""
        found = self._task(order)
        done = str(order.get("done", True)).casefold() not in ("false", "0", "")
        by = self._colleague(found)
        if found.list_id is None:
            at = {
                "completedDateTime": stamp(self._now()) if done else None,
                "completedBy": user_identity(by.id) if done else None,
            }
            self._planner(found, {"percentComplete": _DONE if done else 0, **at})
        else:
            self._todo(found, {"status": "completed" if done else "notStarted"})
        return f"{by.name} {'blev klar med' if done else 'öppnade'} uppgiften ”{found.title}”."

    def rename(self, order: Mapping[str, Any]) -> str:
        """{"task": …, "title": "…"}: another title."""
        found = self._task(order)
        title = _text(order, "title")
        (self._planner if found.list_id is None else self._todo)(found, {"title": title})
        return f"{self._colleague(found).name} döpte om ”{found.title}” till ”{title}”."

    def assign(self, order: Mapping[str, Any]) -> str:
        """{"task": …}: a Planner task is handed over to a colleague."""
        found = self._task(order)
        if found.list_id is not None:
            raise OrderRefused("only a Planner task can be handed over")
        by = self._colleague(found)
        given = {
            "@odata.type": _ASSIGNMENT,
            "assignedDateTime": stamp(self._now()),
            "orderHint": "8585P",
            "assignedBy": user_identity(by.id),
        }
        self._planner(found, {"assignments": {by.id: given}})
        return f"{by.name} tog över uppgiften ”{found.title}”."

    def comment(self, order: Mapping[str, Any]) -> str:
        """{"task": …, "text": "…"}: words in a Planner task's conversation, or in a To Do task's notes."""
        found = self._task(order)
        words, by = _text(order, "text"), self._colleague(found)
        if found.list_id is not None:
            body = found.document.get("body") or {}
            notes = "\n\n".join(filter(None, [str(body.get("content") or ""), words]))
            self._todo(found, {"body": {"content": notes, "contentType": body.get("contentType", "text")}})
            return f"{by.name} skrev i uppgiften ”{found.title}”."
        group = self._tenant.groups.by_id[self._tenant.planner.plans[found.document["planId"]].group_id]
        thread = found.document.get("conversationThreadId")
        if not thread or self._tenant.groups.post(group, thread, by, words, self._now()) is None:
            begun = self._tenant.groups.begin(group, by, found.title, f"<p>{words}</p>", words, self._now())
            self._planner(found, {"conversationThreadId": begun["id"]})
        return f"{by.name} kommenterade uppgiften ”{found.title}”."

    def remove(self, order: Mapping[str, Any]) -> str:
        """{"task": …}: gone."""
        found = self._task(order)
        found.shelf.remove(found.document["id"])
        return f"{self._colleague(found).name} tog bort uppgiften ”{found.title}”."

    def card(self) -> PartCard:
        """The next tasks of whoever uses the demo, with what a colleague may do to each."""
        staff = (tuple(self._active()) or STAFF)[0]
        open_tasks = [each for each in self._tasks(staff) if not _is_done(each.document)]
        open_tasks.sort(key=lambda each: (each.due or date.max, each.title))
        return PartCard(f"Kollegor ändrar uppgifter · {staff.name}", [_line(each) for each in open_tasks[:TASKS_SHOWN]])

    def shown(self) -> dict[str, Any]:
        """All tasks of whoever uses the demo as they stand now: ``due`` is a day, ``words`` are what has been said in
        the conversation of a Planner task, or the notes of a To Do task."""
        staff = (tuple(self._active()) or STAFF)[0]
        return {
            "tasks": [
                {
                    "id": each.document["id"],
                    "title": each.title,
                    "due": None if each.due is None else each.due.isoformat(),
                    "done": _is_done(each.document),
                    "words": self._words_in(each),
                }
                for each in self._tasks(staff)
            ]
        }

    def _words_in(self, found: _Found) -> list[str]:
        if found.list_id is not None:
            return [str((found.document.get("body") or {}).get("content") or "")]
        thread = found.document.get("conversationThreadId")
        group = self._tenant.groups.by_id[self._tenant.planner.plans[found.document["planId"]].group_id]
        posts = self._tenant.groups.posts_in(group, thread) if thread else None
        return [] if posts is None else [str(post["body"]["content"]) for post in posts.all()]

    def _task(self, order: Mapping[str, Any]) -> _Found:
        name = str(order.get("user_name") or "")
        staff = staff_by_user_name(name) if name else (tuple(self._active()) or STAFF)[0]
        if staff is None:
            raise OrderRefused("nobody has that user_name")
        wanted = _text(order, "task")
        for shelf, list_id in self._shelves(staff):
            document = shelf.get(wanted)
            if document is not None:
                return _Found(staff, shelf, document, list_id)
        found = next((each for each in self._tasks(staff) if wanted.casefold() in each.title.casefold()), None)
        if found is None:
            raise OrderRefused("there is no such task")
        return found

    def _tasks(self, staff: Staff) -> Iterator[_Found]:
        for shelf, list_id in self._shelves(staff):
            for document in shelf.all():
                yield _Found(staff, shelf, document, list_id)

    def _shelves(self, staff: Staff) -> Iterator[tuple[Shelf, str | None]]:
        yield self._tenant.planner.tasks_of(staff), None
        for list_id in self._tenant.todo.lists_of(staff).ids():
            shelf = self._tenant.todo.tasks_in(staff, list_id)
            if shelf is not None:
                yield shelf, list_id

    def _wished_day(self, order: Mapping[str, Any], found: _Found) -> date | None:
        if "days" not in order:
            due = str(order.get("due") or "")
            try:
                return date.fromisoformat(due) if due else None
            except ValueError as error:
                raise OrderRefused("due must be a day, as 2026-10-20") from error
        try:
            days = int(order["days"])
        except (TypeError, ValueError) as error:
            raise OrderRefused("days must be a number") from error
        return (found.due or self._now().astimezone(_HERE).date()) + timedelta(days=days)

    def _colleague(self, found: _Found) -> Colleague:
        return self._tenant.directory.circle(found.staff)[0]

    def _planner(self, found: _Found, changes: Json) -> None:
        self._tenant.planner.change_task(found.document["id"], changes)

    def _todo(self, found: _Found, changes: Json) -> None:
        self._tenant.todo.change(found.shelf, found.document["id"], changes, self._now())


def _line(found: _Found) -> tuple[str, Sequence[CardButton]]:
    fields = {"user_name": found.staff.user_name, "task": str(found.document["id"])}
    named = f"uppgiften ”{found.title}”"
    buttons = (
        CardButton("tasks/move", "Två dagar senare", f"Flytta {named} två dagar", {**fields, "days": "2"}),
        CardButton("tasks/complete", "Klar", f"Gör {named} klar", fields),
        CardButton(
            "tasks/comment", "Kommentera", f"Kommentera {named}", {**fields, "text": "Jag har tittat på det här."}
        ),
        CardButton("tasks/remove", "Ta bort", f"Ta bort {named}", fields),
    )
    words = found.title if found.due is None else f"{found.title} · {found.due:%Y-%m-%d}"
    return words, buttons


def _is_done(document: Json) -> bool:
    return document.get("percentComplete") == _DONE or document.get("status") == "completed"


def _text(order: Mapping[str, Any], name: str) -> str:
    value = str(order.get(name) or "").strip()
    if not value:
        raise OrderRefused(f"{name} is missing")
    return value
