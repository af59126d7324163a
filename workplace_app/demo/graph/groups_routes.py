"""Groups and their conversations, which members add to."""

from workplace_app.demo.graph.exchange import GraphAnswer, GraphRequest, Refusal, bad_request, not_found
from workplace_app.demo.graph.office import Office
from workplace_app.demo.graph.query_options import filtered, ordered, page_size, project, selected
from workplace_app.demo.graph.routing import Endpoint
from workplace_app.demo.graph.sent_text import sent_post
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.groups import Group, newest_first
from workplace_app.demo.tenant.people import Colleague

GROUP = "/groups/{group-id}"
THREAD = f"{GROUP}/threads/{{thread-id}}"
USUAL_SIZE, LARGEST_SIZE = 20, 100


class GroupsRoutes:
    """Groups that the user belongs to."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._groups = office.tenant.groups

    def endpoints(self) -> list[Endpoint]:
        """What is served here."""
        return [
            Endpoint("GET", GROUP, "directory", self.group),
            Endpoint("GET", f"{GROUP}/threads", "group_mail", self.threads),
            Endpoint("POST", f"{GROUP}/threads", "group_mail", self.begin),
            Endpoint("GET", THREAD, "group_mail", self.thread),
            Endpoint("POST", f"{THREAD}/reply", "group_mail", self.reply),
            Endpoint("GET", f"{THREAD}/posts", "group_mail", self.posts),
            Endpoint("GET", f"{THREAD}/posts/{{post-id}}", "group_mail", self.post),
        ]

    def group(self, request: GraphRequest) -> GraphAnswer:
        """One group."""
        group = self._groups.by_id.get(request.parameters["group-id"])
        if group is None:
            message = f"Resource '{request.parameters['group-id']}' does not exist."
            raise not_found("Request_ResourceNotFound", message)
        document = project(self._groups.group_document(group), selected(request), ())
        return GraphAnswer(200, {"@odata.context": self._office.context("groups/$entity"), **document})

    def threads(self, request: GraphRequest) -> GraphAnswer:
        """The threads of a group, newest first."""
        group = self._member_group(request)
        found = newest_first(self._groups.threads_in(group).all())
        found = ordered(filtered(found, request), request)
        names = selected(request)
        size = page_size(request, USUAL_SIZE, LARGEST_SIZE)
        return self._office.listing(
            request, found, size, f"groups('{group.id}')/threads", lambda each: project(each, names)
        )

    def thread(self, request: GraphRequest) -> GraphAnswer:
        """One thread."""
        group = self._member_group(request)
        document = self._groups.threads_in(group).get(request.parameters["thread-id"])
        if document is None:
            raise not_found("ErrorItemNotFound", "The specified object was not found in the store.")
        context = self._office.context(f"groups('{group.id}')/threads/$entity")
        return GraphAnswer(200, {"@odata.context": context, **project(document, selected(request))})

    def begin(self, request: GraphRequest) -> GraphAnswer:
        """A new thread with its first post (group-post-threads)."""
        group = self._member_group(request)
        body = request.body if isinstance(request.body, dict) else {}
        posts = body.get("posts")
        if not isinstance(body.get("topic"), str) or not isinstance(posts, list) or len(posts) != 1:
            raise bad_request("A topic and one post are expected.", "ErrorInvalidRequest")
        html, words = sent_post(posts[0])
        author = self._author(request)
        thread = self._groups.begin(group, author, body["topic"], html, words, self._office.now())
        self._office.notices.tell(f"{author.name} började en konversation i {group.name}: {body['topic']}.")
        context = self._office.context(f"groups('{group.id}')/threads/$entity")
        return GraphAnswer(201, {"@odata.context": context, **thread})

    def reply(self, request: GraphRequest) -> GraphAnswer:
        """A post in a thread that is there; the answer is empty (conversationThread-reply)."""
        group = self._member_group(request)
        html, words = sent_post(request.body.get("post") if isinstance(request.body, dict) else None)
        author, thread_id = self._author(request), request.parameters["thread-id"]
        if self._groups.post(group, thread_id, author, words, self._office.now(), html) is None:
            raise not_found("ErrorItemNotFound", "The specified object was not found in the store.")
        self._office.notices.tell(f"{author.name} skrev i {group.name}.")
        return GraphAnswer(202)

    def posts(self, request: GraphRequest) -> GraphAnswer:
        """What was written in a thread, oldest first."""
        group = self._member_group(request)
        found = sorted(self._posts(request, group), key=lambda post: str(post["receivedDateTime"]))
        names = selected(request)
        context = f"groups('{group.id}')/threads('{request.parameters['thread-id']}')/posts"
        size = page_size(request, USUAL_SIZE, LARGEST_SIZE)
        return self._office.listing(request, ordered(found, request), size, context, lambda each: project(each, names))

    def post(self, request: GraphRequest) -> GraphAnswer:
        """One post."""
        group = self._member_group(request)
        for document in self._posts(request, group):
            if document["id"] == request.parameters["post-id"]:
                context = self._office.context(
                    f"groups('{group.id}')/threads('{request.parameters['thread-id']}')/posts/$entity"
                )
                return GraphAnswer(200, {"@odata.context": context, **project(document, selected(request))})
        raise not_found("ErrorItemNotFound", "The specified object was not found in the store.")

    def _author(self, request: GraphRequest) -> Colleague:
        return self._office.tenant.directory.staff(request.person)

    def _posts(self, request: GraphRequest, group: Group) -> list[Json]:
        shelf = self._groups.posts_in(group, request.parameters["thread-id"])
        if shelf is None:
            raise not_found("ErrorItemNotFound", "The specified object was not found in the store.")
        return shelf.all()

    def _member_group(self, request: GraphRequest) -> Group:
        """A unified group of the user's own; a security group has no mailbox."""
        group = self._groups.by_id.get(request.parameters["group-id"])
        if group is None or group.kind == "security":
            raise not_found("ResourceNotFound", "Resource could not be discovered.")
        if group not in self._groups.of(request.person):
            raise Refusal(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.")
        return group
