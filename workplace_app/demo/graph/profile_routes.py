"""Who the user is: /me, its manager, its photo (which nobody has) and its groups."""

from workplace_app.demo.graph.exchange import GraphAnswer, GraphRequest, Refusal, not_found
from workplace_app.demo.graph.office import Office
from workplace_app.demo.graph.people_routes import USUAL_PROPERTIES
from workplace_app.demo.graph.query_options import page_size, project, selected
from workplace_app.demo.graph.routing import Endpoint
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.dice import guid

GROUP_SCOPES = frozenset({"GroupMember.Read.All", "Group.Read.All", "Group.ReadWrite.All", "Directory.Read.All"})
ADMINISTRATOR_ROLE = "it_administrator"


class ProfileRoutes:
    """The signed-in person."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._tenant = office.tenant

    def endpoints(self) -> list[Endpoint]:
        """What is served here."""
        return [
            Endpoint("GET", "/me", "directory", self.me),
            Endpoint("GET", "/me/photo/$value", "outlook", self.photo),
            Endpoint("GET", "/me/photos/{size}/$value", "outlook", self.photo),
            Endpoint("GET", "/me/manager", "directory", self.manager),
            Endpoint("GET", "/me/memberOf", "directory", self.member_of),
            Endpoint("GET", "/me/memberOf/microsoft.graph.group", "directory", self.groups),
            Endpoint("GET", "/me/transitiveMemberOf", "directory", self.member_of),
        ]

    def me(self, request: GraphRequest) -> GraphAnswer:
        """The whole of one's own profile may be read with User.Read."""
        document = self._tenant.directory.shelf.get(request.person.object_id)
        if document is None:
            raise not_found("Request_ResourceNotFound", "The user does not exist.")
        names = selected(request)
        shown = project(document, names or USUAL_PROPERTIES, () if names else ("id",))
        return GraphAnswer(200, {"@odata.context": self._office.context("users/$entity"), **shown})

    def photo(self, _request: GraphRequest) -> GraphAnswer:
        """Nobody in the demo has a photo."""
        raise Refusal(
            404,
            "ImageNotFound",
            "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException' was thrown.",
        )

    def manager(self, request: GraphRequest) -> GraphAnswer:
        """One's own manager."""
        document = self._tenant.directory.manager_of(request.person.object_id)
        if document is None:
            raise not_found("Request_ResourceNotFound", "Resource 'manager' does not exist.")
        shown = project(document, selected(request) or USUAL_PROPERTIES, () if selected(request) else ("id",))
        context = self._office.context("directoryObjects/$entity")
        return GraphAnswer(200, {"@odata.context": context, "@odata.type": "#microsoft.graph.user", **shown})

    def member_of(self, request: GraphRequest) -> GraphAnswer:
        """Groups and, for an administrator, a directory role."""
        documents = [{"@odata.type": "#microsoft.graph.group", **each} for each in self._group_documents(request)]
        if request.person.role == ADMINISTRATOR_ROLE:
            documents.append(_administrator())
        return self._listing(request, documents, "directoryObjects")

    def groups(self, request: GraphRequest) -> GraphAnswer:
        """Groups only."""
        return self._listing(request, self._group_documents(request), "groups")

    def _listing(self, request: GraphRequest, documents: list[Json], context: str) -> GraphAnswer:
        names = selected(request)
        size = page_size(request, 100, 999)
        return self._office.listing(request, documents, size, context, lambda document: project(document, names, ()))

    def _group_documents(self, request: GraphRequest) -> list[Json]:
        groups = self._tenant.groups
        whole = [groups.group_document(group) for group in groups.of(request.person)]
        if request.scopes & GROUP_SCOPES:
            return whole
        return [limited(document) for document in whole]


def limited(document: Json) -> Json:
    """What one learns of an object that the app may not read: that it is there.

    Microsoft, concepts/permissions-overview (limited information returned for inaccessible member objects).
    """
    return {
        name: value if name == "id" else [] if isinstance(value, list) else None for name, value in document.items()
    }


def _administrator() -> Json:
    return {
        "@odata.type": "#microsoft.graph.directoryRole",
        "id": guid("role", ADMINISTRATOR_ROLE),
        "deletedDateTime": None,
        "description": "Kan hantera alla användare och grupper.",
        "displayName": "User Administrator",
        "roleTemplateId": "fe930be7-5e62-47db-91af-98c3a49a38b1",
    }
