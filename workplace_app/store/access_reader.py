"""Reads what is known of the open account's access: one row, the first that is read of an account."""

from datetime import timedelta

from workplace_app.domain.access_record import AccessRecord
from workplace_app.store.connection_type import Connection
from workplace_app.store.moments import maybe_moment

COLUMNS = (
    "confirmed_at",
    "provider_at",
    "holds_until",
    "latest_at",
    "seen_at",
    "leapt_at",
    "revoked_at",
    "disabled_at",
    "counted",
)


def access_record(connection: Connection) -> AccessRecord:
    """The record as sync wrote it last; an empty one for an account of which nothing has been heard."""
    row = connection.execute(f"SELECT {', '.join(COLUMNS)} FROM mine.access").fetchone()  # noqa: S608  our own names
    if row is None:
        return AccessRecord()
    moments = {name: maybe_moment(value) for name, value in zip(COLUMNS[:-1], row[:-1], strict=True)}
    return AccessRecord(**moments, counted=timedelta(milliseconds=row[-1]))
