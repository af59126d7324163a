"""Reads the kept list of what happened in the user's workspaces."""

from datetime import datetime

from workplace_app.domain.as_seen import NotificationAsSeen, NotificationCounts, NotificationGroup
from workplace_app.domain.listing import PAGE_SIZE, Cursor, Listing
from workplace_app.domain.notification import NotificationState
from workplace_app.store.connection_type import Connection


def notifications(
    connection: Connection, state: NotificationState, now: datetime, after: Cursor | None = None, limit: int = PAGE_SIZE
) -> Listing[NotificationAsSeen]:
    """All in one state, the newest first (LATER: the first to come back first); muted ones left out."""
    raise NotImplementedError


def notifications_of(
    connection: Connection,
    workspace_id: str | None,
    state: NotificationState,
    now: datetime,
    after: Cursor | None = None,
    limit: int = PAGE_SIZE,
) -> Listing[NotificationAsSeen]:
    """Those of one workspace, None for those without."""
    raise NotImplementedError


def groups(connection: Connection, state: NotificationState, now: datetime) -> tuple[NotificationGroup, ...]:
    """The workspaces that have notifications in a state, the one with the newest first."""
    raise NotImplementedError


def muted_notifications(
    connection: Connection, now: datetime, after: Cursor | None = None, limit: int = PAGE_SIZE
) -> Listing[NotificationAsSeen]:
    """Open notifications that a mute keeps out of the list, the newest first."""
    raise NotImplementedError


def count_notifications(connection: Connection, now: datetime) -> NotificationCounts:
    """How many there are in each state."""
    raise NotImplementedError


def notification(connection: Connection, notification_id: str, now: datetime) -> NotificationAsSeen | None:
    """One notification."""
    raise NotImplementedError
