"""Answering an invitation: once, for the meeting that was seen, whatever happens to it and to the network meanwhile."""

from datetime import datetime, timedelta

import pytest

from tests.sync.delivery.live_outbox import LiveOutbox, Surroundings
from workplace_app.demo.staff import STAFF
from workplace_app.domain.conflict import ComparedField
from workplace_app.domain.event import Event, Response
from workplace_app.domain.intent import IntentKind, IntentState
from workplace_app.domain.problem import ProblemKind
from workplace_app.domain.wishes import InvitationAnswer
from workplace_app.store.event_reader import event as read_event
from workplace_app.store.outbox_filing import keep_mine, try_again

TITLE = "Samråd om Tallbackens vägar"


class Invited:
    """Elin has been invited, and her computer knows it."""

    def __init__(self, outbox: LiveOutbox) -> None:
        self.outbox = outbox
        self.surroundings: Surroundings = outbox.surroundings
        self.surroundings.order("meetings/invite", title=TITLE, minutes=180)
        events = self.surroundings.tenant.calendars.events_of(STAFF[0]).all()
        self.graph_id: str = next(event["id"] for event in events if event["subject"] == TITLE)
        self.id = f"event:{self.graph_id}"
        outbox.reader.read("calendar")

    def event(self) -> Event:
        found = read_event(self.outbox.connection, self.id)
        assert found is not None
        return found.event

    def answer(self, response: Response = Response.ACCEPTED, words: str = "") -> str:
        seen = self.event()
        wish = InvitationAnswer(response, words, seen.start, seen.end, seen.place)
        return self.outbox.file(IntentKind.ANSWER_INVITATION, self.id, wish, seen.title)

    def response(self) -> str | None:
        document = self.surroundings.tenant.calendars.events_of(STAFF[0]).get(self.graph_id)
        return None if document is None else str(document["responseStatus"]["response"])

    def posts(self) -> int:
        return len(self.surroundings.requests("POST"))


@pytest.fixture
def invited(outbox: LiveOutbox) -> Invited:
    return Invited(outbox)


@pytest.mark.parametrize(
    ("response", "told"),
    [(Response.ACCEPTED, "accepted"), (Response.TENTATIVE, "tentativelyAccepted"), (Response.DECLINED, None)],
)
def test_an_answer_reaches_the_organiser_and_comes_back_with_the_next_change(
    invited: Invited, response: Response, told: str | None
) -> None:
    assert invited.outbox.after_delivery(invited.answer(response, "Jag kommer tio minuter sent.")).state is (
        IntentState.CONFIRMED
    )
    assert invited.response() == told
    invited.outbox.reader.read("calendar")
    seen = read_event(invited.outbox.connection, invited.id)
    assert (None if seen is None else seen.event.response) is (None if told is None else response)


def test_a_meeting_that_already_says_so_is_not_answered_twice(invited: Invited) -> None:
    invited.surroundings.tenant.calendars.answer(STAFF[0], invited.graph_id, "accepted", invited.surroundings.clock())
    assert invited.outbox.after_delivery(invited.answer()).state is IntentState.CONFIRMED
    assert invited.posts() == 0


def test_words_are_sent_although_the_meeting_already_says_so(invited: Invited) -> None:
    invited.surroundings.tenant.calendars.answer(STAFF[0], invited.graph_id, "accepted", invited.surroundings.clock())
    invited.outbox.after_delivery(invited.answer(words="Jag tar med kartan."))
    assert invited.posts() == 1


def test_an_answer_whose_reply_was_lost_is_seen_in_the_calendar_and_not_sent_again(invited: Invited) -> None:
    wish = invited.answer(words="Gärna.")
    invited.outbox.killed_while_sending(
        wish,
        lambda: invited.surroundings.tenant.calendars.answer(
            STAFF[0], invited.graph_id, "accepted", invited.surroundings.clock()
        ),
    )
    assert invited.outbox.after_delivery(wish).state is IntentState.CONFIRMED
    assert invited.posts() == 0


def test_a_no_whose_reply_was_lost_has_taken_the_meeting_out_of_the_calendar(invited: Invited) -> None:
    wish = invited.answer(Response.DECLINED, "Jag är på semester.")
    invited.outbox.killed_while_sending(
        wish,
        lambda: invited.surroundings.tenant.calendars.answer(
            STAFF[0], invited.graph_id, "declined", invited.surroundings.clock()
        ),
    )
    assert invited.outbox.after_delivery(wish).state is IntentState.CONFIRMED
    assert invited.posts() == 0


@pytest.mark.parametrize("fault", ["reset", "closed"])
def test_an_answer_that_never_arrived_is_sent_again(invited: Invited, fault: str) -> None:
    wish = invited.answer()
    invited.surroundings.fault(kind=fault, method="POST", times=1)
    assert invited.outbox.after_delivery(wish).state is IntentState.UNKNOWN
    assert invited.outbox.after_delivery(wish).state is IntentState.CONFIRMED
    assert invited.response() == "accepted"


def test_a_meeting_that_has_moved_is_the_users_to_answer_again(invited: Invited) -> None:
    wish = invited.answer()
    seen = invited.event()
    invited.surroundings.order("meetings/move", meeting=invited.graph_id, minutes=90)
    collided = invited.outbox.after_delivery(wish)
    assert collided.state is IntentState.NEEDS_YOU
    assert invited.posts() == 0
    conflict = collided.conflict
    assert conflict is not None
    assert not conflict.gone
    assert conflict.changed_by == seen.organizer
    compared = {each.field: (each.mine, each.theirs) for each in conflict.fields}
    later = seen.start + timedelta(minutes=90)
    assert compared[ComparedField.START] == (seen.start.isoformat(), later.isoformat())
    assert datetime.fromisoformat(compared[ComparedField.END][1] or "") == seen.end + timedelta(minutes=90)
    assert compared[ComparedField.PLACE][0] == compared[ComparedField.PLACE][1] == seen.place
    assert compared[ComparedField.RESPONSE] == ("accepted", "not_answered")
    assert keep_mine(invited.outbox.connection, collided, invited.outbox.clock.now())
    assert invited.outbox.after_delivery(wish).state is IntentState.CONFIRMED
    assert invited.response() == "accepted"


def test_who_insists_is_asked_again_when_the_meeting_moves_once_more(invited: Invited) -> None:
    wish = invited.answer()
    invited.surroundings.order("meetings/move", meeting=invited.graph_id, minutes=90)
    keep_mine(invited.outbox.connection, invited.outbox.after_delivery(wish), invited.outbox.clock.now())
    invited.surroundings.order("meetings/move", meeting=invited.graph_id, minutes=30)
    assert invited.outbox.after_delivery(wish).conflict is not None


@pytest.mark.parametrize("deed", ["meetings/cancel", "meetings/remove"])
def test_a_meeting_that_is_no_more_is_told(invited: Invited, deed: str) -> None:
    wish = invited.answer(words="Jag tar med kartan.")
    invited.surroundings.order(deed, meeting=invited.graph_id)
    told = invited.outbox.after_delivery(wish)
    assert told.state is IntentState.NEEDS_YOU
    assert told.conflict is not None
    assert told.conflict.gone
    assert invited.posts() == 0


def test_a_no_to_a_meeting_that_is_no_more_bothers_nobody(invited: Invited) -> None:
    wish = invited.answer(Response.DECLINED)
    invited.surroundings.order("meetings/cancel", meeting=invited.graph_id)
    assert invited.outbox.after_delivery(wish).state is IntentState.CONFIRMED
    assert invited.posts() == 0


def test_a_permission_that_it_has_not_given_is_told_by_its_name_and_sent_once_it_is_there(invited: Invited) -> None:
    outbox = invited.outbox
    outbox.scopes = ["Calendars.Read" if scope == "Calendars.ReadWrite" else scope for scope in outbox.scopes]
    outbox.sign_in()
    wish = invited.answer()
    refused = outbox.after_delivery(wish)
    assert refused.state is IntentState.NEEDS_YOU
    assert refused.problem is not None
    assert (refused.problem.kind, refused.problem.scope) == (ProblemKind.CONSENT_MISSING, "Calendars.ReadWrite")
    outbox.scopes = [*outbox.scopes, "Calendars.ReadWrite"]
    outbox.sign_in()
    assert try_again(outbox.connection, wish, outbox.clock.now())
    assert outbox.after_delivery(wish).state is IntentState.CONFIRMED


def test_a_busy_outlook_is_waited_for_as_long_as_it_says(invited: Invited) -> None:
    wish = invited.answer()
    invited.surroundings.fault(kind="throttled", method="POST", retry_after="600", times=1)
    waiting = invited.outbox.after_delivery(wish)
    assert waiting.state is IntentState.WAITING
    assert waiting.problem is not None
    assert waiting.problem.kind is ProblemKind.THROTTLED
    assert waiting.not_before is not None
    assert waiting.not_before >= invited.outbox.clock.now() + timedelta(seconds=595)
    assert invited.outbox.after_delivery(wish).attempts == 2
    assert invited.posts() == 1
    invited.outbox.later(seconds=600)
    assert invited.outbox.after_delivery(wish).state is IntentState.CONFIRMED


def test_yes_and_then_no_reach_the_organiser_in_that_order(invited: Invited) -> None:
    first, second = invited.answer(), invited.answer(Response.DECLINED)
    invited.outbox.after_delivery(second)
    assert invited.outbox.intent(first).state is IntentState.CONFIRMED
    assert invited.outbox.intent(second).state is IntentState.CONFIRMED
    assert [path.rpartition("/")[2] for path in invited.surroundings.requests("POST")] == ["accept", "decline"]
