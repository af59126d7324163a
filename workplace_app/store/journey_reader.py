"""Reads journeys: life situations as ordered steps."""

# ruff: noqa: S608  (put together from the store's own constants)

from workplace_app.domain.journey import Journey
from workplace_app.store.connection_type import Connection
from workplace_app.store.fact_tables import JOURNEYS

_SELECT = f"SELECT {JOURNEYS.selected()} FROM main.journeys"


def journeys(connection: Connection, theme: str | None = None) -> tuple[Journey, ...]:
    """All journeys, or those of a theme, A to Ö."""
    rows = connection.execute(f"{_SELECT} WHERE ?1 IS NULL OR theme = ?1 ORDER BY sort_key, number", (theme,))
    return JOURNEYS.facts(rows)


def journey(connection: Connection, journey_id: str) -> Journey | None:
    """One journey."""
    row = connection.execute(f"{_SELECT} WHERE id = ?", (journey_id,)).fetchone()
    return JOURNEYS.fact(row) if row else None


def journeys_through(connection: Connection, service_id: str) -> tuple[Journey, ...]:
    """The journeys that have a service among their steps."""
    return tuple(each for each in journeys(connection) if any(step.service_id == service_id for step in each.steps))
