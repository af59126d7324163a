"""The harnesses in sizes that take too long for `make test`; run by `make soak`, one module for each beside this one.

To add one: a module here with a public function that takes a ``Budget`` and gives an ``Outcome``, and one line in
``HARNESSES``. A harness plants its bugs first and counts those it finds: a run that misses one is void.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Budget:
    """How long a harness may take, and what chance begins with. It ends early, with what it has done, when the time is
    over; ``seconds`` are wall time."""

    seconds: float
    seed: int


@dataclass(frozen=True)
class Outcome:
    """What one harness did: ``trials`` independent ones of ``what``, and one sentence for each that failed.

    ``planted`` names each planted bug, True where the harness found it. ``notes`` are figures worth keeping.
    """

    trials: int
    what: str
    failures: tuple[str, ...]
    planted: dict[str, bool]
    notes: tuple[str, ...] = ()

    @property
    def void(self) -> bool:
        """True when the harness has not shown that it can fail, or has done nothing."""
        return not self.trials or not self.planted or not all(self.planted.values())

    @property
    def bound(self) -> float | None:
        """What the rate of failure stays under with 95 % certainty: three in N when none of N failed. Else None."""
        return None if self.failures or self.void else 3 / self.trials


@dataclass(frozen=True)
class Harness:
    """One line of the registry: the module and its function by name, imported when it runs."""

    module: str
    function: str
    description: str


Run = Callable[[Budget], Outcome]

HARNESSES: dict[str, Harness] = {
    "canaries": Harness("tests.soak.canaries", "run", "people who share a computer leave no mark on its raw disk"),
    "disk-faults": Harness("tests.soak.disk_faults", "run", "each call of the disk fails in turn, in five ways"),
    "faults": Harness("tests.soak.faults", "run", "every cell of the fault matrix, and 1,000 misfortunes of a source"),
    "fleet": Harness("tests.soak.fleet", "run", "100,000 clients through a hard day, then 6,000 with other chances"),
    "kill-points": Harness("tests.soak.kill_points", "run", "a kill before every call that writes, in 11 scenarios"),
    "kills": Harness("tests.soak.kills", "run", "10,000 kills at random moments of filing and sync"),
    "lost-answers": Harness(
        "tests.soak.random_user", "run_lost_answers", "wishes over a wire that loses every 5th answer"
    ),
    "random-user": Harness("tests.soak.random_user", "run_users", "random acts, troubles and crashes at two computers"),
}
"""By the name that ``python -m tests.soak --only NAME`` takes. One line each, in the alphabet's order."""
