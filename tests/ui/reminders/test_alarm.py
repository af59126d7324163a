"""The alarm rings once: offline, after a restart, after sleep, whatever is done to the clock, and for nobody else."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from tests.store.stored import KEY
from tests.ui.opened import Opened, open_window
from tests.ui.reminders.ringing import CALL, DAY, HOUR, MINUTE, companion, drive, notice, remind, settle, words
from tests.ui.shell_parts import ELIN, NACKA, NOW, Clock, Requests
from ui.reminders.alarm import Alarm
from workplace_app.domain.account import Account
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.reminder import Reminder, ReminderState
from workplace_app.domain.reminder_moments import moment_on
from workplace_app.store.connection import StoreFiles, open_for_screen
from workplace_app.store.connection_type import Connection
from workplace_app.store.own_things import reminders
from workplace_app.store.reminder_reader import count_rung, reminder
from workplace_app.store.sync_connection import open_for_sync

STOCKHOLM = ZoneInfo("Europe/Stockholm")


class Ringing:
    """An alarm over a store, and what it rang with the moment at which it did."""

    def __init__(self, connection: Connection, clock: Clock, parent: QObject) -> None:
        self.clock = clock
        self.rung: list[tuple[str, datetime]] = []
        self.problems: list[Problem] = []
        self.alarm = Alarm(connection, clock, parent)
        self.alarm.rang.connect(self._rang)
        self.alarm.failed.connect(self.problems.append)
        self.alarm.look()

    def _rang(self, rung: tuple[Reminder, ...]) -> None:
        self.rung += [(each.subject.title, self.clock()) for each in rung]


@pytest.fixture
def store(qapp: QApplication, tmp_path: Path) -> Iterator[Connection]:
    files = StoreFiles.in_folder(tmp_path)
    sync = open_for_sync(files, KEY)
    connection = open_for_screen(files, KEY)
    yield connection
    connection.close()
    sync.close()


@pytest.fixture
def parent(qapp: QApplication) -> Iterator[QObject]:
    held = QObject()
    yield held
    held.deleteLater()
    settle()


def waits(alarm: Alarm) -> bool:
    return alarm.wait is not None


def set_for(store: Connection, at: datetime) -> Reminder:
    return reminders.remind(store, CALL, at, NOW)


def test_it_waits_for_the_next_but_never_longer_than_a_minute(store: Connection, parent: QObject) -> None:
    ringing = Ringing(store, Clock(), parent)
    assert ringing.alarm.wait is None, "nothing to wait for wakes nobody"
    far = set_for(store, NOW + 8 * HOUR)
    ringing.alarm.look()
    assert ringing.alarm.wait == MINUTE
    near = set_for(store, NOW + MINUTE / 4)
    ringing.alarm.look()
    assert ringing.alarm.wait == MINUTE / 4
    for each in (far, near):
        reminders.delete(store, each.id)
    ringing.alarm.look()
    assert ringing.alarm.wait is None


def test_it_rings_at_its_moment_and_once(store: Connection, parent: QObject) -> None:
    set_for(store, NOW + 3 * HOUR)
    ringing = Ringing(store, Clock(), parent)
    looked = drive(ringing.alarm, ringing.clock, NOW + 2 * DAY)
    assert ringing.rung == [("Ring Pernilla", NOW + 3 * HOUR)]
    assert looked == 180, "once a minute, and not at all when nothing waits any more"


def test_after_sleep_over_the_moment_it_rings_within_a_minute(store: Connection, parent: QObject) -> None:
    set_for(store, NOW + 3 * HOUR)
    ringing = Ringing(store, Clock(), parent)
    woken = NOW + 11 * HOUR
    drive(ringing.alarm, ringing.clock, NOW + DAY, asleep=(NOW + HOUR, woken))
    ((_, at),) = ringing.rung
    assert woken <= at <= woken + MINUTE


def test_coming_back_to_the_program_looks_at_once(store: Connection, parent: QObject, qapp: QApplication) -> None:
    set_for(store, NOW + HOUR)
    ringing = Ringing(store, Clock(), parent)
    ringing.clock.now = NOW + 9 * HOUR
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert ringing.rung == []
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert ringing.rung == [("Ring Pernilla", NOW + 9 * HOUR)]


def test_a_clock_that_is_set_forth_rings_what_it_has_passed_and_back_nothing_again(
    store: Connection, parent: QObject
) -> None:
    set_for(store, NOW + HOUR)
    set_for(store, NOW + 5 * DAY)
    ringing = Ringing(store, Clock(), parent)
    ringing.clock.now = NOW + DAY
    ringing.alarm.look()
    assert len(ringing.rung) == 1
    ringing.clock.now = NOW - 30 * DAY
    ringing.alarm.look()
    assert ringing.alarm.wait == MINUTE
    drive(ringing.alarm, ringing.clock, NOW + 6 * DAY)
    assert [at for _, at in ringing.rung] == [NOW + DAY, NOW + 5 * DAY]


@pytest.mark.parametrize("clocks_change", [datetime(2026, 3, 29).date(), datetime(2026, 10, 25).date()], ids=str)  # noqa: DTZ001
def test_on_the_nights_when_clocks_change_it_rings_when_the_wall_says_so(
    store: Connection, parent: QObject, clocks_change: datetime
) -> None:
    evening = moment_on(clocks_change, time(0), STOCKHOLM) - 2 * HOUR
    for clock in (time(1, 30), time(2, 30), time(3, 30), time(8)):
        reminders.remind(store, CALL, moment_on(clocks_change, clock, STOCKHOLM), evening)
    ringing = Ringing(store, Clock(evening), parent)
    drive(ringing.alarm, ringing.clock, evening + DAY)
    walls = [f"{at.astimezone(STOCKHOLM):%H:%M}" for _, at in ringing.rung]
    spring = clocks_change.month == 3
    assert walls == (["01:30", "03:30", "03:30", "08:00"] if spring else ["01:30", "02:30", "03:30", "08:00"])


def test_another_zone_on_the_computer_changes_nothing(
    store: Connection, parent: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_for(store, NOW + HOUR)
    ringing = Ringing(store, Clock(), parent)
    monkeypatch.setenv("TZ", "America/New_York")
    drive(ringing.alarm, ringing.clock, NOW + DAY)
    assert ringing.rung == [("Ring Pernilla", NOW + HOUR)]


def test_what_cannot_be_written_is_told_once_and_rings_when_it_can(store: Connection, parent: QObject) -> None:
    made = set_for(store, NOW + HOUR)
    ringing = Ringing(store, Clock(), parent)
    ringing.clock.now = NOW + 2 * HOUR
    store.execute("BEGIN")  # whoever is in a transaction cannot begin another, so nothing can be committed
    ringing.alarm.look()
    ringing.alarm.look()
    assert [problem.kind for problem in ringing.problems] == [ProblemKind.UNEXPECTED]
    assert (ringing.rung, ringing.alarm.wait) == ([], MINUTE)
    store.execute("ROLLBACK")
    ringing.alarm.look()
    assert len(ringing.rung) == 1
    kept = reminder(store, made.id)
    assert kept is not None
    assert kept.state is ReminderState.RUNG


def test_what_cannot_be_read_is_told_once_and_rings_when_it_can(
    store: Connection, parent: QObject, tmp_path: Path
) -> None:
    set_for(store, NOW + HOUR)
    ringing = Ringing(store, Clock(), parent)
    ringing.clock.now = NOW + 2 * HOUR
    other = open_for_sync(StoreFiles.in_folder(tmp_path), KEY)
    other.execute("ALTER TABLE mine.reminders RENAME TO unreadable")
    ringing.alarm.look()
    ringing.alarm.look()
    assert (len(ringing.problems), ringing.rung, ringing.alarm.wait) == (1, [], MINUTE)
    other.execute("ALTER TABLE mine.unreadable RENAME TO reminders")
    other.close()
    ringing.alarm.look()
    assert ringing.rung == [("Ring Pernilla", NOW + 2 * HOUR)]


def test_a_left_alarm_reads_nothing(store: Connection, parent: QObject) -> None:
    set_for(store, NOW + HOUR)
    ringing = Ringing(store, Clock(), parent)
    ringing.alarm.leave()
    assert ringing.alarm.wait is None
    ringing.clock.now = NOW + DAY
    ringing.alarm.look()
    assert (ringing.rung, count_rung(store)) == ([], 0)


# In the window


def test_what_came_due_while_the_program_was_closed_rings_at_the_start_as_one_notice(opened: Opened) -> None:
    opened.workplace.leave()
    for hours in (1, 2, 3):
        remind(opened, NOW + hours * HOUR)
    opened.clock.pass_time(DAY)
    opened.workplace.enter(opened.connection, ELIN, NACKA, opened.requests)
    shown = notice(opened)
    assert shown is not None
    assert len(shown.reminders) == 3
    assert "3 reminders have rung" in shown.accessibleName()
    assert opened.requests.asked == [], "no network is asked for anything"


def test_a_second_start_and_a_second_window_ring_nothing_again(
    opened: Opened, qapp: QApplication, tmp_path: Path
) -> None:
    remind(opened, NOW + HOUR)
    opened.clock.pass_time(2 * HOUR)
    companion(opened).alarm.look()
    assert words(opened) == "Ring Pernilla"
    second = open_window(qapp, tmp_path)
    second.clock.pass_time(3 * HOUR)
    assert words(second) == ""
    second.close()
    opened.workplace.leave()
    settle()
    opened.workplace.enter(opened.connection, ELIN, NACKA, opened.requests)
    assert words(opened) == ""
    assert count_rung(opened.connection) == 1, "it stands among those that have rung"


def test_it_rings_for_the_account_on_the_screen_and_for_no_other(opened: Opened, tmp_path: Path) -> None:
    """Two people on one computer: what Elin wants to be reminded of must not be glimpsed by Jonas."""
    other = Account("tenant", "jonas", "jonas.tenant", "jonas@nacka.example", "Jonas Vretlund")
    folder = tmp_path / "jonas"
    folder.mkdir()
    files = StoreFiles.in_folder(folder)
    sync = open_for_sync(files, KEY)
    jonas = open_for_screen(files, KEY)
    remind(opened, NOW + HOUR)
    elins = companion(opened).alarm
    elins.look()
    assert waits(elins)
    opened.workplace.enter(jonas, other, NACKA, Requests())
    assert not waits(elins), "at once, before Qt has deleted anything"
    opened.clock.pass_time(2 * HOUR)
    companion(opened).alarm.look()
    settle()
    assert words(opened) == ""
    assert count_rung(opened.connection) == 0
    opened.workplace.enter(opened.connection, ELIN, NACKA, opened.requests)
    assert words(opened) == "Ring Pernilla"
    opened.workplace.enter(jonas, other, NACKA, Requests())
    settle()
    assert words(opened) == "", "the notice goes with the account"
    opened.workplace.leave()
    jonas.close()
    sync.close()


def test_nobody_rings_for_what_is_open_to_all(opened: Opened) -> None:
    assert opened.workplace._accompanied.companion() is not None
    opened.workplace.leave()
    assert opened.workplace._accompanied.companion() is None


def test_at_an_exact_moment_in_utc() -> None:
    assert moment_on(NOW.date(), time(8), STOCKHOLM) == datetime(2026, 10, 13, 6, tzinfo=UTC)
