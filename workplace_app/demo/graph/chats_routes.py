"""Chats: the list with members and last message, and what is said in one."""

from workplace_app.demo.graph.exchange import GraphAnswer, GraphRequest, not_found
from workplace_app.demo.graph.office import Office
from workplace_app.demo.graph.query_options import expanded, filtered, ordered, page_size, project, selected
from workplace_app.demo.graph.routing import Endpoint
from workplace_app.demo.graph.sent_text import plain_words
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.chats import Chat

USUAL_SIZE, LARGEST_SIZE = 20, 50


class ChatsRoutes:
    """The chats that the user is in."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._chats = office.tenant.chats

    def endpoints(self) -> list[Endpoint]:
        """What is served here."""
        return [
            Endpoint("GET", "/me/chats", "teams", self.chats),
            Endpoint("GET", "/chats/{chat-id}", "teams", self.chat),
            Endpoint("GET", "/chats/{chat-id}/members", "teams", self.members),
            Endpoint("GET", "/chats/{chat-id}/messages", "teams", self.messages),
            Endpoint("GET", "/me/chats/{chat-id}/messages", "teams", self.messages),
            Endpoint("POST", "/chats/{chat-id}/messages", "teams", self.post),
        ]

    def chats(self, request: GraphRequest) -> GraphAnswer:
        """All chats, the one that was changed last first."""
        documents = [self._document(chat, request) for chat in self._chats.of(request.person)]
        documents = sorted(documents, key=lambda chat: str(chat["lastUpdatedDateTime"]), reverse=True)
        found = ordered(filtered(documents, request), request)
        names = selected(request)
        relations = tuple(expanded(request))
        size = page_size(request, USUAL_SIZE, LARGEST_SIZE)
        return self._office.listing(
            request, found, size, "chats", lambda each: project(each, names, ("id", *relations))
        )

    def chat(self, request: GraphRequest) -> GraphAnswer:
        """One chat."""
        document = self._document(self._chat(request), request)
        shown = project(document, selected(request), ("id", *expanded(request)))
        return GraphAnswer(200, {"@odata.context": self._office.context("chats/$entity"), **shown})

    def members(self, request: GraphRequest) -> GraphAnswer:
        """Who is in a chat."""
        chat = self._chat(request)
        documents = self._chats.member_documents(chat)
        return self._office.listing(request, documents, 100, f"chats('{chat.id}')/members", dict)

    def messages(self, request: GraphRequest) -> GraphAnswer:
        """What was said, newest first; $filter works only together with $orderby on the same property."""
        chat = self._chat(request)
        found = self._chats.newest_first(chat)
        order = request.query.get("$orderby", "").split(" ")[0]
        if order and order in request.query.get("$filter", ""):
            found = filtered(found, request)
        found = ordered(found, request)
        size = page_size(request, USUAL_SIZE, LARGEST_SIZE)
        return self._office.listing(request, found, size, f"chats('{chat.id}')/messages", dict)

    def post(self, request: GraphRequest) -> GraphAnswer:
        """The user writes."""
        chat = self._chat(request)
        author = self._office.tenant.directory.staff(request.person)
        document = self._chats.post(chat, author, plain_words(request), self._office.now())
        self._office.notices.tell(f"{request.person.name} skrev i en chatt.")
        return GraphAnswer(
            201, {"@odata.context": self._office.context(f"chats('{chat.id}')/messages/$entity"), **document}
        )

    def _document(self, chat: Chat, request: GraphRequest) -> Json:
        document = self._chats.chat_document(chat)
        relations = expanded(request)
        if "members" in relations:
            document["members"] = self._chats.member_documents(chat)
        if "lastMessagePreview" in relations:
            document["lastMessagePreview"] = self._chats.preview_document(chat)
        return document

    def _chat(self, request: GraphRequest) -> Chat:
        chat = self._chats.find(request.person, request.parameters["chat-id"])
        if chat is None:
            raise not_found("NotFound", "The chat was not found, or the user is not in it.")
        return chat
