"""Waits for a piece of work and says what ended it, so that one piece's failure stays its own."""

import asyncio
import logging
from typing import Any

from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

_LOG = logging.getLogger(__name__)


async def problem_after(work: "asyncio.Future[Any]") -> Problem | None:
    """Wait for the work and say what ended it, if anything did; cancelled, cancel it and wait for its end.

    An exception that nobody foresaw is our bug: named, logged, and kept to this piece of work.
    """
    try:
        await asyncio.wait({work})
    except asyncio.CancelledError:
        work.cancel()
        await asyncio.wait({work})
        raise
    error = work.exception()
    if error is None or isinstance(error, ProblemRaised):
        return error.problem if error is not None else None
    _LOG.error("a piece of sync ended in %s", type(error).__name__, exc_info=error)
    return Problem(ProblemKind.UNEXPECTED, detail=type(error).__name__)
