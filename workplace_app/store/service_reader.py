"""Reads the municipality's public services: by theme, A to Ö, by id."""

# ruff: noqa: S608  (put together from the store's own constants)

import json

from workplace_app.domain.as_seen import Letter, ThemeOfServices
from workplace_app.domain.listing import PAGE_SIZE, Cursor, Listing
from workplace_app.domain.service import Service
from workplace_app.store.connection_type import Connection
from workplace_app.store.fact_tables import SERVICES
from workplace_app.store.keyset import listed
from workplace_app.store.swedish_order import letters_of

_SELECT = f"SELECT {SERVICES.selected()}"


def themes(connection: Connection) -> tuple[ThemeOfServices, ...]:
    """The site's themes in the order of the catalogue, with their numbers."""
    rows = connection.execute(
        "SELECT theme, COUNT(*), (SELECT COUNT(*) FROM main.journeys WHERE journeys.theme = services.theme) "
        "FROM main.services GROUP BY theme ORDER BY MIN(number)"
    )
    return tuple(ThemeOfServices(*row) for row in rows)


def services_of_theme(connection: Connection, theme: str) -> tuple[Service, ...]:
    """A theme's services by category in the order of the catalogue, then A to Ö."""
    rows = connection.execute(
        f"{_SELECT} FROM main.services WHERE theme = ? "
        "ORDER BY MIN(number) OVER (PARTITION BY category), category, sort_key, number",
        (theme,),
    )
    return SERVICES.facts(rows)


def services(connection: Connection, after: Cursor | None = None, limit: int = PAGE_SIZE) -> Listing[Service]:
    """All services A to Ö."""
    rows = connection.execute(
        f"{_SELECT}, sort_key, number FROM main.services WHERE (sort_key, number) > (?, ?) "
        "ORDER BY sort_key, number LIMIT ?",
        (*(after.keys if after else ("", 0)), limit + 1),
    ).fetchall()
    return listed(rows, limit, SERVICES.fact, keys=2)


def letters(connection: Connection) -> tuple[Letter, ...]:
    """The initial letters of all services."""
    rows = connection.execute("SELECT substr(sort_key, 1, 1), COUNT(*) FROM main.services GROUP BY 1 ORDER BY 1")
    return letters_of(rows)


def service(connection: Connection, service_id: str) -> Service | None:
    """One service."""
    row = connection.execute(f"{_SELECT} FROM main.services WHERE id = ?", (service_id,)).fetchone()
    return SERVICES.fact(row) if row else None


def services_by_ids(connection: Connection, service_ids: tuple[str, ...]) -> tuple[Service, ...]:
    """The services with these ids, in that order; unknown ids are left out."""
    rows = connection.execute(
        f"{_SELECT} FROM main.services WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(service_ids),)
    )
    found = {each.id: each for each in SERVICES.facts(rows)}
    return tuple(found[service_id] for service_id in service_ids if service_id in found)


def required_by(connection: Connection, service_id: str) -> tuple[Service, ...]:
    """The services that want this one done first, A to Ö."""
    rows = connection.execute(
        f"{_SELECT} FROM main.services WHERE EXISTS "
        "(SELECT 1 FROM json_each(services.requires) AS needed WHERE needed.value = ?) ORDER BY sort_key, number",
        (service_id,),
    )
    return SERVICES.facts(rows)
