"""Reads workspaces with the user's choices and unread counts, and their channels."""

# ruff: noqa: S608  (put together from the store's own constants)

import json
from datetime import datetime

from workplace_app.domain.as_seen import WorkspaceAsSeen
from workplace_app.domain.listing import PAGE_SIZE, Cursor, Listing
from workplace_app.domain.workspace import Channel, Workspace, WorkspaceKind
from workplace_app.store.connection_type import Connection, Row
from workplace_app.store.fact_tables import CHANNELS, WORKSPACES
from workplace_app.store.keyset import listed
from workplace_app.store.moments import FOREVER, to_milliseconds
from workplace_app.store.notification_reader import OPEN
from workplace_app.store.swedish_order import sort_key

_FIELDS = len(WORKSPACES.fields)
_COLUMNS = f"{WORKSPACES.selected('seen.')}, seen.favourite, seen.muted, COALESCE(waiting.number_of, 0)"
_FROM = (
    "FROM workspaces_as_seen AS seen LEFT JOIN ("
    f"SELECT workspace_id, COUNT(*) AS number_of FROM notifications_as_seen WHERE {OPEN} AND NOT muted "
    "GROUP BY workspace_id) AS waiting ON waiting.workspace_id = seen.id"
)
_ORDER = f"COALESCE(seen.favourite, {FOREVER}), -seen.active, seen.number"
_GENERAL = frozenset({"general", "allmänt"})


def workspaces(
    connection: Connection,
    now: datetime,
    kinds: frozenset[WorkspaceKind] | None = None,
    after: Cursor | None = None,
    limit: int = PAGE_SIZE,
) -> Listing[WorkspaceAsSeen]:
    """Favourites first in the user's order, then by last activity."""
    start = after.keys if after else (-1, 0, 0)
    rows = connection.execute(
        f"SELECT {_COLUMNS}, {_ORDER} {_FROM} WHERE seen.kind IN (SELECT value FROM json_each(:kinds)) "
        f"AND ({_ORDER}) > (:first, :second, :third) ORDER BY {_ORDER} LIMIT :limit",
        {
            "now": to_milliseconds(now),
            "kinds": json.dumps([kind.value for kind in kinds or WorkspaceKind]),
            "first": start[0],
            "second": start[1],
            "third": start[2],
            "limit": limit + 1,
        },
    ).fetchall()
    return listed(rows, limit, _as_seen, keys=3)


def workspace(connection: Connection, workspace_id: str, now: datetime) -> WorkspaceAsSeen | None:
    """One workspace."""
    row = connection.execute(
        f"SELECT {_COLUMNS} {_FROM} WHERE seen.id = :id", {"id": workspace_id, "now": to_milliseconds(now)}
    ).fetchone()
    return _as_seen(row) if row else None


def cached_workspaces(connection: Connection, kind: WorkspaceKind) -> tuple[Workspace, ...]:
    """All workspaces of a kind as their source described them, in its order: what other feeds build on."""
    rows = connection.execute(
        f"SELECT {WORKSPACES.selected()} FROM main.workspaces WHERE kind = ? ORDER BY number", (kind.value,)
    )
    return WORKSPACES.facts(rows)


def channels(connection: Connection, workspace_id: str) -> tuple[Channel, ...]:
    """A team's channels, the general one first, then A to Ö."""
    rows = connection.execute(
        f"SELECT {CHANNELS.selected()} FROM main.channels WHERE workspace_id = ? ORDER BY number", (workspace_id,)
    )
    return tuple(
        sorted(CHANNELS.facts(rows), key=lambda each: (each.title.lower() not in _GENERAL, sort_key(each.title)))
    )


def channel(connection: Connection, channel_id: str) -> Channel | None:
    """One channel."""
    row = connection.execute(f"SELECT {CHANNELS.selected()} FROM main.channels WHERE id = ?", (channel_id,)).fetchone()
    return CHANNELS.fact(row) if row else None


def _as_seen(row: Row) -> WorkspaceAsSeen:
    favourite, muted, unread = row[_FIELDS : _FIELDS + 3]
    return WorkspaceAsSeen(WORKSPACES.fact(row), favourite is not None, bool(muted), unread)
