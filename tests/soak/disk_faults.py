"""Every call of the disk fails in turn, in five ways, alone and for ever; then one healthy round mends all of it."""

import time

from tests.crashes.faults import BUGS_OF_FAULTS, FAULTS
from tests.crashes.sweep import Sweep, calls_in, spread, sweep
from tests.crashes.unreliable_disk import missing
from tests.crashes.workshop import settled_case
from tests.soak import Budget, Outcome

SCENARIOS = ("filing, delivery, page and settling", "checkpoint", "migration", "key and store are made", "first sync")
POINTS_FOR_A_BUG = 12


def run(budget: Budget) -> Outcome:
    """Fault by fault through one scenario, then through the next."""
    reason = missing()
    if reason is not None:
        return Outcome(0, "failed calls", (reason,), {})
    until = time.monotonic() + budget.seconds
    planted = {bug: _found(bug, fault) for bug, fault in BUGS_OF_FAULTS.items()}
    done: dict[str, Sweep] = {}
    for scenario in SCENARIOS:
        for fault in FAULTS:
            for for_ever in (False, True):
                left = until - time.monotonic()
                if left > 0:
                    with settled_case(unreliable=True) as case:
                        name = f"{scenario}, {fault.name}, {'for ever' if for_ever else 'once'}"
                        strike = fault.strike(for_ever=for_ever)
                        done[name] = sweep(case, scenario, strike, seconds=left, kinds_allowed=fault.kinds)
    whole = sum(each.complete for each in done.values())
    notes = [f"{whole} of {len(SCENARIOS) * len(FAULTS) * 2} sweeps to their end"]
    notes += [f"{name}: {each.points}, told as {dict(each.told)}" for name, each in done.items()]
    failures = tuple(f"{name}: {failure}" for name, each in done.items() for failure in each.failures)
    return Outcome(sum(each.points for each in done.values()), "failed calls", failures, planted, tuple(notes))


def _found(bug: str, fault: int) -> bool:
    with settled_case(unreliable=True) as case:
        strike = FAULTS[fault].strike(for_ever=True)
        numbers = spread(calls_in(case, SCENARIOS[0], strike.kinds) // 2, POINTS_FOR_A_BUG)
        done = sweep(case, SCENARIOS[0], strike, numbers=numbers, bugs=[bug], kinds_allowed=FAULTS[fault].kinds)
        return bool(done.failures)
