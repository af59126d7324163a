"""Reads the user's calendar."""

# ruff: noqa: S608  (put together from the store's own constants)

from datetime import datetime

from workplace_app.domain.event import Event
from workplace_app.store.connection_type import Connection
from workplace_app.store.fact_tables import EVENTS
from workplace_app.store.moments import LOCAL_ZONE, to_milliseconds

_SELECT = f"SELECT {EVENTS.selected()} FROM main.events"


def events_between(connection: Connection, start: datetime, end: datetime, limit: int = 500) -> tuple[Event, ...]:
    """Events that touch the time from ``start`` to ``end``, cancelled ones too; all-day ones lead their day."""
    rows = connection.execute(
        f'{_SELECT} WHERE "start" < ? AND ("end" > ? OR "start" >= ?) ORDER BY "start", "end", number LIMIT ?',
        (to_milliseconds(end), to_milliseconds(start), to_milliseconds(start), limit),
    )
    events = EVENTS.facts(rows)
    first = start.astimezone(LOCAL_ZONE).date()
    return tuple(
        sorted(events, key=lambda each: (max(each.start.astimezone(LOCAL_ZONE).date(), first), not each.all_day))
    )


def event(connection: Connection, event_id: str) -> Event | None:
    """One event."""
    row = connection.execute(f"{_SELECT} WHERE id = ?", (event_id,)).fetchone()
    return EVENTS.fact(row) if row else None


def next_event(connection: Connection, now: datetime) -> Event | None:
    """The event that begins next; all-day, cancelled and declined ones are left out."""
    row = connection.execute(
        f"{_SELECT} WHERE \"start\" > ? AND NOT all_day AND NOT cancelled AND response != 'declined' "
        'ORDER BY "start", number LIMIT 1',
        (to_milliseconds(now),),
    ).fetchone()
    return EVENTS.fact(row) if row else None
