"""Lets the first call of a part of the work fail, then the second, and so on, many trials to a process.

What the processes tell is judged here, and what they leave is judged after each of them, from outside.
"""

import time
from collections.abc import Sequence
from dataclasses import replace

from tests.crashes.disk_trials import UNHARMED_AT_THE_END
from tests.crashes.faults import Fault
from tests.crashes.judge import broken_promises
from tests.crashes.killing import Case
from tests.crashes.sweep import Sweep

TRIALS_OF_A_PROCESS = 60
_FEEDS = ("todo",)
_TARGET = "new task"
"""One wish that no service protects against being done twice, and the feed that shows it: few calls, of each kind."""
_BUSY_MILLISECONDS = 20
_ON_ITS_WAY_SECONDS = 0.02
"""The process lives on, so that its requests have been answered or never left."""
_PATIENCE_SECONDS = 600.0


def fail_each_call(
    case: Case,
    part: str,
    fault: Fault,
    *,
    for_ever: bool,
    step: int = 1,
    bugs: Sequence[str] = (),
    seconds: float = 1e9,
) -> Sweep:
    """Every ``step``-th call of the part fails, alone or with all that follow, until none is left, something breaks or
    time is over."""
    here = replace(case, targets=[next(each for each in case.targets if each.startswith(_TARGET))])
    strike = fault.strike(for_ever=for_ever)
    until = time.monotonic() + seconds
    done = Sweep()
    first = 1
    while not done.complete and not done.failures and time.monotonic() < until:
        last = first + (TRIALS_OF_A_PROCESS - 1) * step
        order = here.order(
            feeds=_FEEDS,
            part=part,
            first=first,
            step=step,
            last=last,
            bugs=list(bugs),
            disk=[int(strike.kinds), int(strike.what), strike.error, for_ever],
            busy_milliseconds=_BUSY_MILLISECONDS,
            on_its_way=_ON_ITS_WAY_SECONDS,
        )
        marks, code = here.nursery.bear("disk_trials", order).end(_PATIENCE_SECONDS)
        here.hear(marks)
        trials = [mark for mark in marks if mark[0] == "trial"]
        problems = [mark for mark in marks if mark[0] == "problem"]
        done.told.update(f"{mark[2]} ({mark[3]})" for mark in problems)
        wrong = [f"{mark}" for mark in marks if mark[0] in ("crashed", "unhealthy")]
        wrong += [f"told as {mark[2]} ({mark[3]}) at {mark[1]}" for mark in problems if mark[2] not in fault.kinds]
        wrong += [f"the process ended with {code}"] if code != 0 else []
        wrong += broken_promises(here.home, here.home.with_name(f"{here.home.name}-copy"), here.acknowledged)
        wrong += here.outcomes() if not wrong else []
        done.failures += [f"{part}, calls {first} to {last}: {each}" for each in wrong]
        done.points += sum(mark[2] > 0 for mark in trials)
        done.complete = not any(mark[2] for mark in trials[-UNHARMED_AT_THE_END:])
        first = last + step
    return done
