"""How a row of the outbox becomes an intent, and how a conflict is kept in it."""

import json
import logging
from typing import Any

from workplace_app.domain.conflict import ComparedField, Comparison, Conflict
from workplace_app.domain.intent import MAKING, Intent, IntentKind, IntentState
from workplace_app.store.codecs import problem_from_text
from workplace_app.store.moments import to_milliseconds, to_moment

_LOG = logging.getLogger(__name__)
INTENT_COLUMNS = (
    "id, kind, target_id, payload, state, filed_at, attempts, problem, about, state_since, held_until, not_before, "
    "answer, conflict"
)
KNOWN_KIND = f"kind IN ({', '.join(repr(kind.value) for kind in IntentKind)})"
"""A wish of a kind that only a later version of the program knows is left to that version: neither shown nor sent by
this one, and nothing that was wished for the same target after it is sent before it."""
HOLDS_UP = f"NOT (state = 'needs_you' AND kind IN ({', '.join(repr(kind.value) for kind in MAKING)}))"
"""An unfinished wish holds up those behind it for its target; not one that makes something new and needs the user."""


def intent_of(row: tuple[Any, ...]) -> Intent:
    """The intent in a row of ``INTENT_COLUMNS``, of a kind that is known."""
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
    """The conflict; what a later version compares and this one does not know is left out. None for one that cannot be
    read at all: the wish still needs the user, who can let it be tried again, and it collides anew."""
    if text is None:
        return None
    try:
        compared, changed_by, changed_at, gone, *_later = json.loads(text)
        fields = tuple(_comparison(*each) for each in compared if each[0] in ComparedField._value2member_map_)
        return Conflict(fields, changed_by, None if changed_at is None else to_moment(changed_at), bool(gone))
    except (ValueError, TypeError, LookupError, OverflowError, RecursionError):
        _LOG.warning("a conflict in the outbox cannot be read")
        return None


def _comparison(name: str, mine: str | None, theirs: str | None, *_later: object) -> Comparison:
    if not all(each is None or isinstance(each, str) for each in (mine, theirs)):
        raise TypeError("a version is no text")
    return Comparison(ComparedField(name), mine, theirs)
