"""Reads the mailbox's unread count."""

from workplace_app.domain.mailbox import Inbox
from workplace_app.store.connection_type import Connection


def inbox(connection: Connection) -> Inbox | None:
    """The count as last fetched; None until then: unknown is not zero."""
    raise NotImplementedError
