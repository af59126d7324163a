"""Keeps replies that have been begun and not sent, one for each conversation, until they are sent or emptied."""

from workplace_app.store.connection_type import Connection
from workplace_app.store.own_things.choices import Choices

_PREFIX = "reply_draft:"
"""They lie beside the settings, in the file that is encrypted and wiped with the account."""


def reply_draft(connection: Connection, conversation: str) -> str:
    """The words that were begun there, "" for none. ``conversation`` is the id of a thread or of a chat."""
    return Choices(connection).setting(_PREFIX + conversation) or ""


def keep_reply_draft(connection: Connection, conversation: str, text: str) -> None:
    """Keep the words as they are; blank ones are no draft. Returns when they are on the disk."""
    if text != reply_draft(connection, conversation):
        Choices(connection).set_setting(_PREFIX + conversation, text if text.strip() else None)
