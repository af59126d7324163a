"""Reads what has come since the user was last here."""

from datetime import datetime

from workplace_app.domain.as_seen import Recipient, SinceLast
from workplace_app.store.connection_type import Connection


def since_last(connection: Connection, recipient: Recipient, since: datetime, now: datetime) -> SinceLast:
    """How much is new since a moment, by the facts' own times."""
    raise NotImplementedError
