"""What the program's user may wish in these tests: one line for each kind of target, and how the town shows its effect.

To add a kind: one ``Wish`` in ``WISHES``. ``targets`` finds what it can be filed for in a store that has been filled,
``next`` files it as a screen would, ``wanted`` is the effect that one intent must have, and ``effects`` reads those
that it had out of the town's own log: each once, in order, and none twice.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tests.crashes.town_log import TownLog
from workplace_app.domain.intent import Intent, IntentKind
from workplace_app.store.connection_type import Connection
from workplace_app.store.outbox_filing import file_intent


@dataclass(frozen=True)
class Wish:
    """One kind of thing to wish. ``shown`` is what the cache says of a target now, for comparison with the effects;
    None where the cache does not show it."""

    prefix: str
    targets: Callable[[Connection, int], Sequence[str]]
    next: Callable[[Connection, str, datetime], Intent | None]
    wanted: Callable[[Intent], str]
    effects: Callable[[TownLog, str], list[str]]
    shown: Callable[[Connection, str], str | None]


DONE, OPEN = "done", "open"


def _task_ids(prefix: str) -> Callable[[Connection, int], Sequence[str]]:
    def find(connection: Connection, count: int) -> Sequence[str]:
        rows = connection.execute(
            "SELECT id FROM tasks WHERE completed = 0 AND id LIKE ? ORDER BY id LIMIT ?", (f"{prefix}:%", count)
        ).fetchall()
        return [row[0] for row in rows]

    return find


def _tick(connection: Connection, target_id: str, now: datetime) -> Intent | None:
    """The opposite of what the screen shows."""
    row = connection.execute("SELECT seen_completed FROM tasks_as_seen WHERE id = ?", (target_id,)).fetchone()
    if row is None:
        return None
    kind = IntentKind.REOPEN_TASK if row[0] else IntentKind.COMPLETE_TASK
    return file_intent(connection, kind, target_id, now)


def _complete_only(connection: Connection, target_id: str, now: datetime) -> Intent | None:
    """A flagged message that is done leaves the list, so nobody can reopen it there."""
    row = connection.execute("SELECT seen_completed FROM tasks_as_seen WHERE id = ?", (target_id,)).fetchone()
    if row is None or row[0]:
        return None
    return file_intent(connection, IntentKind.COMPLETE_TASK, target_id, now)


def _completion(intent: Intent) -> str:
    return DONE if intent.kind is IntentKind.COMPLETE_TASK else OPEN


def _planner_effects(log: TownLog, target_id: str) -> list[str]:
    """Colleagues change other fields of a task, so what repeats the percentage is no second effect. Planner would
    refuse a repetition by its etag in any case."""

    def state(document: dict[str, Any]) -> str:
        return DONE if document["percentComplete"] == 100 else OPEN

    return without_repetition([OPEN, *(state(each) for each in log.documents("planner/", _last(target_id)))])[1:]


def _todo_effects(log: TownLog, target_id: str) -> list[str]:
    """Every change that arrived, also one that repeats: To Do would not refuse it, so the program must look first."""
    return [DONE if each["status"] == "completed" else OPEN for each in log.documents("todo/", _last(target_id))]


def _mail_effects(log: TownLog, target_id: str) -> list[str]:
    """A flag that is set twice is set once."""
    states = [each["flag"]["flagStatus"] for each in log.documents("mail/", _last(target_id))]
    return without_repetition([OPEN, *(DONE if each == "complete" else OPEN for each in states)])[1:]


def _shown(connection: Connection, target_id: str) -> str | None:
    row = connection.execute("SELECT completed FROM tasks WHERE id = ?", (target_id,)).fetchone()
    return None if row is None else DONE if row[0] else OPEN


def _last(target_id: str) -> str:
    """The service's own id in "planner:id", "todo:list/id" and "mail:id"."""
    return target_id.partition(":")[2].rpartition("/")[2]


def without_repetition(states: Sequence[str]) -> list[str]:
    """The states with each run of equal ones as one."""
    return [state for place, state in enumerate(states) if place == 0 or states[place - 1] != state]


def text_of(intent: Intent) -> str:
    """What an intent that says something says, for kinds whose effect is a new text in the town."""
    return str(json.loads(intent.payload).get("text", ""))


WISHES: tuple[Wish, ...] = (
    Wish("planner", _task_ids("planner"), _tick, _completion, _planner_effects, _shown),
    Wish("todo", _task_ids("todo"), _tick, _completion, _todo_effects, _shown),
    Wish("mail", _task_ids("mail"), _complete_only, _completion, _mail_effects, _shown),
)


def wish_for(target_id: str) -> Wish:
    """The line of the table that a target belongs to."""
    return next(wish for wish in WISHES if target_id.startswith(f"{wish.prefix}:"))
