"""A kill before every call that writes, in every scenario: by a library between program and system, and by strace."""

import time

from tests.crashes.scenarios import SCENARIOS
from tests.crashes.strace_injection import SYSTEM_CALLS, StraceKill
from tests.crashes.strace_injection import missing as strace_is_missing
from tests.crashes.sweep import KILLED, KILLED_HALFWAY, Strike, Striker, Sweep, calls_in, spread, sweep
from tests.crashes.unreliable_disk import Call, What, missing
from tests.crashes.workshop import settled_case
from tests.soak import Budget, Outcome

FOUND_BY_SWEEPING = ("the bookmark is committed before its page", "the cache has no journal")
POINTS_FOR_A_BUG = 60
SHARE_FOR_BUGS = 0.25
"""At most so much of the time goes into finding each planted bug."""


def run(budget: Budget) -> Outcome:
    """The library first, which is quick; then the same with strace, kind of call by kind of call.

    Each sweep has its share of the time that is left, so that a short run sees something of every one.
    """
    reason = missing()
    if reason is not None:
        return Outcome(0, "kills before a call", (reason,), {})
    until = time.monotonic() + budget.seconds
    planted = {bug: _found(bug, budget.seconds * SHARE_FOR_BUGS) for bug in FOUND_BY_SWEEPING}
    strikers: list[tuple[str, Striker]] = [("", KILLED), (", halfway", KILLED_HALFWAY)]
    no_strace = strace_is_missing()
    if no_strace is None:
        strikers += [(f", strace {call}", StraceKill(call)) for call in SYSTEM_CALLS]
    done: dict[str, Sweep] = {}
    sweeps = [(scenario, how, striker) for how, striker in strikers for scenario in SCENARIOS]
    for place, (scenario, how, striker) in enumerate(sweeps):
        left = until - time.monotonic()
        if left > 0:
            with settled_case(unreliable=not isinstance(striker, StraceKill)) as case:
                done[scenario + how] = sweep(case, scenario, striker, seconds=left / (len(sweeps) - place))
    whole = sum(each.complete for each in done.values())
    notes = [f"{whole} of {len(sweeps)} sweeps to their end", *([no_strace] if no_strace else [])]
    notes += [f"{name}: {each.points}{'' if each.complete else ', not to the end'}" for name, each in done.items()]
    failures = tuple(failure for each in done.values() for failure in each.failures)
    return Outcome(sum(each.points for each in done.values()), "kills before a call", failures, planted, tuple(notes))


def _found(bug: str, seconds: float) -> bool:
    strike = Strike(Call.WRITE, What.KILL)
    with settled_case(unreliable=True) as case:
        numbers = spread(calls_in(case, "delta page", strike.kinds), POINTS_FOR_A_BUG)[::-1]
        return bool(sweep(case, "delta page", strike, numbers=numbers, bugs=[bug], seconds=seconds).failures)
