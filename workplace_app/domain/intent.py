"""What the user wants done in the world: born with its own id, kept in the outbox until the world shows it."""

import os
from datetime import datetime
from enum import StrEnum

from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem


class IntentKind(StrEnum):
    """Each kind has one module in sync/delivery; a test finds a kind without one."""

    COMPLETE_TASK = "complete_task"
    REOPEN_TASK = "reopen_task"


class IntentState(StrEnum):
    """waiting → sending → (unknown →) confirmed, or needs_you, or withdrawn while waiting."""

    WAITING = "waiting"
    SENDING = "sending"
    UNKNOWN = "unknown"
    CONFIRMED = "confirmed"
    NEEDS_YOU = "needs_you"
    WITHDRAWN = "withdrawn"


@frozen
class Intent:
    """One wish. Order is kept per ``target_id``; ``payload`` is JSON text whose shape the kind decides."""

    id: str
    kind: IntentKind
    target_id: str
    payload: str
    state: IntentState
    filed_at: datetime
    attempts: int = 0
    problem: Problem | None = None


@frozen
class Attempt:
    """One step in an intent's history: the state that it came to, and the problem that led there if there was one."""

    at: datetime
    state: IntentState
    problem: Problem | None = None


def new_intent_id(now: datetime) -> str:
    """A UUIDv7 (RFC 9562, section 5.7): sorts by the moment it was filed and serves as idempotency key.

    Put together by hand: importing ``uuid`` and ``secrets`` would cost the first frame 8 ms.
    """
    milliseconds = int(now.timestamp() * 1000) & ((1 << 48) - 1)
    value = milliseconds << 80 | int.from_bytes(os.urandom(10))
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
