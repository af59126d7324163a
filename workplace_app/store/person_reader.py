"""Reads the directory, and the user's own profile."""

# ruff: noqa: S608  (put together from the store's own constants)

from workplace_app.domain.as_seen import Letter
from workplace_app.domain.listing import PAGE_SIZE, Cursor, Listing
from workplace_app.domain.person import Person, Profile
from workplace_app.store.connection_type import Connection
from workplace_app.store.fact_tables import PEOPLE, PROFILES
from workplace_app.store.keyset import listed
from workplace_app.store.swedish_order import letters_of, sort_key

_SELECT = f"SELECT {PEOPLE.selected()}"


def people(
    connection: Connection,
    after: Cursor | None = None,
    limit: int = PAGE_SIZE,
    unit: str | None = None,
    from_letter: str | None = None,
) -> Listing[Person]:
    """Colleagues A to Ö, all or those of one unit; ``from_letter`` begins at a letter of the list of letters."""
    start = after.keys if after else (sort_key(from_letter) if from_letter else "", 0)
    of_unit = "unit = :unit AND " if unit is not None else ""
    rows = connection.execute(
        f"{_SELECT}, sort_key, number FROM main.people WHERE {of_unit}(sort_key, number) > (:first, :second) "
        "ORDER BY sort_key, number LIMIT :limit",
        {"unit": unit, "first": start[0], "second": start[1], "limit": limit + 1},
    ).fetchall()
    return listed(rows, limit, PEOPLE.fact, keys=2)


def letters(connection: Connection) -> tuple[Letter, ...]:
    """The initial letters of all colleagues."""
    rows = connection.execute("SELECT substr(sort_key, 1, 1), COUNT(*) FROM main.people GROUP BY 1 ORDER BY 1")
    return letters_of(rows)


def units(connection: Connection) -> tuple[str, ...]:
    """All units that somebody belongs to, A to Ö."""
    rows = connection.execute("SELECT DISTINCT unit FROM main.people WHERE unit != ''")
    return tuple(sorted((row[0] for row in rows), key=sort_key))


def person(connection: Connection, person_id: str) -> Person | None:
    """One colleague."""
    row = connection.execute(f"{_SELECT} FROM main.people WHERE id = ?", (person_id,)).fetchone()
    return PEOPLE.fact(row) if row else None


def person_name(connection: Connection, object_id: str) -> str | None:
    """What the directory calls the person with this object id; None for one who is not in it."""
    row = connection.execute("SELECT name FROM main.people WHERE id = ?", (f"person:{object_id}",)).fetchone()
    return str(row[0]) if row and row[0] else None


def profile(connection: Connection) -> Profile | None:
    """Who the user is at work; None until it has been fetched."""
    row = connection.execute(f"SELECT {PROFILES.selected()} FROM main.profiles").fetchone()
    return PROFILES.fact(row) if row else None
