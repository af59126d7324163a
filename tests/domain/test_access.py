"""Whether an account's things may be opened: 30 days after the last yes and no longer, whatever the clock says."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from workplace_app.domain.access import AccessRules
from workplace_app.domain.access_record import (
    LONGEST_TOKEN,
    AccessRecord,
    confirmed,
    disabled,
    noted,
    revoked,
    witnessed,
)
from workplace_app.domain.access_standing import Access, Standing, standing
from workplace_app.domain.problem import ProblemKind

HOUR, DAY, YEAR = timedelta(hours=1), timedelta(days=1), timedelta(days=365)
MONDAY = datetime(2026, 10, 12, 6, 0, tzinfo=UTC)
RULES = AccessRules()
STEP = timedelta(minutes=30)


class Computer:
    """A computer with a true time that nobody sees, a clock that can be wrong, and a program that looks at it."""

    def __init__(self, true: datetime = MONDAY, rules: AccessRules = RULES, life: timedelta = HOUR) -> None:
        self.true, self.wrong, self.rules = true, timedelta(), rules
        self.yes(life)

    @property
    def clock(self) -> datetime:
        return self.true + self.wrong

    @property
    def now(self) -> Standing:
        return standing(self.record, self.rules, self.clock)

    def yes(self, life: timedelta = HOUR) -> "Computer":
        self.record = confirmed(self.clock, self.true, life)
        return self

    def starts(self) -> "Computer":
        self.record = noted(self.record, self.clock)
        return self

    def runs(self, time: timedelta) -> "Computer":
        """Start, and look at the clock every half hour for so long."""
        self.starts()
        while time > timedelta():
            step = min(STEP, time)
            self.true += step
            self.record = noted(self.record, self.clock, step)
            time -= step
        return self

    def sleeps(self, time: timedelta) -> "Computer":
        """Suspended while the program runs: its steady clock stands still, as on Linux."""
        self.true += time
        self.record = noted(self.record, self.clock, timedelta())
        return self

    def is_off(self, time: timedelta) -> "Computer":
        self.true += time
        return self

    def clock_set(self, by: timedelta) -> "Computer":
        self.wrong += by
        return self

    def answered(self) -> "Computer":
        """The identity provider has answered, not with a yes."""
        self.record = witnessed(self.record, self.clock, self.true)
        return self

    def workdays(self, number: int, each_morning: Callable[["Computer"], object] = lambda _: None) -> "Computer":
        for _ in range(number):
            each_morning(self)
            self.runs(8 * HOUR).is_off(16 * HOUR)
        return self


def days(number: float) -> timedelta:
    return timedelta(days=number)


# How long


@pytest.mark.parametrize(
    ("passed", "access", "left"),
    [
        (timedelta(0), Access.OPEN, 30),
        (timedelta(minutes=59), Access.OPEN, 30),
        (HOUR, Access.IN_GRACE, 30),
        (days(1), Access.IN_GRACE, 29),
        (days(23), Access.IN_GRACE, 7),
        (days(23.5), Access.IN_GRACE, 7),
        (days(29.99), Access.IN_GRACE, 1),
        (days(30) - timedelta(seconds=1), Access.IN_GRACE, 1),
        (days(30), Access.LOCKED, None),
        (days(31), Access.LOCKED, None),
        (days(3_000), Access.LOCKED, None),
    ],
)
def test_it_is_open_for_thirty_days_after_the_last_yes(passed: timedelta, access: Access, left: int | None) -> None:
    now = Computer().is_off(passed).now
    assert (now.access, now.days_left) == (access, left)
    assert now.reason is (ProblemKind.GRACE_OVER if access is Access.LOCKED else None)
    assert now.locks_at == (None if access is Access.LOCKED else MONDAY + days(30))


@pytest.mark.parametrize(("grace", "open_for"), [(0, HOUR), (1, DAY), (7, days(7)), (30, days(30)), (365, YEAR)])
def test_the_policy_says_how_long(grace: int, open_for: timedelta) -> None:
    """With no grace at all it is open as long as what the provider gave last holds."""
    rules = AccessRules(grace_days=grace, wipe_days=400)
    assert Computer(rules=rules).is_off(open_for - timedelta(seconds=1)).now.is_open
    assert Computer(rules=rules).is_off(open_for).now.access is Access.LOCKED


def test_without_grace_a_token_of_a_day_opens_for_that_day_and_no_answer_for_ten_years() -> None:
    rules = AccessRules(grace_days=0, wipe_days=1)
    assert Computer(rules=rules, life=24 * HOUR).is_off(23 * HOUR).now.access is Access.OPEN
    greedy = Computer(rules=rules, life=10 * YEAR)
    assert greedy.is_off(LONGEST_TOKEN).now.access is Access.LOCKED
    assert Computer(rules=rules, life=-DAY).now.access is Access.LOCKED


def test_a_yes_begins_it_anew() -> None:
    computer = Computer().workdays(29)
    assert computer.now.access is Access.IN_GRACE
    assert computer.yes().now.days_left == 30
    assert computer.workdays(29).now.is_open
    assert computer.workdays(1).now.access is Access.LOCKED
    assert computer.yes().now.access is Access.OPEN


def test_an_account_of_an_older_version_begins_its_time_at_the_first_look() -> None:
    assert standing(AccessRecord(), RULES, MONDAY).access is Access.OPEN
    record = noted(AccessRecord(), MONDAY)
    assert standing(record, RULES, MONDAY + days(29)).is_open
    assert not standing(record, RULES, MONDAY + days(30)).is_open


# A clock that is set back


def _set_back_a_day(computer: Computer) -> None:
    computer.clock_set(-DAY)


@pytest.mark.parametrize("back", [DAY, 5 * DAY, 29 * DAY, 60 * DAY, YEAR, 10 * YEAR])
def test_a_clock_set_back_gives_no_day_more(back: timedelta) -> None:
    computer = Computer().workdays(20).clock_set(-back)
    left = computer.starts().now.days_left
    assert left is not None
    assert left <= 10
    assert computer.runs(days(10)).now.access is Access.LOCKED, "the running time counts"


def test_a_clock_set_back_each_day_gives_no_day_more() -> None:
    computer = Computer().workdays(30, _set_back_a_day)
    assert computer.clock < MONDAY + DAY, "by the clock it is still the first day"
    assert computer.now.access is Access.LOCKED


def test_a_clock_set_back_each_evening_of_a_computer_that_only_sleeps_gives_none_either() -> None:
    computer = Computer().starts()
    for _ in range(30):
        computer.runs(8 * HOUR).clock_set(-DAY).sleeps(16 * HOUR)
    assert computer.now.access is Access.LOCKED


def test_a_clock_set_back_after_it_was_locked_opens_nothing() -> None:
    computer = Computer().workdays(31)
    assert computer.now.access is Access.LOCKED
    for back in (DAY, 10 * DAY, 30 * DAY, 10 * YEAR):
        assert computer.clock_set(-back).starts().now.access is Access.LOCKED


def test_a_clock_that_begins_anew_at_every_start_is_counted_a_day_for_each() -> None:
    """Its battery is empty: each start is the first of January 2020."""
    computer = Computer()
    for start in range(25):
        computer.wrong = datetime(2020, 1, 1, tzinfo=UTC) - computer.true
        assert computer.runs(4 * HOUR).is_off(HOUR).now.is_open, start
    for start in range(75):
        computer.wrong = datetime(2020, 1, 1, tzinfo=UTC) - computer.true
        assert computer.runs(4 * HOUR).now.access is Access.LOCKED, start


@pytest.mark.parametrize("hours", [1, 2, -1, -2])
def test_a_wrong_hour_costs_nothing(hours: int) -> None:
    """Another system on the same computer keeps local time: every other start finds the clock an hour or two off."""
    computer = Computer()
    for day in range(28):
        computer.clock_set(timedelta(hours=hours if day % 2 else -hours)).workdays(1)
    assert computer.now.is_open
    assert computer.record.latest_at is not None
    assert abs(computer.record.latest_at - computer.true) < DAY


# A clock that is far ahead


@pytest.mark.parametrize("ahead", [8 * DAY, 29 * DAY, 31 * DAY, 100 * DAY, YEAR, 10 * YEAR])
def test_a_clock_that_was_far_ahead_for_a_morning_leaves_nothing_behind(ahead: timedelta) -> None:
    computer = Computer().workdays(3)
    computer.clock_set(ahead).runs(3 * HOUR)
    assert computer.now.is_open == (ahead < 27 * DAY), "as long as the clock says so it is obeyed"
    computer.clock_set(-ahead).is_off(HOUR).starts()
    assert computer.now.days_left == 27
    assert computer.workdays(20).now.is_open


@pytest.mark.parametrize("ahead", [100 * DAY, YEAR, 10 * YEAR])
def test_a_clock_that_was_ahead_never_wipes_however_long_it_was(ahead: timedelta) -> None:
    computer = Computer().clock_set(ahead).workdays(5)
    assert computer.now.access is Access.LOCKED
    computer.clock_set(-ahead).starts()
    assert computer.now.access is Access.LOCKED, "after a day it was believed; the next yes opens it"
    assert computer.yes().now.access is Access.OPEN


def test_a_battery_that_gives_out_wipes_nothing() -> None:
    """Each start on a day of its own choosing, ten years ahead and ten behind."""
    computer = Computer()
    for start in range(60):
        computer.wrong = (10 * YEAR + start * DAY) * (1 if start % 2 else -1)
        computer.runs(10 * timedelta(minutes=1)).is_off(HOUR)
        assert computer.now.access is not Access.TO_BE_WIPED, start


def test_a_leap_that_goes_on_is_time_that_has_passed() -> None:
    """Three weeks of leave, or three weeks asleep: counted, and nothing more."""
    away = Computer().workdays(5).is_off(21 * DAY).starts()
    assert away.now.days_left == 4
    asleep = Computer().workdays(5).sleeps(21 * DAY)
    assert asleep.now.days_left == 4
    for computer in (away, asleep):
        assert computer.workdays(3).now.is_open
        assert computer.workdays(1).now.access is Access.LOCKED
        assert computer.clock_set(-20 * DAY).starts().now.access is Access.LOCKED, "it was believed after a day"


# Removing


def test_what_nobody_has_confirmed_for_ninety_days_of_use_is_removed() -> None:
    computer = Computer().workdays(90)
    assert computer.now.access is Access.LOCKED
    assert computer.runs(HOUR).now == Standing(Access.TO_BE_WIPED, ProblemKind.GRACE_OVER)


def test_a_computer_that_comes_out_of_a_cupboard_is_locked_and_asks_the_provider_before_it_removes() -> None:
    computer = Computer().workdays(2).is_off(200 * DAY).starts()
    assert computer.now.access is Access.LOCKED
    assert computer.runs(10 * DAY).now.access is Access.LOCKED, "no clock alone removes in a leap"
    assert computer.answered().now.access is Access.TO_BE_WIPED, "the provider's clock does"


def test_the_providers_clock_corrects_ours_in_both_directions() -> None:
    behind = Computer().clock_set(-60 * DAY).workdays(2).is_off(40 * DAY)
    assert behind.now.is_open
    assert behind.answered().now.access is Access.LOCKED
    ahead = Computer().clock_set(40 * DAY).workdays(3).clock_set(-40 * DAY)
    assert ahead.now.access is Access.LOCKED
    assert ahead.answered().now.days_left == 27


@pytest.mark.parametrize("says", [MONDAY + 10 * YEAR, MONDAY + 100 * DAY])
def test_one_answer_with_a_wrong_date_locks_until_the_next_and_removes_nothing(says: datetime) -> None:
    computer = Computer().workdays(2)
    computer.record = witnessed(computer.record, computer.clock, says)
    assert computer.now == Standing(Access.LOCKED, ProblemKind.GRACE_OVER)
    assert computer.answered().now.days_left == 28


def test_a_yes_with_a_wrong_date_removes_nothing_later() -> None:
    computer = Computer()
    computer.record = confirmed(MONDAY, MONDAY - 30 * YEAR, HOUR)
    assert computer.workdays(1).answered().now.access is Access.LOCKED
    assert computer.yes().now.is_open


def test_a_yes_with_a_wrong_clock_counts_from_that_clock() -> None:
    computer = Computer().clock_set(-10 * YEAR).yes()
    assert computer.workdays(29).now.is_open
    assert computer.workdays(1).now.access is Access.LOCKED


def test_an_answer_from_before_the_yes_says_nothing() -> None:
    record = Computer().record
    assert witnessed(record, MONDAY, MONDAY - HOUR) is record
    assert witnessed(AccessRecord(), MONDAY, MONDAY) == AccessRecord()


@pytest.mark.parametrize("wipe", [30, 31, 60, 90, 365])
def test_the_policy_says_when_it_is_removed(wipe: int) -> None:
    rules = AccessRules(grace_days=30, wipe_days=wipe)
    assert Computer(rules=rules).is_off(days(wipe) - HOUR).answered().now.access is not Access.TO_BE_WIPED
    assert Computer(rules=rules).is_off(days(wipe)).answered().now.access is Access.TO_BE_WIPED


def test_nothing_is_removed_before_it_would_be_locked() -> None:
    rules = AccessRules(grace_days=30, wipe_days=5)
    assert Computer(rules=rules).workdays(29).now.is_open


# A no


def test_who_was_revoked_is_locked_at_once_until_the_next_yes() -> None:
    computer = Computer()
    computer.record = revoked(computer.record, MONDAY)
    assert computer.now == Standing(Access.LOCKED, ProblemKind.ACCESS_REVOKED)
    assert computer.workdays(40).now == Standing(Access.LOCKED, ProblemKind.ACCESS_REVOKED)
    assert computer.workdays(51).now.access is Access.TO_BE_WIPED
    assert computer.yes().now.access is Access.OPEN


def test_who_was_revoked_before_anything_else_was_known_is_locked_too() -> None:
    assert standing(revoked(AccessRecord(), MONDAY), RULES, MONDAY).access is Access.LOCKED


def test_the_first_no_keeps_its_moment() -> None:
    record = revoked(revoked(AccessRecord(), MONDAY), MONDAY + DAY)
    assert record.revoked_at == MONDAY
    assert disabled(disabled(record, MONDAY), MONDAY + DAY).disabled_at == MONDAY


def test_who_is_blocked_is_removed_at_once() -> None:
    record = disabled(Computer().record, MONDAY)
    assert standing(record, RULES, MONDAY) == Standing(Access.TO_BE_WIPED, ProblemKind.ACCOUNT_DISABLED)


# Zones, summer time, leap days


ZONES = [ZoneInfo(name) for name in ("Europe/Stockholm", "America/Los_Angeles", "Pacific/Kiritimati")]


@pytest.mark.parametrize("zone", [*ZONES, timezone(-12 * HOUR)], ids=str)
def test_the_zone_in_which_somebody_reads_the_clock_changes_nothing(zone: ZoneInfo) -> None:
    record = Computer().record
    for passed in (days(29.9), days(30)):
        here, there = MONDAY + passed, (MONDAY + passed).astimezone(zone)
        assert standing(record, RULES, there) == standing(record, RULES, here)
        assert noted(record, there, HOUR).counted == noted(record, here, HOUR).counted


SPECIAL_DAYS = {
    "summer time begins": datetime(2026, 3, 29, 0, 30, tzinfo=UTC),
    "summer time ends": datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
    "leap day": datetime(2028, 2, 29, 12, 0, tzinfo=UTC),
    "no leap day": datetime(2100, 2, 28, 23, 59, tzinfo=UTC),
    "new year": datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC),
    "2038": datetime(2038, 1, 19, 3, 14, 7, tzinfo=UTC),
}


@pytest.mark.parametrize("name", SPECIAL_DAYS)
def test_thirty_days_are_thirty_days_on_every_day_of_the_calendar(name: str) -> None:
    for yes in (SPECIAL_DAYS[name], SPECIAL_DAYS[name] - days(15)):
        computer = Computer(yes).workdays(29).is_off(DAY - timedelta(seconds=1))
        assert computer.now.is_open
        assert computer.is_off(timedelta(seconds=1)).now.access is Access.LOCKED
