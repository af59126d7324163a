"""How a row of the outbox becomes an intent."""

from typing import Any

from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.store.codecs import problem_from_text
from workplace_app.store.moments import to_moment

INTENT_COLUMNS = "id, kind, target_id, payload, state, filed_at, attempts, problem"


def intent_of(row: tuple[Any, ...]) -> Intent:
    """The intent in a row of ``INTENT_COLUMNS``."""
    intent_id, kind, target_id, payload, state, filed_at, attempts, problem = row
    return Intent(
        intent_id,
        IntentKind(kind),
        target_id,
        payload,
        IntentState(state),
        to_moment(filed_at),
        attempts,
        problem_from_text(problem),
    )
