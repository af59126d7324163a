"""Every call of the disk fails in turn, in five ways, alone and for ever; then one healthy round mends all of it."""

import time

from tests.crashes.disk_sweep import fail_each_call
from tests.crashes.disk_trials import FILING, ROUND
from tests.crashes.faults import BUGS_OF_FAULTS, FAULTS
from tests.crashes.sweep import Sweep, sweep
from tests.crashes.unreliable_disk import missing
from tests.crashes.workshop import settled_case
from tests.soak import Budget, Outcome

PARTS = (FILING, ROUND)
SCENARIOS = ("filing, delivery, page and settling", "checkpoint", "migration", "key and store are made", "first sync")


def run(budget: Budget) -> Outcome:
    """The short parts first, many trials to a process; then fault by fault through one scenario, and the next.

    Each sweep has its share of the time that is left, so that a short run sees something of every one.
    """
    reason = missing()
    if reason is not None:
        return Outcome(0, "failed calls", (reason,), {})
    until = time.monotonic() + budget.seconds
    planted = {bug: _found(bug, fault) for bug, fault in BUGS_OF_FAULTS.items()}
    done: dict[str, Sweep] = {}
    ways = [(what, fault, ever) for what in (*PARTS, *SCENARIOS) for fault in FAULTS for ever in (False, True)]
    for place, (what, fault, for_ever) in enumerate(ways):
        left = until - time.monotonic()
        if left <= 0:
            break
        share = left / (len(ways) - place)
        name = f"{what}, {fault.name}, {'for ever' if for_ever else 'once'}"
        with settled_case(unreliable=True) as case:
            if what in PARTS:
                done[name] = fail_each_call(case, what, fault, for_ever=for_ever, seconds=share)
            else:
                strike = fault.strike(for_ever=for_ever)
                done[name] = sweep(case, what, strike, seconds=share, kinds_allowed=fault.kinds)
    whole = sum(each.complete for each in done.values())
    notes = [f"{whole} of {len(ways)} sweeps to their end"]
    notes += [f"{name}: {each.points}, told as {dict(each.told)}" for name, each in done.items()]
    failures = tuple(f"{name}: {failure}" for name, each in done.items() for failure in each.failures)
    return Outcome(sum(each.points for each in done.values()), "failed calls", failures, planted, tuple(notes))


def _found(bug: str, fault: int) -> bool:
    with settled_case(unreliable=True) as case:
        return bool(fail_each_call(case, FILING, FAULTS[fault], for_ever=True, bugs=[bug]).failures)
