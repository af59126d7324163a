"""What may become of a fault: the reactions between which the table chooses."""

from enum import StrEnum

from workplace_app.domain.problem import SIGN_IN_HELPS, Family, Problem, ProblemKind


class Outcome(StrEnum):
    """One word for each reaction. A cell of the matrix has exactly one right one."""

    FINE = "fine"  # nobody needs to react: the answer could be used as it came
    RETRY = "retry"  # the same again, later: within the round after a pause, or in a later round
    RESYNC = "resync"  # the place in the listing is lost: begin it anew, keep what is there meanwhile
    REAUTHENTICATE = "reauthenticate"  # a fresh token, silently, or by the user when silence fails
    ASK = "ask"  # a person must act: IT (consent, proxy, clock) or the user
    SET_ASIDE = "set_aside"  # this item or this answer is not used, and said so; the rest goes on


_REAUTHENTICATE = {
    *SIGN_IN_HELPS,
    ProblemKind.CONDITIONAL_ACCESS,
}


class CrashedError(AssertionError):
    """Our own bug came out where a problem of the world should have been told."""


def outcome_of(problem: Problem) -> Outcome:
    """The reaction that a problem which ended a round asks for. Raises for the problem that is a bug of ours."""
    if problem.kind is ProblemKind.UNEXPECTED:
        raise CrashedError(f"a bug of ours: {problem.detail}")
    if problem.kind in _REAUTHENTICATE:
        return Outcome.REAUTHENTICATE
    return {Family.WAIT: Outcome.RETRY, Family.ASK: Outcome.ASK, Family.FAULT: Outcome.SET_ASIDE}[problem.family]
