"""The one kept list of what happened in the user's workspaces, and the rules that derive it from facts."""

from datetime import datetime
from enum import StrEnum

from workplace_app.domain.frozen import frozen


class NotificationKind(StrEnum):
    """What happened."""

    MENTION = "mention"
    CHANNEL_MESSAGE = "channel_message"
    CHAT_MESSAGE = "chat_message"
    FILE_NEW = "file_new"
    FILE_CHANGED = "file_changed"
    PAGE_NEW = "page_new"
    TASK_ASSIGNED = "task_assigned"
    INVITATION = "invitation"
    CONVERSATION = "conversation"


class NotificationState(StrEnum):
    """What the user has done with it."""

    OPEN = "open"
    LATER = "later"
    HANDLED = "handled"


@frozen
class Notification:
    """One thing that happened. ``id`` is derived from what it is about, so that a second derivation is the same row.

    ``workspace_id`` groups it (None: tasks and invitations without a workspace). ``who`` did it, ``title`` is what it
    is about (a task's title, a file's name, a channel's title), ``text`` the words. ``target_id`` is the fact's id.
    The reason why it came follows from ``kind`` and is worded by the screen.
    """

    id: str
    kind: NotificationKind
    workspace_id: str | None
    target_id: str
    who: str
    title: str
    text: str
    at: datetime
    address: str | None = None
