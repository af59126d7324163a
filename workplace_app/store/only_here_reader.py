"""Counts what would be lost with the account's files, for whoever is about to sign out."""

from workplace_app.domain.only_here import OnlyHere
from workplace_app.store.connection_type import Connection
from workplace_app.store.drafts import only_remembered


def only_here(connection: Connection) -> OnlyHere:
    """What no service has: wishes that have not arrived, texts that were begun, reminders that are not done."""
    row = connection.execute(
        "SELECT (SELECT COUNT(*) FROM mine.outbox "
        "        WHERE state IN ('waiting', 'sending', 'unknown', 'needs_you') AND settled_at IS NULL), "
        "(SELECT COUNT(*) FROM mine.drafts), "
        "(SELECT COUNT(*) FROM mine.reminders WHERE done_at IS NULL)"
    ).fetchone()
    if row is None:
        return OnlyHere()
    unsent, begun, reminders = row
    return OnlyHere(unsent, begun + only_remembered(connection), reminders)
