"""How a row of the outbox becomes an intent, and how a conflict is kept in it."""

import json
from typing import Any

from workplace_app.domain.conflict import ComparedField, Comparison, Conflict
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.store.codecs import problem_from_text
from workplace_app.store.moments import to_milliseconds, to_moment

INTENT_COLUMNS = (
    "id, kind, target_id, payload, state, filed_at, attempts, problem, about, state_since, held_until, not_before, "
    "answer, conflict"
)


def intent_of(row: tuple[Any, ...]) -> Intent:
    """The intent in a row of ``INTENT_COLUMNS``."""
    intent_id, kind, target_id, payload, state, filed_at, attempts, problem, about, *rest = row
    since, held_until, not_before, answer, conflict = rest
    return Intent(
        intent_id,
        IntentKind(kind),
        target_id,
        payload,
        IntentState(state),
        to_moment(filed_at),
        attempts,
        problem_from_text(problem),
        about,
        to_moment(since),
        None if held_until is None else to_moment(held_until),
        None if not_before is None else to_moment(not_before),
        answer,
        conflict_from_text(conflict),
    )


def conflict_to_text(conflict: Conflict | None) -> str | None:
    """A conflict as it is kept with its intent."""
    if conflict is None:
        return None
    compared = [[each.field.value, each.mine, each.theirs] for each in conflict.fields]
    changed_at = None if conflict.changed_at is None else to_milliseconds(conflict.changed_at)
    return json.dumps([compared, conflict.changed_by, changed_at, conflict.gone], ensure_ascii=False)


def conflict_from_text(text: str | None) -> Conflict | None:
    """The conflict; what a later version compares and this one does not know is left out."""
    if text is None:
        return None
    compared, changed_by, changed_at, gone = json.loads(text)
    known = ComparedField._value2member_map_
    fields = tuple(Comparison(ComparedField(name), mine, theirs) for name, mine, theirs in compared if name in known)
    return Conflict(fields, changed_by, None if changed_at is None else to_moment(changed_at), gone)
