"""Planner: my tasks, plans, buckets, a task and its details, and changes guarded by etags."""

from typing import Any

from workplace_app.demo.graph.exchange import GraphAnswer, GraphRequest, Refusal, bad_request, not_found
from workplace_app.demo.graph.office import Office
from workplace_app.demo.graph.query_options import page_size, project, selected
from workplace_app.demo.graph.routing import Endpoint
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.moments import stamp
from workplace_app.demo.tenant.planner_tasks import Plan, user_identity

TASK_CHANGES = frozenset(
    {
        "title",
        "percentComplete",
        "dueDateTime",
        "startDateTime",
        "bucketId",
        "planId",
        "priority",
        "assignments",
        "appliedCategories",
        "orderHint",
        "assigneePriority",
        "conversationThreadId",
    }
)
DETAILS_CHANGES = frozenset({"description", "checklist", "references", "previewType"})
DONE = 100


class PlannerRoutes:
    """Planner has no delta: clients list and compare etags."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._planner = office.tenant.planner

    def endpoints(self) -> list[Endpoint]:
        """What is served here."""
        return [
            Endpoint("GET", "/me/planner/tasks", "planner", self.my_tasks),
            Endpoint("GET", "/planner/plans/{plan-id}", "planner", self.plan),
            Endpoint("GET", "/planner/plans/{plan-id}/buckets", "planner", self.buckets),
            Endpoint("GET", "/planner/tasks/{task-id}", "planner", self.task),
            Endpoint("PATCH", "/planner/tasks/{task-id}", "planner", self.change_task),
            Endpoint("GET", "/planner/tasks/{task-id}/details", "planner", self.details),
            Endpoint("PATCH", "/planner/tasks/{task-id}/details", "planner", self.change_details),
        ]

    def my_tasks(self, request: GraphRequest) -> GraphAnswer:
        """Everything assigned to the user, done or not."""
        names = selected(request)
        shelf = self._planner.tasks_of(request.person)
        mine = request.person.object_id

        def shape(document: Json) -> Json:
            return project(document, names)

        if not any(mine not in (change.document or {}).get("assignments", ()) for change in shelf.changes_since(0)):
            return self._office.shelf_listing(
                request, shelf, page_size(request, 400, 400), "Collection(microsoft.graph.plannerTask)", shape
            )
        found = [document for document in shelf.all() if mine in document["assignments"]]
        return self._office.listing(
            request, found, page_size(request, 400, 400), "Collection(microsoft.graph.plannerTask)", shape
        )

    def plan(self, request: GraphRequest) -> GraphAnswer:
        """A plan of a group that the user is in."""
        document = self._planner.plan_document(self._plan(request))
        return self._one(request, document, "planner/plans/$entity")

    def buckets(self, request: GraphRequest) -> GraphAnswer:
        """The buckets of a plan."""
        names = selected(request)
        documents = self._planner.bucket_documents(self._plan(request))
        plan_id = request.parameters["plan-id"]
        return self._office.listing(
            request, documents, 100, f"planner/plans('{plan_id}')/buckets", lambda each: project(each, names)
        )

    def task(self, request: GraphRequest) -> GraphAnswer:
        """A task; with $expand=details, both in one."""
        document = self._task(request)
        if "details" in request.query.get("$expand", ""):
            document["details"] = self._details(request)
        return self._one(request, document, "planner/tasks/$entity", also=("details",))

    def details(self, request: GraphRequest) -> GraphAnswer:
        """Description, checklist and references of a task."""
        task_id = request.parameters["task-id"]
        return self._one(request, self._details(request), f"planner/tasks('{task_id}')/details/$entity")

    def change_task(self, request: GraphRequest) -> GraphAnswer:
        """Change a task whose etag the client knows."""
        task = self._task(request)
        changes = self._guarded_changes(request, task, TASK_CHANGES)
        if "percentComplete" in changes:
            self._note_completion(changes, request)
        if isinstance(changes.get("assignments"), dict):
            changes["assignments"] = self._assignments(task["assignments"], changes["assignments"], request)
        self._office.notices.tell(f"{request.person.name} ändrade uppgiften ”{task['title']}”.")
        return self._changed(request, self._planner.change_task(task["id"], changes))

    def change_details(self, request: GraphRequest) -> GraphAnswer:
        """Change a task's details, which have an etag of their own."""
        details = self._details(request)
        changes = self._guarded_changes(request, details, DETAILS_CHANGES)
        now = stamp(self._office.now())
        for item in (changes.get("checklist") or {}).values():
            if isinstance(item, dict):
                item.setdefault("@odata.type", "#microsoft.graph.plannerChecklistItem")
                item |= {"lastModifiedDateTime": now, "lastModifiedBy": user_identity(request.person.object_id)}
        return self._changed(request, self._planner.change_details(details["id"], changes))

    def _note_completion(self, changes: Json, request: GraphRequest) -> None:
        percent = changes["percentComplete"]
        if not isinstance(percent, int) or not 0 <= percent <= DONE:
            raise bad_request("Schema validation has failed: percentComplete must be from 0 to 100.", "")
        done = percent == DONE
        changes["completedDateTime"] = stamp(self._office.now()) if done else None
        changes["completedBy"] = user_identity(request.person.object_id) if done else None

    def _assignments(self, known: Json, changes: Json, request: GraphRequest) -> Json:
        found = dict(known)
        for user_id, assignment in changes.items():
            if assignment is None:
                found.pop(user_id, None)
            elif isinstance(assignment, dict) and assignment.get("@odata.type", "").endswith(
                "microsoft.graph.plannerAssignment"
            ):
                by = {
                    "assignedBy": user_identity(request.person.object_id),
                    "assignedDateTime": stamp(self._office.now()),
                }
                found[user_id] = {**by, **found.get(user_id, {}), **assignment, "orderHint": "8585P"}
            else:
                raise bad_request("An assignment needs its @odata.type.", "")
        return found

    @staticmethod
    def _guarded_changes(request: GraphRequest, known: Json, allowed: frozenset[str]) -> Json:
        if request.headers.get("if-match") != known["@odata.etag"]:
            raise Refusal(412, "", "The If-Match header contains an invalid value.")
        changes: Any = request.body
        if not isinstance(changes, dict):
            raise bad_request("The request is invalid: an object is expected.", "")
        unknown = [name for name in changes if name not in allowed and "@" not in name]
        if unknown:
            raise bad_request(f"The property '{unknown[0]}' cannot be changed or does not exist.", "")
        return {name: value for name, value in changes.items() if "@" not in name}

    @staticmethod
    def _changed(request: GraphRequest, document: Json | None) -> GraphAnswer:
        if document is not None and request.prefers("return") == "representation":
            return GraphAnswer(200, document, {"Preference-Applied": "return=representation"})
        return GraphAnswer(204)

    def _one(self, request: GraphRequest, document: Json, context: str, also: tuple[str, ...] = ()) -> GraphAnswer:
        shown = project(document, selected(request), ("id", *also))
        return GraphAnswer(200, {"@odata.context": self._office.context(context), **shown})

    def _plan(self, request: GraphRequest) -> Plan:
        plan = self._planner.plans.get(request.parameters["plan-id"])
        if plan is None:
            raise not_found("", "The requested item is not found.")
        if not self._planner.may_read(request.person, plan):
            raise Refusal(403, "", "You do not have the required permissions to access this item.")
        return plan

    def _task(self, request: GraphRequest) -> Json:
        document = self._planner.tasks_of(request.person).get(request.parameters["task-id"])
        if document is not None:
            return document
        if self._planner.shelves_of(request.parameters["task-id"]) is not None:
            raise Refusal(403, "", "You do not have the required permissions to access this item.")
        raise not_found("", "The requested item is not found.")

    def _details(self, request: GraphRequest) -> Json:
        self._task(request)
        shelves = self._planner.shelves_of(request.parameters["task-id"])
        details = None if shelves is None else shelves[1].get(request.parameters["task-id"])
        if details is None:
            raise not_found("", "The requested item is not found.")
        return details
