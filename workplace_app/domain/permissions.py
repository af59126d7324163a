"""Every delegated Graph permission that the program uses, once: what is asked for, checked and documented comes from
here.

Names, GUIDs, whether an administrator must agree and what allows the same and more are Microsoft's permission reference
(v1.0, August 2026), with which a test compares them; the operations' least permissions are those of the API reference.
"""

from workplace_app.domain.intent import IntentKind
from workplace_app.domain.permission import Narrower, Permission

_EVERYBODY = ("Directory.Read.All", "Directory.ReadWrite.All")
_GROUPS = ("Group.Read.All", "Group.ReadWrite.All")
_NO_BASIC_GROUPS = Narrower(
    "GroupMember.ReadBasic.All", "stands in Microsoft's tables but is not offered to be agreed to (August 2026)"
)

PERMISSIONS: tuple[Permission, ...] = (
    Permission(
        "User.Read",
        "e1fe6dd8-ba31-4d61-89e7-88639da4683d",
        admin_consent=False,
        purpose="Sign-in, and the user's own name, title and unit: they decide which tools and news concern the user.",
        without="Nobody can sign in; the app shows public services and news only.",
        requests=("GET /me",),
        feeds=("profile",),
        wider=("User.ReadWrite", "User.ReadBasic.All", "User.Read.All", "User.ReadWrite.All", *_EVERYBODY),
        although="It is what the sign-in itself stands on, whatever else IT says no to.",
    ),
    Permission(
        "User.ReadBasic.All",
        "b340eb25-3456-403f-be2f-af7a0d370277",
        admin_consent=False,
        purpose="Names and addresses of colleagues: the directory, and who has given whom a task.",
        without="The directory is empty without User.Read.All too, and tasks do not say who gave them.",
        requests=("GET /users", "GET /users/{user-id}"),
        feeds=("people", "planner"),
        narrower=(Narrower("User.Read", "shows nobody but the user"),),
        wider=("User.Read.All", "User.ReadWrite.All", *_EVERYBODY),
        although="It keeps the names where IT says no to User.Read.All.",
    ),
    Permission(
        "User.Read.All",
        "a154be20-db9c-4678-8ab7-66f6cc099a59",
        admin_consent=True,
        purpose="Title, unit, office and telephone of colleagues, and who the user's manager is.",
        without="The directory shows names and mail addresses only, and the user's page names no manager.",
        requests=("GET /users", "GET /me/manager"),
        feeds=("people", "profile"),
        narrower=(Narrower("User.ReadBasic.All", "gives neither unit nor telephone, and no manager"),),
        wider=("User.ReadWrite.All", *_EVERYBODY),
    ),
    Permission(
        "GroupMember.Read.All",
        "bc024368-1153-4739-b217-4326f2e966d0",
        admin_consent=True,
        purpose="The names of the groups that the user belongs to: workspaces, and news for a group.",
        without="Groups are missing among the workspaces. Teams, sites and chats are there.",
        requests=("GET /me/memberOf/microsoft.graph.group", "GET /me/memberOf"),
        feeds=("groups", "profile"),
        narrower=(Narrower("User.Read", "lists the memberships with empty names"), _NO_BASIC_GROUPS),
        wider=(*_GROUPS, *_EVERYBODY),
    ),
    Permission(
        "Tasks.ReadWrite",
        "2219042f-cab5-40cc-b0d2-16b1540b4c5f",
        admin_consent=False,
        purpose="The user's tasks in Planner and To Do: to be read, ticked, moved to another day, and made.",
        without="There are no tasks from Planner and To Do, and none can be made or ticked.",
        requests=(
            "GET /me/planner/tasks",
            "GET /planner/tasks/{plannerTask-id}",
            "GET /planner/tasks/{plannerTask-id}/details",
            "GET /planner/plans/{plannerPlan-id}",
            "GET /planner/plans/{plannerPlan-id}/buckets",
            "PATCH /planner/tasks/{plannerTask-id}",
            "GET /me/todo/lists/delta",
            "GET /me/todo/lists",
            "GET /me/todo/lists/{todoTaskList-id}/tasks",
            "GET /me/todo/lists/{todoTaskList-id}/tasks/delta",
            "GET /me/todo/lists/{todoTaskList-id}/tasks/{todoTask-id}",
            "PATCH /me/todo/lists/{todoTaskList-id}/tasks/{todoTask-id}",
            "POST /me/todo/lists/{todoTaskList-id}/tasks",
        ),
        feeds=("planner", "todo"),
        wishes=(
            IntentKind.COMPLETE_TASK,
            IntentKind.REOPEN_TASK,
            IntentKind.CHANGE_DUE,
            IntentKind.CREATE_TASK,
            IntentKind.COMMENT_TASK,
        ),
        narrower=(Narrower("Tasks.Read", "ticks nothing, and gives no changes of To Do, which Graph ties to writing"),),
    ),
    Permission(
        "Calendars.ReadWrite",
        "1ec239c2-d7c9-4623-a91a-a9775856bb36",
        admin_consent=False,
        purpose="The user's own calendar: to read it, answer invitations, and take and give back time of one's own.",
        without="The day has no calendar. With Calendars.Read in its place it is shown but not answered.",
        requests=(
            "GET /me/calendarView/delta",
            "GET /me/events/{event-id}",
            "GET /me/events",
            "POST /me/events",
            "DELETE /me/events/{event-id}",
            "POST /me/events/{event-id}/accept",
            "POST /me/events/{event-id}/decline",
            "POST /me/events/{event-id}/tentativelyAccept",
        ),
        feeds=("calendar",),
        wishes=(IntentKind.ANSWER_INVITATION, IntentKind.RESERVE_TIME, IntentKind.GIVE_TIME_BACK),
        narrower=(
            Narrower("Calendars.ReadBasic", "gives no changes, so that the whole calendar would be read each time"),
            Narrower("Calendars.Read", "answers no invitation"),
        ),
    ),
    Permission(
        "Mail.ReadBasic",
        "a4b8392a-d8d1-4954-a029-8e668a39a170",
        admin_consent=False,
        purpose="The number of unread messages, and subject and sender of flagged mail. Never a message's text.",
        without="Flagged mail is missing among the tasks, and unread mail is not counted.",
        requests=("GET /me/mailFolders/{mailFolder-id}", "GET /me/messages"),
        feeds=("mail",),
        wider=("Mail.Read", "Mail.ReadWrite"),
    ),
    Permission(
        "Mail.ReadWrite",
        "024d486e-b451-40bb-833d-3e66d98c5c73",
        admin_consent=False,
        purpose="To tick flagged mail off, and move its day.",
        without="Flagged mail is ticked off in Outlook; in the outbox the wish says what IT would have to give.",
        requests=("GET /me/messages/{message-id}", "PATCH /me/messages/{message-id}"),
        wishes=(IntentKind.COMPLETE_TASK, IntentKind.REOPEN_TASK, IntentKind.CHANGE_DUE),
        narrower=(Narrower("Mail.ReadBasic", "changes nothing"), Narrower("Mail.Read", "changes nothing")),
        asked=False,
    ),
    Permission(
        "Team.ReadBasic.All",
        "485be79e-c497-4b35-9400-0e3fa7f2a5d4",
        admin_consent=False,
        purpose="The names of the teams that the user belongs to.",
        without="Teams are missing among the workspaces.",
        requests=("GET /me/joinedTeams",),
        feeds=("teams",),
        wider=(
            "TeamSettings.Read.All",
            "TeamSettings.ReadWrite.All",
            "User.Read.All",
            "User.ReadWrite.All",
            *_EVERYBODY,
        ),
        although="It keeps the teams where IT says no to User.Read.All.",
    ),
    Permission(
        "Channel.ReadBasic.All",
        "9d8982ae-4365-4f57-95e9-d6032a4c0b87",
        admin_consent=False,
        purpose="The names of the channels of these teams.",
        without="Teams are there without their channels; channels that are known already stay.",
        requests=("GET /teams/{team-id}/channels",),
        feeds=("teams",),
        wider=("ChannelSettings.Read.All", "ChannelSettings.ReadWrite.All", *_GROUPS, *_EVERYBODY),
    ),
    Permission(
        "ChannelMessage.Read.All",
        "767156cb-16ae-4d10-8f8b-41b657c8c8c8",
        admin_consent=True,
        purpose="What is said in a channel, when the user opens it; and whether a reply has arrived already.",
        without="Channels are listed, and say that IT has not let the app read them.",
        requests=(
            "GET /teams/{team-id}/channels/{channel-id}/messages",
            "GET /teams/{team-id}/channels/{channel-id}/messages/{chatMessage-id}/replies",
        ),
        feeds=("channel_messages",),
        wishes=(IntentKind.REPLY,),
        wider=_GROUPS,
    ),
    Permission(
        "ChannelMessage.Send",
        "ebf0f66e-9fb1-49e4-a278-222f76911cf4",
        admin_consent=False,
        purpose="The user's reply in a channel, as the user.",
        without="A reply stays with its words in the outbox, which says what IT has to give.",
        requests=("POST /teams/{team-id}/channels/{channel-id}/messages/{chatMessage-id}/replies",),
        wishes=(IntentKind.REPLY,),
        wider=("Group.ReadWrite.All",),
    ),
    Permission(
        "Chat.Read",
        "f501c180-9344-439a-bca0-6cbf209fd270",
        admin_consent=False,
        purpose="The user's chats and what is said there, when the user opens them.",
        without="Chats are missing among the workspaces.",
        requests=("GET /me/chats", "GET /chats/{chat-id}/messages"),
        feeds=("chats",),
        wishes=(IntentKind.REPLY,),
        narrower=(Narrower("Chat.ReadBasic", "lists the chats but not what is said in them"),),
        wider=("Chat.ReadWrite",),
    ),
    Permission(
        "ChatMessage.Send",
        "116b7235-7cc6-461e-b163-8e55691d839e",
        admin_consent=False,
        purpose="The user's reply in a chat, as the user.",
        without="A reply stays with its words in the outbox, which says what IT has to give.",
        requests=("POST /chats/{chat-id}/messages",),
        wishes=(IntentKind.REPLY,),
        wider=("Chat.ReadWrite", "Group.ReadWrite.All"),
    ),
    Permission(
        "Sites.Read.All",
        "205e70e5-aba6-4c52-a976-6d2d46c48043",
        admin_consent=False,
        purpose="The sites that the user follows, their news and the names of their changed files. No file is opened.",
        without="Sites, their news and their files are missing.",
        requests=(
            "GET /me/followedSites",
            "GET /sites/{site-id}/drives",
            "GET /drives/{drive-id}/root/delta",
            "GET /sites/{site-id}/pages/microsoft.graph.sitePage",
            "GET /sites/{site-id}/pages/{baseSitePage-id}/microsoft.graph.sitePage",
        ),
        feeds=("sites", "site_files", "site_news"),
        narrower=(
            Narrower("Sites.Selected", "holds for sites that IT names one by one, not for those that the user follows"),
            Narrower("Files.Read", "shows the user's own files only, and neither sites nor their news"),
            Narrower("Files.Read.All", "shows neither followed sites nor news, and adds nothing beside this one"),
        ),
        wider=("Sites.ReadWrite.All",),
    ),
    Permission(
        "Group-Conversation.Read.All",
        "c92fbbc2-50e0-4842-93ef-385c3293ea3d",
        admin_consent=True,
        purpose="What is said in a group's conversations, when the user opens them.",
        without="Groups are listed, and say that IT has not let the app read them.",
        requests=(
            "GET /groups/{group-id}/threads",
            "GET /groups/{group-id}/threads/{conversationThread-id}/posts",
        ),
        feeds=("group_conversations",),
        wider=("Group-Conversation.ReadWrite.All", *_GROUPS),
        although="It keeps the reading where IT says no to the writing.",
    ),
    Permission(
        "Group-Conversation.ReadWrite.All",
        "302bcbb5-855a-4e49-ae20-94a331b0281e",
        admin_consent=True,
        purpose="Comments on Planner tasks: Planner keeps them as a conversation of the plan's group.",
        without="A comment stays with its words in the outbox, which says what IT has to give.",
        requests=(
            "POST /groups/{group-id}/threads",
            "POST /groups/{group-id}/threads/{conversationThread-id}/reply",
            "GET /groups/{group-id}/threads/{conversationThread-id}",
            "GET /groups/{group-id}/threads/{conversationThread-id}/posts",
        ),
        wishes=(IntentKind.COMMENT_TASK,),
        narrower=(Narrower("Group-Conversation.Read.All", "says nothing"),),
        wider=("Group.ReadWrite.All",),
    ),
)
"""In the order in which staff would miss them: who one is, what waits, what is on, then the rest."""

_BY_SCOPE = {permission.scope.casefold(): permission for permission in PERMISSIONS}


def permission_of(scope: str) -> Permission | None:
    """What is said of a scope, whatever its letters' case; None for one that the program does not know."""
    return _BY_SCOPE.get(scope.casefold())


def is_covered(scope: str, granted: frozenset[str]) -> bool:
    """True when ``granted`` (in lower case, without the resource before their names) holds the scope or a wider one."""
    permission = permission_of(scope)
    wider = () if permission is None else permission.wider
    return any(each.casefold() in granted for each in (scope, *wider))
