"""What one kind of wish is in these tests, and what several kinds need: a mark to know its words again, and days."""

import re
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from tests.crashes.town_log import TownLog
from workplace_app.domain.intent import Intent, IntentKind
from workplace_app.domain.wishes import Nothing
from workplace_app.domain.wishes import Wish as Payload
from workplace_app.store.connection_type import Connection
from workplace_app.store.outbox_filing import file_intent

_MARK = re.compile(r"mark-[0-9a-f]{12}")
_NOTHING = Nothing()


@dataclass(frozen=True)
class Wish:
    """One kind of thing to wish, for targets of its own: ``kinds`` are those of its intents.

    ``find`` names what it can be filed for in a store that has been filled, ``next`` files it as a screen would (None:
    there is nothing more to wish here), ``wanted`` is the effect that one intent must have, and ``effects`` reads those
    that it had out of the town's own log. ``shown`` is what the cache says of a target now, for comparison with the
    effects; None where the cache does not show it.
    """

    name: str
    kinds: frozenset[IntentKind]
    find: Callable[[Connection, int], Sequence[str]]
    next: Callable[[Connection, str, datetime], Intent | None]
    wanted: Callable[[Intent], str]
    effects: Callable[[TownLog, str], list[str]]
    shown: Callable[[Connection, str], str | None]
    concerns: Callable[[Intent, str], bool] = lambda intent, target_id: intent.target_id == target_id
    """Whether an intent of these kinds is one for this target."""


def filed(
    connection: Connection, kind: IntentKind, target_id: str, now: datetime, payload: Payload = _NOTHING
) -> Intent:
    """File it as the screens do."""
    return file_intent(connection, kind, target_id, now, payload)


def new_mark() -> str:
    """Words that nobody else says."""
    return f"mark-{uuid.uuid4().hex[:12]}"


def marks_in(text: str) -> list[str]:
    """The marks in a text, in order."""
    return _MARK.findall(text)


def mark_of(intent: Intent) -> str:
    """The mark that an intent carries."""
    return "".join(marks_in(intent.payload))


def ids(sql: str) -> Callable[[Connection, int], Sequence[str]]:
    """Finds the ids that this SQL selects; it takes how many."""
    return lambda connection, count: [row[0] for row in connection.execute(sql, (count,)).fetchall()]


def one(place: str) -> Callable[[Connection, int], Sequence[str]]:
    """Finds a place that everybody has once."""
    return lambda _connection, _count: [place]


def last_part(target_id: str) -> str:
    """The service's own id in "planner:id", "todo:list/id", "channel:team/id" and "mail:id"."""
    return target_id.partition(":")[2].rpartition("/")[2]


def without_repetition(states: Sequence[str]) -> list[str]:
    """The states with each run of equal ones as one."""
    return [state for place, state in enumerate(states) if place == 0 or states[place - 1] != state]


def not_shown(_connection: Connection, _target_id: str) -> str | None:
    """The cache does not show it."""
    return None
