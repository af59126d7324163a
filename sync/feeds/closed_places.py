"""Tells a place that is closed to this person from a service that refuses them everything."""

from collections.abc import Iterable
from dataclasses import replace

from workplace_app.domain.problem import Problem, ProblemKind

CLOSED = frozenset({ProblemKind.NOT_FOUND, ProblemKind.ACCESS_DENIED})
"""Problems of one list, drive or site, which say nothing about the others: gone, locked, or not for this person."""


def refused_by_all(problems: Iterable[Problem | None]) -> Problem | None:
    """The one problem that it is when every place refuses (403): then it is the program that may not, whatever its
    token says. One place alone proves nothing. None marks a place that has answered."""
    told = list(problems)
    if len(told) < 2 or not all(map(_refuses, told)):
        return None
    first = told[0]
    return first and replace(first, kind=ProblemKind.CONSENT_MISSING, item_id=None)


def _refuses(problem: Problem | None) -> bool:
    return problem is not None and problem.kind is ProblemKind.ACCESS_DENIED and problem.scope is not None
