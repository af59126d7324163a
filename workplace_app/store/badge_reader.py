"""Reads the numbers of the rail."""

from datetime import datetime

from workplace_app.domain.as_seen import Badges, Recipient
from workplace_app.store.connection_type import Connection


def badges(connection: Connection, recipient: Recipient, now: datetime) -> Badges:
    """The rail's numbers; ``now`` is aware and in the user's zone."""
    raise NotImplementedError
