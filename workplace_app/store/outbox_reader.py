"""Reads what the user has asked for and how far it has come."""

from datetime import datetime

from workplace_app.domain.as_seen import OutboxCounts
from workplace_app.domain.intent import Intent
from workplace_app.store.connection_type import Connection


def pending_intents(connection: Connection) -> tuple[Intent, ...]:
    """What needs the user first, then what waits, in the order of filing."""
    raise NotImplementedError


def sent_intents(connection: Connection, since: datetime) -> tuple[Intent, ...]:
    """What has been confirmed since a moment, the latest first."""
    raise NotImplementedError


def count_intents(connection: Connection, day_began: datetime) -> OutboxCounts:
    """How many wait, need the user, and were sent since the day began."""
    raise NotImplementedError


def intent(connection: Connection, intent_id: str) -> Intent | None:
    """One intent."""
    raise NotImplementedError
