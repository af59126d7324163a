"""The view of tasks as the user sees them: what their sources say, with the user's wishes laid over, and the tasks that
the user has made and no source shows yet.

Time is no part of it. A wish counts until the source's own data shows it (``outbox_delivery.settle``); one that needs
the user counts for nothing, so that the source's truth is shown beside it.
"""

# ruff: noqa: S608  (put together from this module's own constants)

from workplace_app.store.connection_type import Connection
from workplace_app.store.fact_tables import TASKS
from workplace_app.store.moments import MILLISECONDS_PER_DAY, NO_DAY

NEW_TASK = "new:"
"""What the id of a task begins with that no service has made yet: the wish's id follows."""
_UNSETTLED = "settled_at IS NULL AND state != 'withdrawn' AND json_valid(payload)"
_DAY_OF_EPOCH, _JULIAN_DAY_ZERO = 719_163, 1_721_424.5
"""``date.toordinal`` of 1970-01-01, and the Julian day of the day before 0001-01-01."""
_FORENOON = 36_000_000
"""Ten o'clock in UTC, which lies within the day all over Europe, winter and summer."""
_LAST_OF_IMPORTANT = MILLISECONDS_PER_DAY - 1
_LAST_OF_DAY = 2 * MILLISECONDS_PER_DAY - 1
"""The place within the day of tasks that know no time, as ``fact_tables`` gives it."""
_AFTER_ALL_FACTS = 1 << 62
"""Where the numbers of new tasks begin, which break ties within a day."""

_COMPLETION_WISHES = f"""
CREATE TEMP VIEW completion_wishes AS
SELECT target_id, MAX(id) AS intent_id, filed_at,
       CASE WHEN state = 'needs_you' THEN NULL ELSE kind = 'complete_task' END AS completed
FROM mine.outbox WHERE {_UNSETTLED} AND kind IN ('complete_task', 'reopen_task') GROUP BY target_id
"""
"""The latest wish for each task's state: SQLite takes the other columns from the row that MAX has chosen."""

_DUE_WISHES = f"""
CREATE TEMP VIEW due_wishes AS
SELECT target_id, MAX(id) AS intent_id, state != 'needs_you' AS holds, json_extract(payload, '$.due') AS due
FROM mine.outbox WHERE {_UNSETTLED} AND kind = 'change_due' GROUP BY target_id
"""

_TASK_WISHES = f"""
CREATE TEMP VIEW task_wishes AS
SELECT target_id, json_group_array(json_array(id, kind, state)) AS wishes
FROM mine.outbox
WHERE {_UNSETTLED} AND kind IN ('complete_task', 'reopen_task', 'change_due', 'comment_task')
GROUP BY target_id
"""
"""Every wish for each task that its source does not show yet."""


def day_of(text: str) -> str:
    """The SQL for the number of the day in an ISO date, ``NO_DAY`` for none."""
    return f"CASE WHEN {text} IS NULL THEN {NO_DAY} ELSE CAST(julianday({text}) - {_JULIAN_DAY_ZERO} AS INTEGER) END"


def _moment_of(text: str) -> str:
    day = f"CAST(julianday({text}) - {_JULIAN_DAY_ZERO} AS INTEGER)"
    return f"CASE WHEN {text} IS NOT NULL THEN ({day} - {_DAY_OF_EPOCH}) * {MILLISECONDS_PER_DAY} + {_FORENOON} END"


_WISHED_DAY = "json_extract(payload, '$.due')"
_NEW_TASK_COLUMNS = {
    "number": f"{_AFTER_ALL_FACTS} + ROW_NUMBER() OVER (ORDER BY id)",
    "id": f"COALESCE(answer, '{NEW_TASK}' || id)",
    "source": "'todo'",
    "title": "json_extract(payload, '$.title')",
    "container_id": "NULLIF(substr(target_id, 6), '')",
    "due": _moment_of(_WISHED_DAY),
    "due_is_a_day": "1",
    "completed": "0",
    "important": "0",
    "notes": "''",
    "checklist_done": "0",
    "checklist_total": "0",
    "created_at": "filed_at",
    "due_day": day_of(_WISHED_DAY),
    "place_in_day": str(_LAST_OF_DAY),
    "arrived": "filed_at",
}
_INTEGERS = frozenset(
    {"number", "due", "due_is_a_day", "completed", "completed_at", "important", "checklist_done", "checklist_total"}
    | {"created_at", "changed_at", "assigned_at", "due_day", "place_in_day", "arrived"}
)
_COLUMNS = ("number", *TASKS.columns)
_NEW_TASKS = f"""
CREATE TEMP VIEW new_tasks AS
SELECT {", ".join(f"{_NEW_TASK_COLUMNS.get(name, 'NULL')} AS {name}" for name in _COLUMNS)},
       json_array(id, kind, state) AS made
FROM mine.outbox
WHERE {_UNSETTLED} AND kind = 'create_task' AND state != 'needs_you'
  AND (answer IS NULL OR NOT EXISTS (SELECT 1 FROM main.tasks WHERE tasks.id = outbox.answer))
"""
"""Tasks of the user's own that no source shows yet: they are with the others from the first moment."""

_OVERLAID = {
    "completed": "COALESCE(tick.completed, tasks.completed)",
    "completed_at": "CASE WHEN tick.completed THEN COALESCE(tasks.completed_at, tick.filed_at) "
    "WHEN tick.completed IS NULL THEN tasks.completed_at END",
    "due": f"CASE WHEN moved.holds THEN {_moment_of('moved.due')} ELSE tasks.due END",
    "due_is_a_day": "CASE WHEN moved.holds THEN 1 ELSE tasks.due_is_a_day END",
    "due_day": f"CASE WHEN moved.holds THEN {day_of('moved.due')} ELSE tasks.due_day END",
    "place_in_day": f"CASE WHEN NOT COALESCE(moved.holds, 0) THEN tasks.place_in_day "
    f"WHEN tasks.important THEN {_LAST_OF_IMPORTANT} ELSE {_LAST_OF_DAY} END",
}


def _cast(name: str, expression: str) -> str:
    return f"CAST({expression} AS {'INTEGER' if name in _INTEGERS else 'TEXT'}) AS {name}"


_PLAIN_ROW = ", ".join(f"tasks.{name} AS {name}" for name in _COLUMNS)
_LAID_OVER = ", ".join(_cast(name, _OVERLAID.get(name, f"tasks.{name}")) for name in _COLUMNS)
_TASKS_AS_SEEN = f"""
CREATE TEMP VIEW tasks_as_seen AS
SELECT {_PLAIN_ROW}, CAST(NULL AS TEXT) AS intent_id, CAST(NULL AS TEXT) AS wishes, CAST(NULL AS TEXT) AS made
FROM main.tasks WHERE id NOT IN (SELECT target_id FROM task_wishes)
UNION ALL
SELECT {_LAID_OVER}, CAST(tick.intent_id AS TEXT), CAST(wish.wishes AS TEXT), CAST(NULL AS TEXT)
FROM task_wishes AS wish JOIN main.tasks ON tasks.id = wish.target_id
LEFT JOIN completion_wishes AS tick ON tick.target_id = tasks.id
LEFT JOIN due_wishes AS moved ON moved.target_id = tasks.id
UNION ALL
SELECT {_LAID_OVER}, CAST(tick.intent_id AS TEXT), CAST(wish.wishes AS TEXT), CAST(tasks.made AS TEXT)
FROM new_tasks AS tasks
LEFT JOIN task_wishes AS wish ON wish.target_id = tasks.id
LEFT JOIN completion_wishes AS tick ON tick.target_id = tasks.id
LEFT JOIN due_wishes AS moved ON moved.target_id = tasks.id
"""
"""In three parts, so that the many tasks without a wish are still found through their indexes. The casts give all parts
the same affinities, without which SQLite would read them whole before it looks for anything (subquery flattening,
rule 17h, in sqlite.org/optoverview.html); therefore, too, whoever sorts them selects what it sorts by."""

_VIEWS = (_COMPLETION_WISHES, _DUE_WISHES, _TASK_WISHES, _NEW_TASKS, _TASKS_AS_SEEN)


def create_task_views(connection: Connection) -> None:
    """Make the views on a connection that sees both files."""
    for view in _VIEWS:
        connection.execute(view)
