"""Takes time that was reserved out of the calendar again: the event that the user's own wish has made, and no other."""

from datetime import datetime

import msgspec

from sync.delivery.graph_answers import REBASES, STALE, is_done, judged, read_as
from sync.delivery.invitation_answer import CALENDAR_SCOPE
from sync.delivery.outcome import CONFIRMED, DeliveryTools, Outcome, collided
from sync.graph_client import GraphClient
from sync.query import segment
from sync.wire.calendar import Location, Recipient
from sync.wire.dates import zoned_moment
from sync.wire.graph_envelope import GraphDate
from workplace_app.domain.conflict import ComparedField, Comparison, Conflict
from workplace_app.domain.intent import Intent, IntentState
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.wishes import TimeGivenBack, wish_as

_SERVICE = "outlook"
_FIELDS = (
    "id,subject,bodyPreview,start,end,location,attendees,isOrganizer,isCancelled,transactionId,type,hasAttachments"
)
_GONE = (404, 410)
_ALONE = (None, "singleInstance")
_IS_SO = "yes"
_NAMELESS = "?"


class _Event(msgspec.Struct, rename="camel", kw_only=True):
    id: str
    etag: str | None = msgspec.field(name="@odata.etag", default=None)
    subject: str | None = None
    body_preview: str | None = None
    start: GraphDate | None = None
    end: GraphDate | None = None
    location: Location | None = None
    attendees: list[Recipient | None] | None = None
    is_organizer: bool | None = None
    is_cancelled: bool | None = None
    transaction_id: str | None = None
    type: str | None = None
    has_attachments: bool | None = None


async def deliver_time_given_back(tools: DeliveryTools, intent: Intent) -> Outcome:
    """Read the event, and delete it when it is as the user saw it (event-delete, 2026: 204, and guests are told). The
    request names the version that was read (``If-Match``, in Graph's description of the operation): a busy service may
    let minutes pass between the two, in which guests are invited.

    It is ours when it carries the ``transactionId`` that we gave it: Graph gives that back to whoever has set it
    (resources/event, 2026). What is no longer in the calendar is what was wanted, also when it was our own attempt that
    took it away.
    """
    wish = wish_as(TimeGivenBack, intent.kind, intent.payload)
    source, _, identity = intent.target_id.partition(":")
    if source != "event" or not identity:
        return Outcome(IntentState.NEEDS_YOU, Problem(ProblemKind.UNEXPECTED, item_id=intent.target_id))
    graph = tools.graph(_SERVICE, CALENDAR_SCOPE)
    path = f"/me/events/{segment(identity)}"
    for _ in range(REBASES + 1):
        event = await _event(graph, path)
        if event is None or event.is_cancelled:
            return CONFIRMED
        if event.transaction_id != wish.made_by or event.is_organizer is False:
            detail = "another event than the one that was made here"
            problem = Problem(ProblemKind.REQUEST_REFUSED, service=_SERVICE, item_id=intent.target_id, detail=detail)
            return Outcome(IntentState.NEEDS_YOU, problem)
        versions = _both_versions(wish, event)
        if any(each.differs for each in versions.fields):
            return collided(versions, _SERVICE)
        answer = await graph.send("DELETE", path, None, {"If-Match": event.etag} if event.etag else {})
        if answer.status not in STALE:
            return CONFIRMED if is_done(answer) or answer.status in _GONE else judged(graph, answer)
    return Outcome(IntentState.WAITING, graph.problem(answer))


async def _event(graph: GraphClient, path: str) -> _Event | None:
    """The event as it is now; None when it is no longer in the calendar."""
    try:
        answer = await graph.get(path, {"$select": _FIELDS})
    except ProblemRaised as raised:
        if raised.problem.kind is ProblemKind.NOT_FOUND:
            return None
        raise
    return read_as(answer, _Event, _SERVICE)


def _both_versions(wish: TimeGivenBack, event: _Event) -> Conflict:
    """What the user saw, and what stands there: whoever has written in it since, moved it, invited others to it, put
    files into it or made a series of it (which would go as a whole) is asked before it goes."""
    place = event.location.display_name if event.location is not None else None
    guests = event.attendees or ()
    invited = ", ".join(_NAMELESS if each is None else each.name or _NAMELESS for each in guests)
    return Conflict(
        (
            Comparison(ComparedField.TITLE, wish.title or None, event.subject or None),
            _compared(ComparedField.START, wish.start, event.start),
            _compared(ComparedField.END, wish.end, event.end),
            Comparison(ComparedField.PLACE, wish.seen_place, place or None),
            Comparison(ComparedField.INVITED, wish.seen_invited, invited or None),
            Comparison(ComparedField.NOTES, wish.seen_notes, (event.body_preview or "").strip() or None),
            Comparison(ComparedField.REPEATS, wish.seen_repeats, None if event.type in _ALONE else _IS_SO),
            Comparison(ComparedField.ATTACHMENTS, wish.seen_attachments, _IS_SO if event.has_attachments else None),
        )
    )


def _compared(field: ComparedField, seen: datetime, now: GraphDate | None) -> Comparison:
    """To the minute: what was seen has been kept in milliseconds, and no event begins between two minutes."""
    stands = None if now is None else zoned_moment(now.date_time, now.time_zone)
    if stands is not None and int(stands.timestamp() // 60) == int(seen.timestamp() // 60):
        return Comparison(field, seen.isoformat(), seen.isoformat())
    return Comparison(field, seen.isoformat(), None if stands is None else stands.isoformat())
