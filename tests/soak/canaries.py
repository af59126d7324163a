"""Sequences of use, switch, crash and sign-out over people with marked data, for as long as the time allows."""

import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from tests.canaries.leaks import PLANTED
from tests.canaries.plan import draw
from tests.canaries.sequence import Computers, Played
from tests.soak import Budget, Outcome

MOST = 10_000
MOST_FOR_A_LEAK = 60
_MOST_FAILURES = 5
WORKERS = min(4, os.cpu_count() or 1)


def run(budget: Budget) -> Outcome:
    """Each leak is looked for first; then every worker has a town of its own and every ``WORKERS``-th seed."""
    until = time.monotonic() + budget.seconds

    def found(leaks: list[str]) -> dict[str, bool]:
        with Computers(budget.seed) as computers:
            return {leak: computers.finds(leak, budget.seed, MOST_FOR_A_LEAK) is not None for leak in leaks}

    def lived(worker: int) -> tuple[str, list[Played]]:
        with Computers(budget.seed + worker) as computers:
            return computers.way, list(_played(computers, budget.seed + worker, until))

    with ThreadPoolExecutor(WORKERS) as pool:
        shares = [list(PLANTED)[worker::WORKERS] for worker in range(WORKERS)]
        planted = {leak: was_found for part in pool.map(found, shares) for leak, was_found in part.items()}
        lives = list(pool.map(lived, range(WORKERS)))
    played = [each for _way, share in lives for each in share]
    failures = tuple(failure for each in played for failure in each.failures)
    problems = sorted({problem for each in played for problem in each.problems})
    notes = (
        f"{sum(each.lives for each in played)} processes, {sum(each.kills for each in played)} of them killed",
        f"{sum(each.bytes_read for each in played) >> 20} MB looked at as {lives[0][0]}",
        f"refused on the way: {', '.join(problems)}",
    )
    return Outcome(len(played), "sequences of several people", failures, planted, notes)


def _played(computers: Computers, first: int, until: float) -> Iterator[Played]:
    failed = 0
    for seed in range(first, first + MOST, WORKERS):
        if time.monotonic() > until or failed >= _MOST_FAILURES:
            return
        played = computers.play(draw(seed))
        failed += bool(played.failures)
        yield played
