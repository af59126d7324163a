"""Keeps MSAL's token cache inside the encrypted store; the screen's connection cannot read it."""

from workplace_app.store.connection_type import Connection
from workplace_app.store.transaction import writing_mine


def load(connection: Connection) -> str | None:
    """The token cache as it was saved last, None when there is none."""
    row = connection.execute("SELECT text FROM mine.token_cache").fetchone()
    return None if row is None else str(row[0])


def save(connection: Connection, text: str) -> None:
    """Keep the token cache; it is on the disk when this returns."""
    with writing_mine(connection):
        connection.execute(
            "INSERT INTO mine.token_cache (only, text) VALUES (1, ?) "
            "ON CONFLICT (only) DO UPDATE SET text = excluded.text",
            (text,),
        )


def clear(connection: Connection) -> None:
    """Forget all tokens."""
    with writing_mine(connection):
        connection.execute("DELETE FROM mine.token_cache")
