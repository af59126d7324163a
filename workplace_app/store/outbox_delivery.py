"""Gives sync the wishes to deliver and keeps how far each has come; each step is on the disk when it returns.

    waiting → sending → confirmed
                  ├──→ waiting     the network or the service was not there: nothing has been done
                  ├──→ unknown     no answer came: it may have been done, so it is read back before it is sent again
                  └──→ needs_you   refused, or in conflict

What waits for a better moment has ``not_before``; who asks ("try now", the network is back) is not made to wait for it.
What the user may still take back is held until ``held_until``, whoever asks.

A confirmed wish stays laid over the cache until the source's own data shows it (``settle``).
"""

# ruff: noqa: S608  (put together from the store's own constants)

from collections.abc import Iterable
from datetime import datetime, timedelta

from workplace_app.domain.conflict import Conflict
from workplace_app.domain.intent import Intent, IntentState
from workplace_app.domain.problem import Problem
from workplace_app.store import talk_as_seen
from workplace_app.store.codecs import problem_to_text
from workplace_app.store.connection_type import Connection
from workplace_app.store.moments import to_milliseconds, to_moment
from workplace_app.store.outbox_reader import in_doubt_since
from workplace_app.store.outbox_rows import HOLDS_UP, INTENT_COLUMNS, KNOWN_KIND, conflict_to_text, intent_of
from workplace_app.store.tasks_as_seen import NEW_TASK, day_of
from workplace_app.store.transaction import writing_mine

ON_ITS_WAY = timedelta(seconds=15)
"""A request whose answer was lost may still be on its way to the service: reading back at once would not find what it
does a moment later, and it would be done twice."""
LONGEST_HOLD = timedelta(minutes=1)
LONGEST_REST = timedelta(hours=24)
SOURCES_LAG = timedelta(minutes=10)
"""Planner may list a task as it was for a while after it answered that it is done; a list that was read so much later
is believed even when it contradicts the wish."""

_HEAD = (
    f"state IN ('waiting', 'sending', 'unknown') AND settled_at IS NULL AND target_id NOT LIKE '{NEW_TASK}%' "
    f"AND {KNOWN_KIND} AND id IN ("
    "    SELECT MIN(id) FROM mine.outbox WHERE settled_at IS NULL "
    f"    AND state IN ('waiting', 'sending', 'unknown', 'needs_you') AND {HOLDS_UP} GROUP BY target_id)"
)
"""The oldest unfinished wish for its target, and not one that needs the user, nor one for a task that no service has
made yet: that one waits for the wish that makes it. Each target's first is found in one walk: thousands of wishes for
one target must not be held against each other."""

_HELD = (
    "MAX(CASE WHEN held_until <= :hold THEN held_until ELSE 0 END, "
    "CASE WHEN state = 'sending' AND state_since <= :now THEN state_since + :on_its_way ELSE 0 END)"
)
_RESTING = "CASE WHEN not_before <= :rest THEN not_before ELSE 0 END"
"""What lies further ahead than anybody ever waits was written by a clock that has been set back since."""

_NO_SUCH_TASK = (
    "NOT EXISTS (SELECT 1 FROM main.tasks WHERE tasks.id = outbox.target_id) AND NOT EXISTS (SELECT 1 "
    "FROM mine.outbox AS making WHERE making.answer = outbox.target_id AND making.settled_at IS NULL)"
)
"""Neither does a source show it, nor is it to be shown soon."""


def _listed_since(an_id: str) -> str:
    """As ``talk_as_seen.read_since``: a source's feed is called as its ids begin."""
    return talk_as_seen.read_since(f"substr({an_id}, 1, instr({an_id}, ':') - 1)")


def _superseded(kinds: str) -> str:
    """A later wish for the same has been confirmed too: the source will never show this one."""
    return (
        "EXISTS (SELECT 1 FROM mine.outbox AS later WHERE later.target_id = outbox.target_id AND later.id > outbox.id "
        f"AND later.kind IN ({kinds}) AND later.state = 'confirmed')"
    )


_TICKS = "'complete_task', 'reopen_task'"
_DUE = "'change_due'"
_WISHED_DAY = day_of("json_extract(outbox.payload, '$.due')")
_SHOWN = {
    _TICKS: (
        f"{_listed_since('target_id')} OR {_NO_SUCH_TASK} OR {_superseded(_TICKS)} "
        "OR EXISTS (SELECT 1 FROM main.tasks "
        "WHERE tasks.id = outbox.target_id AND tasks.completed = (outbox.kind = 'complete_task'))"
    ),
    _DUE: (
        f"{_listed_since('target_id')} OR {_NO_SUCH_TASK} OR {_superseded(_DUE)} "
        "OR EXISTS (SELECT 1 FROM main.tasks "
        f"WHERE tasks.id = outbox.target_id AND tasks.due_day = {_WISHED_DAY})"
    ),
    "'create_task'": (
        f"answer IS NULL OR {_listed_since('answer')} "
        "OR EXISTS (SELECT 1 FROM main.tasks WHERE tasks.id = outbox.answer)"
    ),
    **talk_as_seen.SHOWN,
}
"""By kinds, when the cache shows a confirmed wish by itself. Kinds that are not named here are laid over nothing: they
are settled as soon as they are confirmed."""

_SETTLE = (
    "UPDATE mine.outbox SET settled_at = :now WHERE settled_at IS NULL AND state = 'confirmed' AND CASE "
    + " ".join(f"WHEN kind IN ({kinds}) THEN ({shown})" for kinds, shown in _SHOWN.items())
    + " ELSE 1 END"
)


def _moments(now: datetime) -> dict[str, int]:
    return {
        "now": to_milliseconds(now),
        "hold": to_milliseconds(now + LONGEST_HOLD),
        "rest": to_milliseconds(now + LONGEST_REST),
        "on_its_way": ON_ITS_WAY // timedelta(milliseconds=1),
    }


class OutboxDelivery:
    """The outbox as sync sees it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def deliverable(self, now: datetime, *, patient: bool = True) -> tuple[Intent, ...]:
        """The wishes to deliver now, the oldest first, one for each target: what was filed later for the same target
        waits for it. A wish that is ``sending`` was left so by a crash and counts as unknown. A target whose oldest
        wish needs the user has none."""
        rows = self._connection.execute(
            f"SELECT {INTENT_COLUMNS} FROM mine.outbox AS intent WHERE {_HEAD} "
            f"AND {_HELD} <= :now AND ({_RESTING} <= :now OR NOT :patient) ORDER BY id",
            {**_moments(now), "patient": patient},
        )
        return tuple(intent_of(row) for row in rows)

    def next_moment(self, now: datetime) -> datetime | None:
        """When the first of the wishes may leave that are at the head for their target, long ago for one that may leave
        at once; None when there are none."""
        row = self._connection.execute(
            f"SELECT MIN(MAX({_HELD}, {_RESTING})) FROM mine.outbox AS intent WHERE {_HEAD}", _moments(now)
        ).fetchone()
        return None if row is None or row[0] is None else to_moment(row[0])

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

    def wait(self, intent_id: str, problem: Problem | None, now: datetime, not_before: datetime | None = None) -> None:
        """Nothing was done; it waits for a better moment."""
        self._come_to(IntentState.WAITING, intent_id, problem, now, not_before=not_before)

    def unknown(
        self, intent_id: str, problem: Problem | None, now: datetime, not_before: datetime | None = None
    ) -> None:
        """No answer came, and it may or may not have been done; what is on its way is given time to arrive."""
        self._come_to(IntentState.UNKNOWN, intent_id, problem, now, not_before=not_before, held_until=now + ON_ITS_WAY)

    def confirmed(self, intent_id: str, now: datetime, answer: str | None = None) -> None:
        """The service has answered that it is done; ``answer`` is its id of what has been made. What has been wished
        for a new task meanwhile is for that one from now on."""
        self._come_to(IntentState.CONFIRMED, intent_id, None, now, answer=answer)

    def needs_you(self, intent_id: str, problem: Problem, now: datetime, conflict: Conflict | None = None) -> None:
        """The service has refused it, or somebody else has changed the same thing; the user decides what becomes of
        it."""
        self._come_to(IntentState.NEEDS_YOU, intent_id, problem, now, conflict=conflict)

    def postpone(self, intent_ids: Iterable[str], until: datetime) -> None:
        """These were not tried, since their service or the network is not there: not before this moment either. What
        is later already stays."""
        moment = to_milliseconds(until)
        with writing_mine(self._connection):
            self._connection.executemany(
                "UPDATE mine.outbox SET not_before = MAX(COALESCE(not_before, 0), ?) "
                "WHERE id = ? AND state IN ('waiting', 'sending', 'unknown')",
                [(moment, intent_id) for intent_id in intent_ids],
            )

    def settle(self, now: datetime) -> bool:
        """Let go of confirmed wishes that the cache shows by itself. True when there were any."""
        if not self._connection.execute(
            "SELECT 1 FROM mine.outbox WHERE settled_at IS NULL AND state = 'confirmed' LIMIT 1"
        ).fetchone():
            return False
        with writing_mine(self._connection):
            settled = self._connection.execute(
                _SETTLE,
                {
                    "now": to_milliseconds(now),
                    "hold": to_milliseconds(now + LONGEST_HOLD),
                    "lag": SOURCES_LAG // timedelta(milliseconds=1),
                },
            )
        return settled.rowcount > 0

    def in_doubt_since(self, intent_id: str) -> datetime | None:
        """When the first attempt was made that may have arrived (``outbox_reader.in_doubt_since``)."""
        return in_doubt_since(self._connection, intent_id)

    def has_become(self, answer: str, other_than: str) -> bool:
        """True of a source's id that another wish has become: that one's answer, not this one's."""
        found = self._connection.execute(
            "SELECT 1 FROM mine.outbox WHERE answer = ? AND id != ? LIMIT 1", (answer, other_than)
        ).fetchone()
        return found is not None

    def _come_to(
        self,
        state: IntentState,
        intent_id: str,
        problem: Problem | None,
        now: datetime,
        *,
        not_before: datetime | None = None,
        held_until: datetime | None = None,
        answer: str | None = None,
        conflict: Conflict | None = None,
    ) -> None:
        moment = to_milliseconds(now)
        with writing_mine(self._connection):
            self._connection.execute(
                "UPDATE mine.outbox SET state = ?, problem = ?, state_since = ?, not_before = ?, "
                "held_until = ?, answer = ?, conflict = CASE WHEN ? THEN ? ELSE conflict END WHERE id = ?",
                (
                    state.value,
                    problem_to_text(problem),
                    moment,
                    None if not_before is None else to_milliseconds(not_before),
                    None if held_until is None else to_milliseconds(held_until),
                    answer,
                    state is IntentState.NEEDS_YOU,  # else what gave way to the user's version stays to be read
                    conflict_to_text(conflict),
                    intent_id,
                ),
            )
            if answer is not None:
                self._connection.execute(
                    "UPDATE mine.outbox SET target_id = ? WHERE target_id = ?", (answer, f"{NEW_TASK}{intent_id}")
                )
            self._remember(intent_id, state, problem, moment)

    def _remember(self, intent_id: str, state: IntentState, problem: Problem | None, moment: int) -> None:
        self._connection.execute(
            'INSERT INTO mine.outbox_history (intent_id, "at", state, problem) VALUES (?, ?, ?, ?)',
            (intent_id, moment, state.value, problem_to_text(problem)),
        )
