"""Questions, ideas and corrections about an article or a service: as the municipality has them, and as the user sees
them, with those that are still on their way."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from workplace_app.domain.frozen import frozen
from workplace_app.domain.intent import Intent, IntentKind

LONGEST_REMARK = 4_000
"""Characters: two pages. The interface of the municipality takes this many (docs/for-municipalities.md)."""
_FACT = "remark:"


class RemarkKind(StrEnum):
    """What somebody may have to say about an article or a service."""

    QUESTION = "question"
    IDEA = "idea"
    CORRECTION = "correction"


class RemarkState(StrEnum):
    """How far the municipality has come with it."""

    RECEIVED = "received"
    LOOKED_AT = "looked_at"
    ANSWERED = "answered"
    CLOSED = "closed"


REMARK_KINDS: Mapping[IntentKind, RemarkKind] = {
    IntentKind.ASK_QUESTION: RemarkKind.QUESTION,
    IntentKind.SEND_IDEA: RemarkKind.IDEA,
    IntentKind.CORRECT_ERROR: RemarkKind.CORRECTION,
}
INTENT_KINDS: Mapping[RemarkKind, IntentKind] = {remark: intent for intent, remark in REMARK_KINDS.items()}


@frozen
class RemarkAnswer:
    """What the municipality has answered. ``author`` is a person or a unit, "" when the answer does not say."""

    text: str
    author: str
    at: datetime


@frozen
class ReceivedRemark:
    """One of the user's own remarks, as the municipality has it. ``id`` is "remark:" and the id of the wish that
    brought it there; ``about_id`` is the article or the service, as this program named it."""

    id: str
    kind: RemarkKind
    text: str
    about_id: str
    about_title: str
    written_at: datetime
    state: RemarkState
    changed_at: datetime
    address: str | None = None
    received_at: datetime | None = None
    answers: tuple[RemarkAnswer, ...] = ()


@frozen
class About:
    """What a remark is about: an article, a service or a journey. ``address`` is its page, if it has one."""

    id: str
    title: str
    address: str | None = None


@frozen
class RemarkDraft:
    """A remark that is being written."""

    kind: RemarkKind
    text: str


@frozen
class RemarkAsSeen:
    """One of the user's own remarks, sent or on its way. ``state`` is None until the municipality has told it, and
    ``intent`` None once it has. ``unread`` says that there is an answer which the user has not seen."""

    id: str
    kind: RemarkKind
    text: str
    about: About
    written_at: datetime
    state: RemarkState | None
    answers: tuple[RemarkAnswer, ...] = ()
    intent: Intent | None = None
    changed_at: datetime | None = None
    unread: bool = False


def remark_id(intent_id: str) -> str:
    """The id of the remark that a wish brings."""
    return _FACT + intent_id
