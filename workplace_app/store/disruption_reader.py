"""Reads drift information."""

from datetime import datetime

from workplace_app.domain.disruption import Disruption
from workplace_app.store.connection_type import Connection


def disruptions(connection: Connection, now: datetime) -> tuple[Disruption, ...]:
    """Those to show now: current ones first, the latest begun first, then planned ones by start."""
    raise NotImplementedError


def disruption(connection: Connection, disruption_id: str) -> Disruption | None:
    """One disruption."""
    raise NotImplementedError
