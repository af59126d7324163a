"""Teams and channels, and what is said there; replies come when they are expanded."""

from workplace_app.demo.graph.exchange import GraphAnswer, GraphRequest, Refusal, not_found
from workplace_app.demo.graph.office import Office
from workplace_app.demo.graph.query_options import filtered, page_size, project, refuse_options, selected
from workplace_app.demo.graph.routing import Endpoint
from workplace_app.demo.graph.sent_text import plain_words
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.teams import Channel, Team

CHANNEL = "/teams/{team-id}/channels/{channel-id}"
MESSAGE = f"{CHANNEL}/messages/{{message-id}}"
USUAL_SIZE, LARGEST_SIZE = 20, 50
ALL_AT_ONCE = 1000
UNSUPPORTED = ("$select", "$filter", "$orderby", "$search", "$skip", "$count")


class TeamsRoutes:
    """The teams that the user has joined."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._teams = office.tenant.teams
        self._channels = office.tenant.channels

    def endpoints(self) -> list[Endpoint]:
        """What is served here."""
        return [
            Endpoint("GET", "/me/joinedTeams", "teams", self.joined),
            Endpoint("GET", "/teams/{team-id}", "teams", self.team),
            Endpoint("GET", "/teams/{team-id}/channels", "teams", self.channels),
            Endpoint("GET", CHANNEL, "teams", self.channel),
            Endpoint("GET", f"{CHANNEL}/messages", "teams", self.messages),
            Endpoint("POST", f"{CHANNEL}/messages", "teams", self.post),
            Endpoint("GET", MESSAGE, "teams", self.message),
            Endpoint("GET", f"{MESSAGE}/replies", "teams", self.replies),
            Endpoint("POST", f"{MESSAGE}/replies", "teams", self.reply),
        ]

    def joined(self, request: GraphRequest) -> GraphAnswer:
        """All of them at once: there are no pages."""
        documents = [self._teams.team_document(team) for team in self._teams.of(request.person)]
        names = selected(request)
        return self._office.listing(request, documents, ALL_AT_ONCE, "teams", lambda each: project(each, names))

    def team(self, request: GraphRequest) -> GraphAnswer:
        """One team."""
        document = project(self._teams.team_document(self._team(request)), selected(request))
        return GraphAnswer(200, {"@odata.context": self._office.context("teams/$entity"), **document})

    def channels(self, request: GraphRequest) -> GraphAnswer:
        """The channels of a team."""
        team = self._team(request)
        documents = filtered([self._teams.channel_document(team, channel) for channel in team.channels], request)
        names = selected(request)
        context = f"teams('{team.id}')/channels"
        return self._office.listing(request, documents, ALL_AT_ONCE, context, lambda each: project(each, names))

    def channel(self, request: GraphRequest) -> GraphAnswer:
        """One channel."""
        team, channel = self._channel(request)
        document = project(self._teams.channel_document(team, channel), selected(request))
        return GraphAnswer(
            200, {"@odata.context": self._office.context(f"teams('{team.id}')/channels/$entity"), **document}
        )

    def messages(self, request: GraphRequest) -> GraphAnswer:
        """Threads, the one that changed last first; at most fifty on a page."""
        refuse_options(request, *UNSUPPORTED, what="channel messages")
        team, channel = self._channel(request)
        with_replies = "replies" in request.query.get("$expand", "")
        context = f"teams('{team.id}')/channels('{channel.id}')/messages"
        replies_context = self._office.context(f"{context}(replies())")
        size = page_size(request, USUAL_SIZE, LARGEST_SIZE)
        found = self._channels.newest_first(team, channel)
        answer = self._office.listing(
            request, found, size, context, lambda each: _shown(each, with_replies, replies_context)
        )
        if answer.body is not None:
            answer.body["@odata.count"] = len(answer.body["value"])
        return answer

    def message(self, request: GraphRequest) -> GraphAnswer:
        """The message that began a thread."""
        team, channel = self._channel(request)
        context = self._office.context(f"teams('{team.id}')/channels('{channel.id}')/messages/$entity")
        return GraphAnswer(200, {"@odata.context": context, **_shown(self._thread(request), False, "")})

    def replies(self, request: GraphRequest) -> GraphAnswer:
        """Answers in a thread, newest first."""
        team, channel = self._channel(request)
        thread = self._thread(request)
        found = sorted(thread["replies"], key=lambda reply: str(reply["createdDateTime"]), reverse=True)
        context = f"teams('{team.id}')/channels('{channel.id}')/messages('{thread['id']}')/replies"
        return self._office.listing(request, found, page_size(request, USUAL_SIZE, LARGEST_SIZE), context, dict)

    def post(self, request: GraphRequest) -> GraphAnswer:
        """The user begins a thread."""
        team, channel = self._channel(request)
        author = self._office.tenant.directory.staff(request.person)
        subject = request.body.get("subject") if isinstance(request.body, dict) else None
        document = self._channels.post(team, channel, author, plain_words(request), self._office.now(), subject=subject)
        context = self._office.context(f"teams('{team.id}')/channels('{channel.id}')/messages/$entity")
        return GraphAnswer(201, {"@odata.context": context, **document})

    def reply(self, request: GraphRequest) -> GraphAnswer:
        """The user answers."""
        team, channel = self._channel(request)
        thread = self._thread(request)
        author = self._office.tenant.directory.staff(request.person)
        document = self._channels.reply(team, channel, thread["id"], author, plain_words(request), self._office.now())
        if document is None:
            raise not_found("NotFound", "The thread is gone.")
        self._office.notices.tell(f"{request.person.name} svarade i {team.name}, {channel.name}.")
        context = self._office.context(
            f"teams('{team.id}')/channels('{channel.id}')/messages('{thread['id']}')/replies/$entity"
        )
        return GraphAnswer(201, {"@odata.context": context, **document})

    def _team(self, request: GraphRequest) -> Team:
        team = self._teams.by_id.get(request.parameters["team-id"])
        if team is None:
            raise not_found("NotFound", f"No team found with Group Id {request.parameters['team-id']}")
        if team not in self._teams.of(request.person):
            raise Refusal(403, "Forbidden", "User does not have access to the team.")
        return team

    def _channel(self, request: GraphRequest) -> tuple[Team, Channel]:
        team = self._team(request)
        for channel in team.channels:
            if channel.id == request.parameters["channel-id"]:
                return team, channel
        raise not_found("NotFound", "The channel was not found.")

    def _thread(self, request: GraphRequest) -> Json:
        team, channel = self._channel(request)
        thread = self._channels.threads_in(team, channel).get(request.parameters["message-id"])
        if thread is None:
            raise not_found("NotFound", "The message was not found.")
        return thread


def _shown(thread: Json, with_replies: bool, context: str) -> Json:
    shown = {name: value for name, value in thread.items() if name != "replies"}
    if with_replies:
        replies = sorted(thread["replies"], key=lambda reply: str(reply["createdDateTime"]), reverse=True)
        shown |= {"replies@odata.context": context, "replies@odata.count": len(replies), "replies": replies}
    return shown
