"""6,000 clients through a morning with everything that strains the services, on the real schedule; and the schedule
with one rule taken away, which must be found out."""

from dataclasses import replace
from datetime import timedelta

import pytest

from sync.feeds.registry import FEEDS
from sync.fleet.day import Day, Habits
from sync.fleet.report import Check, FleetReport
from sync.fleet.simulation import Simulation
from tests.sync.fleet.planted import PLANTED

pytestmark = pytest.mark.timeout(900)
"""The 6,000 take their time on a machine that has other things to do as well."""
MORNING_HOURS = 5.2
"""From 06:30 until all troubles but the last have passed."""
FEW = Day(150, MORNING_HOURS, habits=Habits(restarts=1.0))


@pytest.fixture(scope="module")
def morning() -> FleetReport:
    simulation = Simulation(Day(6_000, MORNING_HOURS))
    simulation.run()
    return simulation.report()


def test_every_promise_holds_for_six_thousand(morning: FleetReport) -> None:
    assert [finding for finding in morning.findings if not finding.held] == []
    assert {finding.check for finding in morning.findings} == set(Check)


def test_many_were_told_to_wait_so_that_the_promise_means_something(morning: FleetReport) -> None:
    assert morning.told_to_wait > 1_000
    assert morning.asked_too_early == 0


def test_the_fleet_asks_what_its_intervals_say(morning: FleetReport) -> None:
    """Between the rush and the first trouble, when everybody is there."""
    for lane in morning.lanes:
        if lane.lane in ("outlook", "planner", "cms", "public"):
            quiet = lane.requests[182:190]
            assert sum(quiet) / len(quiet) == pytest.approx(lane.steady, rel=0.1), lane.lane


def test_in_twenty_four_hours_sharepoint_gives_enough_units_though_nobody_ever_goes_home() -> None:
    feeds = tuple(feed for feed in FEEDS if feed.service == "sharepoint")
    simulation = Simulation(Day(200, 24.0, troubles=(), habits=Habits(stays_on=1.0, asks=0.0)), feeds=feeds)
    simulation.run()
    units = sum(next(lane.units for lane in simulation.report().lanes if lane.lane == "sharepoint"))
    assert 400 < units / 200 < 600, "a day's units for each of 6,000 clients (3.6 million together)"


@pytest.mark.parametrize("bug", PLANTED)
def test_a_planted_bug_is_found(bug: str) -> None:
    rules, check = PLANTED[bug]
    simulation = Simulation(FEW, rules)
    simulation.run()
    assert check in {finding.check for finding in simulation.report().findings if not finding.held}


def test_the_same_without_a_planted_bug_holds() -> None:
    simulation = Simulation(FEW)
    simulation.run()
    assert simulation.report().held


def test_a_seed_comes_to_the_same_figures_and_another_to_others() -> None:
    day = Day(40, 4.5)
    runs = []
    for seed in (3, 3, 4):
        simulation = Simulation(replace(day, seed=seed))
        simulation.run()
        runs.append(simulation.report().lanes)
    assert runs[0] == runs[1]
    assert runs[0] != runs[2]


def test_working_out_only_what_an_event_can_have_changed_comes_to_the_same() -> None:
    reports = []
    for careful in (False, True):
        simulation = Simulation(Day(60, 5.5), careful=careful)
        simulation.run()
        reports.append(simulation.report())
    assert replace(reports[0], events=0) == replace(reports[1], events=0)


def test_how_far_the_day_has_come_is_told_now_and_then() -> None:
    told: list[float] = []
    Simulation(Day(200, 4.0)).run(told.append)
    assert told == sorted(told)
    assert timedelta(hours=4) * told[-1] > timedelta(hours=1)
