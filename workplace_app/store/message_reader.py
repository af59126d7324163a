"""Reads what was said in a channel, a chat or a group conversation."""

from workplace_app.domain.as_seen import ThreadAsSeen
from workplace_app.domain.listing import PAGE_SIZE, Cursor, Listing
from workplace_app.domain.workspace import Message
from workplace_app.store.connection_type import Connection


def threads(
    connection: Connection, place_id: str, after: Cursor | None = None, limit: int = PAGE_SIZE
) -> Listing[ThreadAsSeen]:
    """A place's threads, the one spoken in last first."""
    raise NotImplementedError


def thread(connection: Connection, thread_id: str) -> tuple[Message, ...]:
    """A thread's messages, the oldest first; deleted ones are there with ``deleted`` set."""
    raise NotImplementedError


def messages(
    connection: Connection, place_id: str, after: Cursor | None = None, limit: int = PAGE_SIZE
) -> Listing[Message]:
    """A place's messages without regard to threads (a chat), the newest first."""
    raise NotImplementedError


def message(connection: Connection, message_id: str) -> Message | None:
    """One message."""
    raise NotImplementedError
