"""Files what the user wants done in the world, and takes it back while it waits; called by the screen."""

from datetime import datetime

from workplace_app.domain.intent import Intent, IntentKind, IntentState, new_intent_id
from workplace_app.store.connection_type import Connection
from workplace_app.store.moments import to_milliseconds
from workplace_app.store.transaction import writing_mine


def file_intent(connection: Connection, kind: IntentKind, target_id: str, now: datetime, payload: str = "{}") -> Intent:
    """Put a wish in the outbox. When this returns it is on the disk: only then may the screen say that it is saved."""
    intent = Intent(new_intent_id(now), kind, target_id, payload, IntentState.WAITING, now)
    moment = to_milliseconds(now)
    with writing_mine(connection):
        connection.execute(
            "INSERT INTO mine.outbox (id, kind, target_id, payload, state, filed_at, state_since) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (intent.id, kind.value, target_id, payload, intent.state.value, moment, moment),
        )
        connection.execute(
            'INSERT INTO mine.outbox_history (intent_id, "at", state) VALUES (?, ?, ?)',
            (intent.id, moment, intent.state.value),
        )
    return intent


def withdraw(connection: Connection, intent_id: str, now: datetime) -> bool:
    """Take a wish back. False when it is too late: it is being sent, has been sent, or its answer is unknown."""
    return _leave(connection, intent_id, ("waiting", "needs_you"), IntentState.WITHDRAWN, now)


def try_again(connection: Connection, intent_id: str, now: datetime) -> bool:
    """Let a wish that needed the user wait again to be sent. False when it did not need the user."""
    return _leave(connection, intent_id, ("needs_you",), IntentState.WAITING, now)


def _leave(connection: Connection, intent_id: str, states: tuple[str, ...], to: IntentState, now: datetime) -> bool:
    moment = to_milliseconds(now)
    settled = moment if to is IntentState.WITHDRAWN else None
    with writing_mine(connection):
        changed = connection.execute(
            "UPDATE mine.outbox SET state = ?, state_since = ?, settled_at = ?, problem = NULL "
            "WHERE id = ? AND state IN (?, ?)",
            (to.value, moment, settled, intent_id, states[0], states[-1]),
        )
        if changed.rowcount:
            connection.execute(
                'INSERT INTO mine.outbox_history (intent_id, "at", state) VALUES (?, ?, ?)',
                (intent_id, moment, to.value),
            )
    return changed.rowcount > 0
