"""The faults of a disk, how each may be told to the user, and how often each is tried."""

import errno
from dataclasses import dataclass

from tests.crashes.sweep import Strike
from tests.crashes.unreliable_disk import AFFECTED, What
from workplace_app.domain.problem import ProblemKind


@dataclass(frozen=True)
class Fault:
    """One way in which the system refuses a call, and the kinds of problem that are true words for it."""

    name: str
    error: int
    kinds: frozenset[str]

    def strike(self, *, for_ever: bool) -> Strike:
        """Let the chosen call fail so, alone or with all that follow."""
        return Strike(AFFECTED[self.error], What.FAIL, self.error, for_ever)


def _kinds(*kinds: ProblemKind) -> frozenset[str]:
    return frozenset(kind.value for kind in kinds)


FAULTS = (
    Fault("full", errno.ENOSPC, _kinds(ProblemKind.DISK_FULL, ProblemKind.DISK_REFUSED)),
    # SQLite itself calls a page that cannot be read a corruption of the file system (os_unix.c, unixRead).
    Fault("failing", errno.EIO, _kinds(ProblemKind.DISK_REFUSED, ProblemKind.STORE_DAMAGED)),
    Fault("read-only", errno.EROFS, _kinds(ProblemKind.DISK_REFUSED)),
    Fault("too many files", errno.EMFILE, _kinds(ProblemKind.DISK_REFUSED, ProblemKind.UNEXPECTED)),
    Fault("locked", errno.EAGAIN, _kinds(ProblemKind.STORE_BUSY)),
)
BUGS_OF_FAULTS = {"a write that failed is called saved": 0, "a disk that refuses is called damage": 2}
"""Planted bugs, each with the place of the fault that must find it."""
