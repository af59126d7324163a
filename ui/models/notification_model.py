"""The item model of notifications: what happened, its words, and why it came."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ui.dates import moment_words
from ui.models.row_model import GroupRow, RowModel
from workplace_app.domain.as_seen import NotificationAsSeen
from workplace_app.domain.frozen import frozen
from workplace_app.domain.notification import NotificationKind, NotificationState
from workplace_app.domain.workspace import WorkspaceKind

KIND_ICONS = {
    NotificationKind.MENTION: "mention",
    NotificationKind.CHANNEL_MESSAGE: "chat",
    NotificationKind.CHAT_MESSAGE: "chat",
    NotificationKind.FILE_NEW: "file",
    NotificationKind.FILE_CHANGED: "file",
    NotificationKind.PAGE_NEW: "page",
    NotificationKind.TASK_ASSIGNED: "list-check",
    NotificationKind.INVITATION: "calendar",
    NotificationKind.CONVERSATION: "mail",
}
WORKSPACE_ICONS = {
    WorkspaceKind.TEAM: "people",
    WorkspaceKind.GROUP: "mail",
    WorkspaceKind.SITE: "page",
    WorkspaceKind.CHAT: "chat",
}

translate = QCoreApplication.translate


@frozen
class NotificationRow:
    """A notification as one row shows it."""

    id: str
    seen: NotificationAsSeen
    headline: str
    words: str
    why: str
    when: str

    @property
    def icon(self) -> str:
        """The icon of what happened."""
        return KIND_ICONS[self.seen.notification.kind]

    @property
    def open(self) -> bool:
        """True while nothing has been done with it."""
        return self.seen.state is NotificationState.OPEN


def notification_row(seen: NotificationAsSeen, now: datetime) -> NotificationRow:
    """The row of a notification."""
    about = seen.notification
    return NotificationRow(
        about.id, seen, headline_words(seen), detail_words(seen), why_words(seen), moment_words(about.at, now)
    )


def detail_words(seen: NotificationAsSeen) -> str:
    """The words of what was said, or what it is about where the headline does not say it."""
    about = seen.notification
    if about.kind in (NotificationKind.TASK_ASSIGNED, NotificationKind.INVITATION):
        return " · ".join(part for part in (about.title, about.text) if part)
    if about.kind in (NotificationKind.FILE_NEW, NotificationKind.FILE_CHANGED, NotificationKind.PAGE_NEW):
        return " · ".join(part for part in (about.who, seen.workspace_title) if part)
    return about.text or about.title


def headline_words(seen: NotificationAsSeen) -> str:
    """Who or what, in one line."""
    about = seen.notification
    patterns: dict[NotificationKind, Callable[[], str]] = {
        NotificationKind.MENTION: lambda: translate("NotificationModel", "{who} mentioned you"),
        NotificationKind.CHANNEL_MESSAGE: lambda: translate("NotificationModel", "{who} in {title}"),
        NotificationKind.CHAT_MESSAGE: lambda: "{who}",
        NotificationKind.FILE_NEW: lambda: translate("NotificationModel", "New file: {title}"),
        NotificationKind.FILE_CHANGED: lambda: translate("NotificationModel", "{title} has changed"),
        NotificationKind.PAGE_NEW: lambda: translate("NotificationModel", "New page: {title}"),
        NotificationKind.TASK_ASSIGNED: lambda: translate("NotificationModel", "New task for you"),
        NotificationKind.INVITATION: lambda: translate("NotificationModel", "Invitation from {who}"),
        NotificationKind.CONVERSATION: lambda: translate("NotificationModel", "{who} wrote: {title}"),
    }
    return patterns[about.kind]().format(
        who=about.who or translate("NotificationModel", "Somebody"), title=_place_words(seen)
    )


def _place_words(seen: NotificationAsSeen) -> str:
    """A message without a subject is told by where it was written."""
    return seen.notification.title or seen.workspace_title or translate("NotificationModel", "a workspace")


def why_words(seen: NotificationAsSeen) -> str:
    """The real reason why it came, in one sentence."""
    about = seen.notification
    patterns: dict[NotificationKind, Callable[[], str]] = {
        NotificationKind.MENTION: lambda: translate("NotificationModel", "You are mentioned in {title}"),
        NotificationKind.CHANNEL_MESSAGE: lambda: translate("NotificationModel", "You are a member of the team"),
        NotificationKind.CHAT_MESSAGE: lambda: translate("NotificationModel", "You take part in the chat"),
        NotificationKind.FILE_NEW: lambda: translate("NotificationModel", "You follow the site"),
        NotificationKind.FILE_CHANGED: lambda: translate("NotificationModel", "You follow the site"),
        NotificationKind.PAGE_NEW: lambda: translate("NotificationModel", "You follow the site"),
        NotificationKind.TASK_ASSIGNED: lambda: translate("NotificationModel", "{who} assigned the task to you"),
        NotificationKind.INVITATION: lambda: translate("NotificationModel", "You are invited and have not answered"),
        NotificationKind.CONVERSATION: lambda: translate("NotificationModel", "You are a member of the group"),
    }
    who = about.who or translate("NotificationModel", "Somebody")
    return patterns[about.kind]().format(who=who, title=seen.workspace_title or _place_words(seen))


def workspace_kind_words(kind: WorkspaceKind | None) -> str:
    """What a workspace is called."""
    words: dict[WorkspaceKind, Callable[[], str]] = {
        WorkspaceKind.TEAM: lambda: translate("NotificationModel", "Team"),
        WorkspaceKind.GROUP: lambda: translate("NotificationModel", "Group"),
        WorkspaceKind.SITE: lambda: translate("NotificationModel", "SharePoint site"),
        WorkspaceKind.CHAT: lambda: translate("NotificationModel", "Chat"),
    }
    return words[kind]() if kind is not None else ""


class NotificationModel(RowModel[NotificationRow]):
    """Notifications; ``by_workspace`` puts each workspace's under its heading, if the rows come in that order."""

    def __init__(self, *, by_workspace: bool = False) -> None:
        super().__init__()
        self._by_workspace = by_workspace
        self._counts: dict[str | None, int] = {}

    def set_counts(self, counts: dict[str | None, int]) -> None:
        """How many open notifications each workspace has; told before the rows."""
        self._counts = counts

    def group(self, row: NotificationRow) -> GroupRow | None:
        """The workspace that it came from."""
        if not self._by_workspace:
            return None
        seen = row.seen
        unread = self._counts.get(seen.notification.workspace_id, 0)
        return GroupRow(
            seen.workspace_title or self.tr("Tasks and calendar"),
            icon=WORKSPACE_ICONS[seen.workspace_kind] if seen.workspace_kind else "today",
            kind=workspace_kind_words(seen.workspace_kind),
            note=self.tr("%n unread", "", unread) if unread else "",
        )

    def title(self, row: NotificationRow) -> str:
        """Typing searches what happened."""
        return row.headline

    def spoken(self, row: NotificationRow) -> str:
        """Everything that the row shows."""
        state = self.tr("open") if row.open else ""
        return ", ".join(part for part in (state, row.headline, row.words, row.why, row.when) if part)
