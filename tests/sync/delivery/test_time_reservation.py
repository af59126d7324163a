"""Taking time in one's own calendar: one event, however often it has to be asked for."""

from datetime import timedelta

import pytest

from tests.sync.delivery.live_outbox import LiveOutbox
from workplace_app.demo.staff import STAFF
from workplace_app.domain.event import Response
from workplace_app.domain.intent import IntentKind, IntentState
from workplace_app.domain.problem import ProblemKind
from workplace_app.domain.wishes import ReservedTime
from workplace_app.store.event_reader import event as read_event

TITLE = "Skriva yttrandet"


def reserved(outbox: LiveOutbox) -> list[str]:
    """The ids of the events with the title, in Elin's calendar."""
    events = outbox.surroundings.tenant.calendars.events_of(STAFF[0]).all()
    return [event["id"] for event in events if event["subject"] == TITLE]


def file(outbox: LiveOutbox) -> str:
    start = outbox.clock.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=1)
    wish = ReservedTime(TITLE, start, start + timedelta(minutes=90))
    return outbox.file(IntentKind.RESERVE_TIME, "calendar:", wish, TITLE)


def test_the_time_is_in_the_calendar_and_the_wish_knows_which_event_it_became(outbox: LiveOutbox) -> None:
    done = outbox.after_delivery(file(outbox))
    assert done.state is IntentState.CONFIRMED
    assert [done.answer] == [f"event:{event_id}" for event_id in reserved(outbox)]
    outbox.reader.read("calendar")
    seen = read_event(outbox.connection, done.answer or "")
    assert seen is not None
    assert (seen.event.title, seen.event.end - seen.event.start, seen.event.response) == (
        TITLE,
        timedelta(minutes=90),
        Response.ORGANIZER,
    )


@pytest.mark.parametrize("fault", ["cut_body", "reset_in_body"])
def test_a_reply_that_was_lost_does_not_make_a_second_event(outbox: LiveOutbox, fault: str) -> None:
    wish = file(outbox)
    outbox.surroundings.fault(kind=fault, method="POST", path="/v1.0/me/events", times=1)
    assert outbox.after_delivery(wish).state is IntentState.UNKNOWN
    assert len(reserved(outbox)) == 1
    done = outbox.after_delivery(wish)
    assert done.state is IntentState.CONFIRMED
    assert [done.answer] == [f"event:{event_id}" for event_id in reserved(outbox)]


def test_an_answer_that_cannot_be_read_is_asked_for_again(outbox: LiveOutbox) -> None:
    wish = file(outbox)
    outbox.surroundings.fault(kind="cut_json", method="POST", path="/v1.0/me/events", times=1)
    assert outbox.after_delivery(wish).state is IntentState.UNKNOWN
    assert outbox.after_delivery(wish).answer is not None
    assert len(reserved(outbox)) == 1


def test_a_service_that_says_that_it_has_it_already_is_believed_when_it_can_have_it(outbox: LiveOutbox) -> None:
    wish = file(outbox)
    outbox.surroundings.fault(kind="cut_json", method="POST", path="/v1.0/me/events", times=1)
    assert outbox.after_delivery(wish).state is IntentState.UNKNOWN
    outbox.surroundings.fault(kind="status", status=409, method="POST", path="/v1.0/me/events", times=1)
    assert outbox.after_delivery(wish).state is IntentState.CONFIRMED


def test_a_conflict_before_anything_has_arrived_is_the_users_to_know(outbox: LiveOutbox) -> None:
    outbox.surroundings.fault(kind="status", status=409, method="POST", path="/v1.0/me/events", times=1)
    assert outbox.after_delivery(file(outbox)).state is IntentState.NEEDS_YOU


def test_the_same_time_asked_for_twice_is_two_events(outbox: LiveOutbox) -> None:
    first, second = file(outbox), file(outbox)
    outbox.deliver()
    outbox.deliver()
    assert len({outbox.intent(first).answer, outbox.intent(second).answer, None}) == 3
    assert len(reserved(outbox)) == 2


def test_without_the_permission_it_is_the_users_to_know(outbox: LiveOutbox) -> None:
    outbox.scopes.remove("Calendars.ReadWrite")
    outbox.sign_in()
    refused = outbox.after_delivery(file(outbox))
    assert refused.problem is not None
    assert (refused.problem.kind, refused.problem.scope) == (ProblemKind.CONSENT_MISSING, "Calendars.ReadWrite")
