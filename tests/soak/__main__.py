"""Runs the registered harnesses and tells seeds, counts, bounds and planted bugs: `make soak`, or for one of them
`python -m tests.soak --only NAME --minutes 5 --seed 7`."""

import argparse
import importlib
import secrets
import sys
import time

from tests.soak import HARNESSES, Budget, Harness, Outcome, Run


def run_of(harness: Harness) -> Run:
    found: Run = getattr(importlib.import_module(harness.module), harness.function)
    return found


def told(name: str, outcome: Outcome, seed: int, seconds: float) -> str:
    """One line for each figure, the verdict first."""
    verdict = "VOID" if outcome.void else "FAILED" if outcome.failures else "ok"
    found = sum(outcome.planted.values())
    missed = [bug for bug, was_found in outcome.planted.items() if not was_found]
    lines = [
        f"{name}: {verdict}, {outcome.trials} {outcome.what} in {seconds:.0f} s, seed {seed}",
        f"  planted bugs found: {found} of {len(outcome.planted)}",
    ]
    lines += [f"  planted bug missed: {bug}" for bug in missed]
    if outcome.bound is not None:
        lines.append(f"  failures: none, so fewer than {outcome.bound:.2g} of all with 95 % certainty")
    lines += [f"  failure: {failure}" for failure in outcome.failures]
    lines += [f"  {note}" for note in outcome.notes]
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description="The large sizes of every harness.")
    parser.add_argument("--only", action="append", choices=sorted(HARNESSES), help="one harness; may be given again")
    parser.add_argument("--minutes", type=float, default=30.0, help="for each harness (30)")
    parser.add_argument("--seed", type=int, help="what chance begins with; drawn and told when it is not given")
    parser.add_argument("--list", action="store_true", help="name the harnesses and end")
    options = parser.parse_args()
    if options.list:
        for name, harness in sorted(HARNESSES.items()):
            print(f"{name:<20} {harness.description}")
        return 0
    seed = secrets.randbelow(1_000_000) if options.seed is None else options.seed
    good = True
    for name in options.only or sorted(HARNESSES):
        begun = time.monotonic()
        outcome = run_of(HARNESSES[name])(Budget(options.minutes * 60, seed))
        print(told(name, outcome, seed, time.monotonic() - begun), flush=True)
        good = good and not outcome.void and not outcome.failures
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
