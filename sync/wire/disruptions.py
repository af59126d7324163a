"""The public list of disturbances as the municipality's site writes it, and the disruptions that they are to us."""

import msgspec

from sync.wire.addresses import absolute_https
from sync.wire.dates import UNDATED, moment
from sync.wire.plain_text import plain_text
from sync.wire.reading import RawItem, UnreadableItemError, array_items, required, without_byte_order_mark
from workplace_app.domain.disruption import Disruption
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised


class PublicDisruption(msgspec.Struct, kw_only=True):
    """One disturbance."""

    id: str | None = None
    title: str | None = None
    text: str | None = None
    shown_from: str | None = None
    starts: str | None = None
    ends: str | None = None
    planned: bool | None = None
    public: bool | None = None
    address: str | None = None
    changed: str | None = None


class _Envelope(msgspec.Struct):
    disruptions: msgspec.Raw = msgspec.Raw(b"")


_DISRUPTIONS = msgspec.json.Decoder(PublicDisruption, strict=False)


def disruption_items(content: bytes, service: str) -> list[RawItem]:
    """The items of the list, alone or under the name "disruptions". Raises UNREADABLE_ANSWER."""
    text = without_byte_order_mark(content).strip()
    try:
        if not text.startswith(b"["):
            text = bytes(msgspec.json.decode(text, type=_Envelope).disruptions)
        return array_items(text)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        problem = Problem(ProblemKind.UNREADABLE_ANSWER, service=service, detail="not a list of disruptions")
        raise ProblemRaised(problem) from error


def disruption_from_public(item: RawItem) -> Disruption:
    """One disturbance; its id is the CMS's, so that the same page read from both places is one."""
    decoded = _DISRUPTIONS.decode(item)
    title = plain_text(decoded.title or "")
    if not title:
        raise UnreadableItemError("title is missing")
    starts = moment(decoded.starts)
    return Disruption(
        id=f"disruption:{required(decoded.id, 'id')}",
        title=title,
        text=plain_text(decoded.text or ""),
        shown_from=moment(decoded.shown_from) or starts or UNDATED,
        starts=starts,
        ends=moment(decoded.ends),
        planned=bool(decoded.planned),
        public=decoded.public is not False,
        address=absolute_https(decoded.address) if decoded.address else None,
        changed=moment(decoded.changed),
    )
