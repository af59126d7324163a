"""100,000 clients through a morning with everything that strains the services; then 6,000, with a new seed each time.

A trial is one client's day. The planted bugs come first, one of them in a fleet too large for SharePoint's units.
"""

import time
from collections.abc import Sequence

from sync.feed import Feed
from sync.feeds.registry import FEEDS
from sync.fleet.computer import Rules
from sync.fleet.day import Day, Habits
from sync.fleet.report import Check, FleetReport
from sync.fleet.simulation import Simulation
from tests.soak import Budget, Outcome
from tests.sync.fleet.planted import PLANTED, NoStretch

HOURS = 5.2
MANY, USUAL = 100_000, 6_000
OPENED_BY_MANY = 0.5
"""Conversations an hour. Teams gives 20 a second to all of them together, which is 0.72 an hour for each of 100,000:
how many people open is not the schedule's to decide."""
FEW = Day(150, HOURS, habits=Habits(restarts=1.0))
CROWD = Day(20_000, 4.0, troubles=(), habits=Habits(opens_an_hour=0.0))
"""Too many for SharePoint's units, if each asked as one of 6,000 does."""
UNSHARED = "no share of SharePoint's units"
SHAREPOINT = tuple(feed for feed in FEEDS if feed.service == "sharepoint")


class TimeIsOver(Exception):
    """The harness has had its minutes."""


def run(budget: Budget) -> Outcome:
    """As many fleets as there is time for, the large one first. A fleet that is not finished in time counts nothing."""
    ends = time.monotonic() + budget.seconds
    planted = dict.fromkeys([*PLANTED, UNSHARED], False)
    trials, failures, notes = 0, list[str](), list[str]()
    day = FEW
    try:
        for bug, (rules, check) in PLANTED.items():
            planted[bug] = check in broken(simulated(FEW, rules, FEEDS, ends))
        planted[UNSHARED] = Check.LIMIT in broken(simulated(CROWD, NoStretch(), SHAREPOINT, ends))
        day = Day(MANY, HOURS, budget.seed, habits=Habits(opens_an_hour=OPENED_BY_MANY))
        while time.monotonic() < ends:
            report = simulated(day, Rules(), FEEDS, ends)
            trials += day.clients
            which = f"{day.clients} clients, seed {day.seed}"
            failures += [f"{which}: {finding}" for finding in report.findings if not finding.held]
            notes.append(note(report))
            day = Day(USUAL, HOURS, day.seed + 1)
    except TimeIsOver:
        notes.append(f"{day.clients} clients with seed {day.seed} were not finished in time")
    return Outcome(trials, "clients' days", tuple(failures), planted, tuple(notes))


def simulated(day: Day, rules: Rules, feeds: Sequence[Feed], ends: float) -> FleetReport:
    """One day. Raises ``TimeIsOver``."""

    def tell(_share: float) -> None:
        if time.monotonic() > ends:
            raise TimeIsOver

    simulation = Simulation(day, rules, feeds)
    simulation.run(tell)
    return simulation.report()


def broken(report: FleetReport) -> set[Check]:
    """The promises that were not kept."""
    return {finding.check for finding in report.findings if not finding.held}


def note(report: FleetReport) -> str:
    """The figures worth keeping."""
    peaks = ", ".join(
        f"{finding.lane} {finding.measured:.2f}" for finding in report.findings if finding.check is Check.PEAK
    )
    limits = ", ".join(
        f"{finding.lane} {finding.measured / finding.allowed:.0%}"
        for finding in report.findings
        if finding.check is Check.LIMIT and finding.seconds < 86_400
    )
    return (
        f"{report.day.clients} clients, seed {report.day.seed}: told to wait {report.told_to_wait} times, too early "
        f"{report.asked_too_early}; peaks in steady loads: {peaks}; of the limits: {limits}"
    )
