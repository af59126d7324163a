"""Reads drift information."""

# ruff: noqa: S608  (put together from the store's own constants)

from datetime import datetime

from workplace_app.domain.disruption import Disruption
from workplace_app.store.connection_type import Connection
from workplace_app.store.fact_tables import DISRUPTIONS
from workplace_app.store.moments import to_milliseconds

_SELECT = f"SELECT {DISRUPTIONS.selected()} FROM main.disruptions"


def disruptions(connection: Connection, now: datetime) -> tuple[Disruption, ...]:
    """Those to show now: current ones first, the latest begun first, then those to come by their start."""
    rows = connection.execute(
        f"{_SELECT} WHERE shown_from <= :now AND (ends IS NULL OR ends > :now) "
        "ORDER BY COALESCE(starts, shown_from) > :now, ABS(COALESCE(starts, shown_from) - :now), number",
        {"now": to_milliseconds(now)},
    )
    return DISRUPTIONS.facts(rows)


def disruption(connection: Connection, disruption_id: str) -> Disruption | None:
    """One disruption."""
    row = connection.execute(f"{_SELECT} WHERE id = ?", (disruption_id,)).fetchone()
    return DISRUPTIONS.fact(row) if row else None
