"""Reads what the user has asked for and how far it has come."""

# ruff: noqa: S608  (put together from the store's own constants)

from datetime import datetime

from workplace_app.domain.as_seen import OutboxCounts
from workplace_app.domain.intent import Attempt, Intent, IntentState
from workplace_app.store.codecs import problem_from_text
from workplace_app.store.connection_type import Connection
from workplace_app.store.moments import to_milliseconds, to_moment
from workplace_app.store.outbox_rows import HOLDS_UP, INTENT_COLUMNS, KNOWN_KIND, intent_of

_PENDING = f"state IN ('waiting', 'sending', 'unknown', 'needs_you') AND settled_at IS NULL AND {KNOWN_KIND}"


def pending_intents(connection: Connection) -> tuple[Intent, ...]:
    """What needs the user first, then what waits, in the order of filing."""
    rows = connection.execute(
        f"SELECT {INTENT_COLUMNS} FROM mine.outbox WHERE {_PENDING} ORDER BY state != 'needs_you', id"
    )
    return tuple(intent_of(row) for row in rows)


def sent_intents(connection: Connection, since: datetime) -> tuple[Intent, ...]:
    """What has been confirmed since a moment, the latest first."""
    rows = connection.execute(
        f"SELECT {INTENT_COLUMNS} FROM mine.outbox WHERE state = 'confirmed' AND state_since >= ? AND {KNOWN_KIND} "
        "ORDER BY state_since DESC, id DESC",
        (to_milliseconds(since),),
    )
    return tuple(intent_of(row) for row in rows)


def let_go_intents(connection: Connection, since: datetime) -> tuple[Intent, ...]:
    """What the user has taken back or given up for another version since a moment, the latest first: its words can
    still be read and copied."""
    rows = connection.execute(
        f"SELECT {INTENT_COLUMNS} FROM mine.outbox WHERE state = 'withdrawn' AND state_since >= ? AND {KNOWN_KIND} "
        "ORDER BY state_since DESC, id DESC",
        (to_milliseconds(since),),
    )
    return tuple(intent_of(row) for row in rows)


def count_intents(connection: Connection, day_began: datetime) -> OutboxCounts:
    """How many wait, need the user, were sent since the day began, wait for a better moment than now or for
    what the user decides about another, and are being sent."""
    row = connection.execute(
        "SELECT COUNT(*) FILTER (WHERE state IN ('waiting', 'sending', 'unknown') AND settled_at IS NULL), "
        "COUNT(*) FILTER (WHERE state = 'needs_you' AND settled_at IS NULL), "
        "COUNT(*) FILTER (WHERE state = 'confirmed' AND state_since >= ?), "
        "COUNT(*) FILTER (WHERE state IN ('waiting', 'unknown') AND settled_at IS NULL "
        "    AND (not_before IS NOT NULL OR id > undecided.first)), "
        "COUNT(*) FILTER (WHERE state = 'sending' AND settled_at IS NULL) "
        "FROM mine.outbox LEFT JOIN (SELECT target_id, MIN(id) AS first FROM mine.outbox "
        f"    WHERE settled_at IS NULL AND state = 'needs_you' AND {HOLDS_UP} "
        "    GROUP BY target_id) AS undecided USING (target_id) "
        f"WHERE {KNOWN_KIND}",
        (to_milliseconds(day_began),),
    ).fetchone()
    return OutboxCounts(*row) if row else OutboxCounts()


def intent(connection: Connection, intent_id: str) -> Intent | None:
    """One intent."""
    row = connection.execute(
        f"SELECT {INTENT_COLUMNS} FROM mine.outbox WHERE id = ? AND {KNOWN_KIND}", (intent_id,)
    ).fetchone()
    return intent_of(row) if row else None


def history(connection: Connection, intent_id: str) -> tuple[Attempt, ...]:
    """What has happened to an intent, in order."""
    rows = connection.execute(
        'SELECT "at", state, problem FROM mine.outbox_history WHERE intent_id = ? ORDER BY number', (intent_id,)
    )
    return tuple(Attempt(to_moment(at), IntentState(state), problem_from_text(problem)) for at, state, problem in rows)


def in_doubt_since(connection: Connection, intent_id: str) -> datetime | None:
    """When the first attempt was made that may have arrived: the one that was left by a crash, or without an answer.
    None when every attempt is known to have done nothing, however the wish has gone on since."""
    row = connection.execute(
        'SELECT MIN("at") FROM (SELECT "at", state, LEAD(state) OVER (ORDER BY number) AS following '
        "FROM mine.outbox_history WHERE intent_id = ?) "
        "WHERE state = 'sending' AND following IN ('sending', 'unknown')",
        (intent_id,),
    ).fetchone()
    return None if row is None or row[0] is None else to_moment(row[0])
