"""Remembers when the user was here, so that "Sedan sist" knows since when."""

from datetime import datetime, timedelta

from workplace_app.domain.own_things import Visit
from workplace_app.store.connection_type import Connection
from workplace_app.store.moments import maybe_moment, to_milliseconds, to_moment
from workplace_app.store.transaction import writing_mine

SAME_VISIT = timedelta(minutes=30)
"""Who comes back within this time has not been away."""

_LATEST = "SELECT number, began, last_active FROM mine.visits ORDER BY number DESC LIMIT 1"


def arrive(connection: Connection, now: datetime) -> datetime | None:
    """The user is here (start, unlock, wake): answers when the visit before this one ended, None at the first ever."""
    moment = to_milliseconds(now)
    with writing_mine(connection):
        latest = connection.execute(_LATEST).fetchone()
        if latest is not None and moment - latest[2] < SAME_VISIT // timedelta(milliseconds=1):
            connection.execute("UPDATE mine.visits SET last_active = ? WHERE number = ?", (moment, latest[0]))
        else:
            connection.execute("INSERT INTO mine.visits (began, last_active) VALUES (?, ?)", (moment, moment))
    return last_left(connection)


def still_here(connection: Connection, now: datetime) -> None:
    """The user is still here: called now and then, and when the window closes."""
    with writing_mine(connection):
        connection.execute(
            "UPDATE mine.visits SET last_active = ? WHERE number = (SELECT MAX(number) FROM mine.visits)",
            (to_milliseconds(now),),
        )


def last_left(connection: Connection) -> datetime | None:
    """When the visit before the present one ended."""
    row = connection.execute("SELECT last_active FROM mine.visits ORDER BY number DESC LIMIT 1 OFFSET 1").fetchone()
    return maybe_moment(row[0]) if row else None


def present_visit(connection: Connection) -> Visit | None:
    """The present visit, None before the first."""
    row = connection.execute(_LATEST).fetchone()
    return Visit(to_moment(row[1]), to_moment(row[2])) if row else None
