"""Takes a wish back, from wherever on the screen that is asked; the only way in which a screen does so.

What stood behind it for the same target need wait no longer, so sync is told at once: by itself it looks again only
when something is due, which can be minutes later.
"""

from ui.screen import ScreenContext
from workplace_app.domain.draft import Draft
from workplace_app.store.outbox_undo import Undone, call_back, undo


def take_back(context: ScreenContext, intent_id: str, words: Draft | None = None) -> bool:
    """Withdraw it while it waits; ``words`` go back to where they were written. True also when it has been taken back
    elsewhere, False when it is too late."""
    withdrawn = call_back(context.connection, intent_id, context.clock(), words)
    if withdrawn:
        context.requests.refresh(frozenset())
    return withdrawn


def undo_wish(context: ScreenContext, intent_id: str, words: Draft | None = None) -> Undone:
    """The same; and what has left already is followed by its opposite, where it has one."""
    undone = undo(context.connection, intent_id, context.clock(), words)
    if undone is not Undone.TOO_LATE:
        context.requests.refresh(frozenset())
    return undone
