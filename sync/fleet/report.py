"""What a simulated day came to: figures for each service, and whether each promise held."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from math import sqrt

from sync.feeds.registry import FEEDS
from sync.fleet.day import Day
from sync.fleet.limits import OUTLOOK_CONCURRENT, Limit
from sync.fleet.questions import QUIET_ROUND
from sync.fleet.town import Lane, Town
from sync.schedule import Circumstances, interval_of
from sync.shared_limits import stretch_for
from workplace_app.domain.frozen import frozen

MOST_AFTER = 2.0
"""Times the steady load: the most of any minute in which the service works."""
MOST_IN_TROUBLE = 3.0
"""The same for minutes in which it fails: a request that is safe to repeat is sent three times, once."""
MOST_OF_ONE_CLIENT = 60
"""Requests on the wire in any minute. A client that starts after a night sends about thirty, one in a loop hundreds."""
ALL = "all"
POLLED = ("outlook", "planner", "sharepoint", "cms", "public", ALL)
"""What has a steady load. What is asked once a day, or when somebody looks, is held against its limit alone."""
_MANY = 5_000


class Check(StrEnum):
    """A promise."""

    RETRY_AFTER = "retry_after"
    """No client asks a service before the moment that it was told; measured in requests that came too early."""
    IN_FLIGHT = "in_flight"
    """Requests with one mailbox at once."""
    LIMIT = "limit"
    """What one window of a published limit has seen."""
    PEAK = "peak"
    """The busiest minute in which the service works, in times the steady load."""
    IN_TROUBLE = "in_trouble"
    """The busiest minute in which it fails, in the same."""
    HOT_LOOP = "hot_loop"
    """The requests of the busiest client in its busiest minute."""


@frozen
class Finding:
    """Whether a promise held. ``measured`` and ``allowed`` are in what the check counts."""

    check: Check
    measured: float
    allowed: float
    lane: str = ALL
    seconds: int = 0

    @property
    def held(self) -> bool:
        """True when it was kept."""
        return self.measured <= self.allowed


@frozen
class LaneReport:
    """One service's day. Loads are requests a minute, the parts of batches counted one by one, as Microsoft does.

    ``steady`` is what everybody together asks when every feed is read once in its interval and nobody at the same time
    as others: a figure that no simulated day can flatter. ``peak`` is the most of any single minute in which the
    service works (minutes are not smoothed: the shortest limit that a schedule can plan for is SharePoint's minute),
    ``peak_minute`` when that was, counted from the day's beginning.
    """

    lane: str
    an_hour_per_client: float
    steady: float
    peak: int
    peak_minute: int
    limits: tuple[tuple[Limit, int], ...]
    requests: tuple[int, ...]
    units: tuple[int, ...]


@frozen
class FleetReport:
    """The whole."""

    day: Day
    lanes: tuple[LaneReport, ...]
    findings: tuple[Finding, ...]
    told_to_wait: int
    asked_too_early: int
    events: int

    @property
    def held(self) -> bool:
        """True when every promise was kept."""
        return all(finding.held for finding in self.findings)


def reported(day: Day, town: Town, events: int) -> FleetReport:
    """The figures and the verdict."""
    lanes = [_lane(day, lane, town) for lane in town.lanes.values()]
    together = [sum(minute) for minute in zip(*(lane.requests for lane in lanes), strict=True)]
    lanes.append(_figures(day, ALL, together, (), (), _failing(day, None)))
    findings = [
        Finding(Check.RETRY_AFTER, town.asked_too_early, 0),
        Finding(Check.IN_FLIGHT, town.most_in_flight, OUTLOOK_CONCURRENT, "outlook"),
        Finding(Check.HOT_LOOP, town.busiest_client, MOST_OF_ONE_CLIENT),
        *(
            Finding(Check.LIMIT, used, limit.most, lane.lane, limit.seconds)
            for lane in lanes
            for limit, used in lane.limits
        ),
        *(finding for lane in lanes if lane.lane in POLLED for finding in _ratios(day, lane)),
    ]
    return FleetReport(day, tuple(lanes), tuple(findings), town.told_to_wait, town.asked_too_early, events)


def _lane(day: Day, lane: Lane, town: Town) -> LaneReport:
    end = town.minutes - 2
    limits = tuple(zip(lane.limits, lane.busiest, strict=True))
    units = tuple(lane.units[:end]) if lane.name == "sharepoint" else ()
    return _figures(day, lane.name, lane.requests[:end], units, limits, _failing(day, lane.service))


def _figures(
    day: Day,
    lane: str,
    requests: Sequence[int],
    units: tuple[int, ...],
    limits: tuple[tuple[Limit, int], ...],
    failing: frozenset[int],
) -> LaneReport:
    steady = steady_load(day, lane)
    fine = [minute for minute in range(len(requests)) if minute not in failing]
    peak = max(fine, key=lambda minute: requests[minute])
    per_client = steady * 60 / day.clients
    return LaneReport(lane, per_client, steady, requests[peak], peak, limits, tuple(requests), units)


def steady_load(day: Day, lane: str) -> float:
    """Requests a minute of the whole fleet in one lane, from the registry's intervals."""
    usual = Circumstances(stretch=stretch_for(day.clients))
    load = 0.0
    for share, circumstances in (
        (1 - day.habits.metered, usual),
        (day.habits.metered, replace(usual, metered=True)),
    ):
        for feed in FEEDS:
            interval = None if feed.on_demand else interval_of(feed, circumstances)
            if interval is None:
                continue
            parts = sum(question.parts for question in QUIET_ROUND[feed.name] if lane in (question.lane, ALL))
            load += day.clients * share * parts / (interval / timedelta(minutes=1))
    return load


def _ratios(day: Day, lane: LaneReport) -> list[Finding]:
    """The peak in times of the steady load. A fleet of less than some thousands is noisy: what chance alone makes of
    its busiest minute (three standard deviations of requests that come several at once) is allowed on top."""
    if not lane.steady:
        return []
    together = max((question.parts for asked in QUIET_ROUND.values() for question in asked), default=1)
    service = None if lane.lane == ALL else lane.lane
    own = [minute for minute in _failing(day, service) if minute < len(lane.requests)]
    most = max((lane.requests[minute] for minute in own), default=0)
    found = []
    for check, load, times in ((Check.PEAK, lane.peak, MOST_AFTER), (Check.IN_TROUBLE, most, MOST_IN_TROUBLE)):
        if not load:
            continue  # nothing but the network failed, and nothing left the building
        noise = 0.0 if day.clients >= _MANY else 3 * sqrt(times * lane.steady * together) / lane.steady
        found.append(Finding(check, load / lane.steady, times + noise, lane.lane))
    return found


def _failing(day: Day, service: str | None) -> frozenset[int]:
    """The minutes in which the service (None: any) fails."""
    troubles = [each for each in day.troubles if service is None or each.service in (service, None)]
    return frozenset(
        minute for each in troubles for minute in range(_minute(each.begins), _minute(each.ends)) if minute >= 0
    )


def _minute(span: timedelta) -> int:
    return int(span / timedelta(minutes=1))
