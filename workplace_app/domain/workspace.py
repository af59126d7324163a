"""Office 365 workspaces: teams with channels, groups, sites, chats, and what is said and filed in them."""

from datetime import datetime
from enum import StrEnum

from workplace_app.domain.frozen import frozen


class WorkspaceKind(StrEnum):
    """What a workspace is."""

    TEAM = "team"
    GROUP = "group"
    SITE = "site"
    CHAT = "chat"


@frozen
class Workspace:
    """One place where people work together. ``id`` is "team:…", "group:…", "site:…" or "chat:…"."""

    id: str
    kind: WorkspaceKind
    title: str
    description: str = ""
    last_activity: datetime | None = None
    address: str | None = None
    members: tuple[str, ...] = ()
    """Display names; only for chats."""


@frozen
class Channel:
    """A channel of a team. ``id`` is "channel:<team>/<channel>"."""

    id: str
    workspace_id: str
    title: str
    description: str = ""
    private: bool = False
    address: str | None = None


@frozen
class Message:
    """A message in a channel or a chat, or a post in a group conversation.

    ``place_id`` is the id of the channel, of the chat's workspace or of the group's workspace; ``thread_id`` the id
    of the message that began the thread (its own id when it did).
    """

    id: str
    workspace_id: str
    place_id: str
    thread_id: str
    author_id: str | None
    author_name: str
    sent: datetime
    text: str
    body_html: str
    changed: datetime | None = None
    subject: str | None = None
    mentions_me: bool = False
    deleted: bool = False
    important: bool = False
    address: str | None = None


@frozen
class SiteFile:
    """A file in a followed site's library. ``id`` is "file:<drive>/<item>"; paths are not known by delta."""

    id: str
    workspace_id: str
    drive_id: str
    name: str
    changed: datetime
    created: datetime | None = None
    changed_by: str | None = None
    changed_by_id: str | None = None
    size_bytes: int = 0
    folder: bool = False
    address: str | None = None
