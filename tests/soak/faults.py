"""The fault matrix whole, and a thousand random misfortunes of a source."""

import random
import time

from tests.faults.long_run import stages
from tests.faults.table import played
from tests.soak import Budget, Outcome

SEEDS = 1_000


def run(budget: Budget) -> Outcome:
    """All cells in an order that chance decides, as many as the time allows, then the seeds."""
    ends = time.monotonic() + budget.seconds
    cells = played(every=1)
    random.Random(budget.seed).shuffle(cells)
    with stages() as opened:
        planted = opened.planted()
        begun = time.monotonic()
        share = begun + (ends - begun) * 0.8
        some, failed = opened.failures(cells, lambda: time.monotonic() > share)
        seeds, unlucky = opened.seeds(range(budget.seed, budget.seed + SEEDS), lambda: time.monotonic() > ends)
    notes = (f"{some} of {len(cells)} cells", f"{seeds} of {SEEDS} random misfortunes")
    return Outcome(some + seeds, "cells and misfortunes", (*failed, *unlucky), planted, notes)
