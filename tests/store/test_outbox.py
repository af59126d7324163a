"""The outbox: what is filed is on the disk, is delivered in order for each target, and remembers what became of it."""

import itertools
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.store.many_facts import tasks
from tests.store.stored import KEY, NOW, ago, ahead, keep
from workplace_app.domain.as_seen import OutboxCounts
from workplace_app.domain.conflict import ComparedField, Comparison, Conflict
from workplace_app.domain.intent import IntentKind, IntentState
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.wishes import Comment, DueChange, NewTask, wish_of, words_of
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection import StoreFiles, open_for_screen
from workplace_app.store.connection_type import Connection
from workplace_app.store.outbox_delivery import ON_ITS_WAY, OutboxDelivery
from workplace_app.store.outbox_filing import (
    as_it_was,
    file_intent,
    keep_as_task,
    keep_mine,
    keep_theirs,
    try_again,
    withdraw,
)
from workplace_app.store.outbox_reader import (
    count_intents,
    history,
    intent,
    let_go_intents,
    pending_intents,
    sent_intents,
)
from workplace_app.store.sync_connection import open_in_memory
from workplace_app.store.task_reader import open_tasks
from workplace_app.store.transaction import writing_mine

COMPLETE, REOPEN = IntentKind.COMPLETE_TASK, IntentKind.REOPEN_TASK
REFUSED = Problem(ProblemKind.REQUEST_REFUSED, service="planner", retry_at=ahead(hours=1), detail="412")


def test_a_filed_wish_is_there_after_opening_again(files: StoreFiles, sync: Connection, screen: Connection) -> None:
    filed = file_intent(screen, COMPLETE, "planner:1", NOW, about="Ring")
    screen.close()
    again = open_for_screen(files, KEY)
    assert pending_intents(again) == (filed,)
    assert OutboxDelivery(sync).deliverable(NOW) == (filed,)
    again.close()


def test_wishes_for_one_target_are_delivered_one_after_the_other(sync: Connection, screen: Connection) -> None:
    first = file_intent(screen, COMPLETE, "planner:1", NOW)
    second = file_intent(screen, REOPEN, "planner:1", ahead(seconds=1))
    other = file_intent(screen, COMPLETE, "planner:2", ahead(seconds=2))
    delivery = OutboxDelivery(sync)
    assert [each.id for each in delivery.deliverable(NOW)] == [first.id, other.id]
    assert delivery.sending(first.id, NOW)
    delivery.confirmed(first.id, NOW)
    assert [each.id for each in delivery.deliverable(NOW)] == [second.id, other.id]


def test_a_wish_that_needs_the_user_holds_back_those_behind_it_and_no_others(
    sync: Connection, screen: Connection
) -> None:
    first = file_intent(screen, COMPLETE, "planner:1", NOW)
    file_intent(screen, REOPEN, "planner:1", ahead(seconds=1))
    other = file_intent(screen, COMPLETE, "planner:2", ahead(seconds=2))
    delivery = OutboxDelivery(sync)
    delivery.needs_you(first.id, REFUSED, NOW)
    assert [each.id for each in delivery.deliverable(NOW)] == [other.id]
    assert pending_intents(screen)[0].problem == REFUSED
    assert count_intents(screen, ago(hours=8)) == OutboxCounts(waiting=2, needs_you=1, put_off=1)
    assert try_again(screen, first.id, NOW)
    assert [each.id for each in delivery.deliverable(NOW)] == [first.id, other.id]


def test_a_new_task_that_needs_the_user_holds_up_no_other_new_task(sync: Connection, screen: Connection) -> None:
    """They have only the place in common where they are made; what waits keeps its order all the same."""
    refused, second, third = (
        file_intent(screen, IntentKind.CREATE_TASK, "todo:", ahead(seconds=number), NewTask(f"Uppgift {number}"))
        for number in range(3)
    )
    delivery = OutboxDelivery(sync)
    assert [each.id for each in delivery.deliverable(NOW)] == [refused.id]
    delivery.needs_you(refused.id, REFUSED, NOW)
    assert [each.id for each in delivery.deliverable(NOW)] == [second.id]
    assert count_intents(screen, NOW) == OutboxCounts(waiting=2, needs_you=1)
    delivery.unknown(second.id, Problem(ProblemKind.TIMED_OUT), NOW)
    assert third.id not in [each.id for each in delivery.deliverable(ahead(hours=1))]


def test_a_wish_can_be_taken_back_until_it_leaves(sync: Connection, screen: Connection) -> None:
    filed = file_intent(screen, COMPLETE, "planner:1", NOW)
    assert OutboxDelivery(sync).sending(filed.id, NOW)
    assert not withdraw(screen, filed.id, NOW)
    OutboxDelivery(sync).wait(filed.id, Problem(ProblemKind.OFFLINE), NOW)
    assert withdraw(screen, filed.id, NOW)
    assert not OutboxDelivery(sync).sending(filed.id, NOW)
    assert pending_intents(screen) == ()
    assert not withdraw(screen, "unknown", NOW)


def test_what_a_crash_left_half_sent_is_delivered_again_with_care(sync: Connection, screen: Connection) -> None:
    filed = file_intent(screen, COMPLETE, "planner:1", NOW)
    OutboxDelivery(sync).sending(filed.id, NOW)
    delivery = OutboxDelivery(sync)
    assert delivery.deliverable(NOW + ON_ITS_WAY - timedelta(milliseconds=1), patient=False) == ()
    assert delivery.next_moment(NOW) == NOW + ON_ITS_WAY
    (left,) = delivery.deliverable(NOW + ON_ITS_WAY)
    assert (left.state, left.attempts) == (IntentState.SENDING, 1)


def test_a_clock_that_was_set_back_does_not_keep_a_wish_waiting(sync: Connection, screen: Connection) -> None:
    filed = file_intent(screen, COMPLETE, "planner:1", NOW)
    delivery = OutboxDelivery(sync)
    delivery.sending(filed.id, NOW)
    assert [each.id for each in delivery.deliverable(ago(days=30))] == [filed.id]
    delivery.unknown(filed.id, Problem(ProblemKind.TIMED_OUT), NOW, ahead(minutes=15))
    assert delivery.deliverable(ahead(minutes=14)) == ()
    assert [each.id for each in delivery.deliverable(ago(days=30))] == [filed.id]


def test_a_tick_that_was_taken_back_before_the_source_showed_it_is_not_shown_again(
    writer: CacheWriter, sync: Connection, screen: Connection
) -> None:
    """Both were delivered between two pages of the source, which never showed the task as done."""
    task = replace(next(iter(tasks(1))), completed=False)
    keep(writer, task)
    delivery = OutboxDelivery(sync)
    for number, kind in enumerate((COMPLETE, REOPEN)):
        filed = file_intent(screen, kind, task.id, ahead(seconds=number))
        assert delivery.sending(filed.id, ahead(seconds=number))
        delivery.confirmed(filed.id, ahead(seconds=number))
    assert [each.task.completed for each in open_tasks(screen, NOW).rows] == [False]
    delivery.settle(ahead(seconds=2))
    assert [each.task.completed for each in open_tasks(screen, NOW).rows] == [False]
    assert delivery.deliverable(NOW) == ()


def test_a_wish_remembers_what_became_of_it(sync: Connection, screen: Connection) -> None:
    filed = file_intent(screen, COMPLETE, "planner:1", NOW)
    delivery = OutboxDelivery(sync)
    delivery.sending(filed.id, ahead(seconds=1))
    delivery.unknown(filed.id, Problem(ProblemKind.TIMED_OUT), ahead(seconds=30))
    delivery.sending(filed.id, ahead(seconds=60))
    delivery.confirmed(filed.id, ahead(seconds=61))
    steps = history(screen, filed.id)
    assert [(step.state.value, step.at, step.problem and step.problem.kind.value) for step in steps] == [
        ("waiting", NOW, None),
        ("sending", ahead(seconds=1), None),
        ("unknown", ahead(seconds=30), "timed_out"),
        ("sending", ahead(seconds=60), None),
        ("confirmed", ahead(seconds=61), None),
    ]
    found = intent(screen, filed.id)
    assert found is not None
    assert (found.state, found.attempts, found.problem) == (IntentState.CONFIRMED, 2, None)
    assert sent_intents(screen, NOW) == (found,)
    assert sent_intents(screen, ahead(hours=1)) == ()
    assert count_intents(screen, NOW) == OutboxCounts(sent_today=1)


class OutboxUser(RuleBasedStateMachine):
    """Files, withdraws, sends and answers in any order; nothing is lost and no target's order is broken."""

    def __init__(self) -> None:
        super().__init__()
        self.connection = open_in_memory()
        self.delivery = OutboxDelivery(self.connection)
        self.filed: list[str] = []
        self.ended: set[str] = set()
        self.seconds = 0

    def _later(self) -> int:
        self.seconds += 1
        return self.seconds

    @rule(task=st.sampled_from(["a", "b"]))
    def file(self, task: str) -> None:
        self.filed.append(file_intent(self.connection, COMPLETE, task, ahead(seconds=self._later())).id)

    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        if self.filed:
            chosen = data.draw(st.sampled_from(self.filed))
            if withdraw(self.connection, chosen, ahead(seconds=self._later())):
                assert chosen not in self.ended
                self.ended.add(chosen)

    @rule(answer=st.sampled_from(["confirmed", "wait", "unknown", "needs_you", "crash"]))
    def deliver(self, answer: str) -> None:
        for each in self.delivery.deliverable(NOW):
            now = ahead(seconds=self._later())
            assert self.delivery.sending(each.id, now)
            if answer == "confirmed":
                self.delivery.confirmed(each.id, now)
                assert each.id not in self.ended, "done twice"
                self.ended.add(each.id)
            elif answer == "wait":
                self.delivery.wait(each.id, None, now)
            elif answer == "unknown":
                self.delivery.unknown(each.id, None, now)
            elif answer == "needs_you":
                self.delivery.needs_you(each.id, REFUSED, now)

    @rule()
    def decide(self) -> None:
        for each in pending_intents(self.connection):
            if each.state is IntentState.NEEDS_YOU:
                try_again(self.connection, each.id, ahead(seconds=self._later()))

    @invariant()
    def nothing_is_lost(self) -> None:
        pending = {each.id for each in pending_intents(self.connection)}
        assert pending == set(self.filed) - self.ended

    @invariant()
    def the_oldest_of_a_target_goes_first(self) -> None:
        for each in self.delivery.deliverable(NOW):
            waiting = [other.id for other in pending_intents(self.connection) if other.target_id == each.target_id]
            assert each.id == min(waiting)

    def teardown(self) -> None:
        self.connection.close()


TestOutboxUser = OutboxUser.TestCase
TestOutboxUser.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)


def test_what_can_still_be_taken_back_is_held_whoever_asks(sync: Connection, screen: Connection) -> None:
    filed = file_intent(
        screen, IntentKind.COMMENT_TASK, "planner:1", NOW, Comment("Klart i morgon"), hold=timedelta(seconds=6)
    )
    delivery = OutboxDelivery(sync)
    assert delivery.deliverable(ahead(seconds=5), patient=False) == ()
    assert delivery.next_moment(NOW) == ahead(seconds=6)
    assert [each.id for each in delivery.deliverable(ahead(seconds=6))] == [filed.id]


def test_what_failed_before_waits_unless_somebody_asks(sync: Connection, screen: Connection) -> None:
    failed = file_intent(screen, COMPLETE, "planner:1", NOW)
    skipped = file_intent(screen, COMPLETE, "planner:2", NOW)
    delivery = OutboxDelivery(sync)
    delivery.wait(failed.id, Problem(ProblemKind.OFFLINE), NOW, ahead(minutes=5))
    delivery.postpone([skipped.id], ahead(minutes=5))
    assert delivery.deliverable(ahead(minutes=4)) == ()
    assert {each.id for each in delivery.deliverable(NOW, patient=False)} == {failed.id, skipped.id}
    assert delivery.next_moment(NOW) == ahead(minutes=5)


def test_the_order_of_filing_is_kept_within_a_millisecond_and_when_the_clock_is_set_back(screen: Connection) -> None:
    filed = [file_intent(screen, COMPLETE, "planner:1", moment).id for moment in [NOW] * 50 + [ago(days=400)] * 50]
    assert filed == sorted(filed)
    assert len(set(filed)) == 100


def test_both_versions_of_a_conflict_are_kept_when_the_user_has_chosen(sync: Connection, screen: Connection) -> None:
    mine, theirs, seen = date(2026, 10, 16), date(2026, 10, 14), date(2026, 10, 13)
    conflict = Conflict(
        (Comparison(ComparedField.DUE, mine.isoformat(), theirs.isoformat()),), "Samira Tjärnvik", ago(minutes=5)
    )
    moved = file_intent(screen, IntentKind.CHANGE_DUE, "planner:1", NOW, DueChange(mine, seen), about="Skriv beslut")
    delivery = OutboxDelivery(sync)
    delivery.needs_you(moved.id, Problem(ProblemKind.CHANGED_MEANWHILE), NOW, conflict)
    (waiting,) = pending_intents(screen)
    assert (waiting.conflict, waiting.about) == (conflict, "Skriv beslut")
    assert keep_mine(screen, waiting, NOW)
    (again,) = delivery.deliverable(NOW)
    assert wish_of(again.kind, again.payload) == DueChange(mine, theirs)
    assert again.conflict == conflict, "what gives way can be read as long as the wish is remembered"
    assert not keep_mine(screen, waiting, NOW)
    delivery.sending(moved.id, NOW)
    delivery.confirmed(moved.id, NOW)
    (sent,) = sent_intents(screen, ago(days=1))
    assert sent.conflict == conflict
    refused = file_intent(screen, IntentKind.CHANGE_DUE, "planner:2", NOW, DueChange(mine, seen))
    delivery.needs_you(refused.id, Problem(ProblemKind.CHANGED_MEANWHILE), NOW, conflict)
    (asked,) = pending_intents(screen)
    keep_mine(screen, asked, NOW)
    delivery.needs_you(refused.id, Problem(ProblemKind.REQUEST_REFUSED), NOW)
    assert pending_intents(screen)[0].conflict is None, "what is wrong now is something else"


def test_what_was_given_up_for_another_version_can_still_be_read(sync: Connection, screen: Connection) -> None:
    filed = file_intent(screen, IntentKind.COMMENT_TASK, "planner:1", NOW, Comment("Måtten stämmer"), about="Karta")
    OutboxDelivery(sync).needs_you(filed.id, Problem(ProblemKind.NOT_FOUND), NOW, Conflict(gone=True))
    (waiting,) = pending_intents(screen)
    assert keep_theirs(screen, waiting, NOW)
    assert pending_intents(screen) == ()
    (kept,) = let_go_intents(screen, ago(days=1))
    assert words_of(wish_of(kept.kind, kept.payload)) == "Måtten stämmer"
    assert kept.conflict == Conflict(gone=True)


def test_words_whose_target_is_gone_can_become_a_task(sync: Connection, screen: Connection) -> None:
    filed = file_intent(screen, IntentKind.COMMENT_TASK, "planner:1", NOW, Comment("Ring\nPernilla"), about="Karta")
    OutboxDelivery(sync).needs_you(filed.id, Problem(ProblemKind.NOT_FOUND), NOW, Conflict(gone=True))
    (waiting,) = pending_intents(screen)
    made = keep_as_task(screen, waiting, NOW)
    assert made is not None
    assert wish_of(made.kind, made.payload) == NewTask("Karta: Ring Pernilla", notes="Ring\nPernilla")
    assert OutboxDelivery(sync).deliverable(NOW) == (made,)


def test_whatever_was_decided_can_be_undone_until_it_has_left(sync: Connection, screen: Connection) -> None:
    conflict = Conflict((Comparison(ComparedField.DUE, "2026-10-16", "2026-10-14"),), "Samira Tjärnvik", ago(minutes=5))
    wish = DueChange(date(2026, 10, 16), date(2026, 10, 13))
    filed = file_intent(screen, IntentKind.CHANGE_DUE, "planner:1", NOW, wish)
    delivery = OutboxDelivery(sync)
    delivery.needs_you(filed.id, Problem(ProblemKind.CHANGED_MEANWHILE), NOW, conflict)
    (asked,) = pending_intents(screen)
    for decide in (keep_mine, keep_theirs):
        assert decide(screen, asked, NOW)
        assert as_it_was(screen, asked, NOW)
        assert pending_intents(screen) == (asked,), "the same question, with both versions"
        assert delivery.deliverable(NOW) == ()
    keep_mine(screen, asked, NOW)
    delivery.sending(asked.id, NOW)
    assert not as_it_was(screen, asked, NOW), "it is on its way"


def test_what_was_taken_back_by_mistake_waits_again_in_its_old_place(sync: Connection, screen: Connection) -> None:
    first = file_intent(screen, COMPLETE, "planner:1", NOW)
    file_intent(screen, REOPEN, "planner:1", NOW)
    assert not as_it_was(screen, first, NOW), "nothing was decided"
    withdraw(screen, first.id, NOW)
    assert as_it_was(screen, first, ahead(seconds=3))
    assert [each.id for each in OutboxDelivery(sync).deliverable(ahead(seconds=3))] == [first.id]


def test_what_went_with_a_new_task_comes_back_with_it(screen: Connection) -> None:
    made = file_intent(screen, IntentKind.CREATE_TASK, "todo:", NOW, NewTask("Ring Pernilla"))
    before = file_intent(screen, IntentKind.COMMENT_TASK, f"new:{made.id}", ahead(seconds=1), Comment("Inget"))
    words = file_intent(screen, IntentKind.COMMENT_TASK, f"new:{made.id}", ahead(seconds=2), Comment("Måtten stämmer"))
    withdraw(screen, before.id, ahead(seconds=3))
    withdraw(screen, made.id, ahead(seconds=4))
    assert pending_intents(screen) == ()
    assert as_it_was(screen, made, ahead(seconds=5))
    assert [each.id for each in pending_intents(screen)] == [made.id, words.id], "not what the user took back alone"


def test_the_days_that_were_built_on_one_that_is_undone_are_built_on_it_again(screen: Connection) -> None:
    days = [date(2026, 10, day) for day in (13, 16, 13, 20)]
    moves = [
        file_intent(screen, IntentKind.CHANGE_DUE, "planner:1", ahead(seconds=number), DueChange(due, seen))
        for number, (seen, due) in enumerate(itertools.pairwise(days))
    ]
    withdraw(screen, moves[0].id, ahead(seconds=5))
    assert [each.id for each in pending_intents(screen)] == [moves[2].id], "the second was no change any more"
    assert as_it_was(screen, moves[0], ahead(seconds=6))
    assert [(each.id, each.payload) for each in pending_intents(screen)] == [(each.id, each.payload) for each in moves]


def test_what_nobody_can_read_is_removed_and_put_back_like_any_other(sync: Connection, screen: Connection) -> None:
    filed = file_intent(screen, IntentKind.COMMENT_TASK, "planner:1", NOW, Comment("Ja"))
    sync.execute("UPDATE mine.outbox SET payload = ? WHERE id = ?", ("[" * 100_000, filed.id))
    OutboxDelivery(sync).needs_you(filed.id, Problem(ProblemKind.UNREADABLE_ITEM), NOW)
    (asked,) = pending_intents(screen)
    assert withdraw(screen, asked.id, NOW)
    assert as_it_was(screen, asked, NOW)
    assert pending_intents(screen) == (asked,)


def test_what_has_been_tried_and_waits_is_counted_apart(sync: Connection, screen: Connection) -> None:
    tried = file_intent(screen, COMPLETE, "planner:1", NOW)
    file_intent(screen, COMPLETE, "planner:2", NOW)
    OutboxDelivery(sync).wait(tried.id, Problem(ProblemKind.THROTTLED), NOW, ahead(minutes=5))
    assert count_intents(screen, NOW) == OutboxCounts(waiting=2, put_off=1)
    refused = file_intent(screen, COMPLETE, "planner:3", NOW)
    file_intent(screen, REOPEN, "planner:3", NOW)
    OutboxDelivery(sync).needs_you(refused.id, REFUSED, NOW)
    assert count_intents(screen, NOW) == OutboxCounts(waiting=3, needs_you=1, put_off=2)


def test_a_change_of_day_that_cannot_be_read_can_be_withdrawn_though_others_follow_it(screen: Connection) -> None:
    broken = file_intent(screen, IntentKind.CHANGE_DUE, "planner:1", NOW, DueChange(date(2026, 10, 16), None))
    later = file_intent(screen, IntentKind.CHANGE_DUE, "planner:1", NOW, DueChange(None, date(2026, 10, 16)))
    with writing_mine(screen):
        screen.execute("UPDATE mine.outbox SET payload = '{}' WHERE id = ?", (broken.id,))
    assert withdraw(screen, broken.id, NOW)
    assert pending_intents(screen) == (later,)
