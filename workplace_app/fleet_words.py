"""A simulated fleet in words for whoever runs the municipality's services: a table, and what was kept."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from sync.fleet.limits import OUTLOOK_CONCURRENT, OUTLOOK_IN_TEN_MINUTES, Count, Limit
from sync.fleet.report import ALL, Check, Finding, FleetReport, LaneReport

NAMES = {
    "outlook": "Outlook and To Do",
    "planner": "Planner",
    "teams:messages": "Teams, conversations",
    "teams:joined": "Teams, one's teams",
    "teams:channels": "Teams, channels",
    "sharepoint": "SharePoint",
    "directory": "Directory",
    "cms": "CMS",
    "public": "Public pages",
    ALL: "All together",
}
_SPANS = {10: "span of 10 seconds", 60: "minute", 86_400: "day"}
_COLUMNS = ("service", "per client and hour", "steady a minute", "busiest minute", "limit", "of it used")


def clock(report: FleetReport, minute: int) -> str:
    """The time of day of a minute that is counted from the day's beginning."""
    return f"{report.day.begins + timedelta(minutes=minute):%H:%M}"


def limit_words(limit: Limit) -> str:
    """A limit as one reads it in Microsoft's tables."""
    counted = "units" if limit.count is Count.UNITS else "requests"
    return f"{limit.most:,} {counted} in a {_SPANS[limit.seconds]}"


def table_lines(report: FleetReport) -> list[str]:
    """The table, a line for each service, a further one where it has two limits."""
    rows = [_COLUMNS, *(row for lane in report.lanes for row in _rows(report, lane))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_COLUMNS))]
    lines = [
        "  ".join(
            cell.ljust(width) if column in (0, 4) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    return [lines[0], "-" * max(map(len, lines)), *lines[1:]]


def _rows(report: FleetReport, lane: LaneReport) -> Iterator[tuple[str, ...]]:
    steady = f"{lane.steady:,.0f}" if lane.steady >= 1 else f"{lane.steady:.1f}"
    steady = "when opened" if lane.lane == "teams:messages" else steady
    peak = f"{lane.peak:,} at {clock(report, lane.peak_minute)}"
    figures = (NAMES[lane.lane], f"{lane.an_hour_per_client:.1f}", steady, peak)
    limits = [(limit_words(limit), f"{used / limit.most:.0%}") for limit, used in lane.limits]
    limits = limits or [(_own_limit(lane.lane), "")]
    for place, (limit, used) in enumerate(limits):
        yield (*(figures if place == 0 else ("", "", "", "")), limit, used)


def _own_limit(lane: str) -> str:
    if lane == "outlook":
        return f"{OUTLOOK_CONCURRENT} at once, {OUTLOOK_IN_TEN_MINUTES:,} in 10 minutes for each mailbox"
    if lane == "planner":
        return "none published; assumed as Outlook's for each person"
    return "yours to judge" if lane in ("cms", "public") else ""


def verdict_lines(report: FleetReport) -> list[str]:
    """One sentence for each promise, those that were broken first, and what it all comes to."""
    findings = sorted(report.findings, key=lambda finding: finding.held)
    spoken = [f"{'kept  ' if finding.held else 'BROKEN'}  {_sentence(report, finding)}" for finding in findings]
    broken = sum(not finding.held for finding in findings)
    clients = f"{report.day.clients:,} clients"
    if broken:
        return [*spoken, "", f"{clients}: {broken} of {len(findings)} promises were broken."]
    return [*spoken, "", f"{clients}: every promise was kept. The services carry this fleet as it is configured."]


def _sentence(report: FleetReport, finding: Finding) -> str:
    name = NAMES[finding.lane]
    if finding.check is Check.RETRY_AFTER:
        told, early = report.told_to_wait, report.asked_too_early
        return f"Retry-After: given {told:,} times, asked too early {early:,} times"
    if finding.check is Check.IN_FLIGHT:
        return f"{name}: at most {finding.measured:.0f} requests at once with a mailbox ({finding.allowed:.0f} allowed)"
    if finding.check is Check.HOT_LOOP:
        most, allowed = finding.measured, finding.allowed
        return f"No loop: the busiest client sent {most:.0f} requests in a minute (up to {allowed:.0f})"
    if finding.check is Check.LIMIT:
        span = _SPANS[finding.seconds]
        return f"{name}: {finding.measured:,.0f} in the busiest {span} of {finding.allowed:,.0f}"
    when = "while it works" if finding.check is Check.PEAK else "while it fails"
    return f"{name}: {finding.measured:.2f} times the steady load at most {when} (up to {finding.allowed:.2f})"


def as_json(report: FleetReport) -> dict[str, Any]:
    """The same figures for a program."""
    return {
        "clients": report.day.clients,
        "hours": report.day.hours,
        "seed": report.day.seed,
        "held": report.held,
        "told_to_wait": report.told_to_wait,
        "asked_too_early": report.asked_too_early,
        "services": [
            {
                "name": lane.lane,
                "an_hour_per_client": round(lane.an_hour_per_client, 3),
                "steady_a_minute": round(lane.steady, 1),
                "peak_a_minute": lane.peak,
                "peak_at": clock(report, lane.peak_minute),
                "limits": [
                    {"most": limit.most, "seconds": limit.seconds, "counts": limit.count.value, "used": used}
                    for limit, used in lane.limits
                ],
            }
            for lane in report.lanes
        ],
        "promises": [
            {
                "check": finding.check.value,
                "service": finding.lane,
                "seconds": finding.seconds or None,
                "measured": round(finding.measured, 3),
                "allowed": round(finding.allowed, 3),
                "kept": finding.held,
            }
            for finding in report.findings
        ],
    }
