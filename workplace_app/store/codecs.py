"""How the values of a fact's fields are turned into what a column holds, and back."""

import json
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any

from workplace_app.domain.article import Picture
from workplace_app.domain.frozen import frozen
from workplace_app.domain.journey import JourneyStep
from workplace_app.domain.person import Person
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.remark import RemarkAnswer
from workplace_app.domain.service import Known, ServiceChannel, ServiceChannelKind
from workplace_app.store.moments import to_milliseconds, to_moment

_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@frozen
class Codec:
    """``encode`` makes what the column holds, ``decode`` the field's value; neither is called for None."""

    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]


MOMENT = Codec(to_milliseconds, to_moment)
DAY = Codec(date.isoformat, date.fromisoformat)
FLAG = Codec(int, bool)


def word(words: type[StrEnum]) -> Codec:
    """A member of an enumeration, kept as its value."""
    return Codec(lambda member: member.value, {member.value: member for member in words}.__getitem__)


def _encode_texts(texts: tuple[str, ...]) -> str:
    return _compact(texts) if texts else "[]"


def decode_texts(text: str) -> tuple[str, ...]:
    """A tuple of texts from its JSON."""
    return () if text == "[]" else tuple(json.loads(text))


TEXTS = Codec(_encode_texts, decode_texts)


def _encode_picture(picture: Picture) -> list[str]:
    return [picture.key, picture.address, picture.alt, picture.caption]


def decode_picture(text: str) -> Picture:
    """A picture from its JSON."""
    return Picture(*json.loads(text))


PICTURE = Codec(lambda picture: _compact(_encode_picture(picture)), decode_picture)
PICTURES = Codec(
    lambda pictures: _compact([_encode_picture(picture) for picture in pictures]) if pictures else "[]",
    lambda text: tuple(Picture(*fields) for fields in json.loads(text)) if text != "[]" else (),
)
SERVICE_CHANNELS = Codec(
    lambda channels: _compact([[c.kind.value, c.known.value, c.label, c.address] for c in channels]),
    lambda text: tuple(
        ServiceChannel(ServiceChannelKind(kind), Known(known), label, address)
        for kind, known, label, address in json.loads(text)
    ),
)
STEPS = Codec(
    lambda steps: _compact([[s.number, s.title, s.note, s.service_id, s.optional, s.requires] for s in steps]),
    lambda text: tuple(
        JourneyStep(number, title, note, service_id, optional, tuple(requires))
        for number, title, note, service_id, optional, requires in json.loads(text)
    ),
)
PERSON = Codec(
    lambda p: _compact([p.id, p.name, p.title, p.unit, p.place, p.phone, p.mobile, p.mail, p.manager_id]),
    lambda text: Person(*json.loads(text)),
)

ANSWERS = Codec(
    lambda answers: _compact([[each.text, each.author, to_milliseconds(each.at)] for each in answers]),
    lambda text: tuple(RemarkAnswer(words, author, to_moment(at)) for words, author, at in json.loads(text)),
)


def problem_to_text(problem: Problem | None) -> str | None:
    """A problem as it is kept with a feed or an intent."""
    if problem is None:
        return None
    retry_at = to_milliseconds(problem.retry_at) if problem.retry_at else None
    return _compact([problem.kind.value, problem.service, retry_at, problem.scope, problem.item_id, problem.detail])


def problem_from_text(text: str | None) -> Problem | None:
    """The problem; one of a kind that this version does not know, or that cannot be read, is UNEXPECTED: it costs the
    thing that it is kept with nothing but its words."""
    if text is None:
        return None
    try:
        kind, service, retry_at, scope, item_id, detail, *_later = json.loads(text)
        known = ProblemKind(kind) if kind in ProblemKind._value2member_map_ else ProblemKind.UNEXPECTED
        moment = None if retry_at is None else to_moment(retry_at)
    except (ValueError, TypeError, OverflowError, RecursionError):
        return Problem(ProblemKind.UNEXPECTED, detail="a problem that cannot be read")
    return Problem(known, service, moment, scope, item_id, detail)
