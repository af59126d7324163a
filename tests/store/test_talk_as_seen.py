"""The calendar and conversations with the user's own answers, times and words laid over them, and until when."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.store.stored import NOW, ago, ahead, keep
from workplace_app.domain.as_seen import EventAsSeen, MessageAsSeen
from workplace_app.domain.event import Event, Response
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.domain.page import Page
from workplace_app.domain.person import Person, Profile
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.wishes import InvitationAnswer, Reply, ReservedTime
from workplace_app.domain.workspace import Message
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection_type import Connection
from workplace_app.store.event_reader import event, events_between, next_event
from workplace_app.store.feed_ledger import FeedLedger
from workplace_app.store.message_reader import messages, thread
from workplace_app.store.outbox_delivery import SOURCES_LAG, OutboxDelivery
from workplace_app.store.outbox_filing import file_intent, withdraw
from workplace_app.store.outbox_reader import pending_intents
from workplace_app.store.outbox_undo import Undone, undo

MEETING = Event("event:1", "Samråd", ahead(hours=2), ahead(hours=3), organizer="Samira")
CHANNEL, THREAD = "channel:bygg/arenden", "message:bygg/arenden/1"
CHAT = "chat:jonas"
REFUSED = Problem(ProblemKind.REQUEST_REFUSED)
TEN_MINUTES = timedelta(minutes=10)


def answered(screen: Connection, response: Response) -> Intent:
    wish = InvitationAnswer(response, "", MEETING.start, MEETING.end)
    return file_intent(screen, IntentKind.ANSWER_INVITATION, MEETING.id, NOW, wish)


def meeting(screen: Connection) -> EventAsSeen:
    found = event(screen, MEETING.id)
    assert found is not None
    assert events_between(screen, NOW, ahead(hours=8)) == (found,)
    return found


def confirm(sync: Connection, filed: Intent, answer: str | None = None) -> None:
    delivery = OutboxDelivery(sync)
    assert delivery.sending(filed.id, NOW)
    delivery.confirmed(filed.id, NOW, answer)


def said(name: str, minutes: float, place: str = CHANNEL, thread_id: str = THREAD) -> Message:
    text = f"Ord {name}"
    return Message(
        f"message:bygg/arenden/{name}", "team:bygg", place, thread_id, "p", "Samira", ago(minutes=minutes), text, ""
    )


# Answers


def test_an_answer_is_seen_at_once_and_until_the_calendar_says_so_itself(
    writer: CacheWriter, sync: Connection, screen: Connection
) -> None:
    keep(writer, MEETING)
    assert meeting(screen) == EventAsSeen(MEETING)
    filed = answered(screen, Response.ACCEPTED)
    expected = replace(MEETING, response=Response.ACCEPTED)
    assert meeting(screen) == EventAsSeen(expected, filed.id, IntentState.WAITING)
    confirm(sync, filed)
    keep(writer, MEETING)  # yesterday's answer of the calendar
    assert meeting(screen) == EventAsSeen(expected, filed.id, IntentState.CONFIRMED)
    keep(writer, expected)
    assert meeting(screen) == EventAsSeen(expected)


def test_the_latest_answer_is_the_one_that_is_seen(screen: Connection, writer: CacheWriter) -> None:
    keep(writer, MEETING)
    answered(screen, Response.ACCEPTED)
    latest = answered(screen, Response.DECLINED)
    assert (meeting(screen).event.response, meeting(screen).pending_intent_id) == (Response.DECLINED, latest.id)
    withdraw(screen, latest.id, NOW)
    assert meeting(screen).event.response is Response.ACCEPTED


def test_an_answer_that_needs_the_user_leaves_the_calendar_as_it_is(
    writer: CacheWriter, sync: Connection, screen: Connection
) -> None:
    keep(writer, MEETING)
    filed = answered(screen, Response.ACCEPTED)
    OutboxDelivery(sync).needs_you(filed.id, REFUSED, NOW)
    assert meeting(screen) == EventAsSeen(MEETING, filed.id, IntentState.NEEDS_YOU)


def test_who_has_declined_has_another_meeting_next(writer: CacheWriter, screen: Connection) -> None:
    later = replace(MEETING, id="event:2", title="Sen", start=ahead(hours=4), end=ahead(hours=5))
    keep(writer, MEETING, later)
    answered(screen, Response.DECLINED)
    coming = next_event(screen, NOW)
    assert coming is not None
    assert coming.title == "Sen"


def test_an_answer_that_a_later_one_has_overtaken_is_let_go(
    writer: CacheWriter, sync: Connection, screen: Connection
) -> None:
    keep(writer, MEETING)
    first, second = answered(screen, Response.ACCEPTED), answered(screen, Response.TENTATIVE)
    confirm(sync, first)
    confirm(sync, second)
    keep(writer, replace(MEETING, response=Response.TENTATIVE))
    assert meeting(screen).pending_intent_id is None


# Time of one's own


def reserved(screen: Connection) -> Intent:
    wish = ReservedTime("Skriva", ahead(hours=1), ahead(hours=1, minutes=45))
    return file_intent(screen, IntentKind.RESERVE_TIME, "calendar:", NOW, wish)


def titles(screen: Connection) -> list[str]:
    return [seen.event.title for seen in events_between(screen, NOW, ahead(hours=8))]


def test_time_that_is_taken_is_in_the_calendar_at_once(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, MEETING)
    filed = reserved(screen)
    assert titles(screen) == ["Skriva", "Samråd"]
    found = events_between(screen, NOW, ahead(hours=1, minutes=5))[0]
    assert (found.pending_intent_id, found.event.response) == (filed.id, Response.ORGANIZER)
    assert event(screen, found.event.id) == found
    assert [each.event.title for each in events_between(screen, ahead(hours=1, minutes=45), ahead(hours=8))] == [
        "Samråd"
    ]
    assert next_event(screen, NOW) == found.event
    withdraw(screen, filed.id, NOW)
    assert titles(screen) == ["Samråd"]


def test_time_that_has_been_taken_is_there_once_however_late_the_calendar_shows_it(
    writer: CacheWriter, sync: Connection, screen: Connection
) -> None:
    confirm(sync, reserved(screen), "event:9")
    writer.store_page("feed", Page(facts=(MEETING,)), ahead(hours=1))
    assert titles(screen) == ["Skriva", "Samråd"], "the calendar has not been read since"
    made = Event("event:9", "Skriva", ahead(hours=1), ahead(hours=1, minutes=45), response=Response.ORGANIZER)
    keep(writer, made)
    assert titles(screen) == ["Skriva", "Samråd"]
    assert event(screen, "event:9") == EventAsSeen(made)


def test_time_that_was_taken_away_elsewhere_goes_when_the_calendar_has_been_read_without_it(
    writer: CacheWriter, sync: Connection, screen: Connection
) -> None:
    confirm(sync, reserved(screen), "event:9")
    FeedLedger(sync).succeed("calendar", NOW + SOURCES_LAG)
    writer.store_page("feed", Page(facts=(MEETING,)), NOW + SOURCES_LAG)
    assert titles(screen) == ["Samråd"]


# Time that is given back


MADE = Event("event:9", "Skriva", ahead(hours=1), ahead(hours=1, minutes=45), response=Response.ORGANIZER)


def given_back(sync: Connection, screen: Connection) -> Intent:
    """Time that was taken and is confirmed, and the wish that gives it back."""
    taken = reserved(screen)
    confirm(sync, taken, MADE.id)
    assert undo(screen, taken.id, NOW) is Undone.OPPOSITE_FILED
    return next(each for each in pending_intents(screen) if each.kind is IntentKind.GIVE_TIME_BACK)


@pytest.mark.parametrize("shown", [True, False], ids=["in the calendar", "not read yet"])
def test_time_that_is_given_back_leaves_the_calendar_at_once_and_for_good(
    writer: CacheWriter, sync: Connection, screen: Connection, shown: bool
) -> None:
    keep(writer, MEETING, *([MADE] if shown else []))
    wish = given_back(sync, screen)
    assert titles(screen) == ["Samråd"]
    assert event(screen, MADE.id) is None
    confirm(sync, wish)
    OutboxDelivery(sync).settle(NOW)
    assert titles(screen) == ["Samråd"], "however late the calendar is read"
    FeedLedger(sync).succeed("calendar", NOW + SOURCES_LAG)
    writer.store_page("feed", Page(facts=(MADE,)), NOW + SOURCES_LAG)
    OutboxDelivery(sync).settle(NOW + SOURCES_LAG)
    assert titles(screen) == ["Skriva", "Samråd"], "the calendar still has it: then it is there"


def test_time_whose_giving_back_is_withdrawn_or_needs_the_user_is_there(
    writer: CacheWriter, sync: Connection, screen: Connection
) -> None:
    keep(writer, MEETING, MADE)
    wish = given_back(sync, screen)
    OutboxDelivery(sync).needs_you(wish.id, Problem(ProblemKind.CHANGED_MEANWHILE), NOW)
    assert titles(screen) == ["Skriva", "Samråd"]
    withdraw(screen, wish.id, NOW)
    assert titles(screen) == ["Skriva", "Samråd"]


# Words


def replied(screen: Connection, text: str = "Ja!", place: str = CHANNEL, thread_id: str | None = THREAD) -> Intent:
    return file_intent(screen, IntentKind.REPLY, place, NOW, Reply(text, thread_id))


def words(seen: tuple[MessageAsSeen, ...]) -> list[tuple[str, IntentState | None]]:
    return [(each.message.text, each.pending_state) for each in seen]


def test_what_the_user_has_said_stands_last_in_its_thread(
    writer: CacheWriter, sync: Connection, screen: Connection
) -> None:
    keep(writer, Profile(Person("person:elin", "Elin Ekhamn")), said("1", 30), said("2", 20))
    keep(writer, said("9", 10, thread_id="message:bygg/arenden/9"))
    filed = replied(screen)
    seen = thread(screen, THREAD)
    assert words(seen) == [("Ord 1", None), ("Ord 2", None), ("Ja!", IntentState.WAITING)]
    own = seen[-1].message
    assert (own.author_name, own.place_id, own.workspace_id, own.sent) == ("Elin Ekhamn", CHANNEL, "team:bygg", NOW)
    assert len(thread(screen, "message:bygg/arenden/9")) == 1
    OutboxDelivery(sync).needs_you(filed.id, REFUSED, NOW)
    assert words(thread(screen, THREAD))[-1] == ("Ja!", IntentState.NEEDS_YOU)
    withdraw(screen, filed.id, NOW)
    assert len(thread(screen, THREAD)) == 2


def test_the_same_words_twice_are_seen_twice_and_in_their_order(screen: Connection) -> None:
    first, second = replied(screen), replied(screen)
    assert [each.pending_intent_id for each in thread(screen, THREAD)] == [first.id, second.id]


def test_in_a_chat_the_newest_is_first_and_further_pages_are_as_they_were(
    writer: CacheWriter, screen: Connection
) -> None:
    keep(writer, *(said(str(number), 60 - number, CHAT, f"m{number}") for number in range(5)))
    replied(screen, "Ett", CHAT, None)
    replied(screen, "Två", CHAT, None)
    page = messages(screen, CHAT, limit=3)
    assert [each.message.text for each in page.rows] == ["Två", "Ett", "Ord 4", "Ord 3", "Ord 2"]
    rest = messages(screen, CHAT, page.after, limit=3)
    assert [each.message.text for each in rest.rows] == ["Ord 1", "Ord 0"]
    assert messages(screen, "chat:other").rows == ()


def test_one_that_has_been_said_is_there_once_when_its_place_is_read(
    writer: CacheWriter, sync: Connection, screen: Connection
) -> None:
    confirm(sync, replied(screen), "message:bygg/arenden/7")
    assert words(thread(screen, THREAD)) == [("Ja!", IntentState.CONFIRMED)]
    keep(writer, replace(said("7", 0), text="Ja!"))
    assert words(thread(screen, THREAD)) == [("Ja!", None)]


def test_one_that_was_read_before_it_was_known_to_be_ours_is_there_once(
    writer: CacheWriter, sync: Connection, screen: Connection
) -> None:
    filed = replied(screen)
    keep(writer, replace(said("7", 0), text="Ja!"))
    confirm(sync, filed, "message:bygg/arenden/7")
    assert words(thread(screen, THREAD)) == [("Ja!", None)]


@pytest.mark.parametrize(
    ("place", "after", "left"),
    [
        (CHANNEL, TEN_MINUTES, 0),
        (CHANNEL, TEN_MINUTES - timedelta(seconds=1), 1),
        ("channel:bygg/annan", TEN_MINUTES, 1),
    ],
    ids=["read again", "read too soon", "another place read"],
)
def test_one_that_somebody_has_removed_goes_when_its_place_has_been_read_without_it(
    writer: CacheWriter, sync: Connection, screen: Connection, place: str, after: timedelta, left: int
) -> None:
    confirm(sync, replied(screen), "message:bygg/arenden/7")
    FeedLedger(sync).succeed("channel_messages", NOW + after, place)
    writer.store_page("feed", Page(facts=(MEETING,)), NOW + after)
    assert len(thread(screen, THREAD)) == left


# What delivery asks of the outbox


def test_only_an_attempt_that_may_have_arrived_leaves_a_doubt(sync: Connection, screen: Connection) -> None:
    delivery, filed = OutboxDelivery(sync), replied(screen)
    assert delivery.sending(filed.id, NOW)
    assert delivery.in_doubt_since(filed.id) is None, "the attempt that is being made"
    delivery.wait(filed.id, Problem(ProblemKind.OFFLINE), NOW)
    delivery.sending(filed.id, ahead(minutes=1))
    assert delivery.in_doubt_since(filed.id) is None
    delivery.unknown(filed.id, Problem(ProblemKind.TIMED_OUT), ahead(minutes=1))
    delivery.sending(filed.id, ahead(minutes=2))
    delivery.needs_you(filed.id, REFUSED, ahead(minutes=2))
    assert delivery.in_doubt_since(filed.id) == ahead(minutes=1), "it stays, whatever became of looking"


def test_an_attempt_that_a_crash_has_cut_short_leaves_a_doubt(sync: Connection, screen: Connection) -> None:
    delivery, filed = OutboxDelivery(sync), replied(screen)
    delivery.sending(filed.id, NOW)
    delivery.sending(filed.id, ahead(minutes=1))
    assert delivery.in_doubt_since(filed.id) == NOW


def test_an_answer_belongs_to_one_wish(sync: Connection, screen: Connection) -> None:
    first, second = replied(screen), replied(screen)
    confirm(sync, first, "message:bygg/arenden/7")
    delivery = OutboxDelivery(sync)
    assert delivery.has_become("message:bygg/arenden/7", second.id)
    assert not delivery.has_become("message:bygg/arenden/7", first.id)
    assert not delivery.has_become("message:bygg/arenden/8", second.id)


def test_what_another_version_has_written_costs_itself_only(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, MEETING, said("1", 30))
    for filed in (answered(screen, Response.ACCEPTED), reserved(screen), replied(screen)):
        screen.execute("UPDATE mine.outbox SET payload = ? WHERE id = ?", ('{"response":"perhaps","new":1}', filed.id))
    assert meeting(screen).event == MEETING
    assert len(thread(screen, THREAD)) == 1
    screen.execute("UPDATE mine.outbox SET payload = 'no JSON'")
    assert meeting(screen).event == MEETING
    assert next_event(screen, NOW) == MEETING
