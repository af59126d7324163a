"""What may be wished of the calendar: an answer to an invitation, time of one's own, and to give that back."""

from datetime import datetime, timedelta

from tests.crashes.town_log import TownLog
from tests.crashes.wish import Wish, filed, ids, last_part, mark_of, marks_in, new_mark, not_shown, one
from workplace_app.domain.event import Response
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.domain.opposite import opposite_of
from workplace_app.domain.wishes import InvitationAnswer, ReservedTime, wish_as
from workplace_app.store.connection_type import Connection
from workplace_app.store.event_reader import event as event_seen
from workplace_app.store.outbox_reader import intent as read_intent

_ANSWERABLE = (
    "SELECT id FROM events WHERE response IN ('not_answered', 'accepted', 'tentative') AND NOT cancelled "
    'AND "start" > unixepoch() * 1000 ORDER BY id LIMIT ?'
)
_STILL_RESERVED = (
    "SELECT id FROM mine.outbox WHERE kind = 'reserve_time' AND state = 'confirmed' AND answer IS NOT NULL "
    "AND answer NOT IN (SELECT target_id FROM mine.outbox WHERE kind = 'give_time_back') ORDER BY id LIMIT 1"
)
_UNDER_WAY = {IntentState.WAITING, IntentState.SENDING, IntentState.UNKNOWN}
_IN_THE_TOWN = {"accepted": Response.ACCEPTED, "tentativelyAccepted": Response.TENTATIVE}


def _other_answer(connection: Connection, target_id: str, now: datetime) -> Intent | None:
    """Yes; after that perhaps; after that yes again. What is declined would leave the calendar."""
    seen = event_seen(connection, target_id)
    if seen is None:
        return None
    event = seen.event
    response = Response.TENTATIVE if event.response is Response.ACCEPTED else Response.ACCEPTED
    answer = InvitationAnswer(response, "", event.start, event.end, event.place)
    return filed(connection, IntentKind.ANSWER_INVITATION, target_id, now, answer)


def _response(intent: Intent) -> str:
    return wish_as(InvitationAnswer, intent.kind, intent.payload).response.value


def _answers(log: TownLog, target_id: str) -> list[str]:
    """Each answer that the organiser has had; colleagues who move the meeting leave it and its moment as they are."""
    before = log.documents_before("events/", last_part(target_id))
    known = before[-1]["responseStatus"] if before else None
    answers = []
    for document in log.documents("events/", last_part(target_id)):
        status = document["responseStatus"]
        if status != known and status["response"] in _IN_THE_TOWN:
            answers.append(_IN_THE_TOWN[status["response"]].value)
        known = status
    return answers


def _reserve(connection: Connection, target_id: str, now: datetime) -> Intent | None:
    start = now.replace(second=0, microsecond=0) + timedelta(days=2)
    time = ReservedTime(new_mark(), start, start + timedelta(hours=1))
    return filed(connection, IntentKind.RESERVE_TIME, target_id, now, time)


def _reservations(log: TownLog, _target_id: str) -> list[str]:
    """One for each event that was made."""
    return [mark for document in log.first_documents("events/") for mark in marks_in(document["subject"])]


def _give_back(connection: Connection, _target_id: str, now: datetime) -> Intent | None:
    """The first time that the calendar has and that was not given back yet; one after the other."""
    given = connection.execute("SELECT state FROM mine.outbox WHERE kind = 'give_time_back'").fetchall()
    if any(IntentState(state) in _UNDER_WAY for (state,) in given):
        return None
    row = connection.execute(_STILL_RESERVED).fetchone()
    reservation = None if row is None else read_intent(connection, row[0])
    opposite = None if reservation is None else opposite_of(reservation)
    return None if opposite is None else filed(connection, opposite.kind, opposite.target_id, now, opposite.wish)


def _taken_out(log: TownLog, _target_id: str) -> list[str]:
    """The reserved events that were taken out of the calendar; colleagues take out meetings of their own."""

    def reserved(event_id: str) -> bool:
        return any(marks_in(document["subject"]) for document in log.documents("events/", event_id))

    return [event_id for event_id in log.removed("events/") if reserved(event_id)]


_ANSWERS, _TIMES, _BACK = (
    frozenset({IntentKind.ANSWER_INVITATION}),
    frozenset({IntentKind.RESERVE_TIME}),
    frozenset({IntentKind.GIVE_TIME_BACK}),
)
MEETING_WISHES: tuple[Wish, ...] = (
    Wish("answer to an invitation", _ANSWERS, ids(_ANSWERABLE), _other_answer, _response, _answers, not_shown),
    Wish("reserved time", _TIMES, one("calendar:"), _reserve, mark_of, _reservations, not_shown),
    Wish(
        "time given back",
        _BACK,
        one("calendar:"),
        _give_back,
        lambda intent: last_part(intent.target_id),
        _taken_out,
        not_shown,
        lambda _intent, _target_id: True,
    ),
)
