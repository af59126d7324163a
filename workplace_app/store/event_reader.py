"""Reads the user's calendar."""

from datetime import datetime

from workplace_app.domain.event import Event
from workplace_app.store.connection_type import Connection


def events_between(connection: Connection, start: datetime, end: datetime, limit: int = 500) -> tuple[Event, ...]:
    """Events that touch the time from ``start`` to ``end``, all-day ones first on each day, then by start; cancelled ones included."""
    raise NotImplementedError


def event(connection: Connection, event_id: str) -> Event | None:
    """One event."""
    raise NotImplementedError


def next_event(connection: Connection, now: datetime) -> Event | None:
    """The event that begins next, all-day, cancelled and declined ones left out."""
    raise NotImplementedError
