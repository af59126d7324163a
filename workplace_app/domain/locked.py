"""An account that is on this computer and not open: who is locked, since when, and why."""

from datetime import datetime
from enum import StrEnum

from workplace_app.domain.frozen import frozen
from workplace_app.domain.person_here import PersonHere
from workplace_app.domain.problem import Problem


class LockCause(StrEnum):
    """What has locked it."""

    BY_HAND = "by_hand"
    IDLE = "idle"
    SWITCHED = "switched"  # somebody else wanted to use the computer
    AT_START = "at_start"  # it was locked when the program ended, or a code is set
    CODE_NEEDED = "code_needed"  # its owner has signed in, and the key needs the code too
    PROBLEM = "problem"  # ``problem`` says which
    REMOVED = "removed"  # it is here no longer: ``problem`` says why


@frozen
class Locked:
    """``since`` (UTC) is None where nobody knows it. ``problem`` keeps it locked until its owner has signed in: a code
    does not open it."""

    person: PersonHere
    since: datetime | None
    cause: LockCause
    problem: Problem | None = None

    @property
    def opens_by_code(self) -> bool:
        """A code is enough."""
        return self.person.has_code and self.problem is None


def removed(person: PersonHere, problem: Problem) -> Locked:
    """What is told when somebody's things are wiped: why, and how many had not been sent; whose they were to nobody."""
    return Locked(PersonHere(person.account_key, waiting=person.waiting), None, LockCause.REMOVED, problem)
