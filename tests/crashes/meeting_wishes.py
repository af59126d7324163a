"""What may be wished of the calendar: an answer to an invitation, time of one's own, and that it is given back."""

from datetime import UTC, datetime, timedelta

from tests.crashes.town_log import TownLog
from tests.crashes.wish import Wish, filed, ids, last_part, mark_of, marks_in, new_mark, not_shown, one
from workplace_app.domain.event import Response
from workplace_app.domain.intent import Intent, IntentKind
from workplace_app.domain.wishes import InvitationAnswer, ReservedTime, wish_as
from workplace_app.store.connection_type import Connection
from workplace_app.store.event_reader import event as event_seen
from workplace_app.store.outbox_reader import pending_intents, sent_intents
from workplace_app.store.outbox_undo import undo, undoable

_UNANSWERED = (
    "SELECT id FROM events WHERE response = 'not_answered' AND NOT cancelled AND \"start\" > unixepoch() * 1000 "
    "ORDER BY id LIMIT ?"
)
_EVER = datetime(2020, 1, 1, tzinfo=UTC)
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
    """The first of the times that have been taken and that nobody has given back."""
    sent = [each for each in sent_intents(connection, _EVER) if each.kind is IntentKind.RESERVE_TIME]
    free = sorted(undoable(connection, sent))
    if not free:
        return None
    undo(connection, free[0], now)
    return next(each for each in reversed(pending_intents(connection)) if each.kind is IntentKind.GIVE_TIME_BACK)


def _times_given_back(log: TownLog, _target_id: str) -> list[str]:
    """One for each event that was removed."""
    return [mark for document in log.removed_documents("events/") for mark in marks_in(document["subject"])]


_ANSWERS, _TIMES = frozenset({IntentKind.ANSWER_INVITATION}), frozenset({IntentKind.RESERVE_TIME})
MEETING_WISHES: tuple[Wish, ...] = (
    Wish("answer to an invitation", _ANSWERS, ids(_UNANSWERED), _other_answer, _response, _answers, not_shown),
    Wish("reserved time", _TIMES, one("calendar:"), _reserve, mark_of, _reservations, not_shown),
    Wish(
        "time given back",
        frozenset({IntentKind.GIVE_TIME_BACK}),
        one("calendar:"),
        _give_back,
        mark_of,
        _times_given_back,
        not_shown,
        within=True,
    ),
)
