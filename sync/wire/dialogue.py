"""What is sent to the municipality's dialogue, and the remarks that it lists."""

from datetime import datetime

import msgspec

from sync.wire.addresses import absolute_https
from sync.wire.dates import required_moment
from sync.wire.plain_text import plain_text
from sync.wire.reading import UNREADABLE, RawItem, UnreadableItemError, array_items, required, without_byte_order_mark
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.remark import About, ReceivedRemark, RemarkAnswer, RemarkKind, RemarkState, remark_id


class SentAbout(msgspec.Struct, omit_defaults=True):
    """What a remark is about."""

    id: str
    title: str = ""
    address: str | None = None


class SentRemark(msgspec.Struct):
    """The body of a PUT to /remarks/{id}."""

    kind: str
    text: str
    about: SentAbout
    written_at: datetime


class SentAcknowledgement(msgspec.Struct):
    """The body of a PUT to /acknowledgements/{article}."""

    read_at: datetime
    title: str = ""


class _Answer(msgspec.Struct):
    text: str
    at: str
    author: str | None = None


class _About(msgspec.Struct):
    id: str
    title: str | None = None
    address: str | None = None


class _Remark(msgspec.Struct):
    kind: RemarkKind
    text: str
    about: _About
    written_at: str
    changed_at: str
    state: RemarkState
    id: str | None = None
    received_at: str | None = None
    answers: list[_Answer] = []


class _Receipt(msgspec.Struct):
    id: str


class _Envelope(msgspec.Struct):
    remarks: msgspec.Raw


_REMARK = msgspec.json.Decoder(_Remark)


def sent_remark(kind: RemarkKind, text: str, about: About, written_at: datetime) -> SentRemark:
    """A remark as it is sent."""
    return SentRemark(kind.value, text, SentAbout(about.id, about.title, about.address), written_at)


def receipt(content: bytes, service: str) -> str:
    """The id of what has been received, as the municipality repeats it. Raises UNREADABLE_ANSWER: an answer without it
    comes from somebody else."""
    try:
        return msgspec.json.decode(without_byte_order_mark(content), type=_Receipt).id
    except UNREADABLE as error:
        detail = "no receipt in the answer"
        raise ProblemRaised(Problem(ProblemKind.UNREADABLE_ANSWER, service=service, detail=detail)) from error


def remark_items(content: bytes, service: str) -> list[RawItem]:
    """The items of the list. Raises UNREADABLE_ANSWER."""
    try:
        envelope = msgspec.json.decode(without_byte_order_mark(content), type=_Envelope)
        return array_items(bytes(envelope.remarks))
    except UNREADABLE as error:
        detail = "not a list of remarks"
        raise ProblemRaised(Problem(ProblemKind.UNREADABLE_ANSWER, service=service, detail=detail)) from error


def remark_from_dialogue(item: RawItem) -> ReceivedRemark:
    """One remark. An unknown state or kind makes it unreadable: showing a wrong one would be worse."""
    decoded = _REMARK.decode(item)
    changed_at = required_moment(decoded.changed_at, "changed_at")
    received_at = decoded.received_at
    return ReceivedRemark(
        id=remark_id(required(decoded.id, "id")),
        kind=decoded.kind,
        text=decoded.text,
        about_id=required(decoded.about.id, "about.id"),
        about_title=plain_text(decoded.about.title or ""),
        written_at=required_moment(decoded.written_at, "written_at"),
        state=decoded.state,
        changed_at=changed_at,
        address=absolute_https(decoded.about.address) if decoded.about.address else None,
        received_at=None if received_at is None else required_moment(received_at, "received_at"),
        answers=tuple(map(_answer, decoded.answers)),
    )


def _answer(answer: _Answer) -> RemarkAnswer:
    text = plain_text(answer.text)
    if not text:
        raise UnreadableItemError("an answer is empty")
    return RemarkAnswer(text, plain_text(answer.author or ""), required_moment(answer.at, "answers.at"))
