"""Kills the program at a call of the system itself, with strace: below the C library, so that nothing can slip past.

strace counts each kind of call by itself, and in each thread by itself; the scenarios run on one thread.
"""

import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

from tests.crashes.killing import Case
from tests.crashes.sweep import PREPARATIONS, Outcome

SYSTEM_CALLS = ("pwrite64", "write", "fsync", "fdatasync", "ftruncate", "unlink", "rename", "sendto")
"""Every kind that writes or sends; one that a scenario never uses ends its sweep at once."""


def missing() -> str | None:
    """Why it cannot be done on this computer; None when it can."""
    if not shutil.which("strace"):
        return "strace is missing (on Debian: apt-get install strace)"
    may = subprocess.run(["strace", "-qq", "-e", "trace=none", "true"], capture_output=True, check=False)
    return None if may.returncode == 0 else "this computer does not let a process be traced"


@dataclass(frozen=True)
class StraceKill:
    """SIGKILL at the n-th call of one kind."""

    system_call: str
    kills: bool = True

    def __call__(self, case: Case, scenario: str, number: int, bugs: Sequence[str]) -> Outcome:
        """Bear the process waiting, attach strace, let it go. Raises ``RuntimeError`` when strace cannot attach."""
        here = PREPARATIONS[scenario](case)
        newborn = here.nursery.bear("scenario", here.order(scenario=scenario, bugs=list(bugs)), waiting=True)
        inject = f"inject={self.system_call}:signal=KILL:when={number}"
        command = ["strace", "-f", "-o", "/dev/null", "-e", f"trace={self.system_call}", "-e", inject]
        with subprocess.Popen(
            [*command, "-p", str(newborn.process_id)], stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True
        ) as tracer:
            assert tracer.stderr is not None
            told = tracer.stderr.readline()
            if not re.search(r"Process \d+ attached", told):
                newborn.kill()
                newborn.end()
                raise RuntimeError(f"strace did not attach: {told}")
            newborn.go()
            outcome = newborn.end()
            tracer.stderr.read()
        return here, *outcome
