"""What staff lose without each permission, in words that can be translated; in English they are the table's own."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

_LOST: dict[str, Callable[[], str]] = {
    "User.Read": lambda: translate("permissions", "Nobody can sign in; the app shows public services and news only."),
    "User.ReadBasic.All": lambda: translate(
        "permissions", "The directory is empty without User.Read.All too, and tasks do not say who gave them."
    ),
    "User.Read.All": lambda: translate(
        "permissions", "The directory shows names and mail addresses only, and the user's page names no manager."
    ),
    "GroupMember.Read.All": lambda: translate(
        "permissions", "Groups are missing among the workspaces. Teams, sites and chats are there."
    ),
    "Tasks.ReadWrite": lambda: translate(
        "permissions", "There are no tasks from Planner and To Do, and none can be made or ticked."
    ),
    "Calendars.ReadWrite": lambda: translate(
        "permissions", "The day has no calendar. With Calendars.Read in its place it is shown but not answered."
    ),
    "Mail.ReadBasic": lambda: translate(
        "permissions", "Flagged mail is missing among the tasks, and unread mail is not counted."
    ),
    "Mail.ReadWrite": lambda: translate(
        "permissions", "Flagged mail is ticked off in Outlook; in the outbox the wish says what IT would have to give."
    ),
    "Team.ReadBasic.All": lambda: translate("permissions", "Teams are missing among the workspaces."),
    "Channel.ReadBasic.All": lambda: translate(
        "permissions", "Teams are there without their channels; channels that are known already stay."
    ),
    "ChannelMessage.Read.All": lambda: translate(
        "permissions", "Channels are listed, and say that IT has not let the app read them."
    ),
    "ChannelMessage.Send": lambda: translate(
        "permissions", "A reply stays with its words in the outbox, which says what IT has to give."
    ),
    "Chat.Read": lambda: translate("permissions", "Chats are missing among the workspaces."),
    "ChatMessage.Send": lambda: translate(
        "permissions", "A reply stays with its words in the outbox, which says what IT has to give."
    ),
    "Sites.Read.All": lambda: translate("permissions", "Sites, their news and their files are missing."),
    "Group-Conversation.Read.All": lambda: translate(
        "permissions", "Groups are listed, and say that IT has not let the app read them."
    ),
    "Group-Conversation.ReadWrite.All": lambda: translate(
        "permissions", "A comment stays with its words in the outbox, which says what IT has to give."
    ),
}


def lost_without(scope: str) -> str:
    """What is lost; "" for a permission that the program does not know, as a configuration may name."""
    words = _LOST.get(scope)
    return words() if words is not None else ""
