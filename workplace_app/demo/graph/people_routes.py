"""The directory: users, their managers, and delta."""

from workplace_app.demo.graph.exchange import GraphAnswer, GraphRequest, Refusal, not_found
from workplace_app.demo.graph.office import DeltaCollection, Office, Shape, directory_expired, removed
from workplace_app.demo.graph.query_options import (
    expanded,
    filtered,
    ordered,
    page_size,
    project,
    refuse_options,
    selected,
)
from workplace_app.demo.graph.routing import Endpoint
from workplace_app.demo.tenant.change_log import Json

USUAL_PROPERTIES = (
    "businessPhones",
    "displayName",
    "givenName",
    "jobTitle",
    "mail",
    "mobilePhone",
    "officeLocation",
    "preferredLanguage",
    "surname",
    "userPrincipalName",
    "id",
)
"""What a user has without $select."""
BASIC_PROPERTIES = frozenset({"id", "displayName", "givenName", "surname", "mail", "userPrincipalName"})
"""What User.ReadBasic.All lets one see of others (Microsoft, graph/permissions-reference#userreadbasicall)."""
WHOLE_SCOPES = frozenset({"User.Read.All", "User.ReadWrite.All", "Directory.Read.All"})
_CONTEXT = "users"


class PeopleRoutes:
    """Everybody in the directory."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._directory = office.tenant.directory

    def endpoints(self) -> list[Endpoint]:
        """What is served here."""
        return [
            Endpoint("GET", "/users", "directory", self.users),
            Endpoint("GET", "/users/delta", "directory", self.delta),
            Endpoint("GET", "/users/{user-id}", "directory", self.user),
            Endpoint("GET", "/users/{user-id}/manager", "directory", self.manager),
            Endpoint("GET", "/users/{user-id}/photo/$value", "outlook", self.photo),
        ]

    def users(self, request: GraphRequest) -> GraphAnswer:
        """All people, page by page; a filter or an order makes all of them first."""
        size = page_size(request, 100, 999)
        shape = self._shape(request)
        shelf = self._directory.shelf
        if "$filter" in request.query or "$orderby" in request.query:
            found = ordered(filtered(shelf.all(), request), request)
            answer = self._office.listing(request, found, size, _CONTEXT, shape)
        else:
            answer = self._office.shelf_listing(request, shelf, size, _CONTEXT, shape)
        if request.query.get("$count") == "true" and answer.body is not None:
            answer.body["@odata.count"] = len(shelf.ids())
        return answer

    def user(self, request: GraphRequest) -> GraphAnswer:
        """One person by object id or by user name."""
        document = self._find(request.parameters["user-id"])
        return GraphAnswer(
            200, {"@odata.context": self._office.context("users/$entity"), **self._shape(request)(document)}
        )

    def manager(self, request: GraphRequest) -> GraphAnswer:
        """Somebody's manager."""
        person = self._find(request.parameters["user-id"])
        document = self._directory.manager_of(person["id"])
        if document is None:
            raise not_found("Request_ResourceNotFound", "Resource 'manager' does not exist.")
        context = self._office.context("directoryObjects/$entity")
        shown = {"@odata.type": "#microsoft.graph.user", **self._shape(request)(document)}
        return GraphAnswer(200, {"@odata.context": context, **shown})

    def photo(self, request: GraphRequest) -> GraphAnswer:
        """Nobody in the demo has a photo."""
        self._find(request.parameters["user-id"])
        raise Refusal(404, "ImageNotFound", "The photo wasn't found.")

    def delta(self, request: GraphRequest) -> GraphAnswer:
        """Changes among people; with "manager" in $select as a relation, as the directory writes it."""
        refuse_options(request, "$top", "$expand", "$orderby", what="change tracking over the 'User' resource")
        options = {"$select": request.query.get("$select", "")}
        if "$skiptoken" in request.query or "$deltatoken" in request.query:
            options = {}
        collection = self._collection(request, options)
        bookmark = self._office.delta_bookmark(request, collection)
        collection = self._collection(request, bookmark.options)
        return self._office.delta(request, collection, page_size(request, 100, 999))

    def _collection(self, request: GraphRequest, options: dict[str, str]) -> DeltaCollection:
        names = tuple(name for name in options.get("$select", "").split(",") if name) or USUAL_PROPERTIES

        def shape(document: Json) -> Json:
            shown = project(self._visible(document, request), names)
            if "manager" in names and document["_manager"]:
                shown["manager@delta"] = [{"@odata.type": "#microsoft.graph.user", "id": document["_manager"]}]
            return shown

        return DeltaCollection(self._directory.shelf, shape, removed, directory_expired, options, _CONTEXT)

    def _shape(self, request: GraphRequest) -> Shape:
        names = selected(request)
        relations = expanded(request)

        def shape(document: Json) -> Json:
            shown = project(self._visible(document, request), names or USUAL_PROPERTIES, ())
            if "manager" in relations and document["_manager"]:
                manager = self._directory.shelf.get(document["_manager"])
                if manager is not None:
                    inner = project(self._visible(manager, request), relations["manager"] or USUAL_PROPERTIES, ("id",))
                    shown["manager"] = {"@odata.type": "#microsoft.graph.user", **inner}
            return shown

        return shape

    @staticmethod
    def _visible(document: Json, request: GraphRequest) -> Json:
        if request.scopes & WHOLE_SCOPES or document["id"] == request.person.object_id:
            return document
        return {
            name: value if name in BASIC_PROPERTIES else [] if isinstance(value, list) else None
            for name, value in document.items()
        }

    def _find(self, name: str) -> Json:
        document = self._directory.shelf.get(name)
        if document is None and "@" in name:
            wanted = name.casefold()
            document = next((each for each in self._directory.shelf.all() if each["userPrincipalName"] == wanted), None)
        if document is None:
            message = (
                f"Resource '{name}' does not exist or one of its queried reference-property objects are not present."
            )
            raise not_found("Request_ResourceNotFound", message)
        return document
