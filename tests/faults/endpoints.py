"""The endpoints: every question that a feed asks of a service, and the positions at which a fault can meet it.

``first``, ``middle`` and ``last`` are pages of a whole listing over a filled cache that has lost its bookmark, so that
it can be seen not to shrink; ``changes`` is the question that goes on from a bookmark.
"""

from dataclasses import dataclass
from fnmatch import fnmatchcase

from tests.faults.wire_format import Asked

FIRST, MIDDLE, LAST, CHANGES = "first", "middle", "last", "changes"
PAGES = (FIRST, MIDDLE, LAST)


@dataclass(frozen=True)
class Endpoint:
    """``says`` must stand in the body of a batch; ``shape`` is what its answers are like; ``within`` names the listing
    feed that gives an on-demand feed the place to look at."""

    id: str
    feed: str
    shape: str
    path: str
    positions: tuple[str, ...]
    origin: str = "graph"
    says: str = ""
    target: str = ""

    def asks(self, asked: Asked) -> bool:
        """True for a request to this endpoint."""
        return (
            asked.origin == self.origin
            and fnmatchcase(asked.path, self.path)
            and self.says in asked.body.decode("utf-8", "replace")
        )


BATCH = "/v1.0/$batch"
ENDPOINTS = (
    Endpoint("profile", "profile", "batch", BATCH, (FIRST, CHANGES)),
    Endpoint("planner-tasks", "planner", "list", "/v1.0/me/planner/tasks", (*PAGES, CHANGES)),
    Endpoint("planner-names", "planner", "batch", BATCH, (FIRST,), says="/planner/plans/"),
    Endpoint("planner-details", "planner", "batch", BATCH, (FIRST,), says="/details"),
    Endpoint("todo-lists", "todo", "list", "/v1.0/me/todo/lists/delta", PAGES),
    Endpoint("todo-tasks", "todo", "list", "/v1.0/me/todo/lists/*/tasks/delta", PAGES),
    Endpoint("todo-changes", "todo", "batch", BATCH, (CHANGES,)),
    Endpoint("calendar", "calendar", "list", "/v1.0/me/calendarView/delta", (*PAGES, CHANGES)),
    Endpoint("mail", "mail", "batch", BATCH, (FIRST, CHANGES)),
    Endpoint("mail-flagged", "mail", "list", "/v1.0/me/messages", (FIRST, LAST)),
    Endpoint("groups", "groups", "list", "/v1.0/me/memberOf/*", (*PAGES, CHANGES)),
    Endpoint("teams", "teams", "list", "/v1.0/me/joinedTeams", (*PAGES, CHANGES)),
    Endpoint("channels", "teams", "batch", BATCH, (FIRST,)),
    Endpoint("channels-further", "teams", "list", "/v1.0/teams/*/channels", (FIRST, LAST)),
    Endpoint("sites", "sites", "list", "/v1.0/me/followedSites", (*PAGES, CHANGES)),
    Endpoint("people", "people", "list", "/v1.0/users", PAGES),
    Endpoint("site-drives", "site_files", "batch", BATCH, (FIRST,), says="/drives?"),
    Endpoint("drive-items", "site_files", "list", "/v1.0/drives/*/root/delta", PAGES),
    Endpoint("drive-changes", "site_files", "batch", BATCH, (CHANGES,), says="/delta?"),
    Endpoint("site-news", "site_news", "batch", BATCH, (FIRST, CHANGES)),
    Endpoint(
        "channel-messages",
        "channel_messages",
        "list",
        "/v1.0/teams/*/messages",
        (FIRST, LAST, CHANGES),
        target="channel",
    ),
    Endpoint("chats", "chats", "list", "/v1.0/me/chats", PAGES),
    Endpoint("chat-messages", "chats", "list", "/v1.0/chats/*/messages", (FIRST, LAST, CHANGES), target="chat"),
    Endpoint(
        "group-threads", "group_conversations", "list", "/v1.0/groups/*/threads", (FIRST, CHANGES), target="group"
    ),
    Endpoint("group-posts", "group_conversations", "batch", BATCH, (FIRST,), target="group"),
    Endpoint("intranet-news", "intranet_news", "children", "/api/episerver/*/children", (*PAGES, CHANGES), "cms"),
    Endpoint("staff-disruptions", "disruptions", "children", "/api/episerver/*/children", PAGES, "cms"),
    Endpoint("public-disruptions", "disruptions", "document", "/driftinformation.json", (FIRST, CHANGES), "cms"),
    Endpoint("services", "services", "document", "/tjanster.json", (FIRST, CHANGES), "cms"),
    Endpoint("public-news", "public_news", "rss", "/nyheter-start/rss/", (FIRST, CHANGES), "cms"),
    Endpoint("pictures", "pictures", "picture", "*", PAGES, "cms"),
)
LATER_ENDPOINTS = (Endpoint("remarks", "remarks", "remarks", "/api/dialog/v1/remarks", (FIRST, CHANGES), "cms"),)
"""One that is added comes after all others, so that ``make test`` goes on playing the cells that it has played. The
town's dialogue lives at the origin of its CMS."""
ALL_ENDPOINTS = (*ENDPOINTS, *LATER_ENDPOINTS)
ENDPOINT = {endpoint.id: endpoint for endpoint in ALL_ENDPOINTS}
BUILDS_ON = {
    "site_files": ("sites",),
    "site_news": ("sites",),
    "pictures": ("intranet_news",),
    "channel_messages": ("teams",),
    "chats": ("chats",),
    "group_conversations": ("groups",),
}
"""What must be in the cache for a feed to have something to ask."""
