"""Undoes a wish: withdrawn while it waits, and after that by the opposite wish; called by the screen."""

from collections.abc import Iterable
from datetime import datetime
from enum import Enum

from workplace_app.domain.draft import Draft
from workplace_app.domain.intent import MAKING, Intent, IntentState
from workplace_app.domain.opposite import OppositeWish, opposite_of
from workplace_app.domain.wishes import payload_of
from workplace_app.store.connection_type import Connection
from workplace_app.store.drafts import draft_comes_back, moving_drafts
from workplace_app.store.outbox_filing import file_intent, withdraw
from workplace_app.store.outbox_reader import intent as read_intent


class Undone(Enum):
    """What became of the request to undo."""

    WITHDRAWN = "withdrawn"  # it never left
    OPPOSITE_FILED = "opposite_filed"  # it had left, or was leaving: the opposite goes after it
    TOO_LATE = "too_late"  # it cannot be called back


def call_back(connection: Connection, intent_id: str, now: datetime, words: Draft | None = None) -> bool:
    """As ``outbox_filing.withdraw``, and True as well when it has been taken back elsewhere: whoever says that it was
    too late would say what is not so. ``words`` become a draft again then too."""
    if withdraw(connection, intent_id, now, words):
        return True
    intent = read_intent(connection, intent_id)
    if intent is None or intent.state is not IntentState.WITHDRAWN:
        return False
    if words is not None:
        with moving_drafts(connection):
            draft_comes_back(connection, words)
    return True


def undo(connection: Connection, intent_id: str, now: datetime, words: Draft | None = None) -> Undone:
    """Take a wish back, whatever has become of it. The opposite is filed for the same target, so that it arrives after
    what it undoes, also when nobody knows yet whether that has arrived; once, however often it is asked for. ``words``
    become a draft again if it never left."""
    if call_back(connection, intent_id, now, words):
        return Undone.WITHDRAWN
    intent = read_intent(connection, intent_id)
    opposite = None if intent is None else _readable_opposite(intent)
    if intent is None or opposite is None:
        return Undone.TOO_LATE
    if not _filed_since(connection, intent, opposite):
        file_intent(connection, opposite.kind, opposite.target_id, now, opposite.wish, about=intent.about)
    return Undone.OPPOSITE_FILED


def undoable(connection: Connection, sent: Iterable[Intent]) -> frozenset[str]:
    """The ids of those confirmed wishes that have an opposite, and after which nobody has wished the same or the
    opposite for the same thing: what came later is what is to be undone."""
    opposites = [(intent, opposite) for intent in sent if (opposite := _readable_opposite(intent)) is not None]
    if not opposites:
        return frozenset()
    later = connection.execute(
        "SELECT id, kind, target_id, payload FROM mine.outbox WHERE id > ? AND state != 'withdrawn'",
        (min(intent.id for intent, _ in opposites),),
    ).fetchall()
    last: dict[tuple[str, ...], str] = {}
    for intent_id, kind, target_id, payload in later:
        for what in ((kind, target_id), (kind, target_id, payload)):
            last[what] = max(last.get(what, ""), intent_id)

    def overtaken(intent: Intent, opposite: OppositeWish) -> bool:
        again: tuple[str, ...] = (intent.kind, intent.target_id)
        undone: tuple[str, ...] = (opposite.kind, opposite.target_id)
        if opposite.kind in MAKING:  # their target is a place: what is made there says nothing of the next
            undone = (*undone, payload_of(opposite.wish))
        repeated = intent.kind not in MAKING and last.get(again, "") > intent.id
        return repeated or last.get(undone, "") > intent.id

    return frozenset(intent.id for intent, opposite in opposites if not overtaken(intent, opposite))


def _filed_since(connection: Connection, intent: Intent, opposite: OppositeWish) -> bool:
    row = connection.execute(
        "SELECT 1 FROM mine.outbox WHERE id > ? AND kind = ? AND target_id = ? AND payload = ? "
        "AND state != 'withdrawn' LIMIT 1",
        (intent.id, opposite.kind, opposite.target_id, payload_of(opposite.wish)),
    ).fetchone()
    return row is not None


def _readable_opposite(intent: Intent) -> OppositeWish | None:
    try:
        return opposite_of(intent)
    except ValueError:  # another version of the program has written it
        return None
