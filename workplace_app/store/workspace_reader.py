"""Reads workspaces with the user's choices and unread counts, and their channels."""

from datetime import datetime

from workplace_app.domain.as_seen import WorkspaceAsSeen
from workplace_app.domain.listing import PAGE_SIZE, Cursor, Listing
from workplace_app.domain.workspace import Channel, WorkspaceKind
from workplace_app.store.connection_type import Connection


def workspaces(
    connection: Connection,
    now: datetime,
    kinds: frozenset[WorkspaceKind] | None = None,
    after: Cursor | None = None,
    limit: int = PAGE_SIZE,
) -> Listing[WorkspaceAsSeen]:
    """Favourites first in the user's order, then by last activity."""
    raise NotImplementedError


def workspace(connection: Connection, workspace_id: str, now: datetime) -> WorkspaceAsSeen | None:
    """One workspace."""
    raise NotImplementedError


def channels(connection: Connection, workspace_id: str) -> tuple[Channel, ...]:
    """A team's channels A to Ö, "General" being its first by the order of the source."""
    raise NotImplementedError


def channel(connection: Connection, channel_id: str) -> Channel | None:
    """One channel."""
    raise NotImplementedError
