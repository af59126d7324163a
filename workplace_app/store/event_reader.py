"""Reads the user's calendar as they see it: with their own answers and the time that they have taken."""

# ruff: noqa: S608  (put together from the store's own constants)

from datetime import datetime

from workplace_app.domain.as_seen import EventAsSeen
from workplace_app.domain.event import Event, Response
from workplace_app.domain.intent import IntentKind, IntentState
from workplace_app.domain.wishes import ReservedTime, wish_as
from workplace_app.store.connection_type import Connection, Row
from workplace_app.store.fact_tables import EVENTS
from workplace_app.store.moments import LOCAL_ZONE, to_milliseconds

_FIELDS = len(EVENTS.fields)
_SELECT = (
    f"SELECT {EVENTS.selected(instead={'response': 'seen_response'})}, intent_id, intent_state, number "
    "FROM events_as_seen"
)


def events_between(connection: Connection, start: datetime, end: datetime, limit: int = 500) -> tuple[EventAsSeen, ...]:
    """Events that touch the time from ``start`` to ``end``, cancelled ones too; all-day ones lead their day."""
    rows = connection.execute(
        f'{_SELECT} WHERE "start" < ? AND ("end" > ? OR "start" >= ?) ORDER BY "start", "end", number LIMIT ?',
        (to_milliseconds(end), to_milliseconds(start), to_milliseconds(start), limit),
    )
    found = [_seen(row) for row in rows]
    found += [each for each in _reserved(connection) if _touches(each.event, start, end)]
    first = start.astimezone(LOCAL_ZONE).date()
    found.sort(key=lambda each: (each.event.start, each.event.end))
    return tuple(
        sorted(
            found,
            key=lambda each: (max(each.event.start.astimezone(LOCAL_ZONE).date(), first), not each.event.all_day),
        )
    )


def event(connection: Connection, event_id: str) -> EventAsSeen | None:
    """One event."""
    row = connection.execute(f"{_SELECT} WHERE id = ?", (event_id,)).fetchone()
    if row is not None:
        return _seen(row)
    return next((each for each in _reserved(connection) if each.event.id == event_id), None)


def next_event(connection: Connection, now: datetime) -> Event | None:
    """The event that begins next; all-day, cancelled and declined ones are left out."""
    row = connection.execute(
        f"{_SELECT} WHERE \"start\" > ? AND NOT all_day AND NOT cancelled AND seen_response != 'declined' "
        'ORDER BY "start", number LIMIT 1',
        (to_milliseconds(now),),
    ).fetchone()
    coming = [each.event for each in _reserved(connection) if each.event.start > now]
    if row is not None:
        coming.append(EVENTS.fact(row))
    return min(coming, key=lambda each: each.start) if coming else None


def _seen(row: Row) -> EventAsSeen:
    intent_id, state = row[_FIELDS : _FIELDS + 2]
    return EventAsSeen(EVENTS.fact(row), intent_id, IntentState(state) if state else None)


def _reserved(connection: Connection) -> list[EventAsSeen]:
    found = []
    for intent_id, state, answer, payload in connection.execute(
        "SELECT id, state, answer, payload FROM reserved_times"
    ):
        try:
            wish = wish_as(ReservedTime, IntentKind.RESERVE_TIME, payload)
        except ValueError:  # another version of the program has written it; the outbox says so
            continue
        made = Event(answer or f"event:{intent_id}", wish.title, wish.start, wish.end, response=Response.ORGANIZER)
        found.append(EventAsSeen(made, intent_id, IntentState(state)))
    return found


def _touches(made: Event, start: datetime, end: datetime) -> bool:
    return made.start < end and (made.end > start or made.start >= start)
