"""The little that is kept of the mailbox: how many messages are unread. Flagged mail is kept as tasks."""

from workplace_app.domain.frozen import frozen


@frozen
class Inbox:
    """The inbox's count; no message is read for it."""

    unread: int
    address: str | None = None
