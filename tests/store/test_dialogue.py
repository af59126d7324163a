"""Remarks and acknowledgements in the store: words are always somewhere, a mark and its wish are kept together."""

from datetime import timedelta

import pytest

from tests.store.stored import NOW, ago, ahead, keep
from workplace_app.domain.intent import IntentKind, IntentState
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.remark import (
    About,
    ReceivedRemark,
    RemarkAnswer,
    RemarkDraft,
    RemarkKind,
    RemarkState,
    remark_id,
)
from workplace_app.domain.wishes import Acknowledgement, Remark, wish_of
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection_type import Connection
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_filing import as_it_was, file_intent, keep_as_task, withdraw
from workplace_app.store.outbox_reader import intent as read_intent
from workplace_app.store.outbox_reader import let_go_intents, pending_intents
from workplace_app.store.own_things import article_marks, remark_drafts, remark_marks
from workplace_app.store.remark_reader import (
    acknowledgement_of,
    count_unread_answers,
    remark_as_seen,
    remarks_as_seen,
)
from workplace_app.store.retention import apply_retention

ABOUT = About("bygglov", "Bygglov", "https://www.nacka.se/bygglov/")
HOLD = timedelta(seconds=6)
QUESTION = RemarkDraft(RemarkKind.QUESTION, "Hur lång är tiden?")


def received(number: str, state: RemarkState = RemarkState.RECEIVED, *answers: RemarkAnswer) -> ReceivedRemark:
    return ReceivedRemark(
        remark_id(number),
        RemarkKind.IDEA,
        "Text",
        "bygglov",
        "Bygglov",
        ago(days=2),
        state,
        ago(days=1),
        answers=answers,
    )


def acknowledged(connection: Connection, article: str) -> object:
    row = connection.execute(
        "SELECT acknowledged_at FROM mine.article_marks WHERE article_id = ?", (article,)
    ).fetchone()
    return row[0] if row else None


# Drafts


def test_a_draft_is_kept_for_each_thing_until_it_is_emptied(screen: Connection) -> None:
    remark_drafts.keep_draft(screen, "bygglov", QUESTION)
    remark_drafts.keep_draft(screen, "forskola", RemarkDraft(RemarkKind.IDEA, "Annat"))
    remark_drafts.keep_draft(screen, "bygglov", RemarkDraft(RemarkKind.CORRECTION, "Hur l"))
    assert remark_drafts.draft_about(screen, "bygglov") == RemarkDraft(RemarkKind.CORRECTION, "Hur l")
    remark_drafts.keep_draft(screen, "bygglov", RemarkDraft(RemarkKind.CORRECTION, " \n"))
    assert remark_drafts.draft_about(screen, "bygglov") is None
    assert remark_drafts.draft_about(screen, "forskola") is not None


def test_sending_moves_the_words_from_the_draft_to_the_outbox(screen: Connection) -> None:
    remark_drafts.keep_draft(screen, ABOUT.id, QUESTION)
    sent = remark_drafts.send_draft(screen, ABOUT, QUESTION, NOW, HOLD)
    assert remark_drafts.draft_about(screen, ABOUT.id) is None
    assert (sent.kind, sent.target_id, sent.about) == (IntentKind.ASK_QUESTION, "bygglov", "Bygglov")
    assert wish_of(sent.kind, sent.payload) == Remark(QUESTION.text, ABOUT.address)
    assert sent.held_until == NOW + HOLD
    delivery = OutboxDelivery(screen)
    assert delivery.deliverable(NOW, patient=False) == ()
    assert [each.id for each in delivery.deliverable(NOW + HOLD)] == [sent.id]


def test_words_are_never_in_neither_place(screen: Connection) -> None:
    remark_drafts.keep_draft(screen, ABOUT.id, QUESTION)
    # A title that SQLite cannot keep: the second of the two writes fails.
    with pytest.raises(ProblemRaised):
        remark_drafts.send_draft(screen, About(ABOUT.id, "\ud800"), QUESTION, NOW, HOLD)
    assert remark_drafts.draft_about(screen, ABOUT.id) == QUESTION
    assert pending_intents(screen) == ()


# Acknowledging


def test_an_acknowledgement_and_its_wish_are_kept_together_with_the_moment_of_reading(screen: Connection) -> None:
    filed = article_marks.acknowledge_and_tell(screen, "intranet:1", "Nya mallar", NOW, HOLD)
    assert wish_of(filed.kind, filed.payload) == Acknowledgement(NOW)
    assert acknowledged(screen, "intranet:1") is not None
    assert acknowledgement_of(screen, "intranet:1") == read_intent(screen, filed.id)


def test_taking_the_wish_back_takes_the_mark_away_and_leaves_that_it_was_read(screen: Connection) -> None:
    filed = article_marks.acknowledge_and_tell(screen, "intranet:1", "Nya mallar", NOW, HOLD)
    other = article_marks.acknowledge_and_tell(screen, "intranet:2", "Annat", NOW, HOLD)
    assert withdraw(screen, filed.id, NOW)
    assert acknowledged(screen, "intranet:1") is None
    assert acknowledgement_of(screen, "intranet:1") is None
    (read,) = screen.execute("SELECT read_at IS NOT NULL FROM mine.article_marks WHERE article_id = 'intranet:1'")
    assert read == (1,)
    assert acknowledged(screen, "intranet:2") is not None
    again = article_marks.acknowledge_and_tell(screen, "intranet:1", "Nya mallar", ahead(hours=1), HOLD)
    assert wish_of(again.kind, again.payload) == Acknowledgement(ahead(hours=1))
    assert acknowledgement_of(screen, "intranet:2") == read_intent(screen, other.id)


def test_undoing_that_it_was_taken_back_acknowledges_it_again(screen: Connection) -> None:
    filed = article_marks.acknowledge_and_tell(screen, "intranet:1", "Nya mallar", NOW, HOLD)
    before = acknowledged(screen, "intranet:1")
    withdraw(screen, filed.id, ahead(seconds=1))
    assert acknowledged(screen, "intranet:1") is None
    assert as_it_was(screen, filed, ahead(seconds=2))
    assert acknowledged(screen, "intranet:1") == before


def test_what_has_been_sent_stays_acknowledged(screen: Connection) -> None:
    filed = article_marks.acknowledge_and_tell(screen, "intranet:1", "Nya mallar", NOW, HOLD)
    OutboxDelivery(screen).sending(filed.id, NOW)
    assert not withdraw(screen, filed.id, NOW)
    assert acknowledged(screen, "intranet:1") is not None


def test_a_remark_that_nobody_can_read_costs_the_list_nothing_but_itself(screen: Connection) -> None:
    broken = remark_drafts.send_draft(screen, ABOUT, QUESTION, NOW, HOLD)
    whole = remark_drafts.send_draft(screen, ABOUT, QUESTION, ahead(seconds=1), HOLD)
    screen.execute("UPDATE mine.outbox SET payload = ? WHERE id = ?", ('{"words":"Hej"}', broken.id))
    assert [each.intent and each.intent.id for each in remarks_as_seen(screen)] == [whole.id]
    assert remark_as_seen(screen, remark_id(broken.id)) is None


def test_taking_back_another_wish_about_the_same_article_leaves_the_mark(screen: Connection) -> None:
    article_marks.acknowledge_and_tell(screen, "intranet:1", "Nya mallar", NOW, HOLD)
    asked = remark_drafts.send_draft(screen, About("intranet:1", "Nya mallar"), QUESTION, NOW, HOLD)
    withdraw(screen, asked.id, NOW)
    assert acknowledged(screen, "intranet:1") is not None


# Mine


def test_what_is_on_its_way_stands_before_what_has_been_received_and_nothing_twice(
    writer: CacheWriter, sync: Connection
) -> None:
    sent = remark_drafts.send_draft(sync, ABOUT, QUESTION, NOW, HOLD)
    gone = remark_drafts.send_draft(sync, ABOUT, RemarkDraft(RemarkKind.IDEA, "Borta"), NOW, HOLD)
    file_intent(sync, IntentKind.COMPLETE_TASK, "planner:1", NOW)
    withdraw(sync, gone.id, NOW)
    keep(writer, received("a"))
    assert [each.id for each in remarks_as_seen(sync)] == [remark_id(sent.id), "remark:a"]
    OutboxDelivery(sync).confirmed(sent.id, NOW)
    OutboxDelivery(sync).settle(NOW)
    waiting = remarks_as_seen(sync)[0]
    assert (waiting.state, waiting.text, waiting.about) == (None, QUESTION.text, ABOUT)
    assert waiting.intent is not None
    assert waiting.intent.state is IntentState.CONFIRMED
    keep(writer, received(sent.id, RemarkState.LOOKED_AT))
    states = {each.id: each.state for each in remarks_as_seen(sync)}
    assert states == {remark_id(sent.id): RemarkState.LOOKED_AT, "remark:a": RemarkState.RECEIVED}
    found = remark_as_seen(sync, remark_id(sent.id))
    assert found is not None
    assert found.intent is None
    assert remark_as_seen(sync, remark_id(gone.id)) is None


def test_an_answer_is_unread_until_it_has_been_seen_and_a_later_one_is_unread_again(
    writer: CacheWriter, sync: Connection
) -> None:
    first, second = RemarkAnswer("Ja", "Kontaktcenter", ago(hours=2)), RemarkAnswer("Och mer", "", ago(hours=1))
    keep(writer, received("a", RemarkState.ANSWERED, first), received("b"))
    assert count_unread_answers(sync) == 1
    remark_marks.mark_seen(sync, ["remark:a"], first.at)
    assert count_unread_answers(sync) == 0
    keep(writer, received("a", RemarkState.ANSWERED, first, second))
    assert count_unread_answers(sync) == 1
    remark_marks.mark_seen(sync, ["remark:a"], second.at)
    remark_marks.mark_seen(sync, ["remark:a"], first.at)
    assert count_unread_answers(sync) == 0


def test_words_about_something_that_is_gone_can_become_a_task(sync: Connection) -> None:
    sent = remark_drafts.send_draft(sync, ABOUT, QUESTION, NOW, HOLD)
    OutboxDelivery(sync).needs_you(sent.id, Problem(ProblemKind.CHANGED_MEANWHILE), NOW)
    needing = read_intent(sync, sent.id)
    assert needing is not None
    kept = keep_as_task(sync, needing, NOW)
    assert kept is not None
    assert "Hur lång är tiden?" in kept.about
    assert [each.id for each in let_go_intents(sync, ago(hours=1))] == [sent.id]


def test_remarks_go_a_year_after_their_last_change_and_marks_with_them(writer: CacheWriter, sync: Connection) -> None:
    keep(writer, received("a"))
    remark_marks.mark_seen(sync, ["remark:a", "remark:gone"], ago(days=1))
    remark_drafts.keep_draft(sync, "bygglov", QUESTION)
    apply_retention(sync, ahead(days=363))
    assert len(remarks_as_seen(sync)) == 1
    apply_retention(sync, ahead(days=366))
    apply_retention(sync, ahead(days=366))
    assert remarks_as_seen(sync) == ()
    assert sync.execute("SELECT remark_id FROM mine.remark_marks").fetchall() == []
    assert remark_drafts.draft_about(sync, "bygglov") == QUESTION, "what somebody is writing is never too old"
