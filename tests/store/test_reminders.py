"""Reminders are kept, ring exactly once whoever asks and whatever dies meanwhile, and every step can be undone."""

import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.store.stored import KEY, NOW, ago, ahead
from workplace_app.domain.problem import ProblemRaised
from workplace_app.domain.reminder import Reminder, ReminderKind, ReminderState, ReminderSubject
from workplace_app.store.connection import StoreFiles, open_for_screen
from workplace_app.store.connection_type import Connection
from workplace_app.store.own_things import reminders
from workplace_app.store.reminder_reader import count_rung, done_reminders, next_moment, open_reminders, reminder
from workplace_app.store.retention import apply_retention
from workplace_app.store.search import Search
from workplace_app.store.sync_connection import open_in_memory

ARTICLE = ReminderSubject(
    ReminderKind.ARTICLE, "Nya mallar", "intranet:1", "https://intranat.nacka.example/1", date(2026, 10, 16)
)
CALL = ReminderSubject(ReminderKind.TEXT, "Ring Pernilla")


def test_what_is_kept_is_what_was_given(screen: Connection) -> None:
    made = reminders.remind(screen, ARTICLE, ahead(hours=1), NOW)
    assert reminder(screen, made.id) == made
    assert made.subject == ARTICLE
    assert next_moment(screen) == ahead(hours=1)
    assert (count_rung(screen), done_reminders(screen)) == (0, ())


def test_it_rings_once_and_then_stands_among_those_that_have_rung(screen: Connection) -> None:
    made = reminders.remind(screen, ARTICLE, ahead(hours=1), NOW)
    assert reminders.ring_due(screen, ahead(minutes=59)) == ()
    (rung,) = reminders.ring_due(screen, ahead(hours=1))
    assert (rung.id, rung.state, rung.fired_at) == (made.id, ReminderState.RUNG, ahead(hours=1))
    assert reminders.ring_due(screen, ahead(hours=1)) == reminders.ring_due(screen, ahead(days=30)) == ()
    assert (count_rung(screen), next_moment(screen)) == (1, None)


def test_of_two_windows_one_rings(screen: Connection, files: StoreFiles) -> None:
    reminders.remind(screen, CALL, ahead(hours=1), NOW)
    other = open_for_screen(files, KEY)
    rung = [reminders.ring_due(each, ahead(hours=2)) for each in (other, screen, other)]
    assert [len(each) for each in rung] == [1, 0, 0]
    other.close()


def test_everything_missed_rings_together_the_earliest_first(screen: Connection) -> None:
    late = reminders.remind(screen, CALL, ahead(days=2), NOW)
    early = reminders.remind(screen, ARTICLE, ahead(days=1), NOW)
    reminders.remind(screen, CALL, ahead(days=9), NOW)
    assert [each.id for each in reminders.ring_due(screen, ahead(days=3))] == [early.id, late.id]


@pytest.mark.parametrize("where", ["BEGIN", "UPDATE mine.reminders", "COMMIT"])
def test_killed_before_it_is_written_it_rings_at_the_next_start(
    screen: Connection, files: StoreFiles, where: str
) -> None:
    made = reminders.remind(screen, CALL, ahead(hours=1), NOW)
    _die_while_ringing(files, where)
    assert [each.id for each in reminders.ring_due(screen, ahead(hours=2))] == [made.id]


def test_killed_between_writing_and_showing_it_is_not_lost_and_does_not_ring_again(
    screen: Connection, files: StoreFiles
) -> None:
    made = reminders.remind(screen, CALL, ahead(hours=1), NOW)
    _die_while_ringing(files, "shown")
    assert reminders.ring_due(screen, ahead(hours=3)) == ()
    assert [(each.id, each.state) for each in open_reminders(screen)] == [(made.id, ReminderState.RUNG)]
    assert count_rung(screen) == 1, "the badge tells of it"


def _die_while_ringing(files: StoreFiles, where: str) -> None:
    folder = str(files.mine.parent)
    ended = subprocess.run(
        [sys.executable, "-m", "tests.store.ringing_process", folder, where], check=False, timeout=60
    )
    assert ended.returncode == -signal.SIGKILL


def test_a_clock_that_is_set_back_rings_nothing_twice(screen: Connection) -> None:
    made = reminders.remind(screen, CALL, ahead(hours=1), NOW)
    assert len(reminders.ring_due(screen, ahead(hours=1))) == 1
    for moment in (ago(days=1), NOW, ahead(hours=1), ahead(hours=2)):
        assert reminders.ring_due(screen, moment) == ()
    reminders.snooze(screen, made.id, ahead(minutes=5))
    assert [each.snoozed for each in reminders.ring_due(screen, ahead(minutes=5))] == [1]


def test_every_step_can_be_undone_and_what_had_rung_does_not_ring_again(screen: Connection) -> None:
    made = reminders.remind(screen, CALL, ahead(hours=1), NOW)
    reminders.ring_due(screen, ahead(hours=1))
    rung = reminder(screen, made.id)
    steps: tuple[Callable[[], Reminder | None], ...] = (
        lambda: reminders.snooze(screen, made.id, ahead(hours=2)),
        lambda: reminders.rewrite(screen, made.id, "Ring Jonas", ahead(days=1)),
        lambda: reminders.mark_done(screen, made.id, ahead(hours=1)),
        lambda: reminders.rewrite(screen, made.id, "Ring Jonas", made.at),
        lambda: reminders.delete(screen, made.id),
    )
    for step in steps:
        before = step()
        assert before == rung
        assert reminder(screen, made.id) != rung
        assert before is not None
        reminders.restore(screen, before)
        assert reminder(screen, made.id) == rung
    assert reminders.ring_due(screen, ahead(days=2)) == ()


def test_other_words_do_not_make_it_ring_again_and_another_moment_does(screen: Connection) -> None:
    made = reminders.remind(screen, CALL, ahead(hours=1), NOW)
    reminders.ring_due(screen, ahead(hours=1))
    reminders.rewrite(screen, made.id, "Ring Jonas", made.at)
    assert reminders.ring_due(screen, ahead(hours=2)) == ()
    reminders.rewrite(screen, made.id, "Ring Jonas", ahead(hours=3))
    assert [each.subject.title for each in reminders.ring_due(screen, ahead(hours=3))] == ["Ring Jonas"]


def test_what_is_gone_cannot_be_changed(screen: Connection) -> None:
    assert reminders.snooze(screen, "no such", NOW) is None
    assert reminders.delete(screen, "no such") is None
    assert open_reminders(screen) == ()


def test_what_has_rung_stands_first_then_what_is_next(screen: Connection) -> None:
    later = reminders.remind(screen, CALL, ahead(days=2), NOW)
    soon = reminders.remind(screen, CALL, ahead(days=1), NOW)
    first = reminders.remind(screen, CALL, ahead(hours=1), NOW)
    second = reminders.remind(screen, CALL, ahead(hours=2), NOW)
    gone = reminders.remind(screen, CALL, ahead(hours=3), NOW)
    reminders.ring_due(screen, ahead(hours=1))
    reminders.ring_due(screen, ahead(hours=2))
    reminders.mark_done(screen, gone.id, NOW)
    assert [each.id for each in open_reminders(screen)] == [second.id, first.id, soon.id, later.id]
    assert [each.id for each in done_reminders(screen)] == [gone.id]


def test_search_finds_what_is_open_by_its_words(screen: Connection) -> None:
    made = reminders.remind(screen, CALL, ahead(days=1), NOW)
    other = reminders.remind(screen, ReminderSubject(ReminderKind.TEXT, "Läs om bygglovet"), ahead(days=1), NOW)
    search = Search(screen, lambda: NOW)
    assert [hit.id for hit in search.find("pernilla ring")] == [made.id]
    assert [hit.id for hit in search.find("bygglov")] == [hit.id for hit in search.find("las")] == [other.id]
    reminders.mark_done(screen, made.id, NOW)
    assert search.find("pernilla") == ()


def test_done_ones_go_after_a_quarter_of_a_year_and_open_ones_never(sync: Connection) -> None:
    old = reminders.remind(sync, CALL, ago(days=400), ago(days=500))
    over = reminders.remind(sync, CALL, ago(days=400), ago(days=500))
    lately = reminders.remind(sync, CALL, ago(days=400), ago(days=500))
    reminders.mark_done(sync, over.id, ago(days=91))
    reminders.mark_done(sync, lately.id, ago(days=89))
    apply_retention(sync, NOW)
    assert {each.id for each in (*open_reminders(sync), *done_reminders(sync))} == {old.id, lately.id}


def test_a_kind_from_a_later_version_is_still_a_reminder(sync: Connection) -> None:
    made = reminders.remind(sync, ARTICLE, ahead(hours=1), NOW)
    sync.execute("UPDATE mine.reminders SET kind = 'dream' WHERE id = ?", (made.id,))
    (rung,) = reminders.ring_due(sync, ahead(hours=1))
    assert (rung.subject.kind, rung.subject.title) == (ReminderKind.TEXT, "Nya mallar")


def test_what_cannot_be_written_does_not_ring(screen: Connection, sync: Connection) -> None:
    """Otherwise it would ring again at the next start, and again."""
    reminders.remind(screen, CALL, ahead(hours=1), NOW)
    screen.execute("BEGIN")
    screen.execute("UPDATE mine.settings SET text = text WHERE 0")
    sync.execute("PRAGMA busy_timeout = 0")
    with pytest.raises(ProblemRaised):
        reminders.ring_due(sync, ahead(hours=2))
    screen.execute("ROLLBACK")
    assert len(reminders.ring_due(sync, ahead(hours=2))) == 1


class Alarms(RuleBasedStateMachine):
    """Somebody sets, puts off, finishes and undoes while the clock goes on, leaps and is set back: for every moment
    that was asked for a reminder rings at most once, and at the latest when somebody looks after it."""

    def __init__(self) -> None:
        super().__init__()
        self.connection = open_in_memory()
        self.now = NOW
        self.kept: list[str] = []
        self.asked: dict[str, int] = {}
        self.rung: dict[str, int] = {}

    @rule(minutes=st.integers(-3_000, 3_000))
    def pass_time(self, minutes: int) -> None:
        self.now = max(self.now + (ahead(minutes=minutes) - NOW), ago(days=300))

    @rule(minutes=st.integers(-30, 600))
    def remind(self, minutes: int) -> None:
        at = self.now + (ahead(minutes=minutes) - NOW)
        made = reminders.remind(self.connection, CALL, at, self.now)
        self.kept.append(made.id)
        self.asked[made.id], self.rung[made.id] = 1, 0

    @rule(data=st.data(), minutes=st.integers(1, 600))
    def snooze(self, data: st.DataObject, minutes: int) -> None:
        if self.kept:
            chosen = data.draw(st.sampled_from(self.kept))
            reminders.snooze(self.connection, chosen, self.now + (ahead(minutes=minutes) - NOW))
            self.asked[chosen] += 1

    @rule(data=st.data(), undo=st.booleans())
    def finish(self, data: st.DataObject, undo: bool) -> None:
        if self.kept:
            chosen = data.draw(st.sampled_from(self.kept))
            before = reminders.mark_done(self.connection, chosen, self.now)
            if undo and before is not None:
                reminders.restore(self.connection, before)

    @rule()
    def look(self) -> None:
        for each in reminders.ring_due(self.connection, self.now):
            self.rung[each.id] += 1
        assert not [each for each in self._waiting() if each.at <= self.now]

    def _waiting(self) -> list[Reminder]:
        return [each for each in open_reminders(self.connection) if each.state is ReminderState.WAITING]

    @invariant()
    def never_more_often_than_asked(self) -> None:
        assert all(self.rung[each] <= self.asked[each] for each in self.kept)

    def teardown(self) -> None:
        self.connection.close()


TestAlarms = Alarms.TestCase
TestAlarms.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
