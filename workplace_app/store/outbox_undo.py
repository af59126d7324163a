"""Undoes a wish: withdrawn while it waits, and after that by the opposite wish; called by the screen."""

from datetime import datetime
from enum import Enum

from workplace_app.domain.draft import Draft
from workplace_app.domain.intent import IntentState
from workplace_app.domain.opposite import opposite_of
from workplace_app.store.connection_type import Connection
from workplace_app.store.drafts import draft_comes_back
from workplace_app.store.outbox_filing import file_intent, withdraw
from workplace_app.store.outbox_reader import intent as read_intent
from workplace_app.store.transaction import writing_mine


class Undone(Enum):
    """What became of the request to undo."""

    WITHDRAWN = "withdrawn"  # it never left
    OPPOSITE_FILED = "opposite_filed"  # it had left, or was leaving: the opposite goes after it
    TOO_LATE = "too_late"  # it cannot be called back


def undo(connection: Connection, intent_id: str, now: datetime, words: Draft | None = None) -> Undone:
    """Take a wish back, whatever has become of it. The opposite is filed for the same target, so that it arrives after
    what it undoes, also when nobody knows yet whether that has arrived. ``words`` become a draft again if it never
    left."""
    if withdraw(connection, intent_id, now, words):
        return Undone.WITHDRAWN
    intent = read_intent(connection, intent_id)
    if intent is not None and intent.state is IntentState.WITHDRAWN:
        if words is not None:
            with writing_mine(connection):
                draft_comes_back(connection, words)
        return Undone.WITHDRAWN  # it has been taken back elsewhere: there is nothing to be the opposite of
    opposite = None if intent is None else opposite_of(intent)
    if intent is None or opposite is None:
        return Undone.TOO_LATE
    file_intent(connection, opposite.kind, opposite.target_id, now, opposite.wish, about=intent.about)
    return Undone.OPPOSITE_FILED
