"""Answers an invitation: reads the meeting first, since one that has moved or gone is no longer what was answered."""

from datetime import datetime

import msgspec

from sync.delivery.graph_answers import judged
from sync.delivery.outcome import CONFIRMED, DeliveryTools, Outcome, collided
from sync.graph_client import GraphClient
from sync.problem_translation import unreadable
from sync.query import segment
from sync.wire.calendar import EVENT_FIELDS, event_from_graph, graph_event
from sync.wire.graph_envelope import read_single
from sync.wire.reading import UNREADABLE
from workplace_app.domain.conflict import ComparedField, Comparison, Conflict
from workplace_app.domain.event import Event, Response
from workplace_app.domain.intent import Intent, IntentState
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.wishes import InvitationAnswer, wish_as

CALENDAR_SCOPE = "Calendars.ReadWrite"
_SERVICE = "outlook"
_ACTIONS = {
    Response.ACCEPTED: "accept",
    Response.TENTATIVE: "tentativelyAccept",
    Response.DECLINED: "decline",
}


async def deliver_invitation_answer(tools: DeliveryTools, intent: Intent) -> Outcome:
    """Answer the meeting that the user saw. Graph has no idempotency key for answers (event-accept, 2026), and each one
    mails the organiser: a meeting that already says so is left alone."""
    wish = wish_as(InvitationAnswer, intent.kind, intent.payload)
    source, _, identity = intent.target_id.partition(":")
    action = _ACTIONS.get(wish.response)
    if source != "event" or action is None:
        return Outcome(IntentState.NEEDS_YOU, Problem(ProblemKind.UNEXPECTED, item_id=intent.target_id))
    graph = tools.graph(_SERVICE, CALENDAR_SCOPE)
    path = f"/me/events/{segment(identity)}"
    in_doubt = tools.in_doubt_since(intent.id) is not None
    event = await _event(graph, path)
    if event is None or event.cancelled:
        return _nothing_to_answer(wish, event, in_doubt=in_doubt)
    if event.response is wish.response and (in_doubt or not wish.words):
        return CONFIRMED
    if _has_moved(wish, event):
        return collided(_both_versions(wish, event), _SERVICE)
    answer = await graph.send("POST", f"{path}/{action}", {"comment": wish.words, "sendResponse": True})
    if answer.status in (404, 410):
        return collided(Conflict(gone=True), _SERVICE)
    return judged(graph, answer)


async def _event(graph: GraphClient, path: str) -> Event | None:
    """The meeting as it is now; None when it is no longer in the calendar."""
    try:
        answer = await graph.get(path, {"$select": EVENT_FIELDS})
    except ProblemRaised as raised:
        if raised.problem.kind is ProblemKind.NOT_FOUND:
            return None
        raise
    try:
        return event_from_graph(graph_event(read_single(answer.content)))
    except UNREADABLE as error:
        detail = error if isinstance(error, msgspec.MsgspecError) else ValueError("an event that cannot be read")
        raise ProblemRaised(unreadable(detail, _SERVICE)) from error


def _nothing_to_answer(wish: InvitationAnswer, event: Event | None, *, in_doubt: bool) -> Outcome:
    """Who wanted to say no has what they wanted (and a declined meeting leaves the calendar, so that it may be our own
    answer that took it away); words to the organiser are not dropped in silence."""
    if wish.response is Response.DECLINED and (in_doubt or not wish.words):
        return CONFIRMED
    conflict = Conflict(gone=True)
    if event is not None:
        conflict = Conflict((), event.organizer, event.changed_at, gone=True)
    return collided(conflict, _SERVICE)


def _has_moved(wish: InvitationAnswer, event: Event) -> bool:
    """To the minute: what was seen has been kept in milliseconds, and no meeting begins between two minutes."""
    moments = ((wish.seen_start, event.start), (wish.seen_end, event.end))
    return any(seen is not None and _minute(seen) != _minute(now) for seen, now in moments)


def _minute(moment: datetime) -> int:
    return int(moment.timestamp() // 60)


def _both_versions(wish: InvitationAnswer, event: Event) -> Conflict:
    seen_start, seen_end = wish.seen_start or event.start, wish.seen_end or event.end
    place = event.place if wish.seen_place is None else wish.seen_place
    return Conflict(
        (
            Comparison(ComparedField.START, seen_start.isoformat(), event.start.isoformat()),
            Comparison(ComparedField.END, seen_end.isoformat(), event.end.isoformat()),
            Comparison(ComparedField.PLACE, place or None, event.place or None),
            Comparison(ComparedField.RESPONSE, wish.response.value, event.response.value),
        ),
        event.organizer,
        event.changed_at,
    )
