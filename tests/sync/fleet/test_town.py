"""The services of a simulated fleet count what they publish, refuse what is over it, and catch who comes too early."""

from datetime import timedelta

from sync.fleet.day import Day, Fault, Habits, Trouble
from sync.fleet.limits import Count, Limit
from sync.fleet.questions import Question
from sync.fleet.town import REFUSED, Lane, Town

MINUTE = timedelta(minutes=1)
CALM = Day(1_000, troubles=(), habits=Habits())


def test_sharepoint_refuses_what_is_over_its_minute_and_says_when_that_ends() -> None:
    town = Town(CALM)
    moment = CALM.begins + timedelta(seconds=20)
    whole = Question("sharepoint", 600, 2)  # the units of the smallest band
    assert town.ask(0, whole, moment) is None
    reply = town.ask(1, Question("sharepoint"), moment)
    assert reply is not None
    assert (reply.status, reply.headers) == (429, {"retry-after": "40"})
    assert town.ask(2, Question("sharepoint"), CALM.begins + MINUTE) is None


def test_who_comes_before_the_moment_that_was_named_is_counted() -> None:
    town = Town(CALM)
    town.ask(0, Question("sharepoint", 700, 2), CALM.begins)
    town.ask(0, Question("sharepoint"), CALM.begins + 59 * MINUTE / 60)
    assert (town.told_to_wait, town.asked_too_early) == (2, 1)
    town.ask(0, Question("sharepoint"), CALM.begins + MINUTE)
    town.ask(1, Question("sharepoint"), CALM.begins + 30 * MINUTE / 60)
    assert town.asked_too_early == 1, "in time, and another client"


def test_a_pause_holds_for_all_lanes_of_a_service_and_for_no_other_service() -> None:
    town = Town(CALM)
    assert town.ask(0, Question("teams:joined", 301), CALM.begins) is not None
    town.ask(0, Question("outlook"), CALM.begins)
    assert town.asked_too_early == 0
    town.ask(0, Question("teams:messages"), CALM.begins)
    assert town.asked_too_early == 1


def test_what_fails_fails_from_its_beginning_to_its_end() -> None:
    ends = 40 * MINUTE
    trouble = Trouble("outlook", Fault.UNTIL, 10 * MINUTE, ends)
    town = Town(Day(10, troubles=(trouble, Trouble(None, Fault.REFUSED, 50 * MINUTE, 55 * MINUTE))))
    begins, mail = town.begins, Question("outlook")
    assert town.ask(0, mail, begins + 9 * MINUTE) is None
    reply = town.ask(0, mail, begins + 10 * MINUTE)
    assert reply is not None
    assert reply.headers == {"retry-after": "Mon, 12 Oct 2026 07:10:00 GMT"}
    assert town.ask(0, Question("planner"), begins + 20 * MINUTE) is None
    assert town.ask(0, mail, begins + ends) is None
    assert town.ask(0, Question("cms"), begins + 51 * MINUTE) is REFUSED
    assert sum(town.lanes["cms"].requests) == 0, "nothing leaves the building"
    assert town.ask(0, Question("cms"), begins + 55 * MINUTE) is None


def test_a_limit_counts_in_windows_of_its_own_length() -> None:
    lane = Lane("directory", 5, (Limit("directory", 3, 10, Count.UNITS), Limit("directory", 5, 60, Count.REQUESTS)))
    assert [lane.over(second, 1, 2) for second in (0, 1, 10, 11, 12, 60)] == [0, 9, 0, 9, 8, 0]
    assert lane.busiest == [6, 5]
