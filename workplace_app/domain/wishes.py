"""What each kind of intent carries beside its target: frozen values, and the JSON text that the outbox keeps.

A wish that changes something remembers what the user saw when it was made (``seen``): what stands in the source at
delivery is compared with that, so that nothing which somebody else has changed meanwhile is overwritten in silence.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar

from workplace_app.domain.conflict import ComparedField, Conflict
from workplace_app.domain.event import Response
from workplace_app.domain.frozen import frozen
from workplace_app.domain.intent import IntentKind

LONGEST_TASK_TITLE = 250
"""Characters; what is longer is text and no title."""


@frozen
class Nothing:
    """A kind that says all by itself: complete, reopen."""


@frozen
class DueChange:
    """Another last day for a task; None takes it away. ``seen`` is the day that stood there."""

    due: date | None
    seen: date | None


@frozen
class Comment:
    """Words to be added to a task."""

    text: str


@frozen
class NewTask:
    """A task of the user's own, in To Do; ``notes`` are words that are too long or have too many lines for a title."""

    title: str
    due: date | None = None
    notes: str = ""


@frozen
class ReservedTime:
    """An event of the user's own. Both moments are UTC."""

    title: str
    start: datetime
    end: datetime


@frozen
class TimeGivenBack:
    """An event of the user's own is no longer needed: the one that the wish with the id ``made_by`` has made, as it was
    when that was decided (moments in UTC)."""

    title: str
    start: datetime
    end: datetime
    made_by: str
    seen_place: str | None = None
    seen_invited: str | None = None
    seen_notes: str | None = None
    seen_repeats: str | None = None
    seen_attachments: str | None = None


@frozen
class InvitationAnswer:
    """The answer to an invitation, for the meeting as it was when it was answered (UTC)."""

    response: Response
    words: str = ""
    seen_start: datetime | None = None
    seen_end: datetime | None = None
    seen_place: str | None = None


@frozen
class Acknowledgement:
    """The article has been read; ``at`` is when the user said so (UTC), also long before it is sent."""

    at: datetime


@frozen
class Reply:
    """Words in a channel's thread or in a chat; ``thread_id`` is None in a chat."""

    text: str
    thread_id: str | None = None


@frozen
class Remark:
    """A question, an idea or a correction about an article or a service. ``address`` is its page, if it has one."""

    text: str
    address: str | None = None


Wish = (
    Nothing
    | DueChange
    | Comment
    | NewTask
    | ReservedTime
    | TimeGivenBack
    | InvitationAnswer
    | Acknowledgement
    | Reply
    | Remark
)
AnyWish = TypeVar("AnyWish", bound=Wish)
WISHES: Mapping[IntentKind, type[Wish]] = {
    IntentKind.COMPLETE_TASK: Nothing,
    IntentKind.REOPEN_TASK: Nothing,
    IntentKind.CHANGE_DUE: DueChange,
    IntentKind.COMMENT_TASK: Comment,
    IntentKind.CREATE_TASK: NewTask,
    IntentKind.RESERVE_TIME: ReservedTime,
    IntentKind.GIVE_TIME_BACK: TimeGivenBack,
    IntentKind.ANSWER_INVITATION: InvitationAnswer,
    IntentKind.ACKNOWLEDGE_ARTICLE: Acknowledgement,
    IntentKind.REPLY: Reply,
    IntentKind.ASK_QUESTION: Remark,
    IntentKind.SEND_IDEA: Remark,
    IntentKind.CORRECT_ERROR: Remark,
}
_READ: Mapping[str, Callable[[str], Any]] = {
    "due": date.fromisoformat,
    "seen": date.fromisoformat,
    "start": datetime.fromisoformat,
    "end": datetime.fromisoformat,
    "seen_start": datetime.fromisoformat,
    "seen_end": datetime.fromisoformat,
    "at": datetime.fromisoformat,
    "response": Response,
}
"""Fields that are more than text, by their name, which means the same in every wish."""


def payload_of(wish: Wish) -> str:
    """The JSON text that the outbox keeps."""
    values = {each.name: _plain(getattr(wish, each.name)) for each in fields(wish)}
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def wish_of(kind: IntentKind, payload: str) -> Wish:
    """The wish in a payload of this kind. Raises ``ValueError`` for one that no version of the program has written."""
    try:
        values = json.loads(payload)
        read = {
            name: _READ[name](value) if name in _READ and value is not None else value for name, value in values.items()
        }
        wish = WISHES[kind](**read)
        if all(isinstance(getattr(wish, each.name), each.type) for each in fields(wish)):  # type: ignore[arg-type]
            return wish
    except (TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"the payload is none of {kind.value}") from error
    raise ValueError(f"the payload is none of {kind.value}")


def wish_as(shape: type[AnyWish], kind: IntentKind, payload: str) -> AnyWish:
    """As ``wish_of``, for who knows which wish a kind carries. Raises ``ValueError`` for another one."""
    wish = wish_of(kind, payload)
    if not isinstance(wish, shape):
        raise ValueError(f"{kind.value} carries no {shape.__name__}")
    return wish


def task_of(words: str, due: date | None = None, *, about: str = "") -> NewTask:
    """A task of words of any length; ``about`` says what they concern. What a title cannot hold stands whole in its
    notes."""
    one_line = " ".join(words.split())
    title = f"{about}: {one_line}" if about else one_line
    short = title if len(title) <= LONGEST_TASK_TITLE else f"{title[: LONGEST_TASK_TITLE - 1]}…"
    return NewTask(short, due, "" if short == title and one_line == words.strip() else words)


def words_of(wish: Wish) -> str:
    """The user's own words in a wish, which must never be lost; "" for a wish without any."""
    if isinstance(wish, (Comment, Reply, Remark)):
        return wish.text
    if isinstance(wish, InvitationAnswer):
        return wish.words
    if isinstance(wish, NewTask):
        return wish.notes or wish.title
    return wish.title if isinstance(wish, ReservedTime) else ""


def without(wish: Wish, earlier: Wish) -> Wish:
    """The same wish when an earlier one for the same target has been withdrawn: what the user saw when this one was
    made was the earlier one's doing, and will never stand in the source."""
    if isinstance(wish, DueChange) and isinstance(earlier, DueChange) and wish.seen == earlier.due:
        return replace(wish, seen=earlier.seen)
    return wish


_CONTROLS = dict.fromkeys([*(set(range(32)) - set(b"\t\n\r")), 127, *range(0xD800, 0xE000)])
"""What no service keeps (Exchange and Teams store XML), so that words with it in them would not be known again when it
is looked whether they have arrived: controls, and halves of letters. The user sees neither."""


def _plain(value: object) -> object:
    if isinstance(value, str) and not isinstance(value, Enum):
        return value.translate(_CONTROLS)
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def insisting(wish: Wish, conflict: Conflict) -> Wish:
    """The same wish in full knowledge of the other version: it is delivered as long as that one still stands."""
    if isinstance(wish, DueChange):
        theirs = conflict.theirs(ComparedField.DUE)
        return replace(wish, seen=None if theirs is None else date.fromisoformat(theirs))
    if isinstance(wish, TimeGivenBack):
        start, end = conflict.theirs(ComparedField.START), conflict.theirs(ComparedField.END)
        return replace(
            wish,
            title=conflict.theirs(ComparedField.TITLE) or "",
            start=wish.start if start is None else datetime.fromisoformat(start),
            end=wish.end if end is None else datetime.fromisoformat(end),
            seen_place=conflict.theirs(ComparedField.PLACE),
            seen_invited=conflict.theirs(ComparedField.INVITED),
            seen_notes=conflict.theirs(ComparedField.NOTES),
            seen_repeats=conflict.theirs(ComparedField.REPEATS),
            seen_attachments=conflict.theirs(ComparedField.ATTACHMENTS),
        )
    if isinstance(wish, InvitationAnswer):
        start, end = conflict.theirs(ComparedField.START), conflict.theirs(ComparedField.END)
        return replace(
            wish,
            seen_start=wish.seen_start if start is None else datetime.fromisoformat(start),
            seen_end=wish.seen_end if end is None else datetime.fromisoformat(end),
        )
    return wish
