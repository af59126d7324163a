"""Which delegated scope a Graph request needs, after Microsoft's permission reference (v1.0, August 2026)."""

import re
from dataclasses import dataclass

from starlette.responses import JSONResponse, Response


@dataclass(frozen=True, slots=True)
class Need:
    """Requests whose method and path match need one of ``scopes``; ``code`` and ``words`` tell when none is there.

    Each workload words its refusal in its own way, Planner with an empty code.
    """

    methods: frozenset[str]
    path: re.Pattern[str]
    scopes: tuple[str, ...]
    code: str = "Authorization_RequestDenied"
    words: str = "Insufficient privileges to complete the operation."


_READ = frozenset({"GET", "HEAD"})
_WRITE = frozenset({"POST", "PATCH", "PUT", "DELETE"})
_ANY = _READ | _WRITE
_OUTLOOK = ("ErrorAccessDenied", "Access is denied. Check credentials and try again.")
_TEAMS = ("Forbidden", "Missing scope permissions on the request.")
_PLANNER = ("", "You do not have the required permissions to access this item.")
_FILES = ("accessDenied", "Access denied")


def _need(methods: frozenset[str], path: str, *scopes: str, told: tuple[str, str] | None = None) -> Need:
    pattern = re.compile(f"/v1\\.0/(?:{path})", re.IGNORECASE)
    return Need(methods, pattern, scopes, *told) if told else Need(methods, pattern, scopes)


_OWN_ROOT = r"(?:me/drives?)"
_DRIVES = r"(?:(?:sites|groups)/[^/]+/drives?|drives/[^/]+|me/drives?|teams/[^/]+/channels/[^/]+/filesFolder)(?:/.*)?"
_MESSAGES = r"teams/[^/]+/channels/[^/]+/messages(?:/.*)?"
_CHANNELS = r"teams/[^/]+/(?:channels|allChannels|incomingChannels|primaryChannel)(?:/[^/]+)?"
_ONE_GROUPS_CALENDAR = r"groups/[^/]+/calendarView(?:/.*)?"

NEEDS: tuple[Need, ...] = (
    # people
    _need(_READ, r"(?:me|users/[^/]+)/manager", "User.Read.All"),
    _need(_READ, r"users/delta(?:\(\))?", "User.Read.All"),
    _need(_READ, r"(?:me|users/[^/]+)/photos?(?:/.*)?", "User.Read", "User.ReadBasic.All", "ProfilePhoto.Read.All"),
    _need(_READ, r"users/[^/]+/presence", "Presence.Read", "Presence.Read.All"),
    _need(_READ, r"users/[^/]+", "User.Read", "User.ReadBasic.All", "User.Read.All"),
    _need(_READ, r"users(?:/.*)?", "User.ReadBasic.All", "User.Read.All"),
    _need(_READ, r"me/transitiveMemberOf(?:/.*)?", "User.Read", "GroupMember.Read.All", "User.Read.All"),
    _need(_READ, r"me/memberOf(?:/.*)?", "User.Read", "GroupMember.Read.All"),
    _need(_READ, r"me/directReports|organization(?:/[^/]+)?", "User.Read", "User.Read.All"),
    _need(_READ, r"me/mailboxSettings", "MailboxSettings.Read", told=_OUTLOOK),
    _need(_READ, r"me/people", "People.Read"),
    _need(_READ, r"me/presence", "Presence.Read", "Presence.Read.All"),
    _need(_ANY, r"communications/.*", "Presence.Read.All"),
    # calendar, mail and tasks
    _need(
        _READ,
        r"me/(?:calendar|calendars|calendarView|events)(?:/.*)?",
        "Calendars.Read",
        "Calendars.ReadWrite",
        told=_OUTLOOK,
    ),
    _need(_WRITE, r"me/(?:calendar|calendars|events)(?:/.*)?", "Calendars.ReadWrite", told=_OUTLOOK),
    _need(
        _READ, r"me/(?:messages|mailFolders)(?:/.*)?", "Mail.ReadBasic", "Mail.Read", "Mail.ReadWrite", told=_OUTLOOK
    ),
    _need(_WRITE, r"me/(?:messages|mailFolders)(?:/.*)?", "Mail.ReadWrite", told=_OUTLOOK),
    _need(_READ, r"me/todo/lists(?:/[^/]+/tasks)?/delta(?:\(\))?", "Tasks.ReadWrite", told=_OUTLOOK),
    _need(_READ, r"me/todo(?:/.*)?", "Tasks.ReadWrite", "Tasks.Read", told=_OUTLOOK),
    _need(_WRITE, r"me/todo(?:/.*)?", "Tasks.ReadWrite", told=_OUTLOOK),
    _need(
        _READ, r"(?:me/planner|planner|groups/[^/]+/planner)(?:/.*)?", "Tasks.ReadWrite", "Tasks.Read", told=_PLANNER
    ),
    _need(_WRITE, r"planner(?:/.*)?", "Tasks.ReadWrite", told=_PLANNER),
    # teams and chats
    _need(_READ, _MESSAGES, "ChannelMessage.Read.All", told=_TEAMS),
    _need(_WRITE, _MESSAGES, "ChannelMessage.Send", told=_TEAMS),
    _need(_READ, r"teams/[^/]+/members", "TeamMember.Read.All", told=_TEAMS),
    _need(_READ, r"teams/[^/]+/channels/[^/]+/members", "ChannelMember.Read.All", told=_TEAMS),
    _need(_READ, r"teams/[^/]+/channels/[^/]+/tabs", "TeamsTab.Read.All", told=_TEAMS),
    _need(_READ, _OWN_ROOT, "Files.Read.All", "Sites.Read.All", "User.Read", told=_FILES),
    _need(_READ, _DRIVES, "Files.Read.All", "Sites.Read.All", told=_FILES),
    _need(_READ, r"me/joinedTeams", "Team.ReadBasic.All", "User.Read.All", told=_TEAMS),
    _need(_READ, r"me/teamwork/associatedTeams|teams/[^/]+", "Team.ReadBasic.All", told=_TEAMS),
    _need(_READ, _CHANNELS, "Channel.ReadBasic.All", told=_TEAMS),
    _need(_READ, r"(?:me/)?chats(?:/.*)?", "Chat.Read", "Chat.ReadWrite", told=_TEAMS),
    _need(_WRITE, r"chats/[^/]+/messages", "ChatMessage.Send", "Chat.ReadWrite", told=_TEAMS),
    _need(_WRITE, r"chats/.*", "Chat.ReadWrite", told=_TEAMS),
    # groups and sites
    _need(
        _READ,
        r"groups/[^/]+/(?:threads|conversations)(?:/.*)?",
        "Group-Conversation.Read.All",
        "Group-Conversation.ReadWrite.All",
    ),
    _need(
        _WRITE,
        r"groups/[^/]+/(?:threads|conversations)(?:/.*)?",
        "Group-Conversation.ReadWrite.All",
        "Group.ReadWrite.All",
    ),
    _need(_READ, r"groups/[^/]+/photo(?:/.*)?", "ProfilePhoto.Read.All"),
    _need(_READ, _ONE_GROUPS_CALENDAR, "Group.Read.All", "Calendars.Read", "Calendars.ReadWrite", told=_OUTLOOK),
    _need(_READ, r"groups/[^/]+/(?:events|team)(?:/.*)?", "Group.Read.All"),
    _need(_READ, r"me/followedSites|(?:groups/[^/]+/)?sites(?:/.*)?|me/insights/.*", "Sites.Read.All", told=_FILES),
    _need(_READ, r"groups(?:/.*)?", "GroupMember.Read.All"),
    # several at once
    _need(_ANY, r"search/query", "Mail.Read", "Calendars.Read", "Chat.Read", "Files.Read.All", "Sites.Read.All"),
    _need(_ANY, r"\$batch", told=_TEAMS),
    _need(_ANY, r".*", "User.Read", "User.ReadBasic.All", "User.Read.All"),
)
"""The first that matches decides."""


def refusal(method: str, path: str, scopes: frozenset[str]) -> Response | None:
    """The 403 that the request earns, or None when the scopes suffice. ``$batch`` itself needs none."""
    for need in NEEDS:
        if method in need.methods and need.path.fullmatch(path):
            held = {scope.casefold() for scope in scopes}
            if not need.scopes or any(scope.casefold() in held for scope in need.scopes):
                return None
            words = need.words
            if need.code == _TEAMS[0]:
                words = (
                    f"{words} API requires one of '{', '.join(need.scopes)}'. Scopes: '{', '.join(sorted(scopes))}'."
                )
            return JSONResponse({"error": {"code": need.code, "message": words}}, 403, {"Cache-Control": "no-store"})
    return None
