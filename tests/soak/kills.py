"""Ten thousand kills at random moments of filing and sync, two programs at a time."""

import os
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from tests.crashes.killing import Killing, kill_at_random
from tests.crashes.planted import FOUND_AT_RANDOM
from tests.crashes.workshop import settled_case
from tests.soak import Budget, Outcome

KILLS = 10_000
KILLS_OF_ONE_HOME = 250
MOST_KILLS_FOR_A_BUG = 250
SHARE_FOR_BUGS = 0.5
"""At most so much of the time goes into finding what was planted: it is found long before on an idle computer."""
WORKERS = min(4, os.cpu_count() or 1)


def run(budget: Budget) -> Outcome:
    """Each home is killed many times, and compared with a fresh one at the end."""
    until = time.monotonic() + budget.seconds

    def live(number: int) -> Killing:
        left = until - time.monotonic()
        if left <= 0:
            return Killing()
        with settled_case() as case:
            done = kill_at_random(case, budget.seed + number, KILLS_OF_ONE_HOME, seconds=left)
            done.failures += case.differs_from_fresh() if not done.failures else []
            return done

    with ThreadPoolExecutor(WORKERS) as pool:
        found = pool.map(lambda bug: _found(bug, budget), FOUND_AT_RANDOM)
        planted = dict(zip(FOUND_AT_RANDOM, found, strict=True))
        lives = list(pool.map(live, range(KILLS // KILLS_OF_ONE_HOME)))
    kills = sum(each.kills for each in lives)
    failures = tuple(failure for each in lives for failure in each.failures)
    homes = sum(each.kills > 0 for each in lives)
    where = sum((each.where for each in lives), Counter[str]())
    notes = (
        f"in {homes} homes; aimed at: {', '.join(f'{step} {count}' for step, count in where.most_common())}",
        "not findable by killing: a store without fsync (the system keeps what was written)",
    )
    return Outcome(kills, "kills at random", failures, planted, notes)


def _found(bug: str, budget: Budget) -> bool:
    seconds = budget.seconds * SHARE_FOR_BUGS / len(FOUND_AT_RANDOM) * WORKERS
    with settled_case() as case:
        done = kill_at_random(case.for_bugs(), budget.seed, MOST_KILLS_FOR_A_BUG, [bug], seconds=seconds)
        return bool(done.failures)
