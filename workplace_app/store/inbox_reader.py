"""Reads the mailbox's unread count."""

# ruff: noqa: S608  (put together from the store's own constants)

from workplace_app.domain.mailbox import Inbox
from workplace_app.store.connection_type import Connection
from workplace_app.store.fact_tables import INBOXES


def inbox(connection: Connection) -> Inbox | None:
    """The count as last fetched; None until then: unknown is not zero."""
    row = connection.execute(f"SELECT {INBOXES.selected()} FROM main.inboxes").fetchone()
    return INBOXES.fact(row) if row else None
