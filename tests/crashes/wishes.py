"""What the program's user may wish in these tests: one line for each kind of target, and how the town shows its effect.

To add a kind: one ``Wish`` in ``WISHES``. ``find`` names what it can be filed for in a store that has been filled,
``next`` files it as a screen would, ``wanted`` is the effect that one intent must have, and ``effects`` reads those
that it had out of the town's own log: each once, in order, and none twice.
"""

import re
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tests.crashes.town_log import TownLog
from workplace_app.domain.intent import Intent, IntentKind
from workplace_app.domain.wishes import Comment, NewTask
from workplace_app.store.connection_type import Connection
from workplace_app.store.outbox_filing import file_intent
from workplace_app.store.task_reader import task as task_seen


@dataclass(frozen=True)
class Wish:
    """One kind of thing to wish, for targets of its own: ``kinds`` are those of its intents. ``shown`` is what the
    cache says of a target now, for comparison with the effects; None where the cache does not show it."""

    name: str
    kinds: frozenset[IntentKind]
    find: Callable[[Connection, int], Sequence[str]]
    next: Callable[[Connection, str, datetime], Intent | None]
    wanted: Callable[[Intent], str]
    effects: Callable[[TownLog, str], list[str]]
    shown: Callable[[Connection, str], str | None]


DONE, OPEN = "done", "open"
_MARK = re.compile(r"mark-[0-9a-f]{12}")
_TICKS = frozenset({IntentKind.COMPLETE_TASK, IntentKind.REOPEN_TASK})


def _tasks(prefix: str, skip: int) -> Callable[[Connection, int], Sequence[str]]:
    """Open tasks of a source, beginning with so many times as many: each kind of wish has targets of its own."""

    def find(connection: Connection, count: int) -> Sequence[str]:
        rows = connection.execute(
            "SELECT id FROM tasks WHERE completed = 0 AND id LIKE ? ORDER BY id LIMIT ? OFFSET ?",
            (f"{prefix}:%", count, count * skip),
        ).fetchall()
        return [row[0] for row in rows]

    return find


def _one_task(prefix: str, skip: int) -> Callable[[Connection, int], Sequence[str]]:
    """A single one, where the town's log does not tell to which task an effect belongs."""
    find = _tasks(prefix, skip)
    return lambda connection, count: find(connection, count)[:1]


def _usual_list(_connection: Connection, _count: int) -> Sequence[str]:
    return ["todo:"]


def _tick(connection: Connection, target_id: str, now: datetime) -> Intent | None:
    """The opposite of what the screen shows."""
    seen = task_seen(connection, target_id, now)
    if seen is None:
        return None
    kind = IntentKind.REOPEN_TASK if seen.task.completed else IntentKind.COMPLETE_TASK
    return file_intent(connection, kind, target_id, now)


def _complete_only(connection: Connection, target_id: str, now: datetime) -> Intent | None:
    """A flagged message that is done leaves the list, so nobody can reopen it there."""
    seen = task_seen(connection, target_id, now)
    if seen is None or seen.task.completed:
        return None
    return file_intent(connection, IntentKind.COMPLETE_TASK, target_id, now)


def _comment(connection: Connection, target_id: str, now: datetime) -> Intent | None:
    return file_intent(connection, IntentKind.COMMENT_TASK, target_id, now, Comment(_new_mark()))


def _new_task(connection: Connection, target_id: str, now: datetime) -> Intent | None:
    return file_intent(connection, IntentKind.CREATE_TASK, target_id, now, NewTask(_new_mark()))


def _new_mark() -> str:
    return f"mark-{uuid.uuid4().hex[:12]}"


def _completion(intent: Intent) -> str:
    return DONE if intent.kind is IntentKind.COMPLETE_TASK else OPEN


def _mark(intent: Intent) -> str:
    return "".join(_MARK.findall(intent.payload))


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


def _lines_in_notes(log: TownLog, target_id: str) -> list[str]:
    """The notes as they stand at last: each comment is a line of its own, below those of an earlier test."""
    before, documents = (find("todo/", _last(target_id)) for find in (log.documents_before, log.documents))
    known = _MARK.findall(before[-1]["body"]["content"]) if before else []
    return [mark for mark in _MARK.findall(documents[-1]["body"]["content"]) if mark not in known] if documents else []


def _new_titles(log: TownLog, _target_id: str) -> list[str]:
    """One for each task that was made."""
    return [mark for document in log.first_documents("todo/") for mark in _MARK.findall(document["title"])]


def _posts(log: TownLog, _target_id: str) -> list[str]:
    """One for each post that was made, in whichever group."""
    return [mark for each in log.first_documents("posts/") for mark in _MARK.findall(each["body"]["content"])]


def _shown(connection: Connection, target_id: str) -> str | None:
    row = connection.execute("SELECT completed FROM tasks WHERE id = ?", (target_id,)).fetchone()
    return None if row is None else DONE if row[0] else OPEN


def _not_shown(_connection: Connection, _target_id: str) -> str | None:
    return None


def _last(target_id: str) -> str:
    """The service's own id in "planner:id", "todo:list/id" and "mail:id"."""
    return target_id.partition(":")[2].rpartition("/")[2]


def without_repetition(states: Sequence[str]) -> list[str]:
    """The states with each run of equal ones as one."""
    return [state for place, state in enumerate(states) if place == 0 or states[place - 1] != state]


_COMMENTS, _NEW = frozenset({IntentKind.COMMENT_TASK}), frozenset({IntentKind.CREATE_TASK})
WISHES: tuple[Wish, ...] = (
    Wish("tick in Planner", _TICKS, _tasks("planner", 0), _tick, _completion, _planner_effects, _shown),
    Wish("tick in To Do", _TICKS, _tasks("todo", 0), _tick, _completion, _todo_effects, _shown),
    Wish("tick in mail", _TICKS, _tasks("mail", 0), _complete_only, _completion, _mail_effects, _shown),
    Wish("comment in Planner", _COMMENTS, _one_task("planner", 1), _comment, _mark, _posts, _not_shown),
    Wish("comment in To Do", _COMMENTS, _tasks("todo", 1), _comment, _mark, _lines_in_notes, _not_shown),
    Wish("new task", _NEW, _usual_list, _new_task, _mark, _new_titles, _not_shown),
)
_BY_NAME = {wish.name: wish for wish in WISHES}


def targets_in(connection: Connection, count: int) -> list[str]:
    """So many targets of each kind of wish, as "name of the wish|target"."""
    return [f"{wish.name}|{target_id}" for wish in WISHES for target_id in wish.find(connection, count)]


def parted(target: str) -> tuple[Wish, str]:
    """The wish and the id in such a target."""
    name, _, target_id = target.partition("|")
    return _BY_NAME[name], target_id
