"""A checkup as text, for a terminal, a file and the clipboard, and as JSON for a program."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from ui.checkup_words import area_name, check_words, subject_words
from workplace_app.domain.checkup import Check, CheckState, Checkup

SHAPE = 1
"""The number of the JSON's shape: it grows when something is renamed or taken away, not when something is added."""
_MARKS = {CheckState.OK: "ok", CheckState.UNKNOWN: "?", CheckState.WARNING: "note", CheckState.PROBLEM: "PROBLEM"}
_INDENT = " " * 11


def report_lines(checkup: Checkup) -> Iterator[str]:
    """A heading for each area, a line for each check, and below what is not well what to do."""
    yield f"Nacka arbetsplats {checkup.version}, {checkup.at:%Y-%m-%d %H:%M} UTC"
    for area, checks in groupby(checkup.checks, key=lambda check: check.area):
        yield ""
        yield area_name(area)
        for check in checks:
            words = check_words(check, checkup.at)
            subject = f"{subject_words(check)}: " if check.subject else ""
            yield f"  {_MARKS[check.state]:8} {subject}{words.found}"
            if words.advice:
                yield f"{_INDENT}{words.advice}"
            if check.problem is not None and check.problem.detail:
                yield f"{_INDENT}({check.problem.kind.value}: {check.problem.detail})"
    yield ""
    yield _verdict(checkup)


def _verdict(checkup: Checkup) -> str:
    count = {state: sum(check.state is state for check in checkup.checks) for state in CheckState}
    parts = [f"{count[state]} {_MARKS[state].lower()}" for state in CheckState if count[state]]
    return ", ".join(parts)


def as_json(checkup: Checkup) -> dict[str, Any]:
    """The report as a program reads it. ``shape`` tells which; further keys may come."""
    return {
        "shape": SHAPE,
        "version": checkup.version,
        "at": checkup.at.isoformat(),
        "worst": checkup.worst.value,
        "checks": [_check_as_json(check, checkup) for check in checkup.checks],
    }


def _check_as_json(check: Check, checkup: Checkup) -> dict[str, Any]:
    words, problem = check_words(check, checkup.at), check.problem
    return {
        "area": check.area.value,
        "subject": check.subject,
        "state": check.state.value,
        "finding": check.finding.value,
        "facts": dict(check.facts),
        "problem": None if problem is None else {"kind": problem.kind.value, "detail": problem.detail or ""},
        "sentence": words.found,
        "advice": words.advice,
    }
