"""What the user wants done in the world: born with its own id, kept in the outbox until the world shows it."""

import os
from datetime import datetime
from enum import StrEnum

from workplace_app.domain.conflict import Conflict
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem


class IntentKind(StrEnum):
    """Each kind has a delivery (sync/delivery/registry.py) and a wish (domain/wishes.py); a test finds one without.

    The target is a fact's id, save where a comment says otherwise: order is kept for each.
    """

    COMPLETE_TASK = "complete_task"
    REOPEN_TASK = "reopen_task"
    CHANGE_DUE = "change_due"
    COMMENT_TASK = "comment_task"
    CREATE_TASK = "create_task"  # "todo:<list>", "todo:" for the usual one
    RESERVE_TIME = "reserve_time"  # "calendar:"
    GIVE_TIME_BACK = "give_time_back"  # the event that RESERVE_TIME has made
    ANSWER_INVITATION = "answer_invitation"
    ACKNOWLEDGE_ARTICLE = "acknowledge_article"
    REPLY = "reply"  # the channel or the chat
    ASK_QUESTION = "ask_question"  # the article or the service that it is about
    SEND_IDEA = "send_idea"
    CORRECT_ERROR = "correct_error"


MAKING = (IntentKind.CREATE_TASK, IntentKind.RESERVE_TIME)
"""What these are about does not exist before they have been sent. Their target is the place where it is made, so one
that needs the user holds up no other: it says nothing of the next."""


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
    """One wish. Order is kept per ``target_id``; ``payload`` is JSON text whose shape the kind decides
    (``domain/wishes.py``); ``about`` is what it concerns, in the words that the user saw.

    ``since`` is when it came to its state. Until ``held_until`` it can be taken back and nobody sends it; one that
    has failed is not tried again before ``not_before`` unless somebody asks. ``answer`` is the source's id of what the
    wish has made. ``conflict`` is kept when somebody else has changed the same thing.
    """

    id: str
    kind: IntentKind
    target_id: str
    payload: str
    state: IntentState
    filed_at: datetime
    attempts: int = 0
    problem: Problem | None = None
    about: str = ""
    since: datetime | None = None
    held_until: datetime | None = None
    not_before: datetime | None = None
    answer: str | None = None
    conflict: Conflict | None = None


@frozen
class Attempt:
    """One step in an intent's history: the state that it came to, and the problem that led there if there was one."""

    at: datetime
    state: IntentState
    problem: Problem | None = None


def new_intent_id(now: datetime, last: str | None = None) -> str:
    """A UUIDv7 (RFC 9562, section 5.7): sorts by the moment it was filed and serves as idempotency key.

    ``last`` is the greatest id so far: the new one is greater, also within a millisecond and after a clock has been
    set back, since wishes are sent in the order of their ids. Put together by hand: importing ``uuid`` and ``secrets``
    would cost the first frame 8 ms.
    """
    milliseconds = int(now.timestamp() * 1000) & ((1 << 48) - 1)
    value = milliseconds << 80 | int.from_bytes(os.urandom(10))
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    made = _as_uuid(value)
    return made if last is None or made > last else _as_uuid(int(last.replace("-", ""), 16) + 1)


def _as_uuid(value: int) -> str:
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
