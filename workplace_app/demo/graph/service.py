"""Graph as a whole: finds the route, counts against limits, and answers; also every part of a batch."""

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

from workplace_app.demo.graph.batch import answer_batch
from workplace_app.demo.graph.calendar_routes import CalendarRoutes
from workplace_app.demo.graph.chats_routes import ChatsRoutes
from workplace_app.demo.graph.exchange import GraphAnswer, GraphRequest, Refusal
from workplace_app.demo.graph.groups_routes import GroupsRoutes
from workplace_app.demo.graph.limits import Limits
from workplace_app.demo.graph.mail_routes import MailRoutes
from workplace_app.demo.graph.office import Office
from workplace_app.demo.graph.people_routes import PeopleRoutes
from workplace_app.demo.graph.planner_routes import PlannerRoutes
from workplace_app.demo.graph.profile_routes import ProfileRoutes
from workplace_app.demo.graph.routing import Endpoint, Routes
from workplace_app.demo.graph.sites_routes import SitesRoutes
from workplace_app.demo.graph.teams_routes import TeamsRoutes
from workplace_app.demo.graph.todo_routes import TodoRoutes
from workplace_app.demo.parts import Notices
from workplace_app.demo.settings import Clock
from workplace_app.demo.staff import Staff
from workplace_app.demo.tenant.municipality import Tenant

_SUBJECTS = (
    ProfileRoutes,
    PeopleRoutes,
    PlannerRoutes,
    TodoRoutes,
    CalendarRoutes,
    MailRoutes,
    TeamsRoutes,
    ChatsRoutes,
    GroupsRoutes,
    SitesRoutes,
)
CONTENT_TYPE = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8"


class GraphService:
    """Microsoft Graph v1.0 over one tenant."""

    def __init__(self, tenant: Tenant, now: Clock, origin: str, monotonic: Callable[[], float]) -> None:
        self.tenant = tenant
        self.notices = Notices()
        self.now = now
        self.active: dict[str, Staff] = {}
        """Who has been here: what happens by itself happens to them."""
        self.limits = Limits(monotonic)
        office = Office(tenant, now, origin, self.notices)
        endpoints = [endpoint for subject in _SUBJECTS for endpoint in subject(office).endpoints()]
        self.routes = Routes([*endpoints, Endpoint("POST", "/$batch", "batch", self._batch)])

    def find(self, request: GraphRequest) -> tuple[Endpoint, GraphRequest]:
        """The endpoint of a request, and the request with what the path says. Raises ``Refusal``."""
        found = self.routes.find(request.method, request.path)
        if found is None:
            if self.routes.knows(request.path):
                message = "Specified HTTP method is not allowed for the request target."
                raise Refusal(405, "Request_BadRequest", message)
            segment = request.path[-1] if request.path else ""
            raise Refusal(400, "BadRequest", f"Resource not found for the segment '{segment}'.")
        endpoint, parameters = found
        return endpoint, replace(request, parameters=parameters)

    def answer(self, request: GraphRequest) -> GraphAnswer:
        """Serve a request that has its place at the mailbox, if it needs one; refusals become answers."""
        self.active[request.person.object_id] = request.person
        try:
            endpoint, request = self.find(request)
            self.limits.count(request, endpoint.workload)
            answer = endpoint.handler(request)
        except Refusal as refusal:
            answer = self.refused(request, refusal)
        return self.finished(request, answer)

    def refused(self, request: GraphRequest, refusal: Refusal) -> GraphAnswer:
        """The answer of a refusal."""
        return refusal.answer(self.now(), request.headers.get("client-request-id"))

    def finished(self, request: GraphRequest, answer: GraphAnswer) -> GraphAnswer:
        """The answer with the headers that Graph puts on every one."""
        request_id = str(uuid4())
        headers = {
            "Cache-Control": "no-cache" if answer.status < 400 else "no-store",
            "request-id": request_id,
            "client-request-id": request.headers.get("client-request-id", request_id),
            "Strict-Transport-Security": "max-age=31536000",
            "x-ms-ags-diagnostic": '{"ServerInfo":{"DataCenter":"Sweden Central","Slice":"E","Ring":"5"}}',
        }
        if answer.body is not None:
            headers |= {"OData-Version": "4.0", "Content-Type": CONTENT_TYPE}
        return GraphAnswer(answer.status, answer.body, {**headers, **answer.headers})

    def _batch(self, request: GraphRequest) -> GraphAnswer:
        return answer_batch(request, self.answer)
