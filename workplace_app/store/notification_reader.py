"""Reads the kept list of what happened in the user's workspaces."""

# ruff: noqa: S608  (put together from the store's own constants)

from collections.abc import Callable
from datetime import datetime
from typing import Any

from workplace_app.domain.as_seen import NotificationAsSeen, NotificationCounts, NotificationGroup
from workplace_app.domain.listing import PAGE_SIZE, Cursor, Listing
from workplace_app.domain.notification import NotificationState
from workplace_app.domain.workspace import WorkspaceKind
from workplace_app.store.connection_type import Connection, Row
from workplace_app.store.fact_tables import NOTIFICATIONS
from workplace_app.store.keyset import listed
from workplace_app.store.moments import FOREVER, maybe_moment, to_milliseconds, to_moment

OPEN = "(mark IS NULL OR (mark = 'later' AND until <= :now))"
_IN_STATE = {
    NotificationState.OPEN: OPEN,
    NotificationState.LATER: "(mark = 'later' AND until > :now)",
    NotificationState.HANDLED: "mark = 'handled'",
}
_NEWEST_FIRST = {
    NotificationState.OPEN: '"at"',
    NotificationState.LATER: "-until",
    NotificationState.HANDLED: "marked_at",
}
"""What each state's list is ordered by, the greatest first."""

_FIELDS = len(NOTIFICATIONS.fields)
_COLUMNS = f"{NOTIFICATIONS.selected('seen.')}, mark, until, muted, place.title, place.kind"
_FROM = "FROM notifications_as_seen AS seen LEFT JOIN main.workspaces AS place ON place.id = seen.workspace_id"


def notifications(
    connection: Connection, state: NotificationState, now: datetime, after: Cursor | None = None, limit: int = PAGE_SIZE
) -> Listing[NotificationAsSeen]:
    """All in one state, the newest first (LATER: the first to come back first); muted ones left out."""
    return _listed(connection, f"{_IN_STATE[state]} AND NOT muted", _NEWEST_FIRST[state], {}, now, after, limit)


def notifications_of(
    connection: Connection,
    workspace_id: str | None,
    state: NotificationState,
    now: datetime,
    after: Cursor | None = None,
    limit: int = PAGE_SIZE,
) -> Listing[NotificationAsSeen]:
    """Those of one workspace, None for those without."""
    condition = f"seen.workspace_id IS :workspace AND {_IN_STATE[state]} AND NOT muted"
    return _listed(connection, condition, _NEWEST_FIRST[state], {"workspace": workspace_id}, now, after, limit)


def groups(connection: Connection, state: NotificationState, now: datetime) -> tuple[NotificationGroup, ...]:
    """The workspaces that have notifications in a state, the one with the newest first."""
    rows = connection.execute(
        "SELECT grouped.workspace_id, place.title, place.kind, grouped.number_of, grouped.newest FROM ("
        '    SELECT workspace_id, COUNT(*) AS number_of, MAX("at") AS newest FROM notifications_as_seen '
        f"    WHERE {_IN_STATE[state]} AND NOT muted GROUP BY workspace_id) AS grouped "
        "LEFT JOIN main.workspaces AS place ON place.id = grouped.workspace_id "
        "ORDER BY grouped.newest DESC, grouped.workspace_id",
        {"now": to_milliseconds(now)},
    )
    return tuple(
        NotificationGroup(workspace_id, title, WorkspaceKind(kind) if kind else None, count, to_moment(newest))
        for workspace_id, title, kind, count, newest in rows
    )


def count_notifications(connection: Connection, now: datetime) -> NotificationCounts:
    """How many there are in each state."""
    row = connection.execute(
        f"SELECT COUNT(*) FILTER (WHERE NOT muted AND {OPEN}), "
        f"COUNT(*) FILTER (WHERE NOT muted AND {_IN_STATE[NotificationState.LATER]}), "
        f"COUNT(*) FILTER (WHERE NOT muted AND {_IN_STATE[NotificationState.HANDLED]}), "
        f"COUNT(*) FILTER (WHERE muted AND {OPEN}) FROM notifications_as_seen",
        {"now": to_milliseconds(now)},
    ).fetchone()
    return NotificationCounts(*row) if row else NotificationCounts()


def notification(connection: Connection, notification_id: str, now: datetime) -> NotificationAsSeen | None:
    """One notification."""
    row = connection.execute(f"SELECT {_COLUMNS} {_FROM} WHERE seen.id = ?", (notification_id,)).fetchone()
    return None if row is None else _as_seen_at(to_milliseconds(now))(row)


def _listed(
    connection: Connection,
    condition: str,
    order: str,
    parameters: dict[str, Any],
    now: datetime,
    after: Cursor | None,
    limit: int,
) -> Listing[NotificationAsSeen]:
    start = after.keys if after else (FOREVER, FOREVER)
    moment = to_milliseconds(now)
    rows = connection.execute(
        f"SELECT {_COLUMNS}, {order}, seen.number {_FROM} WHERE {condition} "
        f"AND ({order}, seen.number) < (:first, :second) ORDER BY {order} DESC, seen.number DESC LIMIT :limit",
        {**parameters, "now": moment, "first": start[0], "second": start[1], "limit": limit + 1},
    ).fetchall()
    return listed(rows, limit, _as_seen_at(moment), keys=2)


def _as_seen_at(moment: int) -> Callable[[Row], NotificationAsSeen]:
    def read(row: Row) -> NotificationAsSeen:
        mark, until, muted, title, kind = row[_FIELDS : _FIELDS + 5]
        state = NotificationState(mark) if mark else NotificationState.OPEN
        if state is NotificationState.LATER and until <= moment:
            state = NotificationState.OPEN
        return NotificationAsSeen(
            notification=NOTIFICATIONS.fact(row),
            state=state,
            until=maybe_moment(until),
            muted=bool(muted),
            workspace_title=title,
            workspace_kind=WorkspaceKind(kind) if kind else None,
        )

    return read
