"""Keeps the tokens of the CMS's own issuer inside the encrypted store; the screen's connection cannot read them."""

from pathlib import Path

from workplace_app.store.connection_type import Connection
from workplace_app.store.transaction import writing_mine

REFRESH_LOCK = "-refresh-lock"
"""Ends the name of the file beside ``mine.db`` that one process at a time holds while it renews. It is always empty."""


def load_content_tokens(connection: Connection) -> str | None:
    """The tokens as they were saved last, by whichever process; None when there are none."""
    row = connection.execute("SELECT text FROM mine.content_tokens").fetchone()
    return None if row is None else str(row[0])


def save_content_tokens(connection: Connection, text: str) -> None:
    """Keep the tokens; they are on the disk when this returns, all of them or none."""
    with writing_mine(connection):
        connection.execute(
            "INSERT INTO mine.content_tokens (only, text) VALUES (1, ?) "
            "ON CONFLICT (only) DO UPDATE SET text = excluded.text",
            (text,),
        )


def clear_content_tokens(connection: Connection) -> None:
    """Forget all tokens of the CMS's issuer."""
    with writing_mine(connection):
        connection.execute("DELETE FROM mine.content_tokens")


def refresh_lock_file(connection: Connection) -> Path | None:
    """The file that is locked while the tokens are renewed; None for a store in memory, which nobody shares."""
    for _number, name, file in connection.execute("PRAGMA database_list").fetchall():
        if name == "mine" and file:
            return Path(f"{file}{REFRESH_LOCK}")
    return None
