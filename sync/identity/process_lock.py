"""One process at a time: a lock that the operating system takes back from whoever dies while holding it."""

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sync.clock import Clock
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.store.store_problems import file_problem

LONGEST_WAIT_SECONDS = 30.0
_BETWEEN_TRIES_SECONDS = 0.05
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)

if sys.platform == "win32":
    import msvcrt

    def _try_to_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try_to_lock(descriptor: int) -> bool:
        try:
            # flock, not lockf: POSIX locks belong to the process, and closing any descriptor of the file drops them.
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class ProcessLock:
    """A file whose holder is alone. Without a file there is nobody else, and nothing is locked."""

    def __init__(self, file: Path | None, clock: Clock) -> None:
        self._file = file
        self._clock = clock

    @asynccontextmanager
    async def held(self) -> AsyncIterator[None]:
        """Wait for it, hold it, give it back. Raises ``ProblemRaised``: TIMED_OUT when another process does not let go
        of it, and what the disk refuses. A computer that sleeps while holding it keeps it: unlike a lease, it cannot
        run out in the middle."""
        if self._file is None:
            yield
            return
        try:
            descriptor = os.open(self._file, _FLAGS, 0o600)
        except OSError as error:
            raise ProblemRaised(file_problem(error)) from error
        try:
            waited = 0.0
            while not _try_to_lock(descriptor):
                if waited >= LONGEST_WAIT_SECONDS:
                    raise ProblemRaised(Problem(ProblemKind.TIMED_OUT, service="identity", detail="refresh lock"))
                await self._clock.sleep(_BETWEEN_TRIES_SECONDS)
                waited += _BETWEEN_TRIES_SECONDS
            yield
        finally:
            os.close(descriptor)
