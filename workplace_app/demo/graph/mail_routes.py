"""Mail: the count of the inbox, flagged messages, delta. Without Mail.Read there are no bodies and no previews."""

from workplace_app.demo.graph.exchange import GraphAnswer, GraphRequest, Refusal, bad_request, not_found
from workplace_app.demo.graph.office import DeltaCollection, Office, Shape, outlook_expired, removed
from workplace_app.demo.graph.outlook_shape import applied, as_outlook, stored_id
from workplace_app.demo.graph.query_options import filtered, ordered, page_size, project, selected
from workplace_app.demo.graph.routing import Endpoint
from workplace_app.demo.tenant.change_log import Json

FOLDER = "/me/mailFolders/{folder-id}"
BODY_SCOPES = frozenset({"Mail.Read", "Mail.ReadWrite"})
BODY_PROPERTIES = frozenset({"body", "bodyPreview", "uniqueBody", "attachments", "extensions"})
CHANGES = frozenset({"flag", "isRead", "categories", "importance", "inferenceClassification"})
USUAL_SIZE, LARGEST_SIZE = 10, 1000


class MailRoutes:
    """The user's mailbox, which has an inbox only."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._mailboxes = office.tenant.mailboxes

    def endpoints(self) -> list[Endpoint]:
        """What is served here."""
        return [
            Endpoint("GET", "/me/messages", "outlook", self.messages),
            Endpoint("GET", "/me/messages/{message-id}", "outlook", self.message),
            Endpoint("PATCH", "/me/messages/{message-id}", "outlook", self.change),
            Endpoint("GET", "/me/mailFolders", "outlook", self.folders),
            Endpoint("GET", FOLDER, "outlook", self.folder),
            Endpoint("GET", f"{FOLDER}/messages", "outlook", self.folder_messages),
            Endpoint("GET", f"{FOLDER}/messages/delta", "outlook", self.delta),
        ]

    def messages(self, request: GraphRequest) -> GraphAnswer:
        """Messages of the whole mailbox, newest first."""
        _refuse_inefficient(request)
        found = filtered(self._mailboxes.messages_of(request.person).all(), request)
        found = ordered(sorted(found, key=_received, reverse=True), request)
        size = page_size(request, USUAL_SIZE, LARGEST_SIZE)
        context = f"users('{request.person.object_id}')/messages"
        answer = self._office.listing(request, found, size, context, self._shape(request, selected(request)))
        return GraphAnswer(200, answer.body, applied(request))

    def message(self, request: GraphRequest) -> GraphAnswer:
        """One message."""
        shown = self._shape(request, selected(request))(self._message(request))
        context = self._office.context(f"users('{request.person.object_id}')/messages/$entity")
        return GraphAnswer(200, {"@odata.context": context, **shown}, applied(request))

    def change(self, request: GraphRequest) -> GraphAnswer:
        """Flag a message or mark it as read."""
        document = self._message(request)
        if not isinstance(request.body, dict) or not CHANGES.issuperset(request.body):
            raise bad_request("The request contains a property that cannot be changed.", "ErrorInvalidPropertySet")
        changed = self._mailboxes.change(request.person, document["id"], dict(request.body), self._office.now())
        shown = self._shape(request, ())(changed or document)
        context = self._office.context(f"users('{request.person.object_id}')/messages/$entity")
        return GraphAnswer(200, {"@odata.context": context, **shown}, applied(request))

    def folders(self, request: GraphRequest) -> GraphAnswer:
        """The folders."""
        names = selected(request)
        documents = [self._mailboxes.inbox_document(request.person)]
        context = f"users('{request.person.object_id}')/mailFolders"
        return self._office.listing(
            request, documents, 10, context, lambda each: project(as_outlook(each, request), names)
        )

    def folder(self, request: GraphRequest) -> GraphAnswer:
        """The inbox with its counts."""
        self._check_folder(request)
        document = as_outlook(self._mailboxes.inbox_document(request.person), request)
        context = self._office.context(f"users('{request.person.object_id}')/mailFolders/$entity")
        return GraphAnswer(200, {"@odata.context": context, **project(document, selected(request))}, applied(request))

    def folder_messages(self, request: GraphRequest) -> GraphAnswer:
        """Messages of one folder."""
        self._check_folder(request)
        return self.messages(request)

    def delta(self, request: GraphRequest) -> GraphAnswer:
        """Changes in one folder."""
        self._check_folder(request)
        options = {name: request.query[name] for name in ("$select", "$top") if name in request.query}
        shelf = self._mailboxes.messages_of(request.person)
        collection = DeltaCollection(shelf, dict, removed, outlook_expired, options, "Collection(message)")
        bookmark = self._office.delta_bookmark(request, collection)
        names = tuple(name for name in bookmark.options.get("$select", "").split(",") if name)
        shape = self._shape(request, names)
        collection = DeltaCollection(shelf, shape, removed, outlook_expired, options, "Collection(message)")
        answer = self._office.delta(request, collection, page_size(request, USUAL_SIZE, LARGEST_SIZE))
        return GraphAnswer(200, answer.body, applied(request))

    def _shape(self, request: GraphRequest, names: tuple[str, ...]) -> Shape:
        bodies = bool(request.scopes & BODY_SCOPES)

        def shape(document: Json) -> Json:
            shown = project(as_outlook(document, request), names)
            return shown if bodies else {name: value for name, value in shown.items() if name not in BODY_PROPERTIES}

        return shape

    def _message(self, request: GraphRequest) -> Json:
        document = self._mailboxes.messages_of(request.person).get(stored_id(request.parameters["message-id"]))
        if document is None:
            raise not_found("ErrorItemNotFound", "The specified object was not found in the store.")
        return document

    def _check_folder(self, request: GraphRequest) -> None:
        folder = request.parameters["folder-id"]
        if folder.casefold() != "inbox" and stored_id(folder) != self._mailboxes.inbox_id(request.person):
            raise not_found("ErrorItemNotFound", "The specified object was not found in the store.")


def _received(message: Json) -> str:
    return str(message["receivedDateTime"])


def _refuse_inefficient(request: GraphRequest) -> None:
    """What is sorted by must come first in the filter (Microsoft, api/user-list-messages#using-filter-and-orderby)."""
    order = request.query.get("$orderby", "").split(",")[0].split(" ")[0]
    conditions = request.query.get("$filter", "")
    if order and conditions and not conditions.strip().startswith(order):
        raise Refusal(400, "InefficientFilter", "The restriction or sort order is too complex for this operation.")
