"""To Do: lists and tasks with delta, making and changing a task, and what a task links to."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from workplace_app.demo.graph.exchange import GraphAnswer, GraphRequest, Refusal, bad_request, not_found
from workplace_app.demo.graph.office import DeltaCollection, Office, outlook_expired, removed
from workplace_app.demo.graph.query_options import (
    filtered,
    ordered,
    page_size,
    project,
    refuse_options,
    selected,
)
from workplace_app.demo.graph.routing import Endpoint
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.moments import outlook_moment
from workplace_app.demo.tenant.shelf import Shelf

CHANGES = frozenset(
    {
        "title",
        "status",
        "importance",
        "dueDateTime",
        "startDateTime",
        "completedDateTime",
        "reminderDateTime",
        "isReminderOn",
        "body",
        "categories",
        "recurrence",
    }
)
MOMENTS = frozenset({"dueDateTime", "startDateTime", "completedDateTime", "reminderDateTime"})
LINK = frozenset({"applicationName", "displayName", "externalId", "webUrl"})
STATUSES = frozenset({"notStarted", "inProgress", "completed", "waitingOnOthers", "deferred"})
RELATIONS = ("checklistItems", "linkedResources")
LIST = "/me/todo/lists/{list-id}"
USUAL_SIZE, LARGEST_SIZE = 50, 1000


class TodoRoutes:
    """The user's own lists."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._todo = office.tenant.todo

    def endpoints(self) -> list[Endpoint]:
        """What is served here."""
        return [
            Endpoint("GET", "/me/todo/lists", "outlook", self.lists),
            Endpoint("GET", "/me/todo/lists/delta", "outlook", self.lists_delta),
            Endpoint("GET", LIST, "outlook", self.one_list),
            Endpoint("GET", f"{LIST}/tasks", "outlook", self.tasks),
            Endpoint("POST", f"{LIST}/tasks", "outlook", self.make),
            Endpoint("GET", f"{LIST}/tasks/delta", "outlook", self.tasks_delta),
            Endpoint("GET", f"{LIST}/tasks/{{task-id}}", "outlook", self.task),
            Endpoint("PATCH", f"{LIST}/tasks/{{task-id}}", "outlook", self.change),
            Endpoint("GET", f"{LIST}/tasks/{{task-id}}/linkedResources", "outlook", self.linked_resources),
            Endpoint("GET", f"{LIST}/tasks/{{task-id}}/checklistItems", "outlook", self.checklist_items),
        ]

    def lists(self, request: GraphRequest) -> GraphAnswer:
        """The lists."""
        names = selected(request)
        shelf = self._todo.lists_of(request.person)
        return self._office.shelf_listing(
            request, shelf, page_size(request, USUAL_SIZE, LARGEST_SIZE), "lists", lambda each: project(each, names)
        )

    def one_list(self, request: GraphRequest) -> GraphAnswer:
        """One list."""
        document = self._todo.lists_of(request.person).get(request.parameters["list-id"])
        if document is None:
            raise not_found("ErrorItemNotFound", "The specified object was not found in the store.")
        return GraphAnswer(
            200, {"@odata.context": self._office.context("lists/$entity"), **project(document, selected(request))}
        )

    def lists_delta(self, request: GraphRequest) -> GraphAnswer:
        """Changes among the lists."""
        shelf = self._todo.lists_of(request.person)
        return self._delta(request, shelf, "Collection(todoTaskList)")

    def tasks(self, request: GraphRequest) -> GraphAnswer:
        """The tasks of a list."""
        found = ordered(filtered(self._shelf(request).all(), request), request)
        options = {name: request.query.get(name, "") for name in ("$select", "$expand")}
        size = page_size(request, USUAL_SIZE, LARGEST_SIZE)
        return self._office.listing(request, found, size, "tasks", lambda each: _shown(each, options))

    def tasks_delta(self, request: GraphRequest) -> GraphAnswer:
        """Changes in one list."""
        refuse_options(request, "$search", what="change tracking over the 'Tasks' resource")
        return self._delta(request, self._shelf(request), "Collection(todoTask)")

    def task(self, request: GraphRequest) -> GraphAnswer:
        """One task."""
        options = {name: request.query.get(name, "") for name in ("$select", "$expand")}
        shown = _shown(self._task(request), options)
        return GraphAnswer(200, {"@odata.context": self._office.context("tasks/$entity"), **shown})

    def change(self, request: GraphRequest) -> GraphAnswer:
        """Change a task; To Do asks for no etag, but one that is sent must hold, as everywhere in Outlook. Setting the
        status to completed completes it."""
        task = self._task(request)
        changes = self._sent(request, CHANGES)
        if request.headers.get("if-match", task["@odata.etag"]) not in ("*", task["@odata.etag"]):
            raise Refusal(412, "ErrorIrresolvableConflict", "The send or update operation could not be performed.")
        changed = self._todo.change(self._shelf(request), task["id"], changes, self._office.now())
        shown = _shown(changed or task, {})
        self._office.notices.tell(f"{request.person.name} ändrade uppgiften ”{shown['title']}”.")
        return GraphAnswer(200, {"@odata.context": self._office.context("tasks/$entity"), **shown})

    def make(self, request: GraphRequest) -> GraphAnswer:
        """A new task, with what it links to."""
        sent = self._sent(request, CHANGES | {"linkedResources"})
        if not isinstance(sent.get("title"), str) or not sent["title"].strip():
            raise bad_request("Invalid property: title.", "invalidRequest")
        links = sent.get("linkedResources", [])
        if not isinstance(links, list) or any(not isinstance(each, dict) or set(each) - LINK for each in links):
            raise bad_request("Invalid property: linkedResources.", "invalidRequest")
        shelf = self._shelf(request)
        made = self._todo.make(shelf, request.parameters["list-id"], sent, self._office.now())
        self._office.notices.tell(f"{request.person.name} antecknade ”{sent['title']}”.")
        return GraphAnswer(201, {"@odata.context": self._office.context("tasks/$entity"), **_shown(made, {})})

    def linked_resources(self, request: GraphRequest) -> GraphAnswer:
        """What a task links to: the mail that it was flagged in."""
        return self._office.listing(request, self._task(request)["linkedResources"], 50, "linkedResources", dict)

    def checklist_items(self, request: GraphRequest) -> GraphAnswer:
        """The steps of a task."""
        return self._office.listing(request, self._task(request).get("checklistItems", []), 50, "checklistItems", dict)

    def _delta(self, request: GraphRequest, shelf: Shelf, context: str) -> GraphAnswer:
        options = {name: request.query[name] for name in ("$select", "$expand", "$top") if name in request.query}
        collection = DeltaCollection(shelf, dict, removed, outlook_expired, options, context)
        bookmark = self._office.delta_bookmark(request, collection)

        def shape(document: Json) -> Json:
            return {"@odata.type": f"#microsoft.graph.{context[11:-1]}", **_shown(document, bookmark.options)}

        collection = DeltaCollection(shelf, shape, removed, outlook_expired, options, context)
        return self._office.delta(request, collection, page_size(request, USUAL_SIZE, LARGEST_SIZE))

    @staticmethod
    def _sent(request: GraphRequest, allowed: frozenset[str]) -> Json:
        """The properties that a client sent, days in UTC as To Do keeps them. Raises ``Refusal``."""
        if not isinstance(request.body, dict):
            raise bad_request("The request is invalid: an object is expected.", "invalidRequest")
        sent = {name: value for name, value in request.body.items() if "@" not in name}
        unknown = [name for name in sent if name not in allowed]
        if unknown or sent.get("status", "notStarted") not in STATUSES:
            raise bad_request(f"Invalid property: {', '.join(unknown) or 'status'}.", "invalidRequest")
        return {name: _in_utc(value) if name in MOMENTS else value for name, value in sent.items()}

    def _shelf(self, request: GraphRequest) -> Shelf:
        shelf = self._todo.tasks_in(request.person, request.parameters["list-id"])
        if shelf is None:
            raise not_found("ErrorItemNotFound", "The specified object was not found in the store.")
        return shelf

    def _task(self, request: GraphRequest) -> Json:
        document = self._shelf(request).get(request.parameters["task-id"])
        if document is None:
            raise not_found("ErrorItemNotFound", "The specified object was not found in the store.")
        return document


def _in_utc(value: Any) -> Json | None:
    """A dateTimeTimeZone in UTC. Raises ``Refusal``."""
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value["dateTime"])
        return outlook_moment(moment.replace(tzinfo=ZoneInfo(value["timeZone"])))
    except (TypeError, KeyError, ValueError, OSError) as error:
        raise bad_request("The time zone or the date is not valid.", "invalidRequest") from error


def _shown(document: Json, options: dict[str, str]) -> Json:
    """Selected properties; steps and links come only when they are expanded."""
    relations = {name for name in RELATIONS if name in options.get("$expand", "")}
    names = [name for name in options.get("$select", "").split(",") if name]
    shown = project(document, names, ("id", *relations))
    return {name: value for name, value in shown.items() if name not in RELATIONS or name in relations}
