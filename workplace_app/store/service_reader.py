"""Reads the municipality's public services: by theme, A to Ö, by id."""

from workplace_app.domain.as_seen import Letter, ThemeOfServices
from workplace_app.domain.listing import PAGE_SIZE, Cursor, Listing
from workplace_app.domain.service import Service
from workplace_app.store.connection_type import Connection


def themes(connection: Connection) -> tuple[ThemeOfServices, ...]:
    """The site's themes in the site's order, with their numbers."""
    raise NotImplementedError


def services_of_theme(connection: Connection, theme: str) -> tuple[Service, ...]:
    """A theme's services by category, then A to Ö."""
    raise NotImplementedError


def services(connection: Connection, after: Cursor | None = None, limit: int = PAGE_SIZE) -> Listing[Service]:
    """All services A to Ö."""
    raise NotImplementedError


def letters(connection: Connection) -> tuple[Letter, ...]:
    """The initial letters of all services."""
    raise NotImplementedError


def service(connection: Connection, service_id: str) -> Service | None:
    """One service."""
    raise NotImplementedError


def services_by_ids(connection: Connection, service_ids: tuple[str, ...]) -> tuple[Service, ...]:
    """The services with these ids, in that order; unknown ids are left out."""
    raise NotImplementedError


def required_by(connection: Connection, service_id: str) -> tuple[Service, ...]:
    """The services that want this one done first."""
    raise NotImplementedError
