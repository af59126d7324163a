"""Reads the directory, and the user's own profile."""

from workplace_app.domain.as_seen import Letter
from workplace_app.domain.listing import PAGE_SIZE, Cursor, Listing
from workplace_app.domain.person import Person, Profile
from workplace_app.store.connection_type import Connection


def people(
    connection: Connection, after: Cursor | None = None, limit: int = PAGE_SIZE, unit: str | None = None
) -> Listing[Person]:
    """Colleagues A to Ö, all or those of one unit."""
    raise NotImplementedError


def letters(connection: Connection) -> tuple[Letter, ...]:
    """The initial letters of all colleagues."""
    raise NotImplementedError


def units(connection: Connection) -> tuple[str, ...]:
    """All units that somebody belongs to, A to Ö."""
    raise NotImplementedError


def person(connection: Connection, person_id: str) -> Person | None:
    """One colleague."""
    raise NotImplementedError


def profile(connection: Connection) -> Profile | None:
    """Who the user is at work; None until it has been fetched."""
    raise NotImplementedError
