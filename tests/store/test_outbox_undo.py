"""What has been sent and can still be undone: once, and only the latest of what was wished for a thing."""

from datetime import date, timedelta

import pytest

from tests.store.stored import NOW, ahead
from workplace_app.domain.event import Response
from workplace_app.domain.intent import Intent, IntentKind
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.wishes import (
    Acknowledgement,
    Comment,
    DueChange,
    InvitationAnswer,
    NewTask,
    Nothing,
    Remark,
    Reply,
    ReservedTime,
    TimeGivenBack,
    Wish,
)
from workplace_app.store.connection_type import Connection
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_filing import file_intent, withdraw
from workplace_app.store.outbox_reader import pending_intents, sent_intents
from workplace_app.store.outbox_undo import Undone, undo, undoable

TIME = ReservedTime("Skriva", ahead(hours=1), ahead(hours=2))
TASK = "planner:1"


def sent(sync: Connection, screen: Connection, kind: IntentKind, target: str, wish: Wish, answer: str = "") -> Intent:
    """A wish that has been confirmed."""
    filed = file_intent(screen, kind, target, NOW, wish)
    OutboxDelivery(sync).confirmed(filed.id, NOW, answer or None)
    return filed


def can_be_undone(screen: Connection) -> list[str]:
    found = undoable(screen, sent_intents(screen, NOW))
    return [each.id for each in sent_intents(screen, NOW) if each.id in found]


@pytest.mark.parametrize(
    ("kind", "target", "wish", "answer", "can"),
    [
        (IntentKind.COMPLETE_TASK, TASK, Nothing(), "", True),
        (IntentKind.REOPEN_TASK, TASK, Nothing(), "", True),
        (IntentKind.CHANGE_DUE, TASK, DueChange(date(2026, 10, 20), None), "", True),
        (IntentKind.CREATE_TASK, "todo:", NewTask("Ring"), "todo:a/1", True),
        (IntentKind.RESERVE_TIME, "calendar:", TIME, "event:1", True),
        (IntentKind.RESERVE_TIME, "calendar:", TIME, "", False),
        (IntentKind.COMMENT_TASK, TASK, Comment("Klart"), "", False),
        (IntentKind.REPLY, "chat:1", Reply("Ja"), "message:1", False),
        (IntentKind.ACKNOWLEDGE_ARTICLE, "intranet:1", Acknowledgement(NOW), "1", False),
        (IntentKind.ASK_QUESTION, "intranet:1", Remark("När?"), "1", False),
        (IntentKind.ANSWER_INVITATION, "event:1", InvitationAnswer(Response.ACCEPTED), "", False),
    ],
)
def test_what_has_an_opposite_can_be_undone_once(
    sync: Connection, screen: Connection, kind: IntentKind, target: str, wish: Wish, answer: str, can: bool
) -> None:
    filed = sent(sync, screen, kind, target, wish, answer)
    assert can_be_undone(screen) == ([filed.id] if can else [])
    undone = undo(screen, filed.id, NOW)
    assert undone is (Undone.OPPOSITE_FILED if can else Undone.TOO_LATE)
    assert can_be_undone(screen) == [], "it is on its way already"
    for opposite in pending_intents(screen):
        withdraw(screen, opposite.id, NOW)
        assert can_be_undone(screen) == [filed.id]


def test_only_the_latest_of_several_for_one_thing_can_be_undone(sync: Connection, screen: Connection) -> None:
    sent(sync, screen, IntentKind.COMPLETE_TASK, TASK, Nothing())
    again = sent(sync, screen, IntentKind.REOPEN_TASK, TASK, Nothing())
    sent(sync, screen, IntentKind.CHANGE_DUE, TASK, DueChange(date(2026, 10, 20), None))
    moved = sent(sync, screen, IntentKind.CHANGE_DUE, TASK, DueChange(date(2026, 10, 21), date(2026, 10, 20)))
    assert can_be_undone(screen) == [moved.id, again.id]


def test_each_of_several_times_can_be_given_back_and_taken_again(sync: Connection, screen: Connection) -> None:
    later = ReservedTime("Läsa", TIME.start + timedelta(hours=3), TIME.end + timedelta(hours=3))
    first = sent(sync, screen, IntentKind.RESERVE_TIME, "calendar:", TIME, "event:1")
    second = sent(sync, screen, IntentKind.RESERVE_TIME, "calendar:", later, "event:2")
    assert can_be_undone(screen) == [second.id, first.id]
    undo(screen, first.id, NOW)
    (back,) = pending_intents(screen)
    OutboxDelivery(sync).confirmed(back.id, NOW)
    assert can_be_undone(screen) == [back.id, second.id]
    undo(screen, back.id, NOW)
    assert can_be_undone(screen) == [second.id]
    assert [each.payload for each in pending_intents(screen)] == [first.payload]


def test_undo_that_is_pressed_twice_takes_the_time_once(sync: Connection, screen: Connection) -> None:
    sent(sync, screen, IntentKind.RESERVE_TIME, "calendar:", TIME, "event:1")
    back = sent(sync, screen, IntentKind.GIVE_TIME_BACK, "event:1", TimeGivenBack("Skriva", TIME.start, TIME.end, "1"))
    assert [undo(screen, back.id, NOW) for _ in range(2)] == [Undone.OPPOSITE_FILED] * 2
    assert len(pending_intents(screen)) == 1


def test_undo_of_an_old_wish_leaves_what_was_decided_since(sync: Connection, screen: Connection) -> None:
    first = sent(sync, screen, IntentKind.COMPLETE_TASK, TASK, Nothing())
    sent(sync, screen, IntentKind.REOPEN_TASK, TASK, Nothing())
    sent(sync, screen, IntentKind.COMPLETE_TASK, TASK, Nothing())
    undo(screen, first.id, NOW)
    assert pending_intents(screen) == (), "it has been undone already, and done once more"


@pytest.mark.parametrize("answered", [False, True])
def test_time_is_not_taken_again_before_it_is_known_to_be_gone(
    sync: Connection, screen: Connection, answered: bool
) -> None:
    """It may turn out that it stays, because somebody has been invited to it: then it would stand there twice."""
    wish = TimeGivenBack("Skriva", TIME.start, TIME.end, "1")
    back = file_intent(screen, IntentKind.GIVE_TIME_BACK, "event:1", NOW, wish)
    delivery = OutboxDelivery(sync)
    assert delivery.sending(back.id, NOW)
    if answered:
        delivery.unknown(back.id, Problem(ProblemKind.OFFLINE), NOW, NOW)
    assert undo(screen, back.id, NOW) is Undone.TOO_LATE


def test_a_wish_that_nobody_can_read_is_not_undone(sync: Connection, screen: Connection) -> None:
    filed = sent(sync, screen, IntentKind.CHANGE_DUE, TASK, DueChange(None, None))
    sync.execute("UPDATE mine.outbox SET payload = '{\"later\": 1}'")
    assert can_be_undone(screen) == []
    assert undo(screen, filed.id, NOW) is Undone.TOO_LATE
