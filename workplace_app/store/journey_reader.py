"""Reads journeys: life situations as ordered steps."""

from workplace_app.domain.journey import Journey
from workplace_app.store.connection_type import Connection


def journeys(connection: Connection, theme: str | None = None) -> tuple[Journey, ...]:
    """All journeys, or those of a theme, A to Ö."""
    raise NotImplementedError


def journey(connection: Connection, journey_id: str) -> Journey | None:
    """One journey."""
    raise NotImplementedError


def journeys_through(connection: Connection, service_id: str) -> tuple[Journey, ...]:
    """The journeys that have a service among their steps."""
    raise NotImplementedError
