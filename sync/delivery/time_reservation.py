"""Puts time of the user's own into their calendar, once however often it is sent."""

import msgspec

from sync.delivery.graph_answers import is_done, judged, may_have_arrived
from sync.delivery.invitation_answer import CALENDAR_SCOPE
from sync.delivery.outcome import CONFIRMED, DeliveryTools, Outcome
from sync.problem_translation import unreadable
from workplace_app.domain.intent import Intent, IntentState
from workplace_app.domain.wishes import ReservedTime, wish_as

_SERVICE = "outlook"
_DATE_TIME = "%Y-%m-%dT%H:%M:%S"
_ALREADY_MADE = 409
"""What a service says that knows a transactionId and does not give the event once more. Before anything of ours can
have arrived it means something else, which is the user's to know."""


class _Made(msgspec.Struct):
    id: str


async def deliver_time_reservation(tools: DeliveryTools, intent: Intent) -> Outcome:
    """Make the event. ``transactionId`` is Graph's one documented idempotency key (resources/event, 2026: "for the
    server to avoid redundant POST operations in case of client retries to create the same event"): the wish's id."""
    wish = wish_as(ReservedTime, intent.kind, intent.payload)
    graph = tools.graph(_SERVICE, CALENDAR_SCOPE)
    body = {
        "subject": wish.title,
        "start": {"dateTime": wish.start.strftime(_DATE_TIME), "timeZone": "UTC"},
        "end": {"dateTime": wish.end.strftime(_DATE_TIME), "timeZone": "UTC"},
        "transactionId": intent.id,
    }
    answer = await graph.send("POST", "/me/events", body)
    if answer.status == _ALREADY_MADE and may_have_arrived(intent):
        return CONFIRMED
    if not is_done(answer):
        return judged(graph, answer)
    try:
        made = msgspec.json.decode(answer.content, type=_Made)
    except msgspec.MsgspecError as error:  # asked again with the same key, it says the same once more
        return Outcome(IntentState.UNKNOWN, unreadable(error, _SERVICE))
    return Outcome(IntentState.CONFIRMED, answer=f"event:{made.id}")
