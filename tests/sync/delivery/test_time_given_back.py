"""Time that was taken is given back: the event that we made, as the user saw it, and never another."""

from datetime import timedelta

import pytest

from tests.sync.delivery.live_outbox import LiveOutbox
from workplace_app.demo.staff import STAFF
from workplace_app.demo.tenant.change_log import Json
from workplace_app.domain.conflict import ComparedField
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.domain.problem import ProblemKind
from workplace_app.domain.wishes import ReservedTime, TimeGivenBack
from workplace_app.store.event_reader import event as read_event
from workplace_app.store.outbox_filing import keep_mine, keep_theirs
from workplace_app.store.outbox_reader import pending_intents
from workplace_app.store.outbox_undo import Undone, undo

TITLE = "Skriva yttrandet"


def in_calendar(outbox: LiveOutbox) -> list[Json]:
    """The events with the title, in Elin's calendar."""
    events = outbox.surroundings.tenant.calendars.events_of(STAFF[0]).all()
    return [event for event in events if event["subject"] == TITLE]


def taken(outbox: LiveOutbox) -> Intent:
    """Time that has been taken and is in the calendar."""
    start = outbox.clock.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=1)
    wish = ReservedTime(TITLE, start, start + timedelta(minutes=90))
    done = outbox.after_delivery(outbox.file(IntentKind.RESERVE_TIME, "calendar:", wish, TITLE))
    assert len(in_calendar(outbox)) == 1
    return done


def given_back(outbox: LiveOutbox, reservation: Intent) -> str:
    """The id of the wish that gives it back."""
    assert undo(outbox.connection, reservation.id, outbox.clock.now()) is Undone.OPPOSITE_FILED
    (filed,) = pending_intents(outbox.connection)
    assert filed.kind is IntentKind.GIVE_TIME_BACK
    return filed.id


def changed(outbox: LiveOutbox, **changes: object) -> None:
    """The user has changed the event in Outlook."""
    calendars = outbox.surroundings.tenant.calendars
    assert calendars.change(STAFF[0], in_calendar(outbox)[0]["id"], dict(changes)) is not None


def test_undo_takes_the_event_out_of_the_calendar(outbox: LiveOutbox) -> None:
    reservation = taken(outbox)
    outbox.reader.read("calendar")
    assert outbox.after_delivery(given_back(outbox, reservation)).state is IntentState.CONFIRMED
    assert in_calendar(outbox) == []
    assert read_event(outbox.connection, reservation.answer or "") is None


def test_undo_of_that_takes_the_time_again(outbox: LiveOutbox) -> None:
    wish = given_back(outbox, taken(outbox))
    outbox.after_delivery(wish)
    assert undo(outbox.connection, wish, outbox.clock.now()) is Undone.OPPOSITE_FILED
    outbox.deliver()
    assert len(in_calendar(outbox)) == 1


@pytest.mark.parametrize("fault", ["reset", "answer_lost", "cut_body", "reset_in_body"])
def test_an_answer_that_was_lost_takes_away_nothing_else(outbox: LiveOutbox, fault: str) -> None:
    wish = given_back(outbox, taken(outbox))
    before = len(outbox.surroundings.tenant.calendars.events_of(STAFF[0]).all())
    outbox.surroundings.fault(kind=fault, method="DELETE", path="/v1.0/me/events/*", times=1)
    outbox.after_delivery(wish)
    assert outbox.after_delivery(wish).state is IntentState.CONFIRMED
    assert len(outbox.surroundings.tenant.calendars.events_of(STAFF[0]).all()) == before - 1


def test_what_has_gone_already_is_what_was_wanted(outbox: LiveOutbox) -> None:
    wish = given_back(outbox, taken(outbox))
    shelf = outbox.surroundings.tenant.calendars.events_of(STAFF[0])
    shelf.remove(in_calendar(outbox)[0]["id"])
    assert outbox.after_delivery(wish).state is IntentState.CONFIRMED


def test_what_goes_between_our_look_and_our_request_is_what_was_wanted(outbox: LiveOutbox) -> None:
    wish = given_back(outbox, taken(outbox))
    outbox.surroundings.fault(kind="status", status=404, method="DELETE", path="/v1.0/me/events/*", times=1)
    assert outbox.after_delivery(wish).state is IntentState.CONFIRMED


CHANGES: dict[ComparedField, dict[str, object]] = {
    ComparedField.START: {"start": {"dateTime": "2031-01-07T08:00:00.0000000", "timeZone": "UTC"}},
    ComparedField.END: {"end": {"dateTime": "2031-01-07T09:00:00.0000000", "timeZone": "UTC"}},
    ComparedField.PLACE: {"location": {"displayName": "Rum 4"}},
    ComparedField.INVITED: {"attendees": [{"emailAddress": {"name": "Samira", "address": "s@example.se"}}]},
    ComparedField.NOTES: {"bodyPreview": "Ring Petra först."},
    ComparedField.REPEATS: {"type": "seriesMaster"},
    ComparedField.ATTACHMENTS: {"hasAttachments": True},
}


@pytest.mark.parametrize("field", CHANGES)
def test_what_was_changed_since_is_not_taken_away_unasked(outbox: LiveOutbox, field: ComparedField) -> None:
    wish = given_back(outbox, taken(outbox))
    changed(outbox, **CHANGES[field])
    asked = outbox.after_delivery(wish)
    assert asked.state is IntentState.NEEDS_YOU
    assert asked.conflict is not None
    assert [each.field for each in asked.conflict.fields if each.differs] == [field]
    assert len(in_calendar(outbox)) == 1


@pytest.mark.parametrize("guest", [{"emailAddress": {}}, {}, None])
def test_a_guest_without_a_name_is_a_guest(outbox: LiveOutbox, guest: object) -> None:
    wish = given_back(outbox, taken(outbox))
    changed(outbox, attendees=[guest])
    assert outbox.after_delivery(wish).state is IntentState.NEEDS_YOU
    assert len(in_calendar(outbox)) == 1


def test_guests_who_come_while_the_service_is_busy_keep_their_meeting(outbox: LiveOutbox) -> None:
    """Between our look at the event and our request lies as long as the service asks us to wait."""
    wish = given_back(outbox, taken(outbox))
    path = "/v1.0/me/events/*"
    outbox.surroundings.fault(kind="throttled", retry_after="20", method="DELETE", path=path, times=1)
    outbox.clock.meanwhile = lambda: changed(outbox, **CHANGES[ComparedField.INVITED])
    asked = outbox.after_delivery(wish)
    assert outbox.clock.waits, "nothing was waited for"
    assert asked.state is IntentState.NEEDS_YOU
    assert asked.conflict is not None
    assert asked.conflict.theirs(ComparedField.INVITED) == "Samira"
    assert len(in_calendar(outbox)) == 1


def test_an_event_that_changes_all_the_time_waits_for_a_calmer_moment(outbox: LiveOutbox) -> None:
    wish = given_back(outbox, taken(outbox))
    outbox.surroundings.fault(kind="status", status=412, method="DELETE", path="/v1.0/me/events/*", times=9)
    assert outbox.after_delivery(wish).state is IntentState.WAITING
    assert len(outbox.surroundings.requests("DELETE")) == 3
    assert len(in_calendar(outbox)) == 1


def test_another_title_is_a_change_too(outbox: LiveOutbox) -> None:
    wish = given_back(outbox, taken(outbox))
    event_id = in_calendar(outbox)[0]["id"]
    changed(outbox, subject="Beredning")
    assert outbox.after_delivery(wish).conflict is not None
    assert outbox.surroundings.tenant.calendars.events_of(STAFF[0]).get(event_id) is not None


def test_who_insists_takes_it_away_as_long_as_it_stays_so(outbox: LiveOutbox) -> None:
    wish = given_back(outbox, taken(outbox))
    changed(outbox, **CHANGES[ComparedField.NOTES], **CHANGES[ComparedField.PLACE])
    asked = outbox.after_delivery(wish)
    assert keep_mine(outbox.connection, asked, outbox.clock.now())
    changed(outbox, **CHANGES[ComparedField.INVITED])
    asked = outbox.after_delivery(wish)
    assert asked.state is IntentState.NEEDS_YOU, "somebody has been invited to it meanwhile"
    assert keep_mine(outbox.connection, asked, outbox.clock.now())
    assert outbox.after_delivery(wish).state is IntentState.CONFIRMED
    assert in_calendar(outbox) == []


def test_who_lets_it_go_keeps_the_event(outbox: LiveOutbox) -> None:
    wish = given_back(outbox, taken(outbox))
    changed(outbox, **CHANGES[ComparedField.PLACE])
    assert keep_theirs(outbox.connection, outbox.after_delivery(wish), outbox.clock.now())
    outbox.deliver()
    assert len(in_calendar(outbox)) == 1


def test_an_event_that_we_did_not_make_is_never_taken_away(outbox: LiveOutbox) -> None:
    """Neither a meeting of somebody else's nor one of the user's own, whatever a wish says."""
    events = outbox.surroundings.tenant.calendars.events_of(STAFF[0]).all()
    for organizer in (True, False):
        event = next(each for each in events if each["isOrganizer"] is organizer)
        start = outbox.clock.now()
        wish = TimeGivenBack(event["subject"], start, start, made_by="0199e0a4-8a70-7000-8000-000000000001")
        refused = outbox.after_delivery(outbox.file(IntentKind.GIVE_TIME_BACK, f"event:{event['id']}", wish))
        assert refused.problem is not None
        assert (refused.state, refused.problem.kind) == (IntentState.NEEDS_YOU, ProblemKind.REQUEST_REFUSED)
    assert outbox.surroundings.requests("DELETE") == []
    assert len(outbox.surroundings.tenant.calendars.events_of(STAFF[0]).all()) == len(events)


def test_time_that_is_on_its_way_cannot_be_given_back_yet(outbox: LiveOutbox) -> None:
    start = outbox.clock.now()
    filed = outbox.file(IntentKind.RESERVE_TIME, "calendar:", ReservedTime(TITLE, start, start))
    outbox.delivery.sending(filed, start)
    assert undo(outbox.connection, filed, start) is Undone.TOO_LATE
