"""The little that is kept of the mailbox: how many messages are unread. Flagged mail is kept as tasks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Inbox:
    """The inbox's count; no message is read for it."""

    unread: int
    address: str | None = None
