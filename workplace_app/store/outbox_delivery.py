"""Gives sync the wishes to deliver and keeps how far each has come; each step is on the disk when it returns.

    waiting → sending → confirmed
                  ├──→ waiting     the network or the service was not there: nothing has been done
                  ├──→ unknown     no answer came: it may have been done, so it is read back before it is sent again
                  └──→ needs_you   refused, or in conflict

A confirmed wish stays laid over the cache until the source's own data shows it (``settle``).
"""

# ruff: noqa: S608  (put together from the store's own constants)

from datetime import datetime, timedelta

from workplace_app.domain.intent import Intent, IntentState
from workplace_app.domain.problem import Problem
from workplace_app.store.codecs import problem_to_text
from workplace_app.store.connection_type import Connection
from workplace_app.store.moments import to_milliseconds
from workplace_app.store.outbox_rows import INTENT_COLUMNS, intent_of
from workplace_app.store.transaction import writing_mine

SOURCES_LAG = timedelta(minutes=10)
"""Planner may list a task as it was for a while after it answered that it is done; after this time its list is
believed even when it contradicts the wish."""

_SETTLE = """
UPDATE mine.outbox SET settled_at = :now
WHERE settled_at IS NULL AND state = 'confirmed' AND kind IN ('complete_task', 'reopen_task') AND (
    state_since <= :lagged
    OR EXISTS (SELECT 1 FROM main.tasks
               WHERE tasks.id = outbox.target_id AND tasks.completed = (outbox.kind = 'complete_task'))
    OR NOT EXISTS (SELECT 1 FROM main.tasks WHERE tasks.id = outbox.target_id))
"""


class OutboxDelivery:
    """The outbox as sync sees it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def deliverable(self) -> tuple[Intent, ...]:
        """The wishes to deliver now, the oldest first, one for each target: what was filed later for the same target
        waits for it. A wish that is ``sending`` was left so by a crash and counts as unknown. A target whose oldest
        wish needs the user has none."""
        rows = self._connection.execute(
            f"SELECT {INTENT_COLUMNS} FROM mine.outbox AS intent "
            "WHERE state IN ('waiting', 'sending', 'unknown') AND settled_at IS NULL AND NOT EXISTS ("
            "    SELECT 1 FROM mine.outbox AS earlier WHERE earlier.target_id = intent.target_id "
            "    AND earlier.settled_at IS NULL AND earlier.id < intent.id "
            "    AND earlier.state IN ('waiting', 'sending', 'unknown', 'needs_you')) "
            "ORDER BY id"
        )
        return tuple(intent_of(row) for row in rows)

    def sending(self, intent_id: str, now: datetime) -> bool:
        """It is about to leave: committed before a byte does. False when the user has withdrawn it meanwhile."""
        moment = to_milliseconds(now)
        with writing_mine(self._connection):
            changed = self._connection.execute(
                "UPDATE mine.outbox SET state = 'sending', attempts = attempts + 1, state_since = ? "
                "WHERE id = ? AND state IN ('waiting', 'sending', 'unknown')",
                (moment, intent_id),
            ).rowcount
            if changed:
                self._remember(intent_id, IntentState.SENDING, None, moment)
        return changed > 0

    def wait(self, intent_id: str, problem: Problem | None, now: datetime) -> None:
        """Nothing was done; it waits for a better moment."""
        self._come_to(IntentState.WAITING, intent_id, problem, now)

    def unknown(self, intent_id: str, problem: Problem | None, now: datetime) -> None:
        """No answer came, and it may or may not have been done."""
        self._come_to(IntentState.UNKNOWN, intent_id, problem, now)

    def confirmed(self, intent_id: str, now: datetime) -> None:
        """The service has answered that it is done."""
        self._come_to(IntentState.CONFIRMED, intent_id, None, now)

    def needs_you(self, intent_id: str, problem: Problem, now: datetime) -> None:
        """The service has refused it; the user decides what becomes of it."""
        self._come_to(IntentState.NEEDS_YOU, intent_id, problem, now)

    def settle(self, now: datetime) -> bool:
        """Let go of confirmed wishes that the cache shows by itself. True when there were any."""
        if not self._connection.execute(
            "SELECT 1 FROM mine.outbox WHERE settled_at IS NULL AND state = 'confirmed' LIMIT 1"
        ).fetchone():
            return False
        with writing_mine(self._connection):
            settled = self._connection.execute(
                _SETTLE, {"now": to_milliseconds(now), "lagged": to_milliseconds(now - SOURCES_LAG)}
            )
        return settled.rowcount > 0

    def _come_to(self, state: IntentState, intent_id: str, problem: Problem | None, now: datetime) -> None:
        moment = to_milliseconds(now)
        with writing_mine(self._connection):
            self._connection.execute(
                "UPDATE mine.outbox SET state = ?, problem = ?, state_since = ? WHERE id = ?",
                (state.value, problem_to_text(problem), moment, intent_id),
            )
            self._remember(intent_id, state, problem, moment)

    def _remember(self, intent_id: str, state: IntentState, problem: Problem | None, moment: int) -> None:
        self._connection.execute(
            'INSERT INTO mine.outbox_history (intent_id, "at", state, problem) VALUES (?, ?, ?, ?)',
            (intent_id, moment, state.value, problem_to_text(problem)),
        )
